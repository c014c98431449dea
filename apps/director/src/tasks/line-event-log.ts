import { CodedError, type World } from '@bosh6/base';
import type { EventLog, Stage } from './task-handler.js';

type State = 'started' | 'in_progress' | 'finished' | 'failed';

/** Writes events as lines of JSON, keys in BOSH's order (formats: event log). */
export class LineEventLog implements EventLog {
  readonly #world: World;
  readonly #write: (line: string) => void;

  constructor(world: World, write: (line: string) => void) {
    this.#world = world;
    this.#write = write;
  }

  stage(name: string, total?: number, tags: readonly string[] = []): Stage {
    let tasks = 0;
    const write = (index: number, task: string, state: State, progress: number, data?: Record<string, string>): void =>
      this.#line({ stage: name, tags, total: total ?? null, task, index, state, progress, ...(data === undefined ? {} : { data }) });
    return {
      task: async (task, work) => {
        tasks += 1;
        const index = tasks;
        let last = 0;
        write(index, task, 'started', 0);
        try {
          const result = await work((status, percent) => {
            last = Math.min(100, Math.max(0, Math.round(percent ?? last)));
            write(index, task, 'in_progress', last, { status });
          });
          write(index, task, 'finished', 100);
          return result;
        } catch (error) {
          write(index, task, 'failed', 100, { error: describe(error).message });
          throw error;
        }
      },
    };
  }

  warning(message: string): void {
    this.#line({ type: 'warning', message });
  }

  deprecation(message: string): void {
    this.#line({ type: 'deprecation', message });
  }

  error(error: ErrorEvent): void {
    this.#line({ error });
  }

  #line(fields: object): void {
    this.#write(JSON.stringify({ time: Math.floor(this.#world.now() / 1000), ...fields }));
  }
}

export interface ErrorEvent {
  code: number;
  message: string;
  details?: { code: string; where?: object; hint?: string };
}

/** How a failure is told in an event or a response: BOSH's number (100 when it has none), text, and what programs need. */
export function describe(error: unknown): ErrorEvent {
  if (!CodedError.is(error)) return { code: 100, message: error instanceof Error ? error.message : String(error) };
  const details: { code: string; where?: object; hint?: string } = { code: error.code };
  if (error.where !== undefined) details.where = error.where;
  if (error.hint !== undefined) details.hint = error.hint;
  return { code: error.number ?? 100, message: error.message, details };
}
