import { describe, expect, it } from 'vitest';
import { Ui } from '../output/ui.js';
import { EventReporter } from './event-reporter.js';

function voice(tty: boolean): { ui: Ui; text: () => string } {
  const texts: string[] = [];
  const stdout = { write: (more: string) => texts.push(more) };
  return { ui: new Ui({ stdout, stderr: stdout, tty }), text: () => texts.join('') };
}
const at = 1516875630;
const event = (offset: number, state: string, task: string, more: object = {}): string =>
  JSON.stringify({ time: at + offset, stage: 'Updating instance', tags: ['web'], total: 2, task, index: 1, state, progress: 0, ...more });

function render(tty: boolean, work: (reporter: EventReporter) => void): string {
  const { ui, text } = voice(tty);
  work(new EventReporter(ui));
  ui.line('Succeeded');
  return text();
}

describe('the event reporter', () => {
  const deploy = (reporter: EventReporter): void => {
    reporter.taskStarted(12);
    reporter.line(
      12,
      JSON.stringify({ time: at, stage: 'Preparing deployment', tags: [], task: 'Preparing deployment', index: 1, state: 'started' }),
    );
    reporter.line(
      12,
      JSON.stringify({ time: at + 2, stage: 'Preparing deployment', tags: [], task: 'Preparing deployment', index: 1, state: 'finished' }),
    );
    reporter.line(12, event(2, 'started', 'web/ID (0) (canary)'));
    reporter.line(12, event(3, 'in_progress', 'web/ID (0) (canary)', { data: { status: 'executing pre-stop' } }));
    reporter.line(12, event(62, 'finished', 'web/ID (0) (canary)'));
    reporter.taskEnded(12, 'done');
  };

  it('says that a task still runs, and since when it does', () => {
    const text = render(true, (reporter) => {
      reporter.taskStarted(12);
      reporter.heartbeat({ id: 12, state: 'queued', started_at: null }, at * 1000);
      reporter.heartbeat({ id: 12, state: 'processing', started_at: at }, (at + 3_725.9) * 1000);
      reporter.heartbeat({ id: 12, state: 'processing', started_at: at + 1 }, at * 1000);
      reporter.line(12, event(62, 'finished', 'web/ID (0)'));
      reporter.taskEnded(12, 'done');
    });
    expect(text.split('\n').slice(0, 6)).toEqual([
      'Task 12',
      'Task 12 | 10:20:30 | Task state: queued',
      'Task 12 | 11:22:35 | Task state: processing (1h2m5s elapsed)',
      'Task 12 | 10:20:30 | Task state: processing (0s elapsed)',
      '',
      'Task 12 | 10:21:32 | Updating instance web: web/ID (0) ()',
    ]);
  });

  it('renders a deploy on a terminal', () => {
    expect(render(true, deploy)).toBe(
      [
        'Task 12',
        '',
        'Task 12 | 10:20:30 | Preparing deployment: Preparing deployment (00:00:02)',
        'Task 12 | 10:20:32 | Updating instance web: web/ID (0) (canary)',
        'Task 12 | 10:20:33 | L executing pre-stop: web/ID (0) (canary) (00:01:00)',
        '',
        'Task 12 Started  Thu Jan 25 10:20:30 UTC 2018',
        'Task 12 Finished Thu Jan 25 10:21:32 UTC 2018',
        'Task 12 Duration 00:01:02',
        'Task 12 done',
        '',
        'Succeeded',
        '',
      ].join('\n'),
    );
  });

  it('keeps only the event lines in a pipe, the last one complete', () => {
    expect(render(false, deploy)).toBe(
      [
        '',
        'Task 12 | 10:20:30 | Preparing deployment: Preparing deployment (00:00:02)',
        'Task 12 | 10:20:32 | Updating instance web: web/ID (0) (canary)',
        'Task 12 | 10:20:33 | L executing pre-stop: web/ID (0) (canary) (00:01:00)',
        '',
      ].join('\n'),
    );
  });

  it('says only the state of a task without output', () => {
    expect(
      render(true, (reporter) => {
        reporter.taskStarted(7);
        reporter.taskEnded(7, 'done');
      }),
    ).toBe('Task 7. Done\n\nSucceeded\n');
  });

  it('repeats the line when another came between', () => {
    const text = render(true, (reporter) => {
      reporter.taskStarted(3);
      reporter.line(3, event(0, 'started', 'web/0'));
      reporter.line(3, event(1, 'started', 'web/1'));
      reporter.line(3, event(4, 'finished', 'web/0'));
      reporter.line(3, event(5, 'finished', 'web/1'));
      reporter.taskEnded(3, 'done');
    });
    expect(text).toContain(
      '\nTask 3 | 10:20:34 | Updating instance web: web/0 (00:00:04)\nTask 3 | 10:20:35 | Updating instance web: web/1 (00:00:04)\n',
    );
  });

  it('shows what failed, under its item and at the end', () => {
    const text = render(true, (reporter) => {
      reporter.taskStarted(3);
      reporter.line(3, event(0, 'started', 'web/0'));
      reporter.line(3, event(9, 'failed', 'web/0', { data: { error: 'it is not running' } }));
      reporter.line(3, JSON.stringify({ time: at + 9, error: { code: 400007, message: 'it is not running' } }));
      reporter.taskEnded(3, 'error');
    });
    expect(text).toContain(
      'web/0 (00:00:09)\n                  L Error: it is not running\nTask 3 | 10:20:39 | Error: it is not running\n\nTask 3 Started',
    );
    expect(text).toContain('\nTask 3 error\n');
  });

  it('shows warnings, and lines that are no JSON', () => {
    const text = render(false, (reporter) => {
      reporter.taskStarted(3);
      reporter.line(3, JSON.stringify({ time: at, type: 'warning', message: 'careful' }));
      reporter.line(3, '{"half');
      reporter.taskEnded(3, 'done');
    });
    expect(text).toBe('\nTask 3 | 10:20:30 | Warning: careful\nTask 3 | {"half\n');
  });
});
