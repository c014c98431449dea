import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import { createInterface } from 'node:readline';
import type { Inventory } from '@bosh6/cpi-vsphere/testing';
import type { Vcsim } from '../vcsim/start-vcsim.js';
import type { Gate } from './gate.js';

/** What a test does to a vCenter that runs inside a lab, and sees of it. */
export type Control = Pick<Vcsim, 'addRule' | 'clearRules' | 'expireSessions' | 'calls'> & Gate & { inventory(): Promise<Inventory> };

const names: readonly (keyof Control)[] = ['addRule', 'clearRules', 'expireSessions', 'calls', 'open', 'shut', 'inventory'];

/** Serves it on a Unix socket, which leads out of the lab's networks: `[name, ...arguments]` a line. */
export async function serveControl(path: string, control: Control): Promise<() => void> {
  const server = createServer(async (socket) => {
    socket.on('error', () => undefined);
    for await (const line of createInterface({ input: socket })) {
      const [name, ...args] = JSON.parse(line) as [keyof Control, ...unknown[]];
      const work = control[name] as (...all: unknown[]) => Promise<unknown>;
      const answer = await work(...args).then(
        (result) => ({ result }),
        (error: unknown) => ({ error: String(error) }),
      );
      socket.write(`${JSON.stringify(answer)}\n`);
    }
  });
  server.listen(path);
  await once(server, 'listening');
  return () => void server.close();
}

/** The other end of it. */
export async function openControl(path: string): Promise<Control & { close(): void }> {
  const socket = connect(path);
  await once(socket, 'connect');
  const ask = asker(socket);
  const methods = names.map((name) => [name, (...args: unknown[]) => ask([name, ...args])]);
  return { ...(Object.fromEntries(methods) as Control), close: () => void socket.destroy() };
}

function asker(socket: Socket): (call: unknown[]) => Promise<unknown> {
  const lines = createInterface({ input: socket })[Symbol.asyncIterator]();
  let turn: Promise<unknown> = Promise.resolve();
  return (call) => {
    const next = turn.then(async () => {
      socket.write(`${JSON.stringify(call)}\n`);
      const { value, done } = await lines.next();
      if (done === true) throw new VcenterEnded('the simulated vCenter of the lab has ended');
      const { result, error } = JSON.parse(value) as { result?: unknown; error?: string };
      if (error !== undefined) throw new VcenterEnded(error);
      return result;
    });
    turn = next.catch(() => undefined);
    return next;
  };
}

class VcenterEnded extends Error {}
