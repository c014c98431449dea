import { fail } from '../errors.js';
import type { ObjectName, Ref } from '../schema/values.js';
import type { CallOptions } from '../session/options.js';
import type { Vim } from '../vim.js';
import { objectsSpec } from './filter-specs.js';
import type { Row } from './rows.js';
import { watchUpdates } from './watch-updates.js';

/**
 * Waits until properties of an object are as wanted, told by the server when they change.
 * `waitUntil(vim, 'VirtualMachine', vm, ['guest.ipAddress'], (p) => p['guest.ipAddress'] !== undefined)`
 */
export async function waitUntil<O extends ObjectName, const P extends string>(
  vim: Vim,
  _type: O,
  ref: Ref<NoInfer<O>>,
  paths: readonly P[],
  wanted: (properties: Row<O, P>['properties']) => boolean,
  { signal }: CallOptions = {},
): Promise<Row<O, P>['properties']> {
  const plain = ref as unknown as Ref;
  const ended = new AbortController();
  const stop = AbortSignal.any([ended.signal, vim.closed, ...(signal === undefined ? [] : [signal])]);
  let properties: Record<string, unknown> = {};
  try {
    for await (const updates of watchUpdates(vim.session, async () => [objectsSpec([plain], paths)], { signal: stop })) {
      for (const { kind, changeSet } of updates) {
        if (kind === 'leave') throw fail('ObjectNotFound', `${plain.type} ${plain.value} does not exist any more`);
        if (kind === 'enter') properties = {};
        for (const { name, val } of changeSet ?? []) properties[name] = val;
      }
      if (wanted(properties as Row<O, P>['properties'])) return properties as Row<O, P>['properties'];
    }
  } finally {
    ended.abort();
  }
  signal?.throwIfAborted();
  throw fail('VSphereClosed', 'the session was closed while a property was waited for');
}
