import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../stack/paths.js';
import type { Seen } from './run-case.js';

const path = (group: string): string => join(root, 'e2e/interop/printed/golden', `${group}.json`);

/** What the stock CLI (v7.10.8) did, by case. */
export function readGolden(group: string): Record<string, Seen> {
  return existsSync(path(group)) ? JSON.parse(readFileSync(path(group), 'utf8')) : {};
}

export function writeGolden(group: string, seen: Readonly<Record<string, Seen>>): void {
  writeFileSync(path(group), `${JSON.stringify(seen, null, 2)}\n`);
}
