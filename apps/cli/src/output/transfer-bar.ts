import type { World } from '@bosh6/base';
import type { Ui } from './ui.js';
import { binaryBytes } from './values.js';

const widest = 80;
const redrawMs = 100;

/** A line that shows how far a transfer is: `[####>____] 42.00% 2.3 MiB/s 12s`. Terminals only. */
export function transferBar(ui: Ui, world: World, total: number): { update(done: number): void; end(): void } {
  const start = world.monotonic();
  let drawn = Number.NEGATIVE_INFINITY;
  let last = 0;
  const draw = (): void => {
    const seconds = Math.max(0.001, (world.monotonic() - start) / 1000);
    const share = total === 0 ? 1 : Math.min(1, last / total);
    const speed = last / seconds;
    const left = share >= 1 ? seconds : speed === 0 ? 0 : (total - last) / speed;
    const tail = ` ${(share * 100).toFixed(2)}% ${binaryBytes(speed)}/s ${Math.round(left)}s`;
    // A line that wraps cannot be drawn again: the last cell stays empty.
    const width = Math.min(widest, (ui.width ?? widest + 1) - 1);
    const room = Math.max(10, width - tail.length - 2);
    const done = Math.min(room, Math.round(room * share));
    const bar = done === room ? '#'.repeat(room) : `${'#'.repeat(Math.max(0, done - 1))}>${'_'.repeat(room - Math.max(1, done))}`;
    ui.redraw(`\r[${bar}]${tail}`);
  };
  return {
    update(done) {
      last = done;
      if (world.monotonic() - drawn < redrawMs) return;
      drawn = world.monotonic();
      draw();
    },
    end() {
      draw();
      ui.redraw('\n');
    },
  };
}
