import type { JsonObject } from '@bosh6/base';
import { expect } from 'vitest';
import type { Effect, Given, Scene } from './key-scene.js';

const policy = 'vSAN Default Storage Policy';

/** Effects that several keys have. */
export function effectsOn(scene: Scene) {
  const failing =
    (given: Given, message: RegExp): Effect =>
    async () => {
      await expect(scene.makeVm(given)).rejects.toMatchObject({ code: 'VMCreationFailed', message: expect.stringMatching(message) });
    };
  const sends =
    (given: Given, sent: object): Effect =>
    async () => {
      expect((await scene.makeVm(given)).sent).toMatchObject(sent);
    };
  const versionOf =
    (given: Given, version: string): Effect =>
    async () => {
      expect((await scene.makeVm(given)).config?.version).toBe(version);
    };
  const inPool =
    (given: Given): Effect =>
    async () => {
      expect(await scene.nameOf((await scene.makeVm(given)).pool)).toBe('DC0_C0_RP1');
    };
  const onHosts =
    (given: Given, mandatory: boolean): Effect =>
    async () => {
      const vm = await scene.makeVm(given);
      const { rule = [], group = [] } = await scene.clusterConfig();
      const name = `hg_${mandatory ? 'MUST' : 'SHOULD'}_vm_group`;
      expect(rule).toMatchObject([
        { $type: 'ClusterVmHostRuleInfo', mandatory, vmGroupName: name, affineHostGroupName: 'hg', enabled: true },
      ]);
      expect(group.find((one) => one.name === name)).toMatchObject({ vm: [vm.ref] });
      if (mandatory) expect(await scene.nameOf(vm.host)).toBe('DC0_C0_H1');
      await scene.deleteLast();
      expect((await scene.clusterConfig()).rule ?? []).toEqual([]);
      expect((await scene.clusterConfig()).group).toEqual(scene.groups);
    };
  const apart =
    (given: Given, name: string): Effect =>
    async () => {
      const vm = await scene.makeVm(given);
      const own = (await scene.clusterConfig()).rule?.find((one) => one.name === name);
      expect(own).toMatchObject({ $type: 'ClusterAntiAffinityRuleSpec', vm: [vm.ref] });
      await scene.changeCluster({ $type: 'ClusterConfigSpecEx', rulesSpec: [{ operation: 'remove', removeKey: own?.key }] });
    };
  const byPolicy =
    (keys: (name: string) => Given): Effect =>
    async () => {
      const { location, sent } = await scene.makeVm({ ...keys(policy), datacenter: { datastore_pattern: '^none$' } });
      const profile = [{ profileId: expect.any(String) }];
      expect(location).toMatchObject({ profile });
      expect(sent).toMatchObject({ vmProfile: profile });
    };
  const diskType =
    (properties: JsonObject, vcenter: JsonObject, type: string): Effect =>
    async () => {
      await scene.diskIn(properties, {}, vcenter);
      expect(await scene.on.vcsim.last('CreateVirtualDisk_Task')).toMatchObject({ spec: { diskType: type } });
    };
  return { failing, sends, versionOf, inPool, onHosts, apart, byPolicy, diskType };
}
