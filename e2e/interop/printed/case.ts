import type { Failing } from '../failing.js';
import type { Answer, Answers } from './documented-director.js';

/** One command line, and how the Director answers it. */
export interface Case extends Failing {
  readonly argv: readonly string[];
  readonly answers?: Answers;
  /** The output is no terminal. */
  readonly pipe?: true;
  /** Programs that stand first on the path, as shell scripts, by name. */
  readonly programs?: Readonly<Record<string, string>>;
  /** What is typed, line by line. */
  readonly input?: string;
  /** Files of the working directory, by name. */
  readonly files?: Readonly<Record<string, string>>;
}

export type Cases = Readonly<Record<string, Case>>;

const start = 1767607230;

/** What answers the request that starts a task, and those that follow it to its end. */
export function task(
  started: string,
  { id = 7, state = 'done', result = '', output = '', events = [] as readonly object[] } = {},
): Answers {
  const row = { id, state, description: 'a task', timestamp: start + 9, started_at: start, result, user: 'admin', deployment: 'web' };
  const redirect: Answer = { status: 302, headers: { location: `/tasks/${id}` } };
  const eventLines = events.map((event) => `${JSON.stringify(event)}\n`).join('');
  return {
    [started]: redirect,
    [`GET /tasks/${id}`]: { json: row },
    [`GET /tasks/${id}/output?type=event`]: { text: eventLines },
    [`GET /tasks/${id}/output?type=result`]: { text: output },
    [`GET /tasks/${id}/output?type=debug`]: { text: 'D, debug line\n' },
    [`GET /tasks/${id}/output?type=cpi`]: { text: 'C, cpi line\n' },
  };
}

/** Two event lines of a one-step stage. */
export function stage(name: string, step: string): object[] {
  const common = { stage: name, tags: [], total: 1, task: step, index: 1 };
  return [
    { time: start, ...common, state: 'started', progress: 0 },
    { time: start + 3, ...common, state: 'finished', progress: 100 },
  ];
}

/** Somebody says yes. */
export const yes = 'y\n';
