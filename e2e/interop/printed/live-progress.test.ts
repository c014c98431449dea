import { stripVTControlCharacters } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eventually } from '../../stack/eventually.js';
import { run } from '../../stack/run.js';
import { settled } from '../../walkthrough/terminal.js';
import type { Answers } from './documented-director.js';
import { type Desk, openDesk } from './on-terminal.js';

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
  let desk: Desk;
  beforeAll(async () => {
    desk = await openDesk();
  });
  afterAll(() => desk?.close());

  const plain = async (): Promise<string> =>
    (await run([process.execPath, ...desk.argv, 'task', '7', '--tty'], { cwd: desk.place, env: desk.env() })).stdout;

  it('shows what runs, how far it is, and in the end exactly the plain lines', async () => {
    desk.director.answerWith(answers('processing', begun));
    const { pty, sent, ended } = desk.type(['task', '7']);
    const shown = await eventually(sent, (text) => text.includes('40%'));
    expect(stripVTControlCharacters(shown)).toMatch(/ {2}. web\/two \(1\) {2}executing pre-stop {3}40% {2}\d+:\d\d:\d\d/);
    pty.resize(40, 12);
    desk.director.answerWith(answers('error', whole));
    expect(await ended).toBe(6);
    // errors stand beside it there, and go elsewhere here
    const said = stripVTControlCharacters(settled(sent()));
    expect(said.slice(0, said.indexOf('Task 7 error\n'))).toBe((await plain()).split('Task 7 error\n')[0]);
    expect(sent().lastIndexOf('\u001b[?25h')).toBeGreaterThan(sent().lastIndexOf('\u001b[?25l'));
  });

  it('takes its rows away, and gives the cursor back, when a person presses Ctrl-C', async () => {
    desk.director.answerWith(answers('processing', begun));
    const { pty, sent, ended } = desk.type(['task', '7']);
    await eventually(sent, (text) => text.includes('40%'));
    pty.write('\u0003');
    expect(await ended).toBe(7);
    const said = stripVTControlCharacters(settled(sent()));
    expect(said).not.toContain('40%');
    expect(said).toContain('Task 7 | 10:00:32 | L executing pre-stop: web/two (1)\n');
    expect(sent().lastIndexOf('\u001b[?25h')).toBeGreaterThan(sent().lastIndexOf('\u001b[?25l'));
  });

  it('leaves the question that was answered before where it is', async () => {
    desk.director.answerWith({
      ...answers('done', whole),
      'DELETE /deployments/web': { status: 302, headers: { location: '/tasks/7' } },
      'GET /deployments/web': { json: { manifest: 'name: web' } },
    });
    const { pty, sent, ended } = desk.type(['-d', 'web', 'delete-deployment']);
    await eventually(sent, (text) => text.includes('Continue? [yN]: '));
    pty.write('y\r');
    expect(await ended).toBe(0);
    expect(stripVTControlCharacters(settled(sent())).match(/Continue\?/g)).toHaveLength(1);
  });

  it.each([{ TERM: 'dumb' }, { CI: 'true' }, { BOSH_NON_INTERACTIVE: 'true' }])('draws nothing with %j', async (environment) => {
    desk.director.answerWith(answers('done', whole));
    const { sent, ended } = desk.type(['task', '7'], environment);
    expect(await ended).toBe(0);
    expect(sent()).not.toContain('\u001b[?');
    expect(stripVTControlCharacters(sent()).replaceAll('\r\n', '\n')).toBe(await plain());
  });
});
