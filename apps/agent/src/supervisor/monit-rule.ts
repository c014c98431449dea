import { readCondition } from './conditions/index.js';
import { actionOf } from './monit-action.js';
import type { MonitAction, MonitService, MonitWarning, Tolerance } from './monit-definition.js';
import type { Words } from './monit-words.js';

/** monit remembers no more. */
const mostCycles = 64;
const once: Tolerance = { times: 1, cycles: 1 };

/** Reads what follows `if` into the service; what is not supported is passed over, and told. Throws MonitFileInvalid. */
export function readRule(words: Words, service: MonitService | undefined, warnings: MonitWarning[]): void {
  const from = words.at;
  const line = words.line;
  const limit = restartsOf(words);
  const condition = limit === undefined && service !== undefined ? readCondition(words, service.kind) : undefined;
  const failing = limit ?? toleranceOf(words);
  const understood = words.peek() === 'then';
  if (!understood) toThen(words);
  words.skip();
  const action = actionOf(words);
  const { recovery, recovered } = elseOf(words);
  if (service === undefined) return;
  if (!understood || action === undefined || (limit === undefined && condition === undefined)) {
    warnings.push({ line, text: `${service.name}: if ${words.since(from)}` });
  } else if (limit !== undefined) service.restartLimits.push({ restarts: limit.times, cycles: limit.cycles, action });
  else if (condition !== undefined) {
    service.rules.push({ condition, failing, action, recovered, ...(recovery === undefined ? {} : { recovery }) });
    if (condition.kind === 'connection' && condition.onlyConnects !== undefined)
      warnings.push({ line, text: `${service.name}: of protocol ${condition.onlyConnects} only the connection is tested` });
  }
}

/** `5 restarts within 10 cycles` */
function restartsOf(words: Words): Tolerance | undefined {
  if (!/^restarts?$/.test(words.peek(1) ?? '')) return undefined;
  const times = countOf(words);
  words.skip();
  const cycles = countOf(words);
  words.accept('cycle', 'cycles');
  return { times, cycles };
}

/** `for 5 cycles`, `for 3 times within 5 cycles`, `3 5 cycles` */
function toleranceOf(words: Words): Tolerance {
  words.accept('for');
  if (!/^\d+$/.test(words.peek() ?? '')) return once;
  const line = words.line;
  const first = countOf(words);
  const hasTimes = words.accept('time', 'times') !== undefined;
  const second = /^\d+$/.test(words.peek() ?? '') ? countOf(words) : undefined;
  if (words.accept('cycle', 'cycles') === undefined && !hasTimes) throw words.wrong("'cycles' is missing", line);
  const cycles = second ?? first;
  if (first > cycles || cycles > mostCycles)
    throw words.wrong(`${first} times within ${cycles} cycles cannot be, and ${mostCycles} is the most`, line);
  return { times: first, cycles };
}

function countOf(words: Words): number {
  const line = words.line;
  const count = Number(words.value('a number'));
  if (!Number.isSafeInteger(count) || count < 1) throw words.wrong('a number of 1 or more is needed', line);
  return count;
}

/** `else if recovered for 2 cycles then alert`, `else alert` */
function elseOf(words: Words): { recovered: Tolerance; recovery?: MonitAction } {
  let found: { recovered: Tolerance; recovery?: MonitAction } = { recovered: once };
  while (words.accept('else') !== undefined) {
    if (words.accept('if') === undefined) {
      const recovery = actionOf(words);
      return { ...found, ...(recovery === undefined ? {} : { recovery }) };
    }
    words.accept('succeeded', 'recovered', 'passed', 'success');
    const recovered = /^(for|\d+)$/.test(words.peek() ?? '') ? toleranceOf(words) : once;
    toThen(words);
    words.skip();
    const recovery = actionOf(words);
    found = { recovered, ...(recovery === undefined ? {} : { recovery }) };
  }
  return found;
}

function toThen(words: Words): void {
  while (!words.atEnd && words.peek() !== 'then') words.skip();
}
