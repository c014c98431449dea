import { readFileSync, statfsSync, statSync } from 'node:fs';
import { isBeyond, type Limit, limitOf } from '../monit-values.js';
import type { Words } from '../monit-words.js';
import type { Finding, View } from './finding.js';
import { mountOf } from './mount-of.js';

/** What of a file system is used, or free: bytes or inodes, or percent of all. */
export interface SpaceCondition {
  kind: 'space';
  of: 'space' | 'inodes';
  free: boolean;
  limit: Limit;
}

export function readSpace(words: Words): SpaceCondition | undefined {
  const word = words.accept('space', 'inode', 'inodes');
  if (word === undefined) return undefined;
  const free = words.accept('usage', 'free') === 'free';
  return { kind: 'space', of: word === 'space' ? 'space' : 'inodes', free, limit: limitOf(words) };
}

export function lookAtSpace({ of, free, limit }: SpaceCondition, { path }: View): Finding {
  let all: number;
  let left: number;
  try {
    const device = statSync(path ?? '');
    const mounted = device.isBlockDevice() ? mountOf(device.rdev, readFileSync('/proc/self/mountinfo', 'latin1')) : path;
    if (mounted === undefined) return { said: 'not mounted' };
    const { bsize, blocks, bavail, files, ffree } = statfsSync(mounted);
    [all, left] = of === 'space' ? [blocks * bsize, bavail * bsize] : [files, ffree];
  } catch {
    return { said: 'no file system' };
  }
  if (limit.percent && all === 0) return { failed: false, said: 'there are none' };
  const amount = free ? left : all - left;
  const value = limit.percent ? (100 * amount) / all : amount;
  const unit = limit.percent ? ' %' : of === 'space' ? ' B' : '';
  return {
    failed: isBeyond(value, limit),
    said: `${of} ${free ? 'free' : 'used'}: ${Math.round(value * 10) / 10}${unit}, limit ${limit.operator} ${limit.value}${unit}`,
  };
}
