import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Json } from '@bosh6/base';
import { expect } from 'vitest';
import type { Simulated } from './simulated.js';

const main = fileURLToPath(new URL('../../../../apps/cpi/dist/main.js', import.meta.url));

interface Answer {
  result: Json;
  error: { type: string; message: string; ok_to_retry: boolean } | null;
}

/** Calls of the CPI as processes, which are killed half-way. */
export interface Killing {
  call(method: string, args: unknown[], requestId?: string): Promise<Answer>;
  /** Kills the call while vCenter is at the `nth` such step, and waits for what that step does in the end. Gives the call's request id. */
  kill(step: string, nth: number, effect: () => Promise<boolean>, method: string, args: unknown[]): Promise<string>;
  /** The same, and makes the call again with its request id, which succeeds. */
  again(step: string, nth: number, effect: () => Promise<boolean>, method: string, args: unknown[]): Promise<Json>;
}

export function killing(on: Simulated): Killing {
  const config = `${on.imagePath}.json`;
  writeFileSync(config, JSON.stringify({ cloud: { plugin: 'vsphere', properties: on.properties() } }));

  function start(method: string, args: unknown[], requestId: string): { child: ChildProcess; answer: Promise<string> } {
    const child = spawn(process.execPath, [main, config], { stdio: ['pipe', 'pipe', 'inherit'] });
    child.stdin.end(
      JSON.stringify({ method, arguments: args, context: { director_uuid: 'director', request_id: requestId }, api_version: 2 }),
    );
    const chunks: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    return { child, answer: once(child, 'close').then(() => Buffer.concat(chunks).toString('utf8')) };
  }
  const made: Killing = {
    call: async (method, args, requestId = randomUUID()) => JSON.parse(await start(method, args, requestId).answer),
    async kill(step, nth, effect, method, args) {
      const requestId = randomUUID();
      const count = async (): Promise<number> => (await on.vcsim.calls())[step] ?? 0;
      const before = await count();
      await on.vcsim.addRule({ method: step, nth, times: 1, hold: true });
      const { child, answer } = start(method, args, requestId);
      await expect.poll(count, { timeout: 20_000, interval: 20 }).toBeGreaterThanOrEqual(before + nth);
      child.kill('SIGKILL');
      expect(await answer).toBe('');
      await on.vcsim.clearRules();
      await expect.poll(effect, { timeout: 20_000, interval: 20 }).toBe(true);
      return requestId;
    },
    async again(step, nth, effect, method, args) {
      const { result, error } = await made.call(method, args, await made.kill(step, nth, effect, method, args));
      expect(error).toBeNull();
      return result;
    },
  };
  return made;
}
