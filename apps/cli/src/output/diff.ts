import type { DiffLine } from '@bosh6/director-api/client';
import type { Ui } from './ui.js';

const marks = { added: '+ ', removed: '- ' } as const;

/** What changes, a line each; nothing when nothing does (as bosh-cli). */
export function printDiff(ui: Ui, lines: readonly DiffLine[]): void {
  for (const [text, status] of lines) ui.partial(`${status === null ? '  ' : marks[status]}${text}\n`);
}
