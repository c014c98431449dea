import type { JsonObject } from '@bosh6/base';
import type { ConfigDiff, ConfigDiffPost } from '@bosh6/director-api';
import { fail } from '../errors.js';
import type { Repositories } from '../persistence/store.js';
import { changeset } from './changeset.js';
import { contentOf } from './config-content.js';

const redacted = { showSecrets: false };

/** What would change: content against the current config, or between two sides. */
export async function diffConfigs(read: Repositories, wish: ConfigDiffPost): Promise<ConfigDiff> {
  if ('from' in wish) return { diff: changeset(await side(read, wish.from), await side(read, wish.to), redacted) };
  const current = await read.configs.current(wish.type, wish.name);
  const what = `${wish.type} config '${wish.name}'`;
  const before = current === undefined ? {} : contentOf(current.content, what);
  const diff = changeset(before, contentOf(wish.content, what), redacted);
  return { from: { id: String(current?.id ?? 0) }, diff };
}

async function side(read: Repositories, { id, content }: { id?: string | undefined; content?: string | undefined }): Promise<JsonObject> {
  if (id !== undefined && /\d/.test(id)) {
    const row = /^\d{1,15}$/.test(id) ? await read.configs.find({ id: Number(id), deleted: false }) : undefined;
    if (row === undefined) throw fail('ConfigNotFound', `there is no config ${id}`);
    return contentOf(row.content, `config ${id}`);
  }
  if (content === undefined) throw fail('ConfigRequestInvalid', "each side needs an 'id' or a 'content'");
  return contentOf(content, 'config');
}
