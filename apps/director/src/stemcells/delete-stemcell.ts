import type { Json } from '@bosh6/base';
import { z } from 'zod';
import { deleteObsolete } from '../blobs/delete-obsolete.js';
import type { Collaborators } from '../core/collaborators.js';
import { CpiSession } from '../cpi/cpi-session.js';
import { fail } from '../errors.js';
import { parsePayload } from '../tasks/parse-payload.js';
import type { EventLog, TaskContext, TaskHandler } from '../tasks/task-handler.js';

const schema = z.object({ name: z.string(), version: z.string(), force: z.boolean().default(false) });

export interface DeleteStemcellPayload {
  name: string;
  version: string;
  /** Forget it also when the CPI fails to delete it. */
  force: boolean;
}

type Needed = Pick<Collaborators, 'store' | 'blobs' | 'locks' | 'log' | 'cpis' | 'world' | 'directorUuid'>;

/** `bosh delete-stemcell`. */
export function deleteStemcellHandler(collaborators: Needed): TaskHandler {
  return {
    type: 'delete_stemcell',
    recover: async () => 'requeue',
    run: async (context, payload: Json) => {
      const stemcell = parsePayload(schema, payload);
      await removeStemcell(collaborators, context, stemcell, context.events);
      return `/stemcells/${stemcell.name}/${stemcell.version}`;
    },
  };
}

/**
 * Deletes a stemcell that no deployment uses from every CPI that has it, and what was compiled for it when it was the last of its version.
 * Throws `StemcellNotFound`, `StemcellInUse`. `events` tells each CPI's.
 */
export async function removeStemcell(
  collaborators: Needed,
  context: TaskContext,
  { name, version, force }: DeleteStemcellPayload,
  events?: EventLog,
): Promise<void> {
  const { store, blobs, locks, log } = collaborators;
  const title = `${name}/${version}`;
  await locks.withLock(`stemcells:${name}:${version}`, context.taskId, async () => {
    const rows = await store.read.stemcells.all({ name, version });
    if (rows.length === 0) throw fail('StemcellNotFound', `there is no stemcell '${title}'`);
    const users = (await store.read.deployments.all())
      .filter((row) => rows.some(({ id }) => row.stemcellIds.includes(id)))
      .map((row) => row.name);
    if (users.length > 0) throw fail('StemcellInUse', `Stemcell '${title}' is in use by ${users.join(', ')}`);
    const stage = events?.stage('Deleting stemcell', rows.length);
    for (const row of rows) {
      const work = async (): Promise<void> => {
        const session = new CpiSession(row.cpi, collaborators, context);
        await session.call('deleteStemcell', [row.cid as never]).catch((error: unknown) => {
          if (!force) throw error;
        });
        await store.write((tx) => tx.stemcells.delete({ id: row.id }));
      };
      await (stage?.task(`${title} (${row.cid})${row.cpi === '' ? '' : ` (cpi: ${row.cpi})`}`, work) ?? work());
    }
    const { os } = rows[0] ?? { os: '' };
    const compiled = await store.write(async (tx) => {
      if ((await tx.stemcells.count({ os, version })) > 0) return [];
      const left = await tx.compiledPackages.all({ stemcellOs: os, stemcellVersion: version });
      for (const row of left) await tx.compiledPackages.delete({ id: row.id });
      return left;
    });
    await deleteObsolete(
      blobs,
      compiled.map(({ blobstoreId }) => blobstoreId),
      log,
    );
  });
}
