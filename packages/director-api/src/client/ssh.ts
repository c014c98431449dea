import { mediaTypes, routes } from '../routes.js';
import { readTask } from './read-json.js';
import type { Session } from './session.js';
import type { Task } from './wire.js';

interface Target {
  readonly group?: string | undefined;
  readonly id?: string | undefined;
}

export interface SshRoutes {
  /** Makes a user on VMs; the task's result has their addresses and host keys (director-api reference 4.3.9). */
  setUp(deployment: string, target: Target, who: { user: string; publicKey: string }): Promise<Task>;
  cleanUp(deployment: string, target: Target, user: string): Promise<Task>;
}

export function sshRoutes(session: Session): SshRoutes {
  const post = async (deployment: string, { group, id }: Target, command: 'setup' | 'cleanup', params: object): Promise<Task> => {
    const chosen = id === undefined ? [] : [id];
    const target = { ...(group === undefined ? {} : { job: group }), ids: chosen, indexes: chosen };
    const body = JSON.stringify({ command, deployment_name: deployment, params, target });
    const headers = { 'content-type': mediaTypes.json };
    return readTask(await session.call({ method: 'POST', path: routes.ssh(deployment), headers, body }));
  };
  return {
    setUp: (deployment, target, { user, publicKey }) => post(deployment, target, 'setup', { user, public_key: publicKey }),
    cleanUp: (deployment, target, user) => post(deployment, target, 'cleanup', { user_regex: `^${user}` }),
  };
}
