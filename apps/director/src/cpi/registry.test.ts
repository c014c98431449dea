import { expect, test } from 'vitest';
import { createCpis } from './registry.js';

const create =
  (properties: Record<string, unknown>, type = 'local') =>
  () =>
    createCpis({ cpi: { type, properties } });

test('the local CPI of its properties', async () => {
  const cpis = create({ socket: '/lab.sock', agent: { ntp: ['ntp.test'] } })();
  expect(await cpis.get('').info({} as never)).toMatchObject({ api_version: 2 });
  await cpis.close?.();
});

test.each([
  [{}, '/cpi/properties/socket'],
  [{ socket: 5 }, '/cpi/properties/socket'],
  [{ socket: '/s', agent: { ntp: 'one' } }, '/cpi/properties/agent/ntp'],
])('properties %j are refused with their place', (properties, pointer) => {
  expect(create(properties)).toThrow(expect.objectContaining({ code: 'CpiPropertiesInvalid', where: { pointer } }));
});

test('a type that is not built in, as toString', () => {
  expect(create({}, 'toString')).toThrow(expect.objectContaining({ code: 'CpiTypeUnknown' }));
});
