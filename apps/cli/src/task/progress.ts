import type { EventLine } from '@bosh6/director-api/client';

/** Something that a task does now. */
export interface Running {
  readonly name: string;
  /** Epoch seconds. */
  readonly since: number;
  /** 0 to 100, where its events tell. */
  readonly percent?: number;
  readonly status?: string;
}
export interface RunningStage {
  readonly task: number;
  readonly name: string;
  readonly ended: number;
  readonly total?: number;
  readonly items: readonly Running[];
}

interface Stage {
  readonly task: number;
  readonly name: string;
  ended: number;
  total?: number;
  readonly items: Map<string, Running>;
}

/** What runs, of all tasks that are followed, by their events. */
export class Progress {
  readonly #stages = new Map<string, Stage>();

  add(task: number, event: EventLine): void {
    const { stage: name, tags = [], task: item, state, total, time } = event;
    if (name === undefined || item === undefined || state === undefined) return;
    const key = JSON.stringify([task, name, tags]);
    const stage: Stage = this.#stages.get(key) ?? { task, name: stageName(name, tags), ended: 0, items: new Map() };
    this.#stages.set(key, stage);
    if (typeof total === 'number') stage.total = total;
    if (state === 'finished' || state === 'failed') {
      stage.items.delete(item);
      stage.ended += 1;
      return;
    }
    const known = stage.items.get(item) ?? { name: item, since: time };
    const { progress, data } = event;
    const told =
      state === 'in_progress' && typeof progress === 'number' ? { percent: Math.min(100, Math.max(0, Math.round(progress))) } : {};
    stage.items.set(item, { ...known, ...told, ...(data?.status === undefined ? {} : { status: data.status }) });
  }

  /** Nothing of that task runs any more. */
  end(task: number): void {
    for (const [key, stage] of this.#stages) if (stage.task === task) this.#stages.delete(key);
  }

  /** In the order in which they began. */
  stages(): RunningStage[] {
    return [...this.#stages.values()]
      .filter(({ items }) => items.size > 0)
      .map((stage) => ({ ...stage, items: [...stage.items.values()] }));
  }
}

/** As the plain lines say it. */
const stageName = (stage: string, tags: readonly string[]): string => (tags.length === 0 ? stage : `${stage} ${tags.join(', ')}`);
