import { expect, test } from 'vitest';
import type { PlannedNic } from '../plan.js';
import { isOfOthers } from './unit-match.js';

const nic = (name: string, mac: string, untouched: boolean): PlannedNic => ({
  name,
  mac,
  untouched,
  addresses: [],
  delegated: [],
  ipv6: false,
  acceptRa: false,
});
const nics = [nic('eth0', '02:00:00:00:00:01', false), nic('eth1', '02:00:00:00:00:0a', true), nic('ens3', '02:00:00:00:00:03', true)];

test.each([
  ['Name=eth1', true],
  ['Name = eth1  ens3', true],
  ['Name=ens*', true],
  ['Name=e??[1-3]', true],
  ['Name=eth[!0]', true],
  ['Name=!eth0', true],
  ['MACAddress=02-00-00-00-00-0A', true],
  ['Name=eth0 eth1', false],
  ['Name=*', false],
  ['Name=!ens3', false],
  ['Name=eth1\nMACAddress=02:00:00:00:00:03', false],
  ['Name=eth7', false],
  ['Name=[', false],
  ['Driver=virtio_net', false],
])('%j is of NICs that others configure, and of them alone: %s', (match, others) => {
  expect(isOfOthers(`# an image's\n[Match]\n${match}\n\n[Network]\nName=eth0\nDHCP=yes\n`, nics)).toBe(others);
});
