import { expect, test } from 'vitest';
import { mountOf } from './mount-of.js';

const mountinfo = `22 1 0:5 / /dev rw,nosuid shared:2 - devtmpfs udev rw,size=1k
25 1 8:17 /var/log /var/log rw - ext4 /dev/sdb1 rw
26 1 8:17 / /var/vcap/store\\040one rw - ext4 /dev/sdb1 rw
27 1 259:256 /part /mnt/nvme rw - ext4 /dev/nvme0n1p1 rw
`;

test('a block device is where it is mounted as a whole, else where a part of it is', () => {
  expect(mountOf(0x811, mountinfo)).toBe('/var/vcap/store one');
  // major 259, minor 256
  expect(mountOf(0x110300, mountinfo)).toBe('/mnt/nvme');
  expect(mountOf(0x812, mountinfo)).toBeUndefined();
});
