import { type DeployContext, deployContextSchema } from '@bosh6/director-api';
import { fail } from '../errors.js';
import type { Repositories } from '../persistence/store.js';
import { isSeenBy } from './seen-by.js';

/** The configs that a deploy of these teams says it was diffed against; undefined when it says nothing. Throws `ContextConfigsUnknown`. */
export async function deployContext(
  read: Repositories,
  text: string | undefined,
  teams: readonly string[],
): Promise<DeployContext | undefined> {
  if (text === undefined || text === '') return undefined;
  const parsed = deployContextSchema.safeParse(json(text));
  if (!parsed.success) throw fail('ContextConfigsUnknown', "the query parameter 'context' is not the one of a diff");
  await known(read, 'cloud', parsed.data.cloud_config_ids, teams);
  await known(read, 'runtime', parsed.data.runtime_config_ids, teams);
  return parsed.data;
}

async function known(read: Repositories, type: string, ids: number[], teams: readonly string[]): Promise<void> {
  const rows = await read.configs.byIds(ids);
  const missing = ids.filter((id) => !rows.some((row) => row.id === id && row.type === type && isSeenBy(row, teams)));
  if (missing.length > 0) throw fail('ContextConfigsUnknown', `there is no ${type} config with id ${missing.join(', ')}`);
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
