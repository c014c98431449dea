import { describe, expect, it } from 'vitest';
import { Progress } from './progress.js';
import { cutTo, progressRows, type View } from './progress-rows.js';

const at = 1516875630;
const view = (more: Partial<View> = {}): View => ({ width: 60, height: 10, now: (at + 12) * 1000, open: '', color: false, ...more });
const event = (task: string, state: 'started' | 'in_progress' | 'finished' | 'failed', more: object = {}) => ({
  time: at,
  stage: 'Updating instance',
  tags: ['web'],
  total: 3,
  task,
  index: 1,
  state,
  progress: 0,
  ...more,
});
const texts = (progress: Progress, more: Partial<View> = {}): string[] =>
  progressRows(progress.stages(), view(more)).map(({ text }) => text);

describe('what runs', () => {
  it('is a line for each instance below its stage, with how far it is and how long it takes', () => {
    const progress = new Progress();
    progress.add(1, event('web/0', 'started'));
    progress.add(1, event('web/1', 'started', { time: at + 5 }));
    progress.add(1, event('web/1', 'in_progress', { progress: 30, data: { status: 'stopping jobs' } }));
    progress.add(1, event('web/2', 'started'));
    progress.add(1, event('web/2', 'finished', { progress: 100 }));
    expect(texts(progress)).toEqual([
      'Updating instance web  1 of 3 done',
      '  ⠋ web/0  00:00:12',
      '  ⠋ web/1  stopping jobs   30%  00:00:07',
    ]);
    expect(texts(progress, { now: (at + 12) * 1000 + 100 })[1]).toBe('  ⠙ web/0  00:00:12');
  });

  it('is one line where a stage is one thing', () => {
    const progress = new Progress();
    progress.add(1, event('Preparing deployment', 'started', { stage: 'Preparing deployment', tags: [], total: 1 }));
    expect(texts(progress)).toEqual(['⠋ Preparing deployment  00:00:12']);
  });

  it('goes with its end, however it ends, and all of a task with the task', () => {
    const progress = new Progress();
    for (const name of ['a', 'b', 'c']) progress.add(1, event(name, 'started'));
    progress.add(1, event('a', 'failed'));
    progress.add(1, event('b', 'finished'));
    progress.add(2, event('c', 'started'));
    expect(texts(progress)).toEqual([
      'Task 1  Updating instance web  2 of 3 done',
      '  ⠋ c  00:00:12',
      'Task 2  Updating instance web  0 of 3 done',
      '  ⠋ c  00:00:12',
    ]);
    progress.end(1);
    expect(texts(progress)).toEqual(['Updating instance web  0 of 3 done', '  ⠋ c  00:00:12']);
    progress.end(2);
    expect(texts(progress)).toEqual([]);
  });

  it('takes no notice of what is no step', () => {
    const progress = new Progress();
    progress.add(1, { time: at, type: 'warning', message: 'careful' });
    progress.add(1, { time: at, error: { code: 1, message: 'x' } });
    expect(texts(progress)).toEqual([]);
  });
});

describe('rows', () => {
  const running = (name: string, count = 1): Progress => {
    const progress = new Progress();
    for (let index = 0; index < count; index++) progress.add(1, event(`${name}${index}`, 'started'));
    return progress;
  };

  it('show the line that is still open, unless it tells of what runs', () => {
    const open = 'Task 1 | 10:20:30 | Preparing deployment: Preparing deployment (00:00:02)';
    expect(texts(running('web/'), { open, width: 80 })[0]).toBe(open);
    expect(texts(running('web/'), { open: 'Task 1 | 10:20:30 | Updating instance web: web/0', width: 80 })[0]).toBe(
      'Updating instance web  0 of 3 done',
    );
    expect(texts(new Progress(), { open: 'Task 1' })).toEqual(['Task 1']);
  });

  it.each([40, 30, 20, 12, 5, 1])('fit into %i cells, and keep their end in sight while they can', (width) => {
    const rows = progressRows(
      running('日本語の名前/👩‍👩‍👧é-long-name-of-an-instance/').stages(),
      view({ width, open: '開いた行'.repeat(9) }),
    );
    expect(rows.length).toBe(3);
    for (const { cells } of rows) expect(cells).toBeLessThanOrEqual(width);
    if (width >= 20) expect(rows[2]?.text).toMatch(/… {2}00:00:12$/);
  });

  it('fit into the height, and count the others', () => {
    expect(texts(running('w', 20), { height: 4 })).toEqual([
      'Updating instance web  0 of 3 done',
      '  ⠋ w0  00:00:12',
      '  ⠋ w1  00:00:12',
      '… 18 more',
    ]);
  });

  it('colour the wheel alone, and take nothing of what a Director says for control of the terminal', () => {
    expect(texts(running('w\u001b[2J\n/'), { color: true })[1]).toBe('  \u001b[36m⠋\u001b[0m w /0  00:00:12');
  });

  it('are cut between characters', () => {
    expect(cutTo('abc', 3)).toBe('abc');
    expect(cutTo('abcd', 3)).toBe('ab…');
    expect(cutTo('a日本', 4)).toBe('a日…');
    expect(cutTo('a日本', 3)).toBe('a…');
    expect(cutTo('abc', 0)).toBe('');
  });
});
