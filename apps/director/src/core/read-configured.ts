import { readFile } from 'node:fs/promises';
import { fail } from '../errors.js';

/** The text of a file that the configuration names at `pointer`, without the newline at its end. Throws `ConfigUnreadable`. */
export async function readConfigured(file: string, pointer: string): Promise<string> {
  const text = await readFile(file, 'utf8').catch((cause: unknown) => {
    throw fail('ConfigUnreadable', `'${file}' cannot be read`, {
      cause,
      where: { pointer },
      hint: `correct ${pointer} of the configuration`,
    });
  });
  return text.replace(/\r?\n$/, '');
}
