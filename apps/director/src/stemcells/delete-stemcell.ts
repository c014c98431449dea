import type { Json } from '@bosh6/base';
import { z } from 'zod';
import { deletePassing } from '../blobs/delete-passing.js';
import { passBlobs } from '../blobs/pass-blobs.js';
import type { Collaborators } from '../core/collaborators.js';
import { CpiSession } from '../cpi/cpi-session.js';
import { fail } from '../errors.js';
import type { PassingBlobRow, StemcellRow } from '../persistence/rows/index.js';
import type { Repositories } from '../persistence/store.js';
import { noteDone } from '../tasks/note-done.js';
import { parsePayload } from '../tasks/parse-payload.js';
import type { EventLog, TaskContext, TaskHandler } from '../tasks/task-handler.js';

const schema = z.object({ name: z.string(), version: z.string(), force: z.boolean().default(false), isDone: z.boolean().default(false) });

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
      const { isDone, ...stemcell } = parsePayload(schema, payload);
      const last = (tx: Repositories) => noteDone(tx, context.taskId, stemcell);
      if (!isDone) await removeStemcell(collaborators, context, stemcell, { events: context.events, last });
      return `/stemcells/${stemcell.name}/${stemcell.version}`;
    },
  };
}

/**
 * Deletes a stemcell that no deployment uses from every CPI that has it, and what was compiled for it when it was the last of its version.
 * Throws `StemcellNotFound`, `StemcellInUse`. `events` tells each CPI's; `last` is part of the last transaction.
 */
export async function removeStemcell(
  collaborators: Needed,
  context: TaskContext,
  { name, version, force }: DeleteStemcellPayload,
  { events, last }: { events?: EventLog; last?: (tx: Repositories) => Promise<void> } = {},
): Promise<void> {
  const { store, locks } = collaborators;
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
        const left = await store.write(async (tx) => {
          await tx.stemcells.delete({ id: row.id });
          if (row === rows.at(-1)) await last?.(tx);
          return forgetCompiled(tx, row);
        });
        await deletePassing(collaborators, left);
      };
      await (stage?.task(`${title} (${row.cid})${row.cpi === '' ? '' : ` (cpi: ${row.cpi})`}`, work) ?? work());
    }
  });
}

/** What was compiled for a stemcell, unless another of its system and version is left. */
async function forgetCompiled(tx: Repositories, { os, version }: StemcellRow): Promise<PassingBlobRow[]> {
  if ((await tx.stemcells.count({ os, version })) > 0) return [];
  const compiled = await tx.compiledPackages.all({ stemcellOs: os, stemcellVersion: version });
  for (const { id } of compiled) await tx.compiledPackages.delete({ id });
  return passBlobs(
    tx,
    compiled.map(({ blobstoreId }) => blobstoreId),
  );
}
