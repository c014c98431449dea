import { digestsOfFile } from '../blobs/digests.js';
import { type Action, defineAction } from '../core/action.js';
import type { Collaborators } from '../core/collaborators.js';
import { bundleLogs as bundle } from '../logs/log-bundle.js';

/** Leaves a tgz of logs on the machine for the caller, who removes it with `remove_file`. */
export const bundleLogs = ({ layout, world, platform }: Pick<Collaborators, 'layout' | 'world' | 'platform'>): Action =>
  defineAction('bundle_logs', async ([{ owning_user: user, log_type: types, filters }]) => {
    const path = await bundle(layout, world, types, filters);
    if (user) await platform.giveToUser(path, user);
    const [sha512 = ''] = await digestsOfFile(path, ['sha512']);
    return { logs_tar_path: path, sha512: `sha512:${sha512}` };
  });
