import type { Condition } from './conditions/index.js';
import type { ServiceKind } from './service-kind.js';

export interface MonitProgram {
  argv: string[];
  uid?: string;
  gid?: string;
  /** Seconds; monit's own default is 30. */
  timeoutSeconds: number;
}

export type MonitAction =
  | { kind: 'alert' | 'restart' | 'start' | 'stop' | 'unmonitor' }
  /** `repeatEvery` in cycles; without it once, when the test begins to fail. */
  | { kind: 'exec'; program: MonitProgram; repeatEvery?: number };

/** What must be seen before a state counts: `times` of the last `cycles` looks. */
export interface Tolerance {
  times: number;
  cycles: number;
}

/** One `if` of a service. */
export interface MonitRule {
  condition: Condition;
  failing: Tolerance;
  action: MonitAction;
  recovered: Tolerance;
  recovery?: MonitAction;
}

/** `if N restarts within M cycles then ...` */
export interface RestartLimit {
  restarts: number;
  cycles: number;
  action: MonitAction;
}

/** One `check` of a monit file. */
export interface MonitService {
  kind: ServiceKind;
  name: string;
  /** A process has a pidfile or a pattern of its command line. */
  pidFile?: string;
  matching?: string;
  /** Of a file, a directory, a fifo, a file system. */
  path?: string;
  /** Of a host. */
  address?: string;
  start?: MonitProgram;
  stop?: MonitProgram;
  restart?: MonitProgram;
  groups: string[];
  dependsOn: string[];
  /** Passive ones are told of, and left alone. */
  passive: boolean;
  /** Its tests are made every so many cycles. */
  everyCycles: number;
  rules: MonitRule[];
  restartLimits: RestartLimit[];
}

/** What the supervisor leaves out of a file, and where. */
export interface MonitWarning {
  line: number;
  text: string;
}

export interface MonitFile {
  services: MonitService[];
  warnings: MonitWarning[];
}
