import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { type IPty, spawn } from '@lydell/node-pty';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eventually } from '../../stack/eventually.js';
import { cli } from '../../stack/paths.js';
import { run } from '../../stack/run.js';
import { settled } from '../../walkthrough/terminal.js';
import { type Answers, type DocumentedDirector, startDocumentedDirector } from './documented-director.js';

const start = 1767607230;
const step = (at: number, name: string, state: string, more: object = {}): string =>
  `${JSON.stringify({ time: start + at, stage: 'Updating instance', tags: ['web'], total: 2, task: name, index: 1, state, progress: 0, ...more })}\n`;
const begun =
  step(0, 'web/one (0) (canary)', 'started') +
  step(1, 'web/two (1)', 'started') +
  step(2, 'web/two (1)', 'in_progress', { progress: 40, data: { status: 'executing pre-stop' } });
const whole = begun + step(5, 'web/one (0) (canary)', 'finished') + step(6, 'web/two (1)', 'failed', { data: { error: 'no' } });
const answers = (state: string, events: string): Answers => ({
  'GET /tasks/7': { json: { id: 7, state, started_at: start, result: '' } },
  'GET /tasks/7/output?type=event': { text: events },
});

describe('a task on a terminal', () => {
  const place = mkdtempSync(join(tmpdir(), 'bosh6-live-'));
  let director: DocumentedDirector;
  let argv: string[];
  const env = (more: Record<string, string> = {}) => {
    const { CI, BOSH_NON_INTERACTIVE, NO_COLOR, ...own } = process.env;
    return { ...own, HOME: place, TERM: 'xterm-256color', ...more };
  };
  beforeAll(async () => {
    director = await startDocumentedDirector();
    writeFileSync(join(place, 'ca'), director.ca);
    argv = [cli, '-e', `https://127.0.0.1:${director.port}`, '--ca-cert', join(place, 'ca'), '--client', 'admin', '--client-secret', 'x'];
  });
  afterAll(async () => {
    await director?.close();
    rmSync(place, { recursive: true });
  });

  const terminal = (
    more: Record<string, string> = {},
    words = ['task', '7'],
  ): { pty: IPty; sent: () => string; ended: Promise<number> } => {
    const whole = env(more);
    const pty = spawn(process.execPath, [...argv, ...words], { name: whole.TERM, cols: 60, rows: 12, cwd: place, env: whole });
    let sent = '';
    pty.onData((data) => {
      sent += data;
    });
    return { pty, sent: () => sent, ended: new Promise((resolve) => pty.onExit(({ exitCode }) => resolve(exitCode))) };
  };
  const plain = async (): Promise<string> =>
    (await run([process.execPath, ...argv, 'task', '7', '--tty'], { cwd: place, env: env() })).stdout;

  it('shows what runs, how far it is, and in the end exactly the plain lines', async () => {
    director.answerWith(answers('processing', begun));
    const { pty, sent, ended } = terminal();
    const shown = await eventually(sent, (text) => text.includes('40%'));
    expect(stripVTControlCharacters(shown)).toMatch(/ {2}. web\/two \(1\) {2}executing pre-stop {3}40% {2}\d+:\d\d:\d\d/);
    pty.resize(40, 12);
    director.answerWith(answers('error', whole));
    expect(await ended).toBe(6);
    // errors stand beside it there, and go elsewhere here
    const said = stripVTControlCharacters(settled(sent()));
    expect(said.slice(0, said.indexOf('Task 7 error\n'))).toBe((await plain()).split('Task 7 error\n')[0]);
    expect(sent().lastIndexOf('\u001b[?25h')).toBeGreaterThan(sent().lastIndexOf('\u001b[?25l'));
  });

  it('takes its rows away, and gives the cursor back, when a person presses Ctrl-C', async () => {
    director.answerWith(answers('processing', begun));
    const { pty, sent, ended } = terminal();
    await eventually(sent, (text) => text.includes('40%'));
    pty.write('\u0003');
    expect(await ended).toBe(7);
    const said = stripVTControlCharacters(settled(sent()));
    expect(said).not.toContain('40%');
    expect(said).toContain('Task 7 | 10:00:32 | L executing pre-stop: web/two (1)\n');
    expect(sent().lastIndexOf('\u001b[?25h')).toBeGreaterThan(sent().lastIndexOf('\u001b[?25l'));
  });

  it('leaves the question that was answered before where it is', async () => {
    director.answerWith({
      ...answers('done', whole),
      'DELETE /deployments/web': { status: 302, headers: { location: '/tasks/7' } },
      'GET /deployments/web': { json: { manifest: 'name: web' } },
    });
    const { pty, sent, ended } = terminal({}, ['-d', 'web', 'delete-deployment']);
    await eventually(sent, (text) => text.includes('Continue? [yN]: '));
    pty.write('y\r');
    expect(await ended).toBe(0);
    expect(stripVTControlCharacters(settled(sent())).match(/Continue\?/g)).toHaveLength(1);
  });

  it.each([{ TERM: 'dumb' }, { CI: 'true' }, { BOSH_NON_INTERACTIVE: 'true' }])('draws nothing with %j', async (environment) => {
    director.answerWith(answers('done', whole));
    const { sent, ended } = terminal(environment);
    expect(await ended).toBe(0);
    expect(sent()).not.toContain('\u001b[?');
    expect(stripVTControlCharacters(sent()).replaceAll('\r\n', '\n')).toBe(await plain());
  });
});
