import { programOf } from './monit-action.js';
import { readCheck } from './monit-check.js';
import type { MonitFile, MonitService } from './monit-definition.js';
import { readRule } from './monit-rule.js';
import { tokens } from './monit-tokens.js';
import { Words } from './monit-words.js';

const keywords = new Set([
  'check',
  'start',
  'stop',
  'restart',
  'group',
  'depends',
  'depend',
  'if',
  'mode',
  'every',
  'not',
  'alert',
  'noalert',
  'onreboot',
  'set',
  'include',
]);
/** Nothing is missed by leaving them out: the Director is told everything, and the agent knows what it watched. */
const needless = new Set(['alert', 'noalert', 'onreboot']);

/** Reads a job's monit file, in monit 5.2's language. What the supervisor does not do is passed over, and told in `warnings`.
 * Throws MonitFileInvalid with the line. */
export function parseMonitFile(text: string, document: string): MonitFile {
  const words = new Words(tokens(text), document);
  const file: MonitFile = { services: [], warnings: [] };
  let current: MonitService | undefined;
  for (let word = words.peek(); word !== undefined; word = words.peek()) {
    if (word === 'check') {
      const { line, at } = words;
      current = readCheck(words);
      if (current !== undefined) file.services.push(current);
      else {
        toLineEnd(words, line);
        file.warnings.push({ line, text: words.since(at) });
      }
    } else if (word === 'if') {
      words.skip();
      readRule(words, current, file.warnings);
    } else readStatement(words, word, current, file);
  }
  return file;
}

function readStatement(words: Words, word: string, service: MonitService | undefined, { warnings }: MonitFile): void {
  const { line, at } = words;
  words.skip();
  switch (word) {
    case 'start':
    case 'stop':
    case 'restart': {
      const program = programOf(words);
      if (service !== undefined) service[word] = program;
      return;
    }
    case 'group': {
      const group = words.value('a group');
      service?.groups.push(group);
      return;
    }
    case 'depends':
    case 'depend':
      while (!words.atEnd && !atKeyword(words)) {
        const name = words.value('a name');
        service?.dependsOn.push(name);
      }
      return;
    case 'mode': {
      const mode = words.accept('active', 'passive', 'manual');
      if (mode === undefined) throw words.wrong('a mode is active, passive or manual');
      if (service !== undefined) service.passive = mode === 'passive';
      return;
    }
    case 'every':
      if (/^[1-9]\d*$/.test(words.peek() ?? '')) {
        const cycles = Number(words.value('a number of cycles'));
        words.accept('cycle', 'cycles');
        if (service !== undefined) service.everyCycles = cycles;
        return;
      }
      break;
    default:
  }
  toLineEnd(words, line);
  if (!needless.has(word)) warnings.push({ line, text: words.since(at) });
}

function toLineEnd(words: Words, line: number): void {
  while (!words.atEnd && words.line === line && !atKeyword(words)) words.skip();
}

function atKeyword(words: Words): boolean {
  return keywords.has(words.peek() ?? '');
}
