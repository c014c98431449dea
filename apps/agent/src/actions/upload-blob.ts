import { createHash } from 'node:crypto';
import { parseDigest } from '@bosh6/agent-protocol';
import { type Action, defineAction } from '../core/action.js';
import type { Collaborators } from '../core/collaborators.js';
import { fail } from '../errors.js';

/** Takes a blob that no blobstore may see: rendered templates, with secrets in them. */
export const uploadBlob = ({ blobs }: Pick<Collaborators, 'blobs'>): Action =>
  defineAction('upload_blob', async ([{ blob_id: id, checksum, payload }]) => {
    const content = Buffer.from(payload, 'base64');
    const [expected] = parseDigest(checksum);
    const actual = createHash(expected.algorithm).update(content).digest('hex');
    if (actual !== expected.hex) {
      throw fail('DigestMismatch', `Payload corrupted. Checksum mismatch. Expected '${expected.hex}' but received '${actual}'`);
    }
    await blobs.keepSensitive(id, content);
    return id;
  });
