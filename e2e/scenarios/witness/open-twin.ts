import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect } from 'vitest';
import { eventually } from '../../stack/eventually.js';
import { root } from '../../stack/paths.js';
import type { Stack } from '../../stack/stack.js';

/** A second listener where an agent is. */
export interface Twin {
  /** Resolves when the agent was asked that so often. */
  hears(method: string, count: number): Promise<void>;
  /** Gives every question but the newest, all of which the agent has answered, another answer. How many. */
  answerAgain(): Promise<number>;
  /** A heartbeat of the agent, the next of which is due in so many seconds; resolves when the bus has it. */
  beat(seconds: number): Promise<void>;
  close(): Promise<void>;
}

export async function openTwin({ lab }: Stack, cid: string): Promise<Twin> {
  const vm = (await lab.status()).vms.find((one) => one.cid === cid);
  const twin = join(root, 'e2e/dist/scenarios/witness/twin.js');
  const [file = '', ...args] = [...(await lab.enterArgv('director')), process.execPath, twin];
  const child = spawn(file, args, { stdio: ['pipe', 'pipe', 'inherit'] });
  const asked: string[] = [];
  const answered: number[] = [];
  const beats: string[] = [];
  const listens = Promise.withResolvers<void>();
  createInterface({ input: child.stdout }).on('line', (line) => {
    const said = JSON.parse(line) as { method?: string; answered?: number; beat?: string };
    if (said.method !== undefined) asked.push(said.method);
    else if (said.answered !== undefined) answered.push(said.answered);
    else if (said.beat !== undefined) beats.push(said.beat);
    else listens.resolve();
  });
  child.stdin.on('error', () => undefined);
  child.once('exit', (code) => listens.reject(new Error(`the twin ended with ${code}`)));
  child.stdin.write(`${JSON.stringify(settingsOf(vm?.pid))}\n`);
  await listens.promise;
  return {
    async hears(method, count) {
      const enough = (seen: number): boolean => seen >= count;
      expect(await eventually(() => asked.filter((one) => one === method).length, enough)).toBeGreaterThanOrEqual(count);
    },
    async answerAgain() {
      const before = answered.length;
      child.stdin.write('\n');
      await eventually(
        () => answered.length,
        (now) => now > before,
      );
      return answered[before] ?? 0;
    },
    async beat(seconds) {
      child.stdin.write(`${seconds}\n`);
      const sent = String(seconds);
      expect(
        await eventually(
          () => beats,
          (all) => all.includes(sent),
        ),
      ).toContain(sent);
    },
    async close() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const exit = once(child, 'exit');
      child.stdin.end();
      await exit;
    },
  };
}

function settingsOf(pid: number | undefined): object {
  const directory = `/proc/${pid}/root/var/vcap/bosh`;
  const read = (name: string): { mbus?: object } => JSON.parse(readFileSync(join(directory, name), 'utf8')) as { mbus?: object };
  const updated = existsSync(join(directory, 'update_settings.json')) ? read('update_settings.json').mbus : undefined;
  return { ...read('settings.json'), updated };
}
