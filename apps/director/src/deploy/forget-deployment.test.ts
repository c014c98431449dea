import { afterEach, beforeEach, expect, test } from 'vitest';
import * as entities from '../persistence/entities/index.js';
import type { Repositories } from '../persistence/store.js';
import type { Table } from '../persistence/table.js';
import { type Harness, manifest, startHarness } from './harness.test.support.js';
import { recoverDeploys } from './recover-deploys.js';

let h: Harness;
let deploymentId: number;
beforeEach(async () => {
  h = await startHarness();
  await h.store.write(async (tx) => {
    const ids = { cloudConfigIds: [], runtimeConfigIds: [], releaseVersionIds: [], stemcellIds: [] };
    deploymentId = (await tx.deployments.insert({ name: 'nginx', manifestText: null, ...ids })).id;
    await tx.attributes.set(`errand:${deploymentId}/smoke`, 'hash');
    for (const { of, row } of Object.values(tables)) {
      await of(tx).insert({ ...row, deploymentId } as never);
      await of(tx).insert({ ...row, ...('instanceId' in row ? { instanceId: 10 } : {}), deploymentId: deploymentId + 1 } as never);
    }
  });
});
afterEach(() => h.close());

/** Those with a deployment's id, but for instances and dynamic disks, which end before it does. */
const tables: Record<string, { of: (tx: Repositories) => Table<{ id: number }>; row: object }> = {
  variables: { of: (tx) => tx.variables as never, row: { name: 'v', type: 'password', value: 'x', definition: null, createdAt: 0 } },
  former_variables: { of: (tx) => tx.variables.former as never, row: { instanceId: 9, name: 'v', value: 'x' } },
  link_providers: {
    of: (tx) => tx.links.providers as never,
    row: { group: 'g', job: 'j', originalName: 'web', name: 'web', type: 'http', shared: false, content: {} },
  },
  link_consumers: { of: (tx) => tx.links.consumers as never, row: { group: 'g', owner: 'j', name: 'up', type: 'http', optional: true } },
  links: {
    of: (tx) => tx.links as never,
    row: { consumerId: 99, providerId: null, name: 'up', network: null, createdAt: 0, shared: null },
  },
  deployment_problems: {
    of: (tx) => tx.problems as never,
    row: { type: 'missing_vm', resourceId: 9, state: 'open', data: {}, createdAt: 0 },
  },
  local_dns_records: {
    of: (tx) => tx.dns as never,
    row: {
      deployment: 'nginx',
      instanceId: 9,
      uuid: 'u',
      group: 'g',
      index: 0,
      az: null,
      network: 'default',
      family: 4,
      address: '0',
      agentId: 'a',
    },
  },
  local_dns_numbers: { of: (tx) => tx.dns.numbers as never, row: { kind: 'instance', name: 'u' } },
  local_dns_aliases: {
    of: (tx) => tx.dns.aliases as never,
    row: { group: 'g', domain: 'd', healthFilter: null, initialHealthCheck: null, placeholderType: null },
  },
  local_dns_links: { of: (tx) => tx.dns.links as never, row: { group: 'g', name: 'web-http' } },
};

test('every table that speaks of deployments is known here', () => {
  const schemas = Object.values(entities).filter((one) => typeof one === 'object' && 'options' in one);
  const named = schemas.filter(({ options }) => 'deploymentId' in options.columns).map(({ options }) => options.tableName);
  expect(named.filter((name) => name !== 'instances' && name !== 'dynamic_disks').sort()).toEqual(Object.keys(tables).sort());
});

test.each<[string, () => Promise<unknown>]>([
  ['a Director that starts after its first deploy was cut off', () => recoverDeploys(h.collaborators)],
  ['a first deploy that fails', () => h.deploy(manifest.replace('nginx_conf: one', 'nginx_conf: RAISE'))],
  ['delete-deployment', () => h.run('delete_deployment', { deployment: 'nginx' })],
])('%s leaves nothing of the deployment, and all of others', async (_, forget) => {
  await forget();
  expect(await h.store.read.deployments.all()).toEqual([]);
  for (const [name, { of }] of Object.entries(tables)) {
    const rows = (await of(h.store.read).all()) as { id: number; deploymentId?: number }[];
    expect([name, rows.map((row) => row.deploymentId)]).toEqual([name, [deploymentId + 1]]);
  }
  expect(await h.store.read.attributes.get(`errand:${deploymentId}/smoke`)).toBeUndefined();
});

test('a deployment with a dynamic disk is not empty: somebody must delete that first', async () => {
  const facts = { cid: 'disk-1', pool: 'small', size: 1, az: null, cpi: '', metadata: {} };
  await h.store.write((tx) =>
    tx.dynamicDisks.insert({ ...facts, deploymentId, name: 'data', instanceId: null, vmCid: null, hint: null } as never),
  );
  await recoverDeploys(h.collaborators);
  expect(await h.store.read.deployments.all()).toMatchObject([{ id: deploymentId }]);
});
