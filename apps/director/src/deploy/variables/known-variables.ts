import { isJsonObject, type Json } from '@bosh6/base';
import type { DeploymentRow, VariableRow } from '../../persistence/rows/index.js';
import type { Repositories } from '../../persistence/store.js';

/**
 * What is known already, by name: the deployment's own, and for a name that begins with a slash the newest of any deployment; its own first when `own`
 * says so.
 */
export async function knownVariables(
  read: Repositories,
  deployment: DeploymentRow,
  named: readonly { name: string }[],
  { own }: { own: boolean },
): Promise<Map<string, VariableRow>> {
  const mine = await read.variables.all({ deploymentId: deployment.id });
  const absolute = new Set(named.map(({ name }) => split(name).name).filter((name) => name.startsWith('/')));
  const all = await read.variables.allIn('name', [...absolute]);
  const rows = own ? [...all, ...mine] : [...mine, ...all];
  return new Map(rows.map((row) => [row.name, row]));
}

/** The value at `name.key.key`: dots after the last slash lead into it. */
export function lookUp(values: ReadonlyMap<string, Pick<VariableRow, 'value'>>, path: string): Json | undefined {
  const { name, keys } = split(path);
  return keys.reduce<Json | undefined>(
    (value, key) => (isJsonObject(value) && Object.hasOwn(value, key) ? value[key] : undefined),
    values.get(name)?.value,
  );
}

function split(path: string): { name: string; keys: string[] } {
  const slash = path.lastIndexOf('/') + 1;
  const [first = '', ...keys] = path.slice(slash).split('.');
  return { name: path.slice(0, slash) + first, keys };
}
