import { CodedError } from '@bosh6/base';
import type { CpiLine } from '@bosh6/director-api';
import type { TaskHandler } from '../tasks/task-handler.js';
import { type CpiAccess, CpiSession } from './cpi-session.js';

/** Asks each known CPI what it can: one result line each, also of one that fails. */
export function describeCpisHandler(access: CpiAccess): TaskHandler {
  return {
    type: 'describe_cpis',
    queue: 'urgent',
    run: async (context) => {
      for (const { name } of await access.cpis.known()) {
        context.throwIfCancelled();
        context.result(JSON.stringify(await describe(name, new CpiSession(name, access, context))));
      }
      return '';
    },
  };
}

async function describe(name: string, session: CpiSession): Promise<CpiLine> {
  try {
    const { api_version, stemcell_formats, capabilities = {} } = await session.info();
    const abilities = Object.entries(capabilities).flatMap(([ability, has]) => (has === true ? [ability] : []));
    return { name, api_version, stemcell_formats, capabilities: abilities, error: null };
  } catch (error) {
    if (!CodedError.is(error)) throw error;
    return { name, api_version: null, stemcell_formats: [], capabilities: [], error: error.message };
  }
}
