import { expect } from 'vitest';
import { nicsOf } from '../devices/hardware.js';
import { effectsOn } from '../testing/key-effects.js';
import { everyKeyOf } from '../testing/key-scene.js';

everyKeyOf('a network', (scene) => ({
  name: async () => {
    const networks = { a: { type: 'manual', ip: '10.5.0.1', cloud_properties: { name: 'DVS0/DC0_DVPG0' } } };
    const { devices, networks: found } = await scene.makeVm({ networks });
    expect(nicsOf(devices)).toHaveLength(1);
    expect(await Promise.all((found ?? []).map((ref) => scene.nameOf(ref)))).toEqual(['DC0_DVPG0']);
  },
}));

everyKeyOf('a disk type', (scene) => ({
  type: effectsOn(scene).diskType({ type: 'eagerZeroedThick' }, {}, 'eagerZeroedThick'),
  datastores: async () => {
    expect(await scene.diskIn({ datastores: ['LocalDS_0'] })).toMatch(/^\[LocalDS_0\]/);
  },
}));
