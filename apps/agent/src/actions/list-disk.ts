import { type Action, defineAction } from '../core/action.js';
import type { Collaborators } from '../core/collaborators.js';

export const listDisk = ({ disks }: Pick<Collaborators, 'disks'>): Action =>
  defineAction('list_disk', () => disks.mounted(), { mode: (protocol) => (protocol >= 3 ? 'async' : 'sync') });
