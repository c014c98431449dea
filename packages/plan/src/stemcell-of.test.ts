import { expect, test } from 'vitest';
import { decide } from './decide.js';
import { place } from './place.js';
import { carriedOut, cloudText, desire, emptySnapshot, manifestText, sameHashes } from './scenario.test.support.js';

const onTwo = cloudText.replace('{name: z1}, {name: z2}', '{name: z1, cpi: one}, {name: z2, cpi: two}');
const text = manifestText([{ name: 'g', instances: 2, azs: ['z1', 'z2'], networks: '[{name: v6}]' }]);
const stemcell = (cpi: string, name: string) => ({ alias: 'default', name, os: 'o', version: '1', cid: `c-${cpi}`, apiVersion: 3, cpi });

test('each instance is of the stemcell that the CPI of its AZ has, compilation of that of its own', () => {
  const desired = { ...desire(text, onTwo), stemcells: [stemcell('two', 's-two'), stemcell('one', 's-one')] };
  const placement = place(emptySnapshot, desired);
  expect(placement.instances.map(({ az, stemcell: { cid } }) => [az, cid])).toEqual([
    ['z1', 'c-one'],
    ['z2', 'c-two'],
  ]);
  expect(decide(placement, {}).compile.map((step) => step.stemcell.cid)).toEqual(['c-one', 'c-one']);
});

test('a CPI without the stemcell is 50003: of an AZ, or of compilation when something is to be compiled', () => {
  const desired = { ...desire(text, onTwo), stemcells: [stemcell('one', 's')] };
  expect(() => place(emptySnapshot, desired)).toThrow(
    expect.objectContaining({
      number: 50003,
      where: { pointer: '/instance_groups/0/stemcell' },
      message: expect.stringContaining("CPI 'two'"),
    }),
  );
  const compilingOnTwo = onTwo.replace('az: z1, vm_type', 'az: z2, vm_type').replace('network: v4', 'network: v6');
  const elsewhere = { ...desire(text.replace('[z1, z2]', '[z1]'), compilingOnTwo), stemcells: [stemcell('one', 's')] };
  const placement = place(emptySnapshot, elsewhere);
  expect(() => decide(placement, {})).toThrow(expect.objectContaining({ number: 50003, message: expect.stringContaining("CPI 'two'") }));
  const compiled = carriedOut(placement);
  expect(decide(place(compiled, elsewhere), sameHashes(placement)).isNoop).toBe(true);
});

test('cloud properties are those that the CPI of the AZ calculated', () => {
  const sized = desire(text.replace('vm_type: small', 'vm_resources: {cpu: 1, ram: 1, ephemeral_disk_size: 1}'), onTwo);
  const calculated = { g: { one: { size: 'm' }, two: { size: 'medium' } } };
  const { instances } = place(emptySnapshot, { ...sized, calculated, stemcells: [stemcell('one', 's'), stemcell('two', 's')] });
  expect(instances.map(({ cloudProperties }) => cloudProperties)).toEqual([{ size: 'm' }, { size: 'medium' }]);
});
