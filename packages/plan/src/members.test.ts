import { describe, expect, test } from 'vitest';
import { decide } from './decide.js';
import { place } from './place.js';
import { carriedOut, cloudText, desire, emptySnapshot, manifestText, sameHashes } from './scenario.test.support.js';
import type { Snapshot } from './snapshot.js';

const group = { name: 'old', instances: 2, azs: ['z1'], networks: '[{name: v4}]', disk: true };
/** As from a time when there were no AZs. */
const cloudBefore = cloudText
  .replace('azs: [{name: z1}, {name: z2}, {name: z3}]\n', '')
  .replace(/, azs: \[[z0-9, ]+\]/g, '')
  .replace(', az: z1', '');
const textBefore = manifestText([group]).replace(', azs: [z1]', '');
const before = carriedOut(place(emptySnapshot, desire(textBefore, cloudBefore)));
const textAfter = (migrations: string, name = 'new', azs = ['z1', 'z2']): string =>
  manifestText([{ ...group, name, azs }]).replace('jobs:', `migrated_from: ${migrations}, jobs:`);
const migrated = (migrations: string, name?: string, from: Snapshot = before) => place(from, desire(textAfter(migrations, name)));

describe('instances that were made without an AZ', () => {
  test('are in the one that migrated_from says: they keep UUID, index, disk and address', () => {
    const placement = migrated('[{name: old, az: z1}]');
    expect(placement.obsolete).toEqual([]);
    expect(placement.instances.map(({ uuid, az, index, existing }) => [uuid, az, index, existing?.disk?.cid])).toEqual(
      before.instances.map(({ uuid, index, disk }) => [uuid, 'z1', index, disk?.cid]),
    );
    const plan = decide(placement, sameHashes(placement));
    expect(plan.instances.map(({ action, disk }) => [action, disk])).toEqual([
      ['update', 'keep'],
      ['update', 'keep'],
    ]);
    expect(plan.instances[0]?.changes).toContainEqual({
      kind: 'job',
      reason: "it comes to AZ 'z1'",
      values: [{ name: 'az', after: 'z1' }],
    });
  });

  test('so too of a group that keeps its name; once that is done, nothing more is to do', () => {
    const placement = migrated('[{name: old, az: z1}]', 'old');
    expect(placement.instances.map(({ uuid, az }) => [uuid, az])).toEqual(before.instances.map(({ uuid }) => [uuid, 'z1']));
    const again = migrated('[{name: old, az: z1}]', 'old', carriedOut(placement));
    expect(decide(again, sameHashes(again)).isNoop).toBe(true);
  });

  test('get the AZ of each former group where several become one', () => {
    const cloud = cloudBefore.replaceAll(/ {2}- \{range: 10\.0\.[12]\.0.*\n/g, '');
    const two = manifestText([
      { ...group, name: 'a', instances: 1 },
      { ...group, name: 'b', instances: 1 },
    ]).replaceAll(', azs: [z1]', '');
    const from = carriedOut(place(emptySnapshot, desire(two, cloud)));
    const both = cloudText.replace('azs: [z1], static: [10', 'azs: [z1, z2], static: [10');
    const placement = place(from, desire(textAfter('[{name: a, az: z1}, {name: b, az: z2}]'), both));
    const azs = new Map(placement.instances.map(({ existing, az }) => [existing?.group, az]));
    expect([azs.get('a'), azs.get('b'), placement.obsolete]).toEqual(['z1', 'z2', []]);
  });

  test('have to be given one when the group has AZs', () => {
    expect(() => migrated('[{name: old}]')).toThrow(
      expect.objectContaining({
        code: 'MigratedFromNoAz',
        number: 190018,
        where: expect.objectContaining({ pointer: '/instance_groups/0/migrated_from/0' }),
      }),
    );
  });
});

test('one that is in another AZ than migrated_from says is refused', () => {
  const from = carriedOut(place(emptySnapshot, desire(manifestText([{ ...group, azs: ['z2'] }]))));
  expect(() => migrated('[{name: old, az: z1}]', 'new', from)).toThrow(
    expect.objectContaining({
      code: 'MigratedFromOtherAz',
      number: 190018,
      where: expect.objectContaining({ pointer: '/instance_groups/0/migrated_from/0/az' }),
    }),
  );
});
