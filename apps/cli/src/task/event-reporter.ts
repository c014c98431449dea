import type { EventLine, Task } from '@bosh6/director-api/client';
import type { Ui } from '../output/ui.js';
import { clockTime, elapsed, longTime, span } from '../output/values.js';
import { eventLineOf } from './event-line.js';

/** What the reporter says: text that belongs to the terminal's show, and text that stays when there is no terminal. */
type Voice = Pick<Ui, 'partial' | 'ending' | 'block' | 'progress' | 'errorBlock' | 'closeLine'>;

interface Following {
  readonly id: number;
  readonly started: Map<string, number>;
  first?: EventLine;
  last?: EventLine;
}

/**
 * Renders tasks' event lines (as bosh-cli). Several tasks may run at once: each line carries its task's number, and a line is finished in place
 * only when nothing came between.
 */
export class EventReporter {
  readonly #voice: Voice;
  readonly #tasks = new Map<number, Following>();
  /** What the last printed line is about, for appending to it. */
  #open: { id: number; key: string } | undefined;
  #headerOpen = false;
  /** A task of this command has ended before. */
  #ended = false;
  /** Raw lines were shown. */
  #raw = false;

  constructor(voice: Voice) {
    this.#voice = voice;
  }

  taskStarted(id: number): void {
    if (this.#headerOpen || this.#ended) this.#voice.partial('\n');
    this.#tasks.set(id, { id, started: new Map() });
    this.#voice.partial(`Task ${id}`);
    this.#headerOpen = true;
    this.#open = undefined;
  }

  /** One line of event output. Lines that are no events are shown as they are. */
  line(id: number, text: string): void {
    const task = this.#task(id);
    const event = eventLineOf(text);
    if (event === undefined) {
      this.#say(task, undefined, text);
      return;
    }
    task.first ??= event;
    task.last = event;
    if (event.error !== undefined) this.#notice(task, event, `Error: ${event.error.message}`);
    else if (event.type !== undefined)
      this.#notice(task, event, `${event.type === 'warning' ? 'Warning' : 'Deprecation'}: ${event.message ?? ''}`);
    else this.#progress(task, event);
  }

  /** That it still runs, at `now` in milliseconds. */
  heartbeat({ id, state, started_at: startedAt }: Task, now: number): void {
    const since = state === 'queued' || !startedAt ? '' : ` (${elapsed(now / 1000 - startedAt)} elapsed)`;
    this.#voice.progress(`\nTask ${id} | ${clockTime(now / 1000)} | Task state: ${state}${since}`);
    this.#open = undefined;
  }

  taskEnded(id: number, state: Task['state']): void {
    const task = this.#task(id);
    if (this.#raw) {
      this.#voice.partial(`\nTask ${id} ${state}\n`);
      this.#raw = false;
    } else if (task.first === undefined || task.last === undefined) {
      this.#voice.ending(`. ${state.charAt(0).toUpperCase()}${state.slice(1)}`);
    } else {
      const { time: start } = task.first;
      const { time: end } = task.last;
      this.#voice.partial(`\n\nTask ${id} Started  ${longTime(start)}\n`);
      this.#voice.partial(`Task ${id} Finished ${longTime(end)}\n`);
      this.#voice.partial(`Task ${id} Duration ${span(end - start)}\n`);
      this.#voice.partial(`Task ${id} ${state}\n`);
      this.#voice.closeLine();
    }
    this.#open = undefined;
    this.#headerOpen = false;
    this.#ended = true;
    this.#tasks.delete(id);
  }

  /** Raw output lines (`task N --debug`). */
  raw(text: string): void {
    if (this.#headerOpen) {
      this.#voice.partial('\n\n');
      this.#headerOpen = false;
    }
    this.#raw = true;
    this.#voice.block(`${text}\n`);
  }

  #progress(task: Following, event: EventLine): void {
    const key = itemKey(event);
    const name = itemName(event);
    const isSame = this.#open?.id === task.id && this.#open.key === key;
    if (event.state === 'started') {
      task.started.set(key, event.time);
      this.#say(task, event, name);
    } else if (event.state === 'in_progress') {
      if (!isSame && !task.started.has(key)) task.started.set(key, event.time);
      if (!isSame) this.#say(task, event, name);
      this.#say(task, event, `L ${event.data?.status ?? ''}: ${event.task ?? ''}`);
    } else {
      const from = task.started.get(key);
      const took = ` (${from === undefined ? '' : span(event.time - from)})`;
      if (isSame) this.#voice.progress(took);
      else this.#say(task, event, name + took);
      if (event.state === 'failed') {
        this.#voice.errorBlock(`\n${' '.repeat(17 + String(task.id).length)}L Error: ${event.data?.error ?? ''}`);
      }
    }
    this.#open = { id: task.id, key };
  }

  #notice(task: Following, event: EventLine, text: string): void {
    this.#prefix(task, event);
    this.#voice.errorBlock(text);
    this.#open = undefined;
  }

  #say(task: Following, event: EventLine | undefined, text: string): void {
    this.#prefix(task, event);
    this.#voice.progress(text);
  }

  #prefix(task: Following, event: EventLine | undefined): void {
    if (this.#headerOpen) {
      this.#voice.partial('\n');
      this.#headerOpen = false;
    }
    this.#voice.progress(`\nTask ${task.id} | ${event === undefined ? '' : `${clockTime(event.time)} | `}`);
  }

  #task(id: number): Following {
    const task = this.#tasks.get(id);
    if (task !== undefined) return task;
    const fresh: Following = { id, started: new Map() };
    this.#tasks.set(id, fresh);
    return fresh;
  }
}

const itemKey = ({ stage, tags, task }: EventLine): string => JSON.stringify([stage, tags, task]);

function itemName({ stage = '', tags = [], task = '' }: EventLine): string {
  return `${stage}${tags.length === 0 ? '' : ` ${tags.join(', ')}`}: ${task}`;
}
