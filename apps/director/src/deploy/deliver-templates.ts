import type { Agent } from '../agents/agent.js';
import { deleteObsolete } from '../blobs/delete-obsolete.js';
import { fleeting } from '../blobs/fleeting.js';
import type { Scope } from '../engine/scope.js';
import type { RenderedTemplates } from '../rendering/rendered-templates.js';

/** The bus takes messages of 1 MiB; base64 and the envelope leave about this much. */
const maxMessageBytes = 700_000;

export interface Delivered {
  id: string;
  /** Given when the archive went through the blobstore. */
  signedUrl?: string;
  /** Forgets the copy in the blobstore, if there is one. Never rejects. */
  forget(): Promise<void>;
}

/** Hands an instance's templates to its agent: over the bus while they fit, else through the blobstore. */
export async function deliverTemplates(scope: Scope, agent: Agent, templates: RenderedTemplates, family: 4 | 6): Promise<Delivered> {
  const { blobs, world, log } = scope.collaborators;
  const uuid = world.uuid();
  if (templates.archive.length <= maxMessageBytes) {
    const payload = Buffer.from(templates.archive).toString('base64');
    const answer = await agent.callIfKnown('upload_blob', [{ blob_id: uuid, checksum: templates.sha1, payload }]);
    if (answer !== undefined) return { id: uuid, forget: async () => undefined };
  }
  const id = `${fleeting}${uuid}`;
  await blobs.put(templates.archive, { id });
  return { id, signedUrl: blobs.signedUrl('GET', id, { family }), forget: () => deleteObsolete(blobs, [id], log) };
}
