import type { Json, JsonObject } from '@bosh6/base';
import { type Ref, readProperties } from '@bosh6/vim25';
import { expect } from 'vitest';
import { effectsOn } from '../testing/key-effects.js';
import { everyKeyOf, size } from '../testing/key-scene.js';
import { context, requestFor } from '../testing/simulated.js';

const onCluster = (options: Json): JsonObject => ({ clusters: [{ DC0_C0: options }] });

everyKeyOf('the datacenter', (scene) => {
  const { failing, onHosts } = effectsOn(scene);
  return {
    name: failing({ datacenter: { name: 'DC9' } }, /no datacenter 'DC9'/),
    vm_folder: async () => {
      expect(await scene.nameOf((await scene.makeVm({ datacenter: { vm_folder: 'own' } })).folder)).toBe('own');
    },
    template_folder: failing({ datacenter: { template_folder: 'own' } }, /no stemcell/),
    disk_path: async () => {
      expect(await scene.diskIn({}, { disk_path: 'own' })).toMatch(/^\[LocalDS_1\] own\//);
    },
    datastore_pattern: async () => {
      expect((await scene.makeVm({ datacenter: { datastore_pattern: '_1$' } })).ephemeral?.fileName).toMatch(/^\[LocalDS_1\]/);
    },
    persistent_datastore_pattern: async () => {
      expect(await scene.diskIn({}, { persistent_datastore_pattern: '_0$' })).toMatch(/^\[LocalDS_0\]/);
    },
    clusters: async () => {
      const vm = await scene.makeVm({ datacenter: { clusters: ['DC0_C1'] } });
      expect(await scene.nameOf(vm.host)).toMatch(/^DC0_C1/);
    },
    'clusters.resource_pool': async () => {
      const { on } = scene;
      const cpi = on.cpiWith({}, onCluster({ resource_pool: 'DC0_C0_RP1' }));
      const own = await cpi.createStemcell(on.imagePath, {}, undefined, context());
      const { cid } = await cpi.createVm(requestFor(own, 1, { cloudProperties: size }), context());
      // a pool wants a folder of the Director's own
      const ref = await scene.find(`DC0/vm/BOSH_VMs/director/${cid}`);
      const { resourcePool } = await readProperties(on.vim, 'VirtualMachine', ref as Ref<'VirtualMachine'>, ['resourcePool']);
      expect(await scene.nameOf(resourcePool)).toBe('DC0_C0_RP1');
      await cpi.deleteVm(cid, context());
      await cpi.deleteStemcell(own, context());
    },
    'clusters.host_group': [
      onHosts({ datacenter: onCluster({ host_group: 'hg' }) }, true),
      onHosts({ datacenter: onCluster({ host_group: { name: 'hg' } }) }, false),
    ],
    use_sub_folder: failing({ datacenter: { use_sub_folder: true } }, /no stemcell/),
  };
});

everyKeyOf('an AZ', (scene) => {
  const { failing, inPool, onHosts, apart } = effectsOn(scene);
  const inAz = (options: Json): JsonObject => ({ datacenters: [{ name: 'DC0', ...onCluster(options) }] });
  return {
    'datacenters.name': failing({ vm: { datacenters: [{ name: 'DC9' }] } }, /'DC9'.*'DC0'/),
    'datacenters.clusters': failing({ vm: { datacenters: [{ name: 'DC0', clusters: ['C9'] }] } }, /no cluster 'C9'/),
    'datacenters.clusters.resource_pool': inPool({ vm: inAz({ resource_pool: 'DC0_C0_RP1' }) }),
    'datacenters.clusters.host_group': [
      onHosts({ vm: inAz({ host_group: { name: 'hg', drs_rule: 'MUST' } }) }, true),
      onHosts({ vm: inAz({ host_group: { name: 'hg', drs_rule: 'SHOULD' } }) }, false),
    ],
    'datacenters.clusters.drs_rules': apart({ vm: inAz({ drs_rules: [{ name: 'apart', type: 'separate_vms' }] }) }, 'apart'),
  };
});
