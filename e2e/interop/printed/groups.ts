import type { Cases } from './case.js';
import { configs } from './cases/configs.js';
import { deployments } from './cases/deployments.js';
import { disks } from './cases/disks.js';
import { instances } from './cases/instances.js';
import { problems } from './cases/problems.js';
import { releases } from './cases/releases.js';
import { session } from './cases/session.js';
import { ssh } from './cases/ssh.js';
import { tasks } from './cases/tasks.js';

/** Command groups of the CLI reference, section 2. */
export const groups: Readonly<Record<string, Cases>> = {
  session,
  tasks,
  configs,
  deployments,
  instances,
  problems,
  disks,
  releases,
  ssh,
};
