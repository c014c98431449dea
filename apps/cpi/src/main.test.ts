import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const main = fileURLToPath(new URL('../dist/main.js', import.meta.url));

function call(request: object): { result: unknown; error: { type: string; message: string } | null } {
  // the environment of a stock Director's CPI calls
  const ran = spawnSync(process.execPath, [main], {
    input: JSON.stringify(request),
    encoding: 'utf8',
    env: { PATH: '/usr/sbin:/usr/bin:/sbin:/bin' },
  });
  return JSON.parse(ran.stdout);
}

it('answers info as a process of its own', () => {
  const context = { director_uuid: 'd', request_id: 'cpi-123456', socket: '/nowhere/lab.sock' };
  expect(call({ method: 'info', arguments: [], context })).toMatchObject({
    error: null,
    result: { api_version: 2, stemcell_formats: ['bosh6-lab-light'] },
  });
});

it('answers with a CPI error when no lab runs, and when it is not told which', () => {
  const context = { director_uuid: 'd', request_id: 'cpi-123456' };
  expect(call({ method: 'has_vm', arguments: ['vm-1'], context }).error).toMatchObject({
    type: 'Bosh::Clouds::CpiError',
    message: expect.stringContaining('socket'),
  });
  expect(call({ method: 'has_vm', arguments: ['vm-1'], context: { ...context, socket: '/nowhere/lab.sock' } }).error?.message).toContain(
    'no lab runs in /nowhere',
  );
});

it.each([
  ['--help', /^bosh6-cpi \[CONFIG\.json\]\n/],
  ['-h', /^bosh6-cpi \[CONFIG\.json\]\n/],
  ['--version', /^version \d+\.\d+\.\d+\n$/],
])('answers %s without reading a request', (word, said) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, word], { input: 'no JSON', encoding: 'utf8' });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(stdout).toMatch(said);
});
