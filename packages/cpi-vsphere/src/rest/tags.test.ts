import type { Json } from '@bosh6/base';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readVsphereProperties } from '../properties/global-properties.js';
import { context, requestFor, type Simulated, simulate } from '../testing/simulated.js';
import { onVcsim } from '../testing/vcsim.js';
import { connectionTo } from '../vcenter.js';
import { openRest, type Rest } from './open-rest.js';

onVcsim('tags', () => {
  let on: Simulated;
  let rest: Rest;
  let connection: ReturnType<typeof connectionTo>;
  beforeAll(async () => {
    on = await simulate();
    connection = connectionTo(readVsphereProperties(on.properties()));
    rest = await openRest(await connection.open(() => undefined));
  }, 180_000);
  afterAll(async () => {
    await rest.close();
    await connection.close();
    await on.stop();
  });

  it('of the VM’s type are attached; one that does not exist is told, and harms nobody', async () => {
    const spec = { name: 'env', description: '', cardinality: 'MULTIPLE', associable_types: [] };
    const category = await rest.call('POST', 'tagging/category', { create_spec: spec });
    const tag = await rest.call('POST', 'tagging/tag', { create_spec: { name: 'prod', description: '', category_id: category as Json } });
    const stemcell = await on.cpi.createStemcell(on.imagePath, {}, undefined, context());
    const tags = [
      { category: 'env', tag: 'prod' },
      { category: 'env', tag: 'none' },
      { category: 'gone', tag: 'prod' },
    ];
    const log: string[] = [];
    const request = requestFor(stemcell, 1, { cloudProperties: { cpu: 1, ram: 512, disk: 1024, tags } });
    const { cid } = await on.cpi.createVm(request, context('r1', log));
    const attached = (await rest.call('POST', `tagging/tag-association/id:${tag}?~action=list-attached-objects`, {})) as { type: string }[];
    expect(attached).toEqual([{ type: 'VirtualMachine', id: expect.stringMatching(/^vm-\d+$/) }]);
    expect(log).toEqual([
      `VM '${cid}': there is no tag 'none' in category 'env'`,
      `VM '${cid}': there is no tag 'prod' in category 'gone'`,
    ]);
    await on.cpi.deleteVm(cid, context());
  });
});
