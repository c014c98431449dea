import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { agentBelow } from '../stack/agent-below.js';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'agent-below-'));
});
afterEach(() => rm(folder, { recursive: true }));

test('is the agent, and not what else the init has forked off, which has its words too', async () => {
  const at = (name: string): string => join(folder, name);
  await writeFile(at('init'), '(read -r line <&3; :) &\n"$@"\nexit $?\n');
  await writeFile(at('agent.cjs'), 'console.log(process.pid); process.stdin.resume();');
  // who is left when the test ends hears that on its input
  const init = spawn('sh', [at('init'), process.execPath, at('agent.cjs')], { stdio: ['pipe', 'pipe', 'inherit', 'pipe'] });
  const ended = once(init, 'exit');
  const [pid] = await once(init.stdout as Readable, 'data');
  expect(agentBelow(init.pid)).toBe(Number(String(pid)));
  init.stdin?.end();
  await ended;
});

test('is nobody where there is no agent', () => {
  expect(agentBelow(process.pid)).toBeUndefined();
  expect(agentBelow(undefined)).toBeUndefined();
});
