import type { DiffLine } from '@bosh6/director-api/client';
import type { Ui } from './ui.js';

const marks = { added: '+ ', removed: '- ' } as const;

/** What changes, a line each, marked by what happens to it. */
export function diffLines(lines: readonly DiffLine[]): string[] {
  return lines.map(([text, status]) => `${status === null ? '  ' : marks[status]}${text}`);
}

/** What changes, a line each; nothing when nothing does (as bosh-cli). */
export function printDiff(ui: Ui, lines: readonly DiffLine[]): void {
  ui.api({ diff: lines });
  for (const line of diffLines(lines)) ui.partial(`${line}\n`);
}
