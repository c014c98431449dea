import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freshStack } from '../stack/home.js';
import { commands, given } from './commands.js';
import { readGolden } from './golden-file.js';
import type { Bindings } from './placeholders.js';
import type { RecorderOptions } from './record.js';
import { replay } from './replay.js';

describe("the stock CLI's requests, recorded, against our Director", () => {
  let director: RecorderOptions['target'];
  let bindings: Bindings;
  let remove: () => Promise<void>;
  let failed: string | undefined;
  beforeAll(async () => {
    const fresh = await freshStack();
    remove = fresh.remove;
    const { up } = fresh.stack;
    director = { host: '127.0.0.1', port: up.port, ca: readFileSync(up.ca, 'utf8') };
    bindings = await given(fresh.stack, fresh.fixtures);
    bindings.set('origin', `https://127.0.0.1:${up.port}`);
  });
  afterAll(() => remove?.());

  it.each(commands)('$name', async ({ name }) => {
    expect(failed, 'the command on which this one builds').toBeUndefined();
    failed = name;
    expect(await replay(readGolden(name), director, bindings)).toEqual([]);
    failed = undefined;
  });
});
