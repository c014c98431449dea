import { type DeployContext, deployContextSchema } from '@bosh6/director-api';
import { fail } from '../errors.js';
import type { Repositories } from '../persistence/store.js';

/** The configs that a deploy says it was diffed against; undefined when it says nothing. Throws `ContextConfigsUnknown`. */
export async function deployContext(read: Repositories, text: string | undefined): Promise<DeployContext | undefined> {
  if (text === undefined || text === '') return undefined;
  const parsed = deployContextSchema.safeParse(json(text));
  if (!parsed.success) throw fail('ContextConfigsUnknown', "the query parameter 'context' is not the one of a diff");
  await known(read, 'cloud', parsed.data.cloud_config_ids);
  await known(read, 'runtime', parsed.data.runtime_config_ids);
  return parsed.data;
}

async function known(read: Repositories, type: string, ids: number[]): Promise<void> {
  const rows = await read.configs.byIds(ids);
  const missing = ids.filter((id) => !rows.some((row) => row.id === id && row.type === type));
  if (missing.length > 0) throw fail('ContextConfigsUnknown', `there is no ${type} config with id ${missing.join(', ')}`);
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
