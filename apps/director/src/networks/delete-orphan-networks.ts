import { z } from 'zod';
import { fail } from '../errors.js';
import { parsePayload } from '../tasks/parse-payload.js';
import type { TaskHandler } from '../tasks/task-handler.js';

const schema = z.object({ names: z.array(z.string()) });
export type DeleteNetworksPayload = z.infer<typeof schema>;

/** `bosh delete-network`: no deploy makes networks yet, so there is none to delete. */
export const deleteOrphanNetworks: TaskHandler = {
  type: 'delete_orphan_networks',
  run: async (context, payload) => {
    const { names } = parsePayload(schema, payload);
    const stage = context.events.stage('Deleting orphaned networks', names.length);
    for (const name of names) {
      await stage.task(name, async () => {
        throw fail('OrphanedNetworkNotFound', `there is no orphaned network '${name}'`);
      });
    }
    return `orphaned network(s) ${names.join(', ')} deleted`;
  },
};
