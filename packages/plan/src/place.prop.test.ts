import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decide } from './decide.js';
import { place } from './place.js';
import { carriedOut, desire, emptySnapshot, type GroupText, manifestText, sameHashes } from './scenario.test.support.js';

const azs = fc.subarray(['z1', 'z2', 'z3'], { minLength: 1 });
const group = (name: string): fc.Arbitrary<GroupText> =>
  fc.record({
    name: fc.constant(name),
    instances: fc.integer({ min: 0, max: 5 }),
    azs,
    networks: fc.constantFrom('[{name: v4}]', '[{name: v6}]', '[{name: v4}, {name: v6, default: [dns, gateway]}]'),
    disk: fc.boolean(),
  });
const groups = fc.tuple(group('one'), group('two'), group('three'));
const runs = { numRuns: 150 };

test('placing again with its own result changes nothing', () => {
  fc.assert(
    fc.property(groups, (wanted) => {
      const desired = desire(manifestText(wanted));
      const first = place(emptySnapshot, desired);
      const snapshot = carriedOut(first);
      const second = place(snapshot, desired);
      expect(carriedOut(second)).toEqual(snapshot);
      expect(second.obsolete).toEqual([]);
      const plan = decide(second, sameHashes(second));
      expect(plan.isNoop).toBe(true);
      expect(plan.instances.flatMap(({ changes }) => changes)).toEqual([]);
    }),
    runs,
  );
});

test('no two instances ever share an address, whatever came before', () => {
  fc.assert(
    fc.property(groups, groups, (before, after) => {
      const placed = place(carriedOut(place(emptySnapshot, desire(manifestText(before)))), desire(manifestText(after)));
      const held = placed.obsolete.flatMap(({ reservations }) => reservations.map(({ address }) => address));
      const all = [...placed.instances.flatMap(({ reservations }) => reservations.map(({ address }) => address)), ...held];
      expect(new Set(all).size).toBe(all.length);
      const uuids = placed.instances.map(({ uuid }) => uuid);
      expect(new Set(uuids).size).toBe(uuids.length);
    }),
    runs,
  );
});

test('every group has its instances, one bootstrap, different indexes, AZs within one of each other without disks', () => {
  fc.assert(
    fc.property(groups, groups, (before, after) => {
      const placed = place(carriedOut(place(emptySnapshot, desire(manifestText(before)))), desire(manifestText(after)));
      for (const wanted of after) {
        const own = placed.instances.filter(({ group: name }) => name === wanted.name);
        expect(own).toHaveLength(wanted.instances);
        expect(new Set(own.map(({ index }) => index)).size).toBe(own.length);
        expect(own.filter(({ bootstrap }) => bootstrap)).toHaveLength(Math.min(1, own.length));
        if (own.some(({ existing }) => existing?.disk !== undefined)) continue;
        const counts = wanted.azs.map((az) => own.filter((instance) => instance.az === az).length);
        expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
      }
    }),
    runs,
  );
});

test('a placement and a plan are plain data', () => {
  fc.assert(
    fc.property(groups, (wanted) => {
      const placement = place(emptySnapshot, desire(manifestText(wanted)));
      expect(structuredClone(placement)).toEqual(placement);
      const plan = decide(placement, sameHashes(placement));
      expect(structuredClone(plan)).toEqual(plan);
    }),
    { numRuns: 20 },
  );
});
