import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { attempt, attemptAsync, spoil } from '@bosh6/base/testing';
import { parseYaml } from '@bosh6/formats';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arrangeArguments, fillOptionalValues } from './arguments/arrange-arguments.js';
import { interpolateDocument } from './documents/load-template.js';
import { openStore } from './documents/vars-store.js';
import { Ui } from './output/ui.js';
import { longTimeOf } from './output/values.js';
import { ConfigFile } from './session/config-file.js';
import { resolveEnvironment } from './session/environment.js';
import { instanceLineOf } from './session/instance-line.js';
import { readPlainEntries } from './session/plain-entries.js';
import { instancesTable, vmsTable } from './tables/instances-table.js';
import { EventReporter } from './task/event-reporter.js';
import { temporaryDirectory } from './testing/temporary-directory.js';
import { parseForward } from './up/forward.js';

const numbers = fc.array(fc.nat(100_000), { maxLength: 6 });
const binary = fc.string({ unit: 'binary', maxLength: 60 });
const pieces = (...units: string[]): fc.Arbitrary<string> =>
  fc.oneof(fc.string({ unit: fc.constantFrom(...units), maxLength: 14 }), binary);
const file = join(temporaryDirectory(), 'file');

describe('what a person writes', () => {
  const yaml = pieces(
    'environments:',
    '\n',
    '- ',
    '  ',
    'url: ',
    'alias: ',
    'ca_cert: ',
    '|',
    '    x',
    '"',
    '\\n',
    '\t',
    '::1',
    '5',
    '[',
    '{',
    '__proto__: ',
    '&a ',
    '*a',
    '<<: ',
    'null',
    '~',
  );
  const entry = { url: '[::1]:25555', alias: 'a', username: 'u', password: 'p', ca_cert: 'BEGIN', refresh_token: 'a.b.c' };
  const environments = fc.oneof(
    yaml,
    numbers.map((chosen) => JSON.stringify(spoil({ environments: [entry] }, chosen)) ?? ''),
  );

  it('the config file: entries that are text, or a refusal that names the file', async () => {
    let read = 0;
    await fc.assert(
      fc.asyncProperty(environments, pieces('::1', '[', ']', ':', '25555', 'a', 'https://', '__proto__'), async (text, asked) => {
        writeFileSync(file, text);
        attempt(() => readPlainEntries(text));
        const tried = await attemptAsync(() => ConfigFile.load(file));
        if ('error' in tried) {
          expect(tried.error.where?.document).toBe(file);
          return;
        }
        read += 1;
        for (const own of tried.value.entries()) expect(Object.values(own).every((part) => typeof part === 'string')).toBe(true);
        attempt(() => resolveEnvironment({ environment: asked }, tried.value));
        attempt(() => resolveEnvironment({ environment: 'a' }, tried.value));
        tried.value.alias('https://x', asked, undefined);
        tried.value.save();
        expect((await ConfigFile.load(file)).entries()).toEqual(tried.value.entries());
      }),
      { numRuns: 1500 },
    );
    expect(read).toBeGreaterThan(100);
  });

  it.each(['environments: [{url: a, ca_cert: [1]}]', 'environments: [{alias: a}]', 'environments: {a: 1}', 'just text', '['])(
    'a config file that is none: %s',
    async (text) => {
      writeFileSync(file, text);
      await expect(ConfigFile.load(file)).rejects.toMatchObject({ code: 'InvalidConfigFile', where: { document: file } });
    },
  );
  it('numbers and tabs that somebody wrote into it by hand', async () => {
    writeFileSync(file, 'environments:\n- url: a\n  password: 123\n  username: "a\tb"\n');
    expect((await ConfigFile.load(file)).entries()).toEqual([{ url: 'a', password: '123', username: 'a\tb' }]);
  });

  it('an alias that ends in a colon is written so that every YAML reads it', async () => {
    writeFileSync(file, 'environments: []\n');
    const config = await ConfigFile.load(file);
    config.alias('https://x', 'https://:', undefined);
    config.save();
    expect(readFileSync(file, 'utf8')).toContain('alias: "https://:"');
  });

  it('arguments in any order', () => {
    fc.assert(
      fc.property(fc.array(pieces('-e', '--', '-', '-d', '=', 'deploy', '--json', '-r', '::1')), (argv) => {
        attempt(() => arrangeArguments(argv));
        attempt(() => fillOptionalValues(argv, [{ name: 'recent', char: 'r', value: '30' }]));
      }),
    );
  });

  it('--forward', () => {
    expect(attempt(() => parseForward('8080:10.0.9.163:80'))).toHaveProperty('value');
    fc.assert(
      fc.property(pieces(':', '80', '[::1]', '10.0.0.1', '99999', '-1', '::'), (text) => {
        attempt(() => parseForward(text));
      }),
      { numRuns: 2000 },
    );
  });

  it('-v, -o, -l and --vars-store', async () => {
    const document = parseYaml('a: ((v))\nb: "((w.x.0)) ((constructor))"\n((__proto__)): [((toString))]\n', 'a.yml');
    const store = join(temporaryDirectory(), 'store.yml');
    const ops = join(temporaryDirectory(), 'ops.yml');
    await fc.assert(
      fc.asyncProperty(
        pieces('v', 'w', '=', '.', 'x', '[', '{', '"', '1'),
        yaml,
        pieces('- ', 'type: ', 'replace', '\n  ', 'path: ', '/a', '/-', '?', 'value: ', '1'),
        async (flag, held, operations) => {
          writeFileSync(store, held.toWellFormed());
          writeFileSync(ops, operations.toWellFormed());
          await attemptAsync(() => interpolateDocument(document, { var: [flag], 'vars-store': store }, {}));
          await attemptAsync(() => interpolateDocument(document, { 'ops-file': [ops], 'vars-file': [store] }, {}));
        },
      ),
      { numRuns: 500 },
    );
  });

  it('a vars store has its own variables only', () => {
    writeFileSync(file, 'a: 1\n__proto__: {b: 2}\n');
    const store = openStore(file);
    expect(['a', 'constructor', 'toString', 'b'].map((name) => store.get(name))).toEqual([1, undefined, undefined, undefined]);
  });
});

describe('what a Director says', () => {
  const event = {
    time: 1,
    stage: 's',
    tags: ['t'],
    total: 1,
    task: 'x',
    index: 1,
    state: 'in_progress',
    progress: 1,
    data: { status: 'y' },
    error: { code: 1, message: 'm' },
  };
  const instance = {
    ips: ['10.0.0.1'],
    job_name: 'g',
    index: 0,
    id: 'x',
    az: 'z',
    job_state: 'running',
    processes: [{ name: 'p', state: 'running' }],
    vitals: { load: ['1', '2', '3'], cpu: { sys: '1' } },
    vm_cid: 'v',
    disk_cids: [],
    cloud_properties: { a: [1] },
  };
  const line = (right: unknown): fc.Arbitrary<string> =>
    fc.oneof(
      numbers.map((chosen) => JSON.stringify(spoil(right, chosen)) ?? ''),
      binary,
    );

  it('event lines: shown, whatever they are', () => {
    fc.assert(
      fc.property(fc.array(line(event), { maxLength: 4 }), (lines) => {
        const texts: string[] = [];
        const stdout = { write: (text: string) => texts.push(text) };
        const reporter = new EventReporter(new Ui({ stdout, stderr: stdout, tty: false }));
        reporter.taskStarted(1);
        for (const text of lines) reporter.line(1, text);
        reporter.taskEnded(1, 'done');
        expect(texts.join('')).not.toMatch(/NaN|undefined undefined/);
      }),
      { numRuns: 1500 },
    );
  });

  it('lines of instances', () => {
    fc.assert(
      fc.property(line(instance), fc.boolean(), (text, details) => {
        const tried = attempt(() => instanceLineOf(text));
        if ('value' in tried)
          attempt(() => [
            instancesTable([tried.value], { deployment: 'd', processes: details, details, vitals: details }),
            vmsTable([tried.value], { deployment: 'd', vitals: details, cloudProperties: details }),
          ]);
      }),
      { numRuns: 1500 },
    );
  });

  it.each([
    'null',
    '[]',
    '{"processes":[null]}',
    '{"ips":[1]}',
    '{"ips":[null]}',
    '{"vitals":{"load":"1"}}',
    '{"processes":[{"mem":{"percent":"1"}}]}',
  ])('a line that is no instance: %s', (text) => {
    expect(() => instanceLineOf(text)).toThrow(expect.objectContaining({ code: 'UnreadableResult' }));
  });
  it.each([
    'null',
    '[]',
    '5',
    '{"time":1e300}',
    '{"time":1,"data":{"status":{"toString":1}}}',
    '{"time":1,"tags":"x"}',
    '{"time":1,"error":null,"tags":null,"state":{}}',
  ])('a line that is no event is shown as it is: %s', (text) => {
    const texts: string[] = [];
    const stdout = { write: (more: string) => texts.push(more) };
    new EventReporter(new Ui({ stdout, stderr: stdout, tty: false })).line(1, text);
    expect(texts.join('')).toContain(text);
  });

  it('times', () => {
    fc.assert(
      fc.property(pieces('2018-01-05', ' ', '10:20:30', 'UTC', '+0000', '99', '-', 'T', 'Z'), (text) => {
        expect(longTimeOf(text).text).not.toContain('NaN');
      }),
    );
  });
});
