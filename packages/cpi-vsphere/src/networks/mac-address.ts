import { createHash } from 'node:crypto';
import type { IpAddress } from '@bosh6/ip';

/** 00:50:56:00:00:00 to 00:50:56:3f:ff:ff are for MAC addresses that nobody but their owner gives out. */
const half = 2 ** 21;

/**
 * A NIC's MAC follows from its address: different addresses of one range (up to 2^21 of them) give different MACs without anybody's list. IPv4 has the
 * lower half of the block, IPv6 the upper; the part of an address above the range shifts it, so that two ranges on one link rarely meet.
 */
export function macOf(address: IpAddress): string {
  const low = Number(address.toBigInt() % BigInt(half));
  const above = address.toBigInt() / BigInt(half);
  const shift = createHash('sha256').update(`${address.family} ${above}`).digest().readUInt32BE(0);
  return printMac(((low + shift) % half) + (address.family === 6 ? half : 0));
}

/** The next MAC of the block. */
export function nextMac(mac: string): string {
  return printMac((Number.parseInt(mac.replaceAll(':', '').slice(-6), 16) + 1) % (2 * half));
}

function printMac(number: number): string {
  const digits = number.toString(16).padStart(6, '0');
  return `00:50:56:${digits.slice(0, 2)}:${digits.slice(2, 4)}:${digits.slice(4)}`;
}
