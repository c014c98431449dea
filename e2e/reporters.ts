import { join } from 'node:path';

/** The usual report, and a JSON one where a folder for it is named. */
export function reporters(name: string): { reporters: string[]; outputFile: Record<string, string> } {
  const folder = process.env.BOSH6_TEST_RESULTS;
  return folder === undefined
    ? { reporters: ['default'], outputFile: {} }
    : { reporters: ['default', 'json'], outputFile: { json: join(folder, `${name}.json`) } };
}
