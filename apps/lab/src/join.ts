import type net from 'node:net';

/** Makes two half-open sockets one connection: the end of one side's data ends only that direction; a broken side breaks both. */
export function join(a: net.Socket, b: net.Socket): void {
  for (const [from, to] of [
    [a, b],
    [b, a],
  ] as const) {
    from.pipe(to);
    from.once('error', () => to.destroy());
    from.once('close', () => {
      if (!from.readableEnded) to.destroy();
    });
  }
}
