import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildFixtures } from '../fixtures/build.js';
import { expectDone } from '../stack/done.js';
import { eventually } from '../stack/eventually.js';
import { prepare } from '../stack/home.js';
import { fixturesDirectory } from '../stack/paths.js';
import { type Stack, startStack } from '../stack/stack.js';
import { vcsimAvailable } from '../vcsim/build-vcsim.js';
import { prepareStandIn } from '../vsphere/stand-in.js';
import { deployTiny } from './tiny.js';

describe.skipIf(!(await vcsimAvailable()))('a Director whose CPI is vSphere’s', () => {
  let home: string;
  let stack: Stack;
  beforeAll(async () => {
    const fixtures = await buildFixtures(fixturesDirectory);
    home = join(tmpdir(), `b6-${process.pid}-v`);
    mkdirSync(home, { recursive: true });
    const vsphere = await prepareStandIn(home);
    stack = await startStack({ home, work: join(home, 'work'), site: fixtures.site, cpi: vsphere.cpiFile });
    await vsphere.start(stack.lab);
    await prepare(stack, { ...fixtures, stemcell: fixtures.vsphereStemcell });
  });
  afterAll(async () => {
    await stack?.down();
    rmSync(home, { recursive: true, force: true });
  });

  /** The data centre tells at each VM that starts or stops how often others than itself have logged in. */
  const told = (): { started: number; stopped: number; logins: number[] } => {
    const lines = readFileSync(join(home, 'vsphere.log'), 'utf8').split('\n');
    return {
      started: lines.filter((line) => line.includes(' runs as ')).length,
      stopped: lines.filter((line) => line.endsWith(' is off')).length,
      logins: lines.filter((line) => line.startsWith('{"logins"')).map((line) => (JSON.parse(line) as { logins: number }).logins),
    };
  };

  it('logs in once for a stemcell, three VMs at one time with their disks, and their end', async () => {
    const many = `instances: 3
  persistent_disk: 16
  update: {canaries: 0, max_in_flight: 3}
  azs: [z1]
  vm_type: small
  stemcell: debian
  networks:
  - name: default
`;
    expectDone(await deployTiny(stack, /instances: 1[\s\S]*?static_ips: .*\n/, many));
    expectDone(await stack.bosh(['-e', 'ipv4', '-d', 'tiny', '-n', 'delete-deployment']));
    // A VM that is deleted soon after it lost power may be gone before anybody sees it off.
    const { logins } = await eventually(told, ({ started, stopped, logins: seen }) => started === 3 && seen.length === started + stopped);
    expect(new Set(logins)).toEqual(new Set([1]));
  });
});
