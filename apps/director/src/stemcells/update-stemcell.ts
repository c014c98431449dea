import type { Json } from '@bosh6/base';
import { readStemcell, type StemcellContents } from '@bosh6/formats/archives';
import { z } from 'zod';
import type { Collaborators, KnownCpi } from '../core/collaborators.js';
import { CpiSession } from '../cpi/cpi-session.js';
import { takeBack } from '../cpi/take-back.js';
import { archiveName, obtainArchive, withWorkDir } from '../downloads/obtain-archive.js';
import { type Intent, openIntent, outcomeOf } from '../engine/intents.js';
import { fail } from '../errors.js';
import { parsePayload } from '../tasks/parse-payload.js';
import type { Stage, TaskContext, TaskHandler } from '../tasks/task-handler.js';
import { stemcellFor } from './stemcell-for.js';

const schema = z.object({
  path: z.string().optional(),
  location: z.string().optional(),
  digest: z.string().optional(),
  fix: z.boolean().default(false),
});

/** A stemcell to take; `fix` hands it to the CPI again. */
export interface UpdateStemcellPayload {
  path?: string;
  location?: string;
  digest?: string;
  fix: boolean;
}

const lockWaitMs = 900_000;

interface Target {
  cpi: KnownCpi;
  session: CpiSession;
}

type Needed = Pick<Collaborators, 'config' | 'store' | 'locks' | 'cpis' | 'world' | 'directorUuid'>;

/** Takes a stemcell to every CPI that can use it. A known one is not uploaded twice. */
export function updateStemcellHandler(collaborators: Needed): TaskHandler {
  return {
    type: 'update_stemcell',
    // The CPI call is repeated with its request id, so that a CPI which knows it answers with what it made already.
    recover: async () => 'requeue',
    run: async (context, payload: Json) => {
      const { path, location, digest, fix } = parsePayload(schema, payload);
      const source = { ...(path ? { path } : {}), ...(location ? { location } : {}), ...(digest ? { digest } : {}) };
      return withWorkDir(collaborators.config, context, source, async (dir) => {
        const stage = context.events.stage('Update stemcell', location === undefined ? 5 : 6 + (digest === undefined ? 0 : 1));
        const archive = await obtainArchive('stemcell', source, dir, context, collaborators.config, (task) => ({ stage, task }));
        const contents = await stage.task('Extracting stemcell archive', () => readStemcell(archive, dir, archiveName('stemcell', source)));
        return upload(collaborators, context, stage, contents, fix);
      });
    },
  };
}

async function upload(
  collaborators: Needed,
  context: TaskContext,
  stage: Stage,
  contents: StemcellContents,
  fix: boolean,
): Promise<string> {
  const { name, version, stemcellFormats } = contents.manifest;
  const targets = await stage.task('Verifying stemcell manifest', async () => {
    const all = (await collaborators.cpis.known()).map((cpi) => ({ cpi, session: new CpiSession(cpi.name, collaborators, context) }));
    const fitting = await Promise.all(all.map(({ session }) => fits(session, stemcellFormats)));
    const usable = all.filter((_target, index) => fitting[index]);
    if (usable.length > 0) return usable;
    throw fail('StemcellNotSupported', `no CPI takes stemcell '${name}/${version}' of format ${stemcellFormats?.join(', ') ?? 'unknown'}`);
  });
  return collaborators.locks.withLock(
    `stemcells:${name}:${version}`,
    context.taskId,
    async () => {
      for (const target of targets) {
        context.throwIfCancelled();
        await take(collaborators, context, stage, contents, target, fix);
      }
      return `/stemcells/${name}/${version}`;
    },
    { timeoutMs: lockWaitMs * targets.length, signal: context.signal },
  );
}

/** A CPI that does not tell its formats takes any. */
async function fits(session: CpiSession, formats: string[] | undefined): Promise<boolean> {
  const known = await session.info().then(
    (info) => info.stemcell_formats,
    () => undefined,
  );
  return formats === undefined || known === undefined || formats.some((format) => known.includes(format));
}

async function take(
  collaborators: Needed,
  task: Pick<TaskContext, 'taskId'>,
  stage: Stage,
  contents: StemcellContents,
  { cpi, session }: Target,
  fix: boolean,
): Promise<void> {
  const { store, directorUuid } = collaborators;
  const { name, version, operatingSystem: os, apiVersion, sha1, cloudProperties } = contents.manifest;
  const where = session.name === '' ? '' : ` (cpi: ${session.name})`;
  const known = await stage.task(`Checking if this stemcell already exists${where}`, async () =>
    stemcellFor(cpi, await store.read.stemcells.all({ name, version })),
  );
  const skipped = known !== undefined && !fix;
  const requestId = `stemcell-${directorUuid}-${task.taskId}-${session.name}`;
  let intent: Intent | undefined;
  const create = async (): Promise<string> => {
    const opened = await openIntent({ collaborators, task }, 'create_stemcell', requestId, { cpi: session.name });
    intent = opened;
    try {
      return await session.call('createStemcell', [contents.imagePath, cloudProperties, { tags: {} }], { requestId });
    } catch (error) {
      if (await takeBack(session, 'create_stemcell', requestId, error))
        await store.write((tx) => opened.settle(tx, 'failed', outcomeOf(error)));
      throw error;
    }
  };
  const suffix = `${where}${skipped ? ' (already exists, skipped)' : ''}`;
  const cid = await stage.task(`Uploading stemcell ${name}/${version} to the cloud${suffix}`, async () => (skipped ? known.cid : create()));
  await stage.task(`Save stemcell ${name}/${version} (${cid})${suffix}`, async () => {
    if (intent === undefined) return;
    const made = intent;
    try {
      await store.write(async (tx) => {
        await made.settle(tx, 'done', { cid });
        if (known === undefined) await tx.stemcells.insert({ name, version, os, cid, sha1, cpi: session.name, apiVersion });
        else await tx.stemcells.update({ id: known.id }, { os, cid, sha1, apiVersion, cpi: session.name });
      });
    } catch (error) {
      await session.call('deleteStemcell', [cid as never]).then(
        () => store.write((tx) => made.settle(tx, 'failed', outcomeOf(error))),
        () => undefined,
      );
      throw error;
    }
  });
}
