import { readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { eventually } from '../../stack/eventually.js';
import { task } from './case.js';
import { type Desk, openDesk } from './on-terminal.js';

const frame = /^\[(#*>_+|#+)\] (\d+\.\d\d)% \d+(?:\.\d+)? (?:[KMG]i)?B\/s \d+s$/;
const size = 32 << 20;

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk?.close());

/** Percentages of the bar, frame by frame; every frame is a whole one. */
const drawn = (sent: string): number[] =>
  stripVTControlCharacters(sent)
    .split(/[\r\n]+/)
    .filter((line) => line.startsWith('['))
    .map((line) => {
      expect(line).toMatch(frame);
      return Number(frame.exec(line)?.[2]);
    });

it.each([
  ['an upload', ['upload-release', 'release.tgz'], 'POST /releases'],
  ['a download', ['-d', 'web', 'logs'], 'GET /resources/b9'],
])('%s shows how far it is, how fast, and how long it takes yet, on one line of the terminal', async (_what, words, held) => {
  let goOn = (): void => {};
  const until = new Promise<void>((resolve) => {
    goOn = resolve;
  });
  writeFileSync(join(desk.place, 'release.tgz'), '');
  truncateSync(join(desk.place, 'release.tgz'), size);
  const logs = '/deployments/web/jobs/*/*/logs';
  const answers = {
    ...task('POST /releases'),
    ...task(`GET ${logs}?type=job`, { result: 'b9' }),
    'GET /resources/b9': { text: readFileSync(join(desk.place, 'release.tgz'), 'latin1') },
  };
  desk.director.answerWith({ ...answers, [held]: { ...answers[held as keyof typeof answers], until } });
  const { sent, ended } = desk.type(words);
  const half = drawn(await eventually(sent, (text) => drawn(text).some((percent) => percent > 0)));
  expect(half.some((percent) => percent > 0)).toBe(true);
  expect(half.every((percent) => percent < 100)).toBe(true);
  goOn();
  expect(await ended, sent()).toBe(0);
  const whole = drawn(sent());
  expect(whole).toEqual([...whole].sort((a, b) => a - b));
  expect(whole.at(-1)).toBe(100);
  expect(
    stripVTControlCharacters(sent())
      .split(/[\r\n]+/)
      .filter((line) => line.length >= 60 && line.startsWith('[')),
  ).toEqual([]);
});
