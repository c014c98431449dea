import { fork } from 'node:child_process';
import { once } from 'node:events';
import type { Asked, Told } from './messages.js';
import { SimulatedAgents } from './simulated-agents.js';

/** A measured process; the agents of the VMs that it makes are in this one. */
export interface MeasuredChild {
  readonly agents: SimulatedAgents;
  ask(asked: Asked): void;
  /** The next message of that kind; rejects when the process ends first. */
  heard<K extends Told['kind']>(kind: K): Promise<Omit<Told & { kind: K }, 'kind'>>;
  end(): Promise<void>;
}

export function startMeasured(file: string, configFile: string): MeasuredChild {
  const agents = new SimulatedAgents();
  const child = fork(new URL(file, import.meta.url), [configFile]);
  const ended = once(child, 'exit');
  child.on('message', (told: Told) => {
    if (told.kind === 'create') agents.create(told.vm);
  });
  return {
    agents,
    ask: (asked) => void child.send(asked),
    heard: (kind) =>
      new Promise((resolve, reject) => {
        const onMessage = ({ kind: told, ...message }: Told): void => {
          if (told !== kind) return;
          child.off('message', onMessage);
          resolve(message as never);
        };
        child.on('message', onMessage);
        void ended.then(([code]) => reject(new Error(`${file} ended with ${code}`)));
      }),
    async end() {
      agents.close();
      if (child.connected) child.disconnect();
      await ended;
    },
  };
}
