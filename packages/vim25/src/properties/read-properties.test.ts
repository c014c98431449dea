import { describe, expectTypeOf, it } from 'vitest';
import type { Ref } from '../schema/values.js';
import type { Vim } from '../vim.js';
import type { listObjects } from './list-objects.js';
import { readObjects } from './read-objects.js';
import { readProperties } from './read-properties.js';

// The compiler is what tests here: `npm run build` fails where one of these is not so.
describe('properties of an object whose class others extend', () => {
  const portgroup = { type: 'DistributedVirtualPortgroup', value: 'dvportgroup-1' } as Ref<'DistributedVirtualPortgroup'>;
  const network = portgroup as Ref<'Network'>;

  it('are typed by the class that is named, whichever the object is of', () => {
    const read = async (vim: Vim) => [
      await readProperties(vim, 'Network', network, ['name']),
      await readProperties(vim, 'Network', portgroup, ['name']),
      await readProperties(vim, 'ManagedEntity', network, ['name']),
      await readProperties(vim, network.type, network, ['name']),
    ];
    expectTypeOf<Awaited<ReturnType<typeof read>>[number]>().toEqualTypeOf<{ readonly name?: string }>();
    const rows = (vim: Vim) => readObjects(vim, 'Network', [portgroup, network], ['name']);
    expectTypeOf<Awaited<ReturnType<typeof rows>>[number]['properties']>().toEqualTypeOf<{ readonly name?: string }>();
    expectTypeOf<Awaited<ReturnType<typeof listObjects<'Network', 'name'>>>[number]['ref']>().toEqualTypeOf<Ref<'Network'>>();
  });

  it('are those of the class that extends it once a look at the reference told which it is', () => {
    const read = async (vim: Vim) =>
      network.type === 'DistributedVirtualPortgroup' ? readProperties(vim, network.type, network, ['key', 'name']) : undefined;
    expectTypeOf<Awaited<ReturnType<typeof read>>>().toEqualTypeOf<{ readonly key?: string; readonly name?: string } | undefined>();
    // @ts-expect-error a folder is no network
    void ((vim: Vim) => readProperties(vim, 'Network', { type: 'Folder', value: 'group-1' }, ['name']));
  });

  it('are inferred in a destructuring with defaults beside another answer', () => {
    const read = async (vim: Vim, owner?: Ref<'DistributedVirtualSwitch'>): Promise<string> => {
      const { uuid = '' } = owner === undefined ? {} : await readProperties(vim, 'DistributedVirtualSwitch', owner, ['uuid']);
      return uuid;
    };
    void read;
  });
});
