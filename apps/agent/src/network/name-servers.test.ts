import { expect, test } from 'vitest';
import { nameServers } from './name-servers.js';

const [four, otherFour, thirdFour, six, otherSix] = ['8.8.8.8', '8.8.4.4', '9.9.9.9', '2001:4860:4860::8888', '2001:4860:4860::8844'];

test('the only network has its own order', () => {
  expect(nameServers({ a: { dns: [four, otherFour, six] }, v: { type: 'vip', dns: [otherSix] } })).toEqual([four, otherFour, six]);
  expect(nameServers({})).toEqual([]);
});

test('of several networks only those that are the default for dns count, else the first that has any', () => {
  expect(nameServers({ a: { dns: [four] }, b: { dns: [six], default: ['dns'] } })).toEqual([six]);
  expect(nameServers({ a: {}, b: { dns: [six] }, c: { dns: [four] } })).toEqual([six]);
  expect(nameServers({ a: { default: ['dns'] }, b: { dns: [four] } })).toEqual([four]);
});

test('a dual-stack network gives the servers of both families, in turns, each once', () => {
  const both = (a: string[], b: string[]): string[] => nameServers({ a: { dns: a, default: ['dns'] }, b: { dns: b, default: ['dns'] } });
  expect(both([four], [six])).toEqual([four, six]);
  expect(both([four, otherFour, thirdFour], [six, otherSix])).toEqual([four, six, otherFour, otherSix, thirdFour]);
  expect(both([six], [four, otherFour, '2001:4860:4860:0::8888'])).toEqual(['2001:4860:4860:0::8888', four, otherFour]);
});
