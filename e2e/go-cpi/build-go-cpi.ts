import { buildGo, type GoProgram, goAvailable } from '../stack/build-go.js';

const goCpi: GoProgram = { name: 'go-cpi', variable: 'BOSH6_GO_CPI', tests: 'the tests of a CPI with a protocol of others' };

/** Whether the CPI can be had here; `goAvailable`. */
export const goCpiAvailable = (): Promise<boolean> => goAvailable(goCpi);

/** The path of the CPI's executable; `buildGo`. */
export const buildGoCpi = (): Promise<string> => buildGo(goCpi);
