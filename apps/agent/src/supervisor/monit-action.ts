import type { MonitAction, MonitProgram } from './monit-definition.js';
import { argv } from './monit-tokens.js';
import { secondsOf } from './monit-values.js';
import type { Words } from './monit-words.js';

const plain = ['alert', 'restart', 'start', 'stop', 'unmonitor'] as const;

/** `alert`, `restart`, `exec "/bin/x" as uid root repeat every 3 cycles`; undefined, and nothing read, when something else comes. Throws MonitFileInvalid. */
export function actionOf(words: Words): MonitAction | undefined {
  const word = words.peek();
  const kind = plain.find((each) => each === word);
  if (kind !== undefined) {
    words.skip();
    return { kind };
  }
  // the old name
  if (words.accept('timeout') !== undefined) return { kind: 'unmonitor' };
  if (words.accept('exec') === undefined) return undefined;
  const program = programOf(words);
  if (words.accept('repeat') === undefined) return { kind: 'exec', program };
  words.accept('every');
  const repeatEvery = Math.max(1, Number.parseInt(words.value('a number of cycles'), 10) || 1);
  words.accept('cycle', 'cycles');
  return { kind: 'exec', program, repeatEvery };
}

/** A command line and who runs it. Throws MonitFileInvalid. */
export function programOf(words: Words): MonitProgram {
  const line = words.line;
  const list = argv(words.value('a command'));
  if (list.length === 0) throw words.wrong('the command is empty', line);
  const program: MonitProgram = { argv: list, timeoutSeconds: 30 };
  for (let word = words.accept('uid', 'gid', 'timeout'); word !== undefined; word = words.accept('uid', 'gid', 'timeout')) {
    if (word === 'timeout') program.timeoutSeconds = secondsOf(words);
    else program[word as 'uid' | 'gid'] = words.value(word);
  }
  return program;
}
