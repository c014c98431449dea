import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { stripVTControlCharacters } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { run } from '../main.js';
import { capturedIo } from '../testing/captured-io.js';
import { temporaryDirectory } from '../testing/temporary-directory.js';

const directory = temporaryDirectory();
const fixtures = fileURLToPath(new URL('../../../../e2e/fixtures/', import.meta.url));
let files = 0;

function file(text: string, name = `${files++}.yml`): string {
  const path = join(directory, name);
  writeFileSync(path, text);
  return path;
}

async function lint(...argv: string[]): Promise<{ code: number; out: string; err: string }> {
  const io = capturedIo();
  const code = await run(['lint', ...argv], io);
  return { code, out: io.out(), err: io.err() };
}

const manifest = `name: d
releases: []
stemcells: [{alias: s, os: o, version: "1"}]
update: {canaries: 1, max_in_flight: 1, canary_watch_time: 1, update_watch_time: 1}
instance_groups:
- {name: g, instances: 1, stemcell: s, jobs: [], vm_type: small, networks: [{name: net}]}
`;
const cloud = `vm_types: [{name: small}]
compilation: {workers: 1, network: net}
networks: [{name: net, type: dynamic}]
`;

describe('lint', () => {
  it('says nothing of what is right, and ends well', async () => {
    expect(await lint(file(manifest), file(cloud))).toEqual({ code: 0, out: '', err: '' });
  });

  it('prints each problem with its place and how to fix it, and ends with 1', async () => {
    const path = file(manifest.replace('small', 'smal'));
    const { code, out, err } = await lint(path, file(cloud));
    expect(out).toBe(
      `${path}:6:50: error: instance group 'g' asks for VM type 'smal'; cloud configs have 'small' (UnknownVmType, 140004)\n  fix: did you mean 'small'?\n`,
    );
    expect({ code, err }).toEqual({ code: 1, err: 'Exit code 1\n' });
  });

  it('shows the line and a caret in a terminal', async () => {
    const path = file(`${manifest}tags:\n\n  at:\t\u001b[31m0777\n  mode: 0777\n`);
    const { code, out } = await lint(path, '--tty');
    expect(out).toContain('\n  10 |   mode: 0777\n     |         ^\n  fix: write it in quotes if it is text\n');
    expect(out).toContain('0 errors, 1 warning\n');
    expect(stripVTControlCharacters(out)).toBe(out);
    expect(code).toBe(0);
  });

  it('colours errors and warnings, unless NO_COLOR or --no-color says no', async () => {
    const path = file(`${manifest}whatever: 1\n`);
    const colours = async (...argv: string[]): Promise<boolean> => {
      const io = capturedIo();
      const stdout = { write: io.stdout.write, isTTY: true, columns: 80 };
      await run(['lint', path, ...argv], { ...io, stdout });
      return io.out().includes('\u001b[33mwarning\u001b[0m');
    };
    expect([await colours(), await colours('--no-color')]).toEqual([true, false]);
  });

  it('does not fail for warnings, unless they are to count', async () => {
    const path = file(`${manifest}tag: {}\n`);
    expect((await lint(path)).code).toBe(0);
    expect((await lint(path, '--strict')).code).toBe(1);
    expect((await lint(file(manifest), '--strict')).code).toBe(0);
  });

  it('prints one object with --json', async () => {
    const path = file(`${manifest.replace('instances: 1', 'instances: "1"')}tag: {}\n`);
    const { code, out } = await lint(path, '--json');
    expect(JSON.parse(out)).toEqual({
      errors: 1,
      warnings: 1,
      problems: [
        {
          ...{ severity: 'error', code: 'InvalidType', number: 40000, fix: 'write it without quotes' },
          ...{
            message: "'instances' must be a number, but is a string",
            document: path,
            pointer: '/instance_groups/0/instances',
            line: 6,
            column: 13,
          },
        },
        {
          ...{ severity: 'warning', code: 'UnknownKey', message: "nobody reads the key 'tag'", fix: "did you mean 'tags'?" },
          ...{ document: path, pointer: '/tag', line: 7, column: 1 },
        },
      ],
    });
    expect(code).toBe(1);
  });

  it('fills in manifests as interpolate does, and says which file is wrong', async () => {
    const ops = file('- {type: replace, path: /instance_groups/name=g/instances, value: ((count))}\n', 'ops.yml');
    const vars = file('count: many\nmode: 0644\n', 'vars.yml');
    const path = file(manifest);
    expect((await lint(path, '-o', ops)).out).toBe('');
    expect((await lint(path, '-o', ops, '-v', 'count=2')).out).toBe('');
    const { out } = await lint(path, '-o', ops, '-l', vars);
    expect(out.split('\n').filter((line) => !line.startsWith('  '))).toEqual([
      `${vars}:1:1: error: 'instances' must be a number, but is a string (InvalidType, 40000)`,
      `${vars}:2:7: warning: '0644' is 420 to the Director and the original CLI, 644 to readers of YAML 1.2 (AmbiguousScalar)`,
      '',
    ]);
    expect((await lint(path, '-o', file('- {type: replace, path: /nowhere/x, value: 1}\n'))).out).toContain('(OperationFailed)');
  });

  it('reports files that cannot be read or told, and goes on', async () => {
    const { code, out } = await lint(join(directory, 'none.yml'), file('[1]\n'), file('a: [\n'), file(`${manifest}tag: {}\n`));
    expect([...out.matchAll(/\((\w+)[,)]/g)].map(([, name]) => name)).toEqual([
      'UnreadableFile',
      'UnknownKind',
      'InvalidYaml',
      'UnknownKey',
    ]);
    expect(code).toBe(1);
    expect((await lint('--kind', 'cloud-config', file('{}\n'))).out).toContain('SectionElsewhere');
    expect((await lint('--kind', 'soup', file('{}\n'))).code).toBe(2);
  });
});

describe('any file', () => {
  it('gives problems, never an exception', async () => {
    const path = join(directory, 'any');
    const pieces = fc.constantFrom(
      'name: d\n',
      'instance_groups:\n',
      'networks: [{',
      '- ',
      '((a))',
      'type: replace, path: /a',
      '\t',
      '\u001b[2J',
      'é',
      '{',
      '\n',
    );
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(fc.uint8Array({ maxLength: 60 }), fc.string({ unit: pieces, maxLength: 12 })),
        fc.boolean(),
        async (content, isJson) => {
          writeFileSync(path, content);
          const { code, out } = await lint(path, '-o', path, '-v', 'a=1', ...(isJson ? ['--json'] : ['--tty']));
          expect([0, 1]).toContain(code);
          expect(out).not.toContain('\u001b[2J');
          if (isJson) expect(JSON.parse(out)).toMatchObject({ problems: expect.any(Array) });
        },
      ),
      { numRuns: 300 },
    );
  });
});

/** What lint says of the repository's own files, of all that belong together. */
describe('the fixtures', () => {
  const of = (...names: string[]): string[] => names.map((name) => join(fixtures, name));
  const codesOf = async (...names: string[]): Promise<string[]> => {
    const { out } = await lint('--json', ...of(...names));
    const { problems } = JSON.parse(out) as { problems: { severity: string; code: string; document: string; line: number }[] };
    return problems.map(({ severity, code, document, line }) => `${severity} ${code} ${document.slice(fixtures.length)}:${line}`);
  };
  const examples = readdirSync(join(fixtures, 'manifests/ipv6')).filter((name) => name.endsWith('.cloud.yml'));
  const specs = readdirSync(join(fixtures, 'releases'), { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\/(spec|config\/\w+\.yml)$/.test(name),
  );

  it.each(examples)('%s and its manifest', async (name) => {
    expect(await codesOf(`manifests/ipv6/${name}`, `manifests/ipv6/${name.replace('.cloud', '')}`)).toEqual([]);
  });

  it.each(specs)('%s', async (name) => expect(await codesOf(`releases/${name}`)).toEqual([]));

  it("the post's, of which the post itself says what is wrong", async () => {
    const clouds = ['manifests/cloud-config-default.yml', 'manifests/cloud-config-vsphere-ipv6.yml'];
    expect(await codesOf(...clouds, 'manifests/nginx-ipv46.yml')).toEqual(['warning NoDefaultRoute manifests/nginx-ipv46.yml:28']);
    expect(await codesOf(...clouds, 'manifests/tiny.yml')).toEqual([]);
    expect(await codesOf('manifests/ipv6-only-cloud.yml', 'manifests/ipv6-only-nginx.yml')).toEqual([]);
    expect(await codesOf('manifests/cloud-config-default.yml', 'post/cloud-config.yml')).toEqual([]);
    expect(await codesOf('post/cloud-config.yml')).toEqual([
      'warning SectionElsewhere post/cloud-config.yml:1',
      'warning SectionElsewhere post/cloud-config.yml:1',
    ]);
  });

  it('are all looked at', () => {
    expect([examples.length, specs.length].map((count) => count > 12)).toEqual([true, true]);
    expect(readFileSync(join(fixtures, 'post/instance-group.yml'), 'utf8')).not.toContain('update:');
  });
});
