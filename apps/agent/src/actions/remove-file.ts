import { rm } from 'node:fs/promises';
import { type Action, defineAction } from '../core/action.js';
import type { Collaborators } from '../core/collaborators.js';
import { fail } from '../errors.js';

/** Removes what `bundle_logs` left; nothing outside the agent's temporary directory. */
export const removeFile = ({ layout }: Pick<Collaborators, 'layout'>): Action =>
  defineAction('remove_file', async ([path]) => {
    if (!path.startsWith(`${layout.temporary}/`) || path.includes('/../')) {
      throw fail('InvalidArguments', `${path} is not in ${layout.temporary}`);
    }
    await rm(path, { recursive: true, force: true });
    return path;
  });
