import type { JsonObject } from '@bosh6/base';
import type { Sourced } from '../yaml/source-document.js';

/** All CPI configs of a Director as one, in order of upload. Plain data. */
export interface CpiConfig {
  cpis: CpiEntry[];
}

export interface CpiEntry extends Sourced {
  name: string;
  type: string;
  /** Absolute; absent: the executable that the type's job has. */
  execPath?: string;
  /** May hold secrets. */
  properties: JsonObject;
  /** Names that it had before; `''` is the CPI of a Director without CPI config. */
  migratedFrom: string[];
}
