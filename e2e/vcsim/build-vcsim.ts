import { buildGo, type GoProgram, goAvailable, needsOf } from '../stack/build-go.js';

const vcsim: GoProgram = { name: 'vcsim', variable: 'BOSH6_VCSIM', tests: 'the vSphere tests' };

/** What the tests against a simulated vCenter need, for a message. */
export const needs = needsOf(vcsim);

/** Whether the simulator can be had here; `goAvailable`. */
export const vcsimAvailable = (): Promise<boolean> => goAvailable(vcsim);

/** The path of the simulator's executable; `buildGo`. */
export const buildVcsim = (): Promise<string> => buildGo(vcsim);
