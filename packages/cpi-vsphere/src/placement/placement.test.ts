import { CodedError } from '@bosh6/base';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeDisk } from './place-disk.js';
import { placeVm, reaches } from './place-vm.js';

const cluster = (name: string, freeMemoryMib = 100_000, hosts = [`${name}-h`]) => ({ name, freeMemoryMib, hosts });
const datastore = (name: string, freeMib: number, hosts: string[], usable = true) => ({ name, freeMib, hosts, usable });
const needs = { ramMib: 1000, diskMib: 10_000, allows: () => true, disks: [] };

function codeOf(work: () => unknown): CodedError {
  try {
    work();
  } catch (error) {
    if (CodedError.is(error)) return error;
  }
  throw new Error('no coded error');
}

describe('where a VM goes', () => {
  it('to the cluster that its disks are near, before the one with more room', () => {
    const all = [datastore('big', 900_000, ['a-h']), datastore('small', 50_000, ['b-h'])];
    const clusters = [cluster('a'), cluster('b')];
    expect(placeVm(needs, clusters, all, () => 0.5)[0]?.cluster.name).toBe('a');
    expect(placeVm({ ...needs, disks: [{ datastore: 'small', sizeMib: 1 }] }, clusters, all, () => 0.5)[0]?.cluster.name).toBe('b');
  });

  it('counts the swap file and what a datastore keeps', () => {
    const room = (freeMib: number) => () => placeVm(needs, [cluster('a')], [datastore('d', freeMib, ['a-h'])], Math.random);
    expect(room(10_000 + 1000 + 128 + 1024 + 1)()).toHaveLength(1);
    expect(codeOf(room(10_000 + 1000 + 128 + 1024))).toMatchObject({ code: 'NoDiskSpace', message: expect.stringContaining("'d'") });
  });

  it('says of each cluster why not', () => {
    const clusters = [cluster('full', 1128), cluster('far')];
    const error = codeOf(() => placeVm(needs, clusters, [datastore('d', 1e6, ['full-h'])], Math.random));
    expect(error).toMatchObject({ code: 'VMCreationFailed', retryable: false });
    expect(error.message).toMatch(/'full' has 1128 MiB.*'far' reaches no datastore/);
  });

  it('never to a place without room, out of reach, in maintenance, or that the pattern leaves out; and to every other', () => {
    const hosts = fc.subarray(['h1', 'h2', 'h3']);
    const clusters = fc.array(fc.record({ name: fc.string(), freeMemoryMib: fc.nat(3000), hosts }), { maxLength: 4 });
    const stores = fc.array(
      fc.record({ name: fc.constantFrom('eph1', 'eph2', 'other'), freeMib: fc.nat(30_000), usable: fc.boolean(), hosts }),
    );
    fc.assert(
      fc.property(clusters, stores, fc.infiniteStream(fc.double({ min: 0, max: 0.99, noNaN: true })), (someClusters, some, stream) => {
        const wish = { ...needs, allows: (name: string) => name.startsWith('eph') };
        const good = someClusters.flatMap((one) =>
          some
            .filter((store) => one.freeMemoryMib > 1128 && store.name.startsWith('eph') && store.freeMib > 12_152 && reaches(one, store))
            .map((store) => [one, store]),
        );
        if (good.length === 0)
          return ['NoDiskSpace', 'VMCreationFailed'].includes(codeOf(() => placeVm(wish, someClusters, some, next)).code);
        const places = placeVm(wish, someClusters, some, next);
        expect(places).toHaveLength(good.length);
        for (const place of places) expect(good.some(([one, store]) => one === place.cluster && store === place.datastore)).toBe(true);
        return true;
        function next(): number {
          return stream.next().value ?? 0;
        }
      }),
    );
  });

  it('prefers free space, and spreads', () => {
    const all = [datastore('large', 80_000, ['a-h']), datastore('less', 40_000, ['a-h'])];
    let state = 7;
    const random = (): number => {
      state = (state * 16_807) % 2_147_483_647;
      return state / 2_147_483_647;
    };
    const first = Array.from({ length: 300 }, () => placeVm(needs, [cluster('a')], all, random)[0]?.datastore.name);
    const large = first.filter((name) => name === 'large').length;
    expect(large).toBeGreaterThan(190);
    expect(large).toBeLessThan(290);
  });
});

describe('where a disk goes', () => {
  it('to a datastore of its pattern with room; else it tells what there is', () => {
    const all = [datastore('p1', 5000, []), datastore('p2', 900, []), datastore('q', 1e6, []), datastore('p3', 1e6, [], false)];
    expect(placeDisk('disk-1', 3000, (name) => name.startsWith('p'), all, Math.random).map(({ name }) => name)).toEqual(['p1']);
    const error = codeOf(() => placeDisk('disk-1', 4000, (name) => name.startsWith('p'), all, Math.random));
    expect(error.code).toBe('NoDiskSpace');
    expect(error.message).toMatch(/disk-1.*'p1' has 5000 MiB free, 'p2' has 900/);
    expect(codeOf(() => placeDisk('disk-1', 1, () => false, all, Math.random)).message).toContain('none may be used');
  });
});
