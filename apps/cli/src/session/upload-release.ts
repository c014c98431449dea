import type { Director } from '@bosh6/director-api/client';
import { withLeanRelease } from '../documents/lean-release.js';
import { isRemote, locateUpload, tarballOf, tarballSize } from '../documents/tarball.js';
import { followTask } from './follow.js';
import type { Seat } from './seat.js';

interface Options {
  readonly sha1?: string | undefined;
  readonly fix: boolean;
  readonly rebase?: boolean;
  /** What the person calls it. */
  readonly shown?: string;
}

/** Has the Director take a release from an address, or sends it a file, without the packages that it has unless `fix`. Errors: UnreadableFile. */
export async function uploadRelease(seat: Seat, director: Director, from: string, options: Options): Promise<void> {
  const { sha1, fix, rebase = false, shown = from } = options;
  const send = async (path: string): Promise<void> => {
    const tarball = tarballOf('release', path, isRemote(from) ? sha1 : undefined, seat);
    const task = await director.releases.upload(tarball.source, { fix, rebase });
    tarball.end();
    await followTask(seat, director, task, { locate: locateUpload('release', shown) });
  };
  if (fix || isRemote(from)) return send(from);
  tarballSize('release', from);
  await withLeanRelease(director, from, send);
}
