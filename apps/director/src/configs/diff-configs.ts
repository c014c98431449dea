import type { JsonObject } from '@bosh6/base';
import type { ConfigDiff, ConfigDiffPost } from '@bosh6/director-api';
import { fail } from '../errors.js';
import type { ConfigRow } from '../persistence/rows/index.js';
import type { Repositories } from '../persistence/store.js';
import { changeset } from './changeset.js';
import { contentOf } from './config-content.js';
import { findConfig } from './find-config.js';

const redacted = { showSecrets: false };

/** What would change: content against the current config, or between two sides. `check` refuses a stored one that is not the caller's. */
export async function diffConfigs(read: Repositories, wish: ConfigDiffPost, check: (row: ConfigRow) => void): Promise<ConfigDiff> {
  if ('from' in wish) return { diff: changeset(await side(read, wish.from, check), await side(read, wish.to, check), redacted) };
  const current = await read.configs.current(wish.type, wish.name);
  if (current !== undefined) check(current);
  const what = `${wish.type} config '${wish.name}'`;
  const before = current === undefined ? {} : contentOf(current.content, what);
  const diff = changeset(before, contentOf(wish.content, what), redacted);
  return { from: { id: String(current?.id ?? 0) }, diff };
}

type Side = { id?: string | undefined; content?: string | undefined };

async function side(read: Repositories, { id, content }: Side, check: (row: ConfigRow) => void): Promise<JsonObject> {
  if (id !== undefined && /\d/.test(id)) {
    const row = await findConfig(read, id);
    check(row);
    return contentOf(row.content, `config ${id}`);
  }
  if (content === undefined) throw fail('ConfigRequestInvalid', "each side needs an 'id' or a 'content'");
  return contentOf(content, 'config');
}
