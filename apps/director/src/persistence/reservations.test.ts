import { IntervalSet, IpRange } from '@bosh6/ip';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { NewReservation } from './repositories/reservation-repository.js';
import type { ReservationRow } from './rows/index.js';
import type { Store } from './store.js';
import { type OpenedStore, storeKinds } from './stores.test.suite.js';

function reservation(range: string, owner = range): NewReservation {
  const { family, first, last } = IpRange.parse(range);
  const prefix = Number(range.split('/')[1] ?? (family === 4 ? 32 : 128));
  const holder = { instanceId: 1, vmId: null, taskId: null, nicGroup: null, network: 'default', kind: 'dynamic' } as const;
  return { family, first: first.toBytes16(), last: last.toBytes16(), prefix, owner, ...holder };
}

describe.each(storeKinds)('reservations on $name', (kind) => {
  let opened: OpenedStore;
  let store: Store;
  beforeAll(async () => {
    opened = await kind.open();
    store = opened.store;
  });
  afterAll(() => opened.close());
  beforeEach(async () => {
    await store.write(async (tx) => {
      for (const { id } of await tx.reservations.all()) await tx.reservations.delete({ id });
    });
  });
  const reserve = (range: string, owner?: string, of: Store = store) =>
    of.write((tx) => tx.reservations.insertUnlessOverlap(reservation(range, owner)));

  it('come back as they went in', async () => {
    const answer = await reserve('2001:db8:1000::/80');
    if (!answer.inserted) throw new TypeError('taken');
    const [found] = await store.read.reservations.all();
    expect({ ...found, first: Buffer.from(found?.first ?? []), last: Buffer.from(found?.last ?? []) }).toEqual({
      ...answer.row,
      first: Buffer.from(answer.row.first),
      last: Buffer.from(answer.row.last),
    });
    expect(found).toMatchObject({ family: 6, prefix: 80, vmId: null });
  });

  it.each([
    ['10.0.9.5', '10.0.9.5', true],
    ['10.0.9.5', '10.0.9.6', false],
    ['10.0.9.5', '10.0.9.0/24', true],
    ['10.0.9.0/24', '10.0.9.255', true],
    ['10.0.9.0/24', '10.0.10.0', false],
    ['2001:db8::/80', '2001:db8::ffff:ffff:ffff', true],
    ['2001:db8::/80', '2001:db8::1:0:0:0', false],
    ['2001:db8::1', '2001:db8::/80', true],
    ['2001:db8::/64', '2001:db8::1:0:0:0/80', true],
    ['2001:db8::1:0:0:0/80', '2001:db8::2:0:0:0/80', false],
    // One number in two families.
    ['10.0.9.5', '::ffff:10.0.9.5', false],
    ['0.0.0.0', '::', false],
    ['ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff', '255.255.255.255', false],
  ])('%s, then %s: in the way is %s', async (first, second, overlap) => {
    expect(await reserve(first)).toMatchObject({ inserted: true });
    expect(await reserve(second)).toMatchObject(overlap ? { inserted: false, taken: { owner: first } } : { inserted: true });
  });

  it('name the one in the way among many', async () => {
    for (let host = 0; host < 50; host += 2) await reserve(`10.0.9.${host}`);
    expect(await reserve('10.0.9.24')).toMatchObject({ taken: { owner: '10.0.9.24' } });
    expect(await reserve('10.0.9.25')).toMatchObject({ inserted: true });
    expect(await reserve('10.0.9.24/30')).toMatchObject({ inserted: false });
  });

  it('never overlap, and count as used, whatever is asked in whatever order', async () => {
    const length = fc.constantFrom(24, 26, 28, 30, 31, 32);
    const host = fc.integer({ min: 0, max: 255 });
    const four = fc.tuple(host, length).map(([at, bits]) => `10.0.9.${at - (at % 2 ** (32 - bits))}/${bits}`);
    const six = fc.tuple(host, length).map(([at, bits]) => `2001:db8::${(at - (at % 2 ** (32 - bits))).toString(16)}/${bits + 96}`);
    await fc.assert(
      fc
        .asyncProperty(fc.array(fc.oneof(four, six), { maxLength: 25 }), async (ranges) => {
          const held: IpRange[] = [];
          for (const text of ranges) {
            const range = IpRange.parse(text);
            const free = held.every((one) => one.family !== range.family || !one.overlaps(range));
            expect((await reserve(text)).inserted).toBe(free);
            if (free) held.push(range);
          }
          const used = await store.read.reservations.usedIntervals();
          expect(used.equals(IntervalSet.of(...held))).toBe(true);
        })
        .afterEach(() => store.write(async (tx) => void (await tx.reservations.delete({ kind: 'dynamic' })))),
      { numRuns: 30 },
    );
  });

  it('go in many at once, or not: the first that is in the way is named, of the table or among themselves', async () => {
    const all = (...ranges: string[]) =>
      store.write((tx) => tx.reservations.insertAllUnlessOverlap(ranges.map((range) => reservation(range))));
    const many = Array.from({ length: 1100 }, (_, host) => `2001:db8::${host.toString(16)}`);
    expect(await all(...many)).toBeUndefined();
    expect(await store.read.reservations.count()).toBe(1100);
    expect(await all()).toBeUndefined();
    expect(await all('10.0.9.1', '2001:db8::400', '2001:db8:1::/80')).toMatchObject({
      row: { owner: '2001:db8::400' },
      taken: { owner: '2001:db8::400', id: expect.any(Number) },
    });
    expect(await all('10.0.8.1', '2001:db8:2::/80', '2001:db8:2::ff', '10.0.8.2')).toMatchObject({
      row: { owner: '2001:db8:2::ff' },
      taken: { owner: '2001:db8:2::/80' },
    });
    expect(await all('10.0.7.1', '::ffff:10.0.7.1')).toBeUndefined();
  });

  it('give an address to one of two Directors, and tell the other who', async () => {
    const wanted = Array.from({ length: 20 }, (_, host) => `10.0.9.${host}`);
    const ask = (of: Store, owner: string) => Promise.all(wanted.map((range) => reserve(range, owner, of)));
    const [ours, theirs] = await Promise.all([ask(store, 'a'), ask(await opened.other(), 'b')]);
    for (const [index, mine] of ours.entries()) {
      const other = theirs[index];
      expect([mine.inserted, other?.inserted].filter(Boolean)).toHaveLength(1);
      if (!mine.inserted) expect(mine.taken.owner).toBe('b');
      if (other?.inserted === false) expect(other.taken.owner).toBe('a');
    }
  });

  it('of no instance, and of some', async () => {
    await store.write(async (tx) => {
      await tx.reservations.insertUnlessOverlap({ ...reservation('10.0.9.1'), instanceId: 7 });
      await tx.reservations.insertUnlessOverlap({ ...reservation('10.0.9.2'), instanceId: null });
      await tx.reservations.insertUnlessOverlap({ ...reservation('10.0.9.3'), instanceId: 8 });
    });
    const owners = (rows: readonly { owner: string }[]): string[] => rows.map(({ owner }) => owner);
    expect(owners(await store.read.reservations.ofNobody())).toEqual(['10.0.9.2']);
    expect(owners(await store.read.reservations.ofInstances([8, 7]))).toEqual(['10.0.9.1', '10.0.9.3']);
    expect(await store.read.reservations.ofInstances([])).toEqual([]);
  });

  it('of what is gone, but not of a VM that outlived its instance', async () => {
    await store.write(async (tx) => {
      const instance = { uuid: 'u', deploymentId: 1, group: 'g', index: 0, az: null, bootstrap: true, state: 'started', spec: {} } as const;
      const { id: instanceId } = await tx.instances.insert({ ...instance, updateCompleted: true, ignore: false });
      const stemcell = { stemcellName: 'lab', stemcellVersion: '1', stemcellApiVersion: 3 };
      const none = {
        env: {},
        cloudProperties: {},
        networks: {},
        askedNetworks: null,
        permanentCredentials: false,
        trustedCerts: null,
        createdAt: 0,
      };
      const vm = await tx.vms.insert({ instanceId: 98, agentId: 'a', cid: 'vm-1', active: true, cpi: '', ...stemcell, ...none });
      const orphan = { cid: 'vm-2', agentId: 'b', cpi: '', az: null, deploymentName: 'd', instanceName: 'g/u', orphanedAt: 0 };
      const { id: orphanedVmId } = await tx.orphanedVms.insert(orphan);
      const held: Record<string, Partial<ReservationRow>> = {
        'of an instance': {},
        'of no instance': { instanceId: 99 },
        'of an instance that its VM outlived': { instanceId: 98 },
        'of a VM': { vmId: vm.id },
        'of no VM': { vmId: 96 },
        'of an orphaned VM': { instanceId: null, orphanedVmId },
        'of no orphaned VM': { instanceId: null, orphanedVmId: 97 },
        'of a compilation VM': { instanceId: null },
      };
      for (const [at, [owner, of]] of Object.entries(held).entries()) {
        const answer = await tx.reservations.insertUnlessOverlap({ ...reservation(`10.0.8.${at}`, owner), instanceId });
        if (answer.inserted) await tx.reservations.update({ id: answer.row.id }, { owner, ...of });
      }
      await tx.reservations.forgetGoneVms();
    });
    const owners = (rows: readonly { owner: string }[]): string[] => rows.map(({ owner }) => owner);
    expect(owners(await store.read.reservations.ofGone())).toEqual(['of no instance', 'of no orphaned VM']);
    expect(owners((await store.read.reservations.all()).filter(({ vmId }) => vmId !== null))).toEqual(['of a VM']);
  });
});
