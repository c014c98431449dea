import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import type { CpiNetworks } from '../cpi.js';
import type { AgentId, StemcellCid, VmCid } from '../ids.js';
import { type Behaviour, context, withVms } from './behaviour.js';
import { rejectsWith } from './checks.js';

export const vmBehaviours: Behaviour[] = [
  {
    name: 'says its API version and stemcell formats',
    async run({ cpi }) {
      const info = await cpi.info(context());
      assert.ok(info.api_version >= 2);
      assert.ok(info.stemcell_formats.length > 0);
    },
  },
  {
    name: 'a VM is there from create_vm to delete_vm',
    run: (subject) =>
      withVms(subject, async ({ create }) => {
        const { cid } = await create(1);
        assert.equal(await subject.cpi.hasVm(cid, context()), true);
        await subject.cpi.setVmMetadata(cid, { deployment: 'd', index: '0' }, context());
        await subject.cpi.deleteVm(cid, context());
        assert.equal(await subject.cpi.hasVm(cid, context()), false);
      }),
  },
  {
    name: 'create_vm tells the networks that were asked for, with their addresses',
    run: (subject) =>
      withVms(subject, async ({ create }) => {
        const asked = subject.networks(15);
        const { networks } = await create(15);
        const addresses = (all: CpiNetworks) => Object.fromEntries(Object.entries(all).map(([name, { type, ip }]) => [name, { type, ip }]));
        assert.deepEqual(addresses(networks), addresses(asked));
      }),
  },
  {
    name: 'create_vm gives every network a MAC address, one for a nic_group',
    needs: 'macs',
    run: (subject) =>
      withVms(subject, async ({ create }) => {
        const { networks } = await create(2);
        const macs = new Map<string, string>();
        for (const [name, network] of Object.entries(networks)) {
          if (network.type === 'vip') continue;
          assert.match(network.mac ?? '', /^([0-9a-f]{2}:){5}[0-9a-f]{2}$/);
          macs.set(network.nic_group ?? `network ${name}`, network.mac ?? '');
        }
        assert.equal(new Set(macs.values()).size, macs.size);
      }),
  },
  {
    name: 'a rebooted VM is the same VM',
    run: (subject) =>
      withVms(subject, async ({ create }) => {
        const { cid } = await create(3);
        await subject.cpi.rebootVm(cid, context());
        assert.equal(await subject.cpi.hasVm(cid, context()), true);
      }),
  },
  {
    name: 'two VMs have two ids',
    run: (subject) =>
      withVms(subject, async ({ create }) => {
        const [one, two] = await Promise.all([create(4), create(5)]);
        assert.notEqual(one.cid, two.cid);
      }),
  },
  {
    name: 'a repeated request id answers with the first VM, where the CPI says so',
    run: (subject) =>
      withVms(subject, async ({ create }) => {
        const { capabilities } = await subject.cpi.info(context());
        if (capabilities?.idempotent_requests !== true) return;
        const requestId = randomUUID();
        const [first, meanwhile] = await Promise.all([create(6, requestId), create(6, requestId)]);
        const later = await create(6, requestId);
        assert.deepEqual([meanwhile.cid, later.cid], [first.cid, first.cid]);
      }),
  },
  {
    name: 'request ids of a stock Director repeat by chance and make two VMs',
    run: (subject) =>
      withVms(subject, async ({ create }) => {
        const one = await create(7, 'cpi-123456');
        const two = await create(8, 'cpi-123456');
        assert.notEqual(one.cid, two.cid);
      }),
  },
  {
    name: 'methods of a VM that is not there fail with VMNotFound',
    async run({ cpi }) {
      const cid = `vm-${randomUUID()}` as VmCid;
      assert.equal(await cpi.hasVm(cid, context()), false);
      await rejectsWith('VMNotFound', cpi.deleteVm(cid, context()));
      await rejectsWith('VMNotFound', cpi.rebootVm(cid, context()));
      await rejectsWith('VMNotFound', cpi.setVmMetadata(cid, {}, context()));
      await rejectsWith('VMNotFound', cpi.getDisks(cid, context()));
    },
  },
  {
    name: 'a VM of a stemcell that is not there fails with VMCreationFailed and is not worth a repeat',
    async run({ cpi, networks }) {
      const request = {
        agentId: 'a' as AgentId,
        stemcellCid: 'sc-none' as StemcellCid,
        cloudProperties: {},
        networks: networks(9),
        diskCids: [],
        env: {},
      };
      const error = await rejectsWith('VMCreationFailed', cpi.createVm(request, context()));
      assert.equal(error.retryable, false);
    },
  },
];
