import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dependentsOf, loopIn } from './dependents.js';

const chain = [
  { name: 'a', dependsOn: ['b'] },
  { name: 'b', dependsOn: ['c', 'x'] },
  { name: 'c', dependsOn: ['d'] },
  { name: 'd', dependsOn: [] },
];

test('the farthest go down first', () => {
  expect(dependentsOf('d', chain)).toEqual(['a', 'b', 'c']);
  expect(dependentsOf('a', chain)).toEqual([]);
  expect(loopIn(chain)).toBeUndefined();
});

test('a circle is found, and does not hold anybody up', () => {
  const circle = [...chain, { name: 'd', dependsOn: ['b'] }].slice(0, 3).concat({ name: 'd', dependsOn: ['b'] });
  expect(loopIn(circle)).toEqual(['b', 'c', 'd', 'b']);
  expect(dependentsOf('d', circle).sort()).toEqual(['a', 'b', 'c']);
});

/** Whoever comes later depends only on who came before. */
const ordered = fc
  .array(fc.array(fc.nat(20), { maxLength: 3 }), { maxLength: 12 })
  .map((all) => all.map((on, index) => ({ name: String(index), dependsOn: [...new Set(on.filter((each) => each < index).map(String))] })));

test('everybody who depends on it is there once, after all that depend on him', () => {
  fc.assert(
    fc.property(ordered, (services) => {
      expect(loopIn(services)).toBeUndefined();
      for (const { name } of services) {
        const down = dependentsOf(name, services);
        expect(new Set(down).size).toBe(down.length);
        const place = new Map([...down, name].map((each, index) => [each, index]));
        for (const each of services) {
          const needed = each.dependsOn.filter((other) => place.has(other));
          expect(place.has(each.name)).toBe(each.name === name || needed.length > 0);
          for (const other of needed) expect(place.get(each.name) ?? 0).toBeLessThan(place.get(other) ?? 0);
        }
      }
    }),
  );
});
