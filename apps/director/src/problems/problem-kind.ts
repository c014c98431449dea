import type { JsonObject } from '@bosh6/base';
import type { Scope } from '../engine/scope.js';
import type { DeploymentRow, DiskRow, InstanceRow, VmRow } from '../persistence/rows/index.js';

/** What is wrong, with all that the database still knows of it. */
export interface Subject {
  readonly instance: InstanceRow;
  readonly vm: VmRow | undefined;
  /** Of problems of disks. */
  readonly disk: DiskRow | undefined;
  readonly data: JsonObject;
}

/** Where a resolution works: under the deployment's lock. */
export interface Site extends Subject {
  readonly scope: Scope;
  readonly deployment: DeploymentRow;
}

export interface Resolution {
  /** What it does, for whoever chooses. */
  readonly plan: string;
  run(site: Site): Promise<void>;
}

/** A type of problem (director-api reference 4.3.10). */
export interface ProblemKind {
  /** What `resourceId` is the id of. */
  readonly of: 'instance' | 'disk';
  /** The resolution for whoever leaves the choice to us. */
  readonly automatic: string;
  describe(subject: Subject): string;
  /** By name, in the order of the offer. */
  readonly resolutions: Readonly<Record<string, Resolution>>;
}

export const ignore: Resolution = { plan: 'Skip for now', run: async () => undefined };
