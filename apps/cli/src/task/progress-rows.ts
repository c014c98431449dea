import cells from 'string-width';
import { clean } from '../output/clean.js';
import type { Room, Row } from '../output/live-output.js';
import { span } from '../output/values.js';
import type { Running, RunningStage } from './progress.js';

const wheel = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏'];
const wheelTurnsMs = 100;
const clusters = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

export interface View extends Room {
  /** Milliseconds since 1970. */
  readonly now: number;
  /** What of the plain text stands without its line feed. */
  readonly open: string;
  readonly color: boolean;
}

/** What runs as rows of at most `width` cells, at most `height` of them: a line that is still open, unless what it tells of runs, then stages with their instances. */
export function progressRows(stages: readonly RunningStage[], view: View): Row[] {
  const several = new Set(stages.map(({ task }) => task)).size > 1;
  const rows = stages.flatMap((stage) => stageRows(stage, several ? `Task ${stage.task}  ` : '', view));
  const text = clean(view.open);
  const runs = stages.some(({ name, items }) => items.some((item) => text.endsWith(`${name}: ${clean(item.name)}`)));
  const all = text === '' || runs ? rows : [row(cutTo(text, view.width), '', '', view), ...rows];
  if (all.length <= view.height) return all;
  const shown = all.slice(0, view.height - 1);
  return [...shown, row(cutTo(`… ${all.length - shown.length} more`, view.width), '', '', view)];
}

function stageRows({ name, ended, total, items }: RunningStage, lead: string, view: View): Row[] {
  const [only] = items;
  if (items.length === 1 && only !== undefined && (total ?? 1) <= 1) {
    const { name: item, ...rest } = only;
    return [itemRow(lead, { ...rest, name: item === name ? name : `${name}: ${item}` }, view)];
  }
  const count = total === undefined ? `${ended} done` : `${ended} of ${total} done`;
  return [row(cutTo(`${lead}${clean(name)}  ${count}`, view.width), '', '', view), ...items.map((item) => itemRow('  ', item, view))];
}

/** The end of the row, how far and how long, stays in sight; the name gives way. */
function itemRow(lead: string, { name, since, percent, status = '' }: Running, view: View): Row {
  const turn = wheel[Math.floor(view.now / wheelTurnsMs) % wheel.length] ?? '';
  const end = `${percent === undefined ? '' : `  ${String(percent).padStart(3)}%`}  ${span(view.now / 1000 - since)}`;
  const room = view.width - cells(lead) - cells(turn) - 1 - cells(end);
  const middle = cutTo(
    [name, status]
      .filter((part) => part !== '')
      .map(clean)
      .join('  '),
    Math.max(0, room),
  );
  return row(lead, turn, ` ${middle}${end}`, view);
}

function row(lead: string, turn: string, rest: string, { color, width }: View): Row {
  const text = cutTo(lead + turn + rest, width);
  const painted =
    color && turn !== '' && text.startsWith(lead + turn)
      ? `${lead}\u001b[36m${turn}\u001b[0m${text.slice(lead.length + turn.length)}`
      : text;
  return { text: painted, cells: cells(text) };
}

/** Cut between characters as people see them; wide ones take two cells. */
export function cutTo(text: string, width: number): string {
  if (cells(text) <= width) return text;
  let kept = '';
  let used = 0;
  for (const { segment } of clusters.segment(text)) {
    used += cells(segment);
    if (used > width - 1) break;
    kept += segment;
  }
  return width < 1 ? '' : `${kept}…`;
}
