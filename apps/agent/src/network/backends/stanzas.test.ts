import { expect, test } from 'vitest';
import { stanzasOf } from './stanzas.js';

const image = `# an image's
source /etc/network/interfaces.d/*
auto lo eth0 eth1
allow-hotplug eth1 eth0
iface lo inet loopback
iface eth1 inet dhcp
    # of eth1
    hostname vm

iface eth0 inet static
    address 10.0.0.5/24
iface eth1 inet6 auto
\taccept_ra 2
mapping eth0
    script /bin/true
`;

test('the stanzas of one NIC, each with its options; of lists only its name', () => {
  expect(stanzasOf(image, new Set(['eth1']))).toEqual([
    'auto eth1',
    'allow-hotplug eth1',
    'iface eth1 inet dhcp',
    '    hostname vm',
    'iface eth1 inet6 auto',
    '\taccept_ra 2',
  ]);
  expect(stanzasOf(image, new Set())).toEqual([]);
});

test('what was kept is kept again as it is', () => {
  const once = stanzasOf(image, new Set(['eth1']));
  expect(stanzasOf(once.join('\n'), new Set(['eth1']))).toEqual(once);
});
