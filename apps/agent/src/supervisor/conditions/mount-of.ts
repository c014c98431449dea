/** Where a block device is mounted, by proc(5)'s `/proc/self/mountinfo`: as a whole where it is, else a part of it. Undefined when it is not. */
export function mountOf(device: number, mountinfo: string): string | undefined {
  const number = `${majorOf(device)}:${minorOf(device)}`;
  const mounts = mountinfo
    .split('\n')
    .map((line) => line.split(' '))
    .filter((fields) => fields[2] === number);
  const path = (mounts.find((fields) => fields[3] === '/') ?? mounts[0])?.[4];
  return path?.replaceAll(/\\([0-7]{3})/g, (_, octal: string) => String.fromCharCode(Number.parseInt(octal, 8)));
}

// as makedev(3) puts them together; beyond 32 bits no shift reaches
const majorOf = (device: number): number => ((device >>> 8) & 0xfff) + 0x1000 * Math.floor(device / 2 ** 44);
const minorOf = (device: number): number => (device & 0xff) + 0x100 * (Math.floor(device / 2 ** 20) & 0xff_ffff);
