import type { DeploymentRow } from '../persistence/rows/index.js';
import { errandGroups } from '../problems/expects-vm.js';

/** The groups of each deployment that are errands; a manifest is read again only when it has changed. */
export class ErrandGroups {
  readonly #known = new Map<number, { text: string | null; groups: ReadonlySet<string> }>();

  of({ id, manifestText: text }: DeploymentRow): ReadonlySet<string> {
    const known = this.#known.get(id);
    if (known?.text === text) return known.groups;
    const groups = errandGroups(text);
    this.#known.set(id, { text, groups });
    return groups;
  }

  /** Forgets all other deployments. */
  keep(deployments: readonly DeploymentRow[]): void {
    const ids = new Set(deployments.map(({ id }) => id));
    for (const id of this.#known.keys()) if (!ids.has(id)) this.#known.delete(id);
  }
}
