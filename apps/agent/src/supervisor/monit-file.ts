import { fail } from '../errors.js';
import { argv, type Token, tokens } from './monit-tokens.js';

export interface MonitProgram {
  argv: string[];
  uid?: string;
  gid?: string;
  /** Seconds; monit's own default is 30. */
  timeoutSeconds: number;
}

/** One `check process` of a job's monit file. */
export interface MonitProcess {
  name: string;
  pidFile: string;
  start?: MonitProgram;
  stop?: MonitProgram;
  group?: string;
  dependsOn: string[];
}

const actions = new Set(['alert', 'restart', 'start', 'stop', 'exec', 'unmonitor', 'monitor', 'timeout']);
const keywords = new Set([
  'check',
  'start',
  'stop',
  'restart',
  'group',
  'depends',
  'if',
  'mode',
  'every',
  'alert',
  'noalert',
  'set',
  'include',
]);

/** Reads the directives that releases use. Resource tests, alerts and checks of other things are understood and left out; the supervisor does not need them.
 * Throws MonitFileInvalid with the line. */
export function parseMonitFile(text: string, document: string): MonitProcess[] {
  return new Reader(tokens(text), document).processes();
}

class Reader {
  readonly #tokens: Token[];
  readonly #document: string;
  #at = 0;

  constructor(list: Token[], document: string) {
    this.#tokens = list;
    this.#document = document;
  }

  processes(): MonitProcess[] {
    const found: MonitProcess[] = [];
    let current: MonitProcess | undefined;
    for (let word = this.#peek(); word !== undefined; word = this.#peek()) {
      this.#at += 1;
      switch (word) {
        case 'check':
          current = this.#check();
          if (current) found.push(current);
          break;
        case 'start':
        case 'stop': {
          const program = this.#program();
          if (current) current[word] = program;
          break;
        }
        case 'group': {
          const group = this.#value('a group');
          if (current) current.group = group;
          break;
        }
        case 'depends':
          for (; this.#at < this.#tokens.length && !this.#atKeyword(); this.#at += 1)
            current?.dependsOn.push(this.#tokens[this.#at]?.text ?? '');
          break;
        case 'if':
          this.#skipTest();
          break;
        default:
      }
    }
    return found;
  }

  #check(): MonitProcess | undefined {
    const kind = this.#value('a kind of check').toLowerCase();
    const name = this.#value('a name');
    if (kind !== 'process') return undefined;
    if (this.#peek() !== 'pidfile') throw this.#wrong(`process '${name}' needs a pidfile`);
    this.#at += 1;
    return { name, pidFile: this.#value('a path'), dependsOn: [] };
  }

  #program(): MonitProgram {
    const words = argv(this.#value('a command'));
    if (words.length === 0) throw this.#wrong('the command is empty');
    const program: MonitProgram = { argv: words, timeoutSeconds: 30 };
    for (let word = this.#peek(); word === 'uid' || word === 'gid' || word === 'timeout'; word = this.#peek()) {
      this.#at += 1;
      const value = this.#value(word);
      if (word !== 'timeout') program[word] = value;
      else program.timeoutSeconds = this.#seconds(value);
    }
    return program;
  }

  #seconds(text: string): number {
    const amount = Number.parseInt(text, 10);
    if (!(amount > 0)) throw this.#wrong(`'${text}' is no timeout`);
    const unit = this.#peek();
    if (unit === undefined || !/^(s|sec|seconds?|minutes?|hours?)$/.test(unit)) return amount;
    this.#at += 1;
    return amount * (unit.startsWith('m') ? 60 : unit.startsWith('h') ? 3600 : 1);
  }

  /** if TEST then ACTION [else [if TEST then] ACTION] */
  #skipTest(): void {
    for (;;) {
      while (this.#at < this.#tokens.length && this.#peek() !== 'then') this.#at += 1;
      this.#at += 1;
      this.#skipAction();
      if (this.#peek() !== 'else') return;
      this.#at += 1;
      if (this.#peek() !== 'if') break;
    }
    this.#skipAction();
  }

  #skipAction(): void {
    const action = this.#peek();
    if (action === undefined || !actions.has(action)) return;
    this.#at += 1;
    if (action !== 'exec') return;
    this.#value('a command');
    for (let word = this.#peek(); word === 'uid' || word === 'gid'; word = this.#peek()) this.#at += 2;
  }

  #peek(): string | undefined {
    const token = this.#tokens[this.#at];
    return token === undefined ? undefined : token.quoted ? '' : token.text.toLowerCase();
  }

  #atKeyword(): boolean {
    return keywords.has(this.#peek() ?? '');
  }

  #value(what: string): string {
    const token = this.#tokens[this.#at];
    if (token === undefined) throw this.#wrong(`${what} is missing at the end`);
    this.#at += 1;
    return token.text;
  }

  #wrong(message: string): Error {
    const line = this.#tokens[Math.min(this.#at, this.#tokens.length - 1)]?.line ?? 1;
    return fail('MonitFileInvalid', `${this.#document}:${line}: ${message}`, { where: { document: this.#document, line } });
  }
}
