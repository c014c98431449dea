import type { Director } from '@bosh6/director-api/client';
import { followTask } from '../session/follow.js';
import type { Seat } from '../session/seat.js';
import { sshHosts } from './hosts.js';
import type { Doorkeeper, Target } from './open-session.js';

/** The Director lets users in, by tasks. */
export function directorDoorkeeper(seat: Seat, director: Director, deployment: string, target: Target): Doorkeeper {
  return {
    async setUp(user) {
      const { result } = await followTask(seat, director, await director.ssh.setUp(deployment, target, user), { withResult: true });
      return sshHosts(result);
    },
    // The task is not followed: it ends by itself.
    cleanUp: (user) => director.ssh.cleanUp(deployment, target, user),
  };
}
