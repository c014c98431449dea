import { createHash } from 'node:crypto';
import { connect, createServer } from 'node:net';
import type { Home } from './home.js';

/**
 * Runs `work` while no other process runs one for the same state directory; `onWait` is called when another is at it. The lock is a socket of
 * Linux's abstract namespace, so it ends with the process that holds it, however that ends, and those who wait are told by its closing.
 */
export async function withUpLock<T>({ root }: Pick<Home, 'root'>, onWait: () => void, work: () => Promise<T>): Promise<T> {
  const name = `\0bosh6-up-${createHash('sha256').update(root).digest('hex')}`;
  let told = false;
  for (;;) {
    const release = await take(name);
    if (release !== undefined) {
      try {
        return await work();
      } finally {
        release();
      }
    }
    if (!told) onWait();
    told = true;
    await ended(name);
  }
}

function take(name: string): Promise<(() => void) | undefined> {
  return new Promise((resolve, reject) => {
    const waiting = new Set<{ destroy(): void }>();
    const server = createServer((socket) => {
      waiting.add(socket);
      socket.on('error', () => {});
    });
    server.once('error', (error: NodeJS.ErrnoException) => (error.code === 'EADDRINUSE' ? resolve(undefined) : reject(error)));
    server.listen(name, () =>
      resolve(() => {
        server.close();
        for (const socket of waiting) socket.destroy();
      }),
    );
  });
}

/** Resolves when the holder lets go, or has. */
function ended(name: string): Promise<void> {
  return new Promise((resolve) => {
    const socket = connect({ path: name });
    socket.on('error', () => {});
    socket.on('close', () => resolve());
    socket.resume();
  });
}
