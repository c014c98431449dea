import type { LabClient } from './client.js';
import type { LabConfigInput } from './config.js';
import { fail } from './errors.js';

export interface StartLabOptions {
  /** The lab's own directory; made if missing. Its path with `/lab.sock` stays below 100 bytes. */
  stateDir: string;
  config: LabConfigInput;
  /** The lab ends when this process does. Default: it outlives the caller. */
  lifeline?: boolean;
  /** The daemon's entry, `apps/lab/dist/main.js` or its bundle. */
  daemon: string;
  /** The Node that runs it; this process's unless said. */
  node?: string;
}

export interface LabHandle extends LabClient {
  readonly stateDir: string;
  /** False when a living lab was found and taken over; its configuration is then the one it was started with. */
  readonly started: boolean;
}

/** Starts a lab, or adopts the living one of that directory; cleans after a dead one first. */
export async function startLab(_options: StartLabOptions): Promise<LabHandle> {
  throw fail('LabStartFailed', 'not available');
}

/** Finds the living lab of a directory. */
export async function adoptLab(_stateDir: string): Promise<LabHandle | undefined> {
  return undefined;
}

export async function connectLab(_options: { socket: string; token?: string }): Promise<LabClient> {
  throw fail('LabStartFailed', 'not available');
}

/** After a lab that died: ends what is left of it and removes what it left; `purge` removes disks, stemcells and the directory too. */
export async function cleanLab(_options: { stateDir: string; purge?: boolean }): Promise<void> {}
