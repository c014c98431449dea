import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { run } from '../main.js';
import { capturedIo } from '../testing/captured-io.js';
import { type Exchange, startStubDirector } from '../testing/stub-director.js';
import { temporaryDirectory } from '../testing/temporary-directory.js';

interface Told {
  code: number;
  message: string;
  details: { code: string; hint?: string; where: { document: string; pointer: string; line?: number; column?: number } };
}

const manifest = `name: nginx
instance_groups:
- name: nginx
  networks:
  - name: default
    static_ips:
    - ((ip))
`;

/** What `deploy` prints of a task that fails so; the manifest is changed by an ops file and gets a variable. */
async function printed(error: Told): Promise<string> {
  const task = { id: 7, state: 'error', started_at: 1 };
  const stub = await startStubDirector(({ path, method }: Exchange) => {
    if (path.startsWith('/deployments/nginx/diff')) return { json: { diff: [] } };
    if (method === 'POST' && path.startsWith('/deployments')) return { status: 302, headers: { location: '/tasks/7' } };
    if (path.includes('/output')) return { text: `${JSON.stringify({ time: 1, error })}\n` };
    return path.startsWith('/tasks/7') ? { json: task } : undefined;
  });
  try {
    const directory = temporaryDirectory();
    const file = (name: string, text: string): string => {
      writeFileSync(join(directory, name), text);
      return join(directory, name);
    };
    const global = ['--config', join(directory, 'config'), '--ca-cert', file('ca', stub.ca), '-e', `[::1]:${stub.port}`, '-n'];
    const ops = file(
      'ops.yml',
      '- type: replace\n  path: /instance_groups/0/networks/-\n  value: {name: v6, static_ips: ["2001:db8::1"]}\n',
    );
    const argv = ['-d', 'nginx', 'deploy', file('nginx.yml', manifest), '-o', ops, '-l', file('vars.yml', 'ip: 10.0.9.999\n')];
    const io = capturedIo();
    expect(await run([...global, ...argv], io)).toBe(6);
    return io.err().replaceAll(`${directory}/`, '');
  } finally {
    await stub.close();
  }
}

it.each<[string, Told, string[]]>([
  [
    'in the manifest',
    {
      code: 150004,
      message: "networks 'default' and 'v6' are both the default gateway of IPv6",
      details: { code: 'DefaultTwice', hint: 'keep one', where: { document: 'manifest', pointer: '/instance_groups/0/networks/0/name' } },
    },
    ['at nginx.yml:5:5 /instance_groups/0/networks/0/name', 'fix: keep one'],
  ],
  [
    'in what an ops file brought',
    {
      code: 150002,
      message: "static address '2001:db8::1' is in no subnet of network 'v6'",
      details: { code: 'StaticIpsMismatch', where: { document: 'manifest', pointer: '/instance_groups/0/networks/1/static_ips/0' } },
    },
    ['at ops.yml:3:'],
  ],
  [
    'in the value of a variable',
    {
      code: 160010,
      message: "network 'default': '10.0.9.999' is neither an address nor a network nor a range",
      details: { code: 'AddressListInvalid', where: { document: 'manifest', pointer: '/instance_groups/0/networks/0/static_ips/0' } },
    },
    ['at vars.yml:1:1'],
  ],
  [
    'in a cloud config, which the Director has',
    {
      code: 160003,
      message: "network 'default': gateway '10.1.9.1' of 10.0.9.0/24 must be inside the range",
      details: {
        code: 'GatewayInvalid',
        hint: 'or say on_link: true',
        where: { document: "cloud-config 'default'", pointer: '/networks/0/subnets/1/gateway', line: 7, column: 30 },
      },
    },
    ["at cloud-config 'default':7:30 /networks/0/subnets/1/gateway", 'of what `bosh6 cloud-config` prints', 'fix: or say on_link: true'],
  ],
  [
    'in a runtime config with a name',
    {
      code: 160003,
      message: 'refused',
      details: { code: 'GatewayInvalid', where: { document: "runtime-config 'dns'", pointer: '/addons/0', line: 3, column: 1 } },
    },
    ["at runtime-config 'dns':3:1 /addons/0", 'of what `bosh6 runtime-config --name=dns` prints'],
  ],
])('a networking error %s is told with its place', async (_name, error, expected) => {
  const text = await printed(error);
  for (const part of [...expected, `task 7 ended in state 'error' (error ${error.code})`]) expect(text).toContain(part);
});
