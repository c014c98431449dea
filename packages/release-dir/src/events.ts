import type { World } from '@bosh6/base';

/** What authoring tells while it works. Sizes are bytes. */
export type AuthoringEvent =
  | { event: 'adding' | 'added'; kind: 'job' | 'package' | 'license'; archive: string }
  | { event: 'archive-upload' | 'archive-download'; state: 'started' | 'finished'; archive: string; digest: string }
  | { event: 'blob-download'; state: 'started' | 'finished'; path: string; size: number; id: string; digest: string }
  | { event: 'blob-upload'; state: 'started'; path: string; size: number; digest: string }
  | { event: 'blob-upload'; state: 'finished'; path: string; id: string }
  | { event: 'release-added'; index: 'dev' | 'final'; name: string; version: string }
  | { event: 'compression-mismatch'; packages: string[] };

export type Report = (event: AuthoringEvent) => void;

/** What every authoring call may be given. */
export interface Authoring {
  report?: Report;
  /** Gives ids and the time. */
  world?: World;
  /** Where archives are kept by digest; `~/.bosh/cache` unless told, which the original CLI uses too. */
  cacheDir?: string;
}
