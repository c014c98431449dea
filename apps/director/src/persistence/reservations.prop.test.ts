import { IpRange } from '@bosh6/ip';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { NewReservation } from './repositories/reservation-repository.js';
import type { Store } from './store.js';
import { type OpenedStore, storeKinds } from './stores.test.suite.js';

interface Order {
  writer: 0 | 1;
  /** Reserved together or not at all. */
  ranges: readonly string[];
}

const aligned = (bits: number, at: number): number => at - (at % 2 ** (32 - bits));
const range = fc
  .tuple(fc.boolean(), fc.integer({ min: 0, max: 255 }), fc.constantFrom(26, 28, 30, 31, 32, 32, 32))
  .map(([four, at, bits]) => (four ? `10.0.9.${aligned(bits, at)}/${bits}` : `2001:db8::${aligned(bits, at).toString(16)}/${bits + 96}`));
const orders = fc.array(fc.record({ writer: fc.constantFrom<(0 | 1)[]>(0, 1), ranges: fc.array(range, { minLength: 1, maxLength: 4 }) }), {
  maxLength: 16,
});

const overlap = (a: IpRange, b: IpRange): boolean => a.family === b.family && a.overlaps(b);
const pairs = <T>(list: readonly T[]): [T, T][] => list.flatMap((a, index) => list.slice(index + 1).map((b): [T, T] => [a, b]));

function row(text: string, owner: string): NewReservation {
  const { family, first, last } = IpRange.parse(text);
  const holder = { instanceId: null, vmId: null, taskId: null, nicGroup: null, network: 'default', kind: 'dynamic' } as const;
  return { family, first: first.toBytes16(), last: last.toBytes16(), prefix: Number(text.split('/')[1]), owner, ...holder };
}

class Refused extends Error {}

/** Whether the whole order was stored. */
async function fulfil(store: Store, { ranges }: Order, owner: string): Promise<boolean> {
  try {
    await store.write(async (tx) => {
      const clash = await tx.reservations.insertAllUnlessOverlap(ranges.map((text) => row(text, owner)));
      if (clash !== undefined) throw new Refused();
    });
    return true;
  } catch (error) {
    if (error instanceof Refused) return false;
    throw error;
  }
}

describe.each(storeKinds)('reservations of two writers on one $name', (kind) => {
  let opened: OpenedStore;
  let stores: readonly [Store, Store];
  beforeAll(async () => {
    opened = await kind.open();
    stores = [opened.store, await opened.other()];
  });
  afterAll(() => opened.close());

  it('never overlap, are stored whole or not at all, and are refused only for one that is held', async () => {
    await fc.assert(
      fc
        .asyncProperty(fc.scheduler(), orders, async (scheduler, wanted) => {
          const begin = scheduler.scheduleFunction(async (order: Order, owner: string) => ({
            stored: fulfil(stores[order.writer], order, owner),
          }));
          const asked = wanted.map((order, index) => begin(order, `${index}`));
          await scheduler.waitAll();
          const stored = await Promise.all(asked.map(async (answer) => (await answer).stored));

          const held = (await stores[0].read.reservations.all()).map(({ owner, family, first, last, prefix }) => ({
            owner,
            text: wanted[Number(owner)]?.ranges.find((one) => {
              const { family: f, first: a, last: b } = IpRange.parse(one);
              return (
                f === family &&
                Buffer.compare(a.toBytes16(), first) === 0 &&
                Buffer.compare(b.toBytes16(), last) === 0 &&
                one.endsWith(`/${prefix}`)
              );
            }),
          }));
          const expected = wanted.flatMap(({ ranges }, index) =>
            stored[index] ? ranges.map((text) => ({ owner: `${index}`, text })) : [],
          );
          const sorted = (list: readonly { owner: string; text: string | undefined }[]): string[] =>
            list.map(({ owner, text }) => `${owner} ${text}`).sort();
          expect(sorted(held)).toEqual(sorted(expected));

          const ranges = expected.map(({ text }) => IpRange.parse(text));
          expect(pairs(ranges).filter(([a, b]) => overlap(a, b))).toEqual([]);
          for (const [index, { ranges: refused }] of wanted.entries()) {
            if (stored[index]) continue;
            const own = refused.map((text) => IpRange.parse(text));
            expect(pairs(own).some(([a, b]) => overlap(a, b)) || own.some((one) => ranges.some((other) => overlap(one, other)))).toBe(true);
          }
        })
        .afterEach(() => stores[0].write(async (tx) => void (await tx.reservations.delete({ kind: 'dynamic' })))),
      { numRuns: 40 },
    );
  });
});
