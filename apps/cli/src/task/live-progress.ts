import type { World } from '@bosh6/base';
import type { EventLine } from '@bosh6/director-api/client';
import type { LiveOutput } from '../output/live-output.js';
import { Progress } from './progress.js';
import { progressRows } from './progress-rows.js';

const redrawMs = 100;

/** Shows what followed tasks do now, below what they did. Several tasks share one region; it is gone, and the cursor back, when the last one has ended. */
export class LiveProgress {
  readonly #output: LiveOutput;
  readonly #world: World;
  readonly #color: boolean;
  readonly #progress = new Progress();
  readonly #followed = new Set<number>();
  #leave = (): void => {};

  constructor(output: LiveOutput, world: World, color: boolean) {
    this.#output = output;
    this.#world = world;
    this.#color = color;
  }

  begin(task: number): void {
    this.#followed.add(task);
    if (this.#followed.size === 1) this.#enter();
  }

  add(task: number, event: EventLine): void {
    this.#progress.add(task, event);
  }

  end(task: number): void {
    this.#progress.end(task);
    if (this.#followed.delete(task) && this.#followed.size === 0) this.#leave();
  }

  #enter(): void {
    const output = this.#output;
    output.start((open, room) => progressRows(this.#progress.stages(), { ...room, open, now: this.#world.now(), color: this.#color }));
    const timer = this.#world.every(redrawMs, () => output.draw());
    const stop = (): void => output.stop();
    const suspend = (): void => {
      output.clear();
      process.kill(process.pid, 'SIGSTOP');
    };
    process.once('exit', stop);
    process.on('SIGTSTP', suspend);
    this.#leave = () => {
      timer.cancel();
      process.removeListener('exit', stop);
      process.removeListener('SIGTSTP', suspend);
      stop();
    };
  }
}
