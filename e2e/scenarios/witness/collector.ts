import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect } from 'vitest';
import { eventually } from '../../stack/eventually.js';
import { root } from '../../stack/paths.js';
import type { Stack } from '../../stack/stack.js';

/** Where scripts of the job `witness` tell that they run; nothing else of the Director's place listens there. */
export const port = 8098;

/** What a script said when it began. */
export interface Told {
  readonly deployment: string;
  readonly group: string;
  readonly index: number;
  readonly az: string;
  /** Its job's property: which manifest it was rendered with. */
  readonly word: string;
  /** With its arguments: `pre-stop keep keep keep`; of pre-stop those are what comes next of VM, instance, deployment. */
  readonly script: string;
}

/** The status that a script is to end with, and perhaps a word to print, after a blank. */
export type Answer = string;
/** Undefined: all is well. */
export type Rule = (told: Told) => Answer | undefined | Promise<Answer | undefined>;

/** Hears in one order what the scripts of all VMs tell, and says how they end. They wait for it. */
export class Collector {
  /** Since the last `listen`. */
  told: Told[] = [];
  /** Since it was opened. */
  readonly everTold: Told[] = [];
  readonly #child: ChildProcess;
  #rule: Rule = () => undefined;

  private constructor(child: ChildProcess) {
    this.#child = child;
  }

  static async open(stack: Stack): Promise<Collector> {
    const bridge = join(root, 'e2e/dist/scenarios/witness/bridge.js');
    const [file = '', ...words] = [...(await stack.lab.enterArgv('director')), process.execPath, bridge, String(port)];
    const child = spawn(file, words, { stdio: ['pipe', 'pipe', 'inherit'] });
    const collector = new Collector(child);
    const listens = Promise.withResolvers<void>();
    createInterface({ input: child.stdout }).on('line', (line) => {
      const { id, text } = JSON.parse(line) as { id?: number; text?: string };
      if (id === undefined || text === undefined) listens.resolve();
      else void collector.#hear(id, text);
    });
    child.once('exit', (code) => listens.reject(new Error(`the bridge ended with ${code}`)));
    await listens.promise;
    return collector;
  }

  /** From now on, with this rule; what was told before is forgotten. */
  listen(rule: Rule = () => undefined): void {
    this.told = [];
    this.#rule = rule;
  }

  /** Resolves when so many were told that match. */
  async hears(match: (told: Told) => boolean, count = 1): Promise<void> {
    const heard = await eventually(
      () => this.told.filter(match).length,
      (now) => now >= count,
      { seconds: 60 },
    );
    expect(heard, JSON.stringify(this.told)).toBeGreaterThanOrEqual(count);
  }

  /** What an instance's scripts were, in order. */
  scripts(group: string, index = 0): string[] {
    return this.told.filter((one) => one.group === group && one.index === index).map(({ script }) => script);
  }

  async close(): Promise<void> {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return;
    const exit = once(this.#child, 'exit');
    this.#child.stdin?.end();
    await exit;
  }

  async #hear(id: number, text: string): Promise<void> {
    const [deployment = '', group = '', index = '', az = '', word = '', script = ''] = text.split('\t');
    const told = { deployment, group, index: Number(index), az, word, script: script.trim() };
    this.told.push(told);
    this.everTold.push(told);
    const answer = (await this.#rule(told)) ?? (script.startsWith('drain') ? '0 0' : '0');
    this.#child.stdin?.write(`${JSON.stringify({ id, answer })}\n`);
  }
}

/** That a script is this one, with whatever arguments. */
export const isScript = ({ script }: Told, name: string): boolean => script.split(' ')[0] === name;
