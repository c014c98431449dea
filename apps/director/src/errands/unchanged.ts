import { createHash } from 'node:crypto';
import { readAppliedState } from '@bosh6/plan';
import type { Scope } from '../engine/scope.js';
import type { InstanceRow } from '../persistence/rows/index.js';
import type { Repositories } from '../persistence/store.js';
import type { Outcome } from './run-on-instances.js';

/** Whether an errand succeeded the last time, on the same instances with the same packages and templates. */
export async function isUnchanged(scope: Scope, name: string, rows: readonly InstanceRow[]): Promise<boolean> {
  const before = await scope.collaborators.store.read.attributes.get(attributeOf(name));
  return before !== undefined && before === hashOf(rows);
}

/** Remembers a run; one that failed anywhere counts as none. */
export async function storeRun(scope: Scope, name: string, rows: readonly InstanceRow[], outcomes: readonly Outcome[]): Promise<void> {
  const isFine = outcomes.every(({ exitCode }) => exitCode === 0);
  await scope.collaborators.store.write(async (tx) => {
    if (isFine) await tx.attributes.set(attributeOf(name), hashOf(rows));
    else await tx.attributes.delete({ name: attributeOf(name) });
  });
}

/** Of a deployment that goes. */
export async function forgetRuns(tx: Repositories, deploymentId: number): Promise<void> {
  for (const { name } of await tx.attributes.all())
    if (name.startsWith(attributeOf(`${deploymentId}/`))) await tx.attributes.delete({ name });
}

const attributeOf = (name: string): string => `errand:${name}`;

function hashOf(rows: readonly InstanceRow[]): string {
  const parts = [...rows]
    .sort((a, b) => (a.uuid < b.uuid ? -1 : 1))
    .map(({ uuid, spec }) => {
      const { configurationHash, packages = {} } = readAppliedState(spec) ?? {};
      return [
        uuid,
        configurationHash,
        Object.entries(packages)
          .map(([name, { sha1 }]) => `${name}:${sha1}`)
          .sort(),
      ];
    });
  return createHash('sha1').update(JSON.stringify(parts)).digest('hex');
}
