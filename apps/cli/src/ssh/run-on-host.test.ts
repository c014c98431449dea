import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, it, vi } from 'vitest';
import { temporaryDirectory } from '../testing/temporary-directory.js';
import { runHeard } from './run-on-host.js';

afterEach(() => vi.unstubAllEnvs());

/** Puts a script where ssh is looked for. */
function stand(script: string): void {
  const directory = temporaryDirectory();
  const path = join(directory, 'ssh');
  writeFileSync(path, `#!/bin/sh\n${script}\n`);
  chmodSync(path, 0o755);
  vi.stubEnv('PATH', `${directory}:${process.env.PATH ?? ''}`);
}

it('keeps what nobody hears, and tells how it ended', async () => {
  stand('printf "one\\ntwo"; echo else >&2; exit 7');
  expect(await runHeard('ssh', [])).toEqual({ exitCode: 7, stdout: 'one\ntwo', stderr: 'else\n' });
});

it('has whole lines heard, and keeps none of them', async () => {
  stand('printf "one\\ntw"; echo else >&2; printf o; exit 7');
  const heard: string[] = [];
  const ran = await runHeard('ssh', [], (line, stream) => heard.push(`${stream} ${line}`));
  expect(ran).toEqual({ exitCode: 7, stdout: '', stderr: '' });
  expect(heard.sort()).toEqual(['stderr else', 'stdout one', 'stdout two']);
});

it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)('ends with us at %s, and lets us live to tidy up', async (signal) => {
  stand('echo here; exec sleep 1000');
  const before = process.listenerCount(signal);
  const running = runHeard('ssh', [], () => process.emit(signal, signal));
  await expect(running).rejects.toMatchObject({ code: 'Interrupted' });
  expect(process.listenerCount(signal)).toBe(before);
});

it('listens once for however many hosts, and ends all of them', async () => {
  stand('echo here; exec sleep 1000');
  const before = process.listenerCount('SIGINT');
  let here = 0;
  const all = Array.from({ length: 12 }, () => runHeard('ssh', [], () => ++here === 12 && process.emit('SIGINT', 'SIGINT')));
  expect(process.listenerCount('SIGINT')).toBe(before + 1);
  for (const one of await Promise.allSettled(all)) expect(one).toMatchObject({ status: 'rejected', reason: { code: 'Interrupted' } });
  expect(process.listenerCount('SIGINT')).toBe(before);
});

it('says which program is missing', async () => {
  vi.stubEnv('PATH', temporaryDirectory());
  await expect(runHeard('ssh', [])).rejects.toMatchObject({ code: 'ProgramMissing' });
});
