import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../stack/paths.js';
import type { Seen } from './step.js';

const path = (name: string): string => join(root, 'e2e/interop/authoring/golden', `${name.replaceAll(' ', '-')}.json`);

/** What the stock CLI (v7.10.8) printed and wrote, command by command. */
export function readGolden(name: string): Seen[] {
  return existsSync(path(name)) ? JSON.parse(readFileSync(path(name), 'utf8')) : [];
}

export function writeGolden(name: string, seen: readonly Seen[]): void {
  writeFileSync(path(name), `${JSON.stringify(seen, null, 2)}\n`);
}
