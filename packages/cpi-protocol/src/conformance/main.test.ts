import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { behaviours } from './index.js';

const main = fileURLToPath(new URL('../../dist/conformance/main.js', import.meta.url));
const root = mkdtempSync(join(tmpdir(), 'b6-conformance-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const run = (...args: string[]) => spawnSync(process.execPath, [main, ...args], { cwd: root, encoding: 'utf8' });
const file = (name: string, content: unknown): string => {
  writeFileSync(join(root, name), typeof content === 'string' ? content : JSON.stringify(content), { mode: 0o755 });
  return join(root, name);
};

describe('the conformance command', () => {
  it('ends with 1 and says what failed, for a CPI that only knows info', () => {
    file(
      'cpi',
      `#!/bin/sh
case "$(cat)" in
*'"method":"info"'*) echo '{"result":{"api_version":2,"stemcell_formats":["x"]},"error":null,"log":""}' ;;
*) echo '{"result":null,"error":{"type":"Bosh::Clouds::NotImplemented","message":"later","ok_to_retry":false},"log":""}' ;;
esac
`,
    );
    const ran = run(file('subject.json', { executable: 'cpi', image: 'image', networks: { a: { ip: '10.0.0.{n}' } } }));
    expect(ran.status).toBe(1);
    expect(ran.stdout).toContain("CPI error 'Bosh::Clouds::NotImplemented' with message 'later' in 'create_stemcell'");
    expect(ran.stdout).toMatch(new RegExp(`^\\d+ of ${behaviours.length} behaviours hold$`, 'm'));
  });

  it('leaves out what the CPI is said to lack', () => {
    const subject = { executable: 'cpi', image: 'image', networks: {}, lacks: ['snapshots'] };
    const ran = run(file('lacking.json', subject));
    expect(ran.stdout).toMatch(/^lacks {3}a snapshot is made and deleted \(snapshots\)$/m);
    expect(ran.stdout).toMatch(new RegExp(`^\\d+ of ${behaviours.length - 1} behaviours hold, 1 not tried$`, 'm'));
    expect(run(join(root, 'lacking.json'), '--json').stdout).toContain('{"name":"a snapshot is made and deleted","lacks":"snapshots"}');
  });

  it.each([
    ['no file', join(root, 'none.json')],
    ['no JSON', file('no.json', '{')],
    ['a key that it does not know', file('key.json', { executable: 'a', image: 'b', networks: {}, network: {} })],
    ['an ability that is none', file('lacks.json', { executable: 'a', image: 'b', networks: {}, lacks: ['sense'] })],
    ['no executable', file('executable.json', { image: 'b', networks: {} })],
  ])('ends with 2 for %s', (_what, path) => {
    const ran = run(path);
    expect(ran.status).toBe(2);
    expect(ran.stderr).toContain(`SubjectInvalid: ${path}`);
  });

  it('lists what it tries', () => {
    expect(run('--list').stdout.trim().split('\n')).toEqual(behaviours.map(({ name }) => name));
    expect(run().status).toBe(2);
  });
});
