import type { Machine } from '../../processes/machine.js';
import type { ProcessSight } from '../../processes/proc.js';
import type { ServiceKind } from '../service-kind.js';

/** What a look at a condition saw. */
export interface Finding {
  /** Undefined when it cannot be told, as a rate at the first look. */
  failed?: boolean;
  /** For people. */
  said: string;
  /** What the next look of the same condition compares with. */
  memory?: unknown;
}

/** What there is to look at in a cycle. */
export interface View {
  kind: ServiceKind;
  /** Of a file and its like. */
  path?: string;
  /** Of a host. */
  address?: string;
  /** Of a process that lives. */
  sight?: ProcessSight;
  upSeconds: number;
  machine: Machine;
}
