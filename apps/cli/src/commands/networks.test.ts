import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { NetworksUsage } from '@bosh6/director-api';
import { afterEach, describe, expect, it } from 'vitest';
import { run } from '../main.js';
import { capturedIo } from '../testing/captured-io.js';
import { type Answer, type Exchange, type StubDirector, startStubDirector } from '../testing/stub-director.js';
import { temporaryDirectory } from '../testing/temporary-directory.js';

let stub: StubDirector | undefined;
afterEach(() => stub?.close());

async function networks(argv: string[], answer: Answer): Promise<{ code: number; out: string; err: string; exchanges: Exchange[] }> {
  stub = await startStubDirector(({ path }) => (path.startsWith('/networks') ? answer : undefined));
  const directory = temporaryDirectory();
  writeFileSync(join(directory, 'ca'), stub.ca);
  const io = capturedIo();
  const global = ['--config', join(directory, 'config'), '--ca-cert', join(directory, 'ca'), '-e', `[::1]:${stub.port}`];
  const code = await run([...global, 'networks', ...argv], io);
  return { code, out: io.out(), err: io.err(), exchanges: stub.exchanges };
}

const nothing = { used: '0', reserved: '0', static: '0', free: '0' };
const usage: NetworksUsage = {
  subnets: [
    {
      network: 'default',
      type: 'manual',
      azs: ['z1', 'z2'],
      family: 4,
      range: '10.0.9.0/24',
      gateway: '10.0.9.1',
      prefix: 32,
      size: '256',
      reserved: '3',
      static: '11',
      static_used: '1',
      used: '2',
      free: '241',
      next_free: '10.0.9.3',
      regions: [
        { ...nothing, first: '10.0.9.0', last: '10.0.9.1', reserved: '2' },
        { ...nothing, first: '10.0.9.2', last: '10.0.9.2', used: '1' },
        { ...nothing, first: '10.0.9.3', last: '10.0.9.159', free: '157' },
      ],
      holders: [{ address: '10.0.9.2', owner: 'nginx/nginx/821894df', network: 'default', kind: 'dynamic' }],
    },
    {
      network: 'six',
      type: 'manual',
      azs: null,
      family: 6,
      range: '2001:db8::/64',
      gateway: 'fe80::1',
      prefix: 80,
      size: '65536',
      reserved: '1',
      static: '0',
      static_used: '0',
      used: '0',
      free: '18446744073709551615',
      next_free: '2001:db8:0:0:1::/80',
      regions: [],
    },
  ],
  elsewhere: ['192.0.2.77'],
};

describe('networks', () => {
  it('prints a row a subnet and a map', async () => {
    const { out, code } = await networks(['--tty'], { json: usage });
    expect(code).toBe(0);
    expect(
      out
        .split('\n')
        .slice(2)
        .map((line) => line.trimEnd()),
    ).toEqual([
      'Network  AZ  Family  Range          Gateway   Static  Static  Reserved  Used  Free     Next Free            Prefix',
      '                                                      Used',
      'default  z1  IPv4    10.0.9.0/24    10.0.9.1  11      1       3         2     241      10.0.9.3             -',
      '         z2',
      'six      -   IPv6    2001:db8::/64  fe80::1   0       0       1         0     1.84e19  2001:db8:0:0:1::/80  /80',
      '',
      'In use, but in no subnet of the newest cloud configs: 192.0.2.77',
      '',
      '2 subnets',
      '',
      expect.stringMatching(/^default {2}10\.0\.9\.0\/24 {2}[-#.█░·]{48}$/),
      '',
      expect.stringContaining('(drawn by magnitude, not to scale)'),
      '',
      'Succeeded',
      '',
    ]);
  });

  it('prints exact counts for programs, and no map', async () => {
    const { out } = await networks(['--json'], { json: usage });
    const { Tables, Blocks } = JSON.parse(out);
    expect(Blocks).toBeNull();
    expect(Tables).toMatchObject([
      {
        Content: 'subnets',
        Rows: [
          { network: 'default', az: 'z1\nz2', free: '241', static: '11', static_used: '1', next_free: '10.0.9.3', prefix: '' },
          { network: 'six', free: '18446744073709551615', prefix: '/80', gateway: 'fe80::1' },
        ],
      },
    ]);
    const piped = await networks([], { json: usage });
    expect(piped.out).toContain('18446744073709551615');
    expect(piped.out).not.toMatch(/[█#]/);
  });

  it('lists holders with --details', async () => {
    const { out, exchanges } = await networks(['--details', '--json'], { json: usage });
    expect(exchanges.at(-1)?.path).toBe('/networks/usage?details=true');
    expect(JSON.parse(out).Tables[1].Rows).toEqual([
      { range: '10.0.9.0/24', address: '10.0.9.2', network: 'default', kind: 'dynamic', holder: 'nginx/nginx/821894df' },
    ]);
  });

  it('says what to do where there is nothing', async () => {
    const { code, err } = await networks(['--tty'], { json: { subnets: [], elsewhere: [] } });
    expect(code).toBe(0);
    expect(err).toContain('bosh6 update-config cloud FILE');
  });

  it('says that another Director does not tell', async () => {
    const { code, err } = await networks([], { status: 404, text: "Endpoint '/networks/usage' not found" });
    expect(code).toBe(2);
    expect(err).toContain('this Director does not tell how its networks are used');
  });
});
