import { expect, test } from 'vitest';
import { blobFamily, busUrls } from './endpoints.js';

const config = {
  endpoints: [
    { family: 4 as const, address: '10.0.9.151' },
    { family: 6 as const, address: '2601:646:100:69f1::151' },
  ],
  bus: { embedded: { port: 4222 }, ca: { certificate: '', privateKey: '' } },
};
const v4 = (ip: string, gateway = false) => ({
  type: 'manual',
  ip,
  netmask: '255.255.255.0',
  ...(gateway ? { default: ['gateway'] } : {}),
});
const v6 = (ip: string, gateway = false) => ({
  type: 'manual',
  ip,
  netmask: 'ffff:ffff:ffff:ffff::',
  ...(gateway ? { default: ['gateway'] } : {}),
});

test('a VM gets the endpoints of the families that it has', () => {
  expect(busUrls(config, { a: v4('10.0.9.5') })).toEqual(['nats://10.0.9.151:4222']);
  expect(busUrls(config, { b: v6('2601:646:100:69f1::165') })).toEqual(['nats://[2601:646:100:69f1::151]:4222']);
  expect(busUrls(config, { a: v4('10.0.9.5'), b: v6('2601:646:100:69f1::165') })).toHaveLength(2);
});

test("what is on the VM's own link comes first, then what its default route leads to", () => {
  expect(blobFamily(config, { a: v4('10.0.9.5'), b: v6('fd00::5', true) })).toBe(4);
  expect(blobFamily(config, { a: v4('192.168.1.5'), b: v6('fd00::5', true) })).toBe(6);
});

test('of a nats-server a VM gets the addresses of its families, and every name', () => {
  const servers = ['10.0.9.7', 'fd00::7', 'bus.internal'].map((host) => ({ host, port: 4222 }));
  const external = { ...config, bus: { natsServer: { servers, usersFile: '', reload: ['true'] }, ca: config.bus.ca } };
  expect(busUrls(external, { a: v4('10.0.9.5') })).toEqual(['nats://10.0.9.7:4222', 'nats://bus.internal:4222']);
  expect(busUrls(external, { b: v6('2601:646:100:69f1::165') })).toEqual(['nats://[fd00::7]:4222', 'nats://bus.internal:4222']);
  expect(busUrls(external, { c: { type: 'dynamic' } })).toHaveLength(3);
});
