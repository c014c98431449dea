import { fail } from '../errors.js';
import type { Caller } from '../uaa/token-service.js';
import { matrix, type Permission } from './matrix.js';

const team = /^bosh\.teams\.([^.]+)\.admin$/;

/** Who may do what at this Director. */
export class Permissions {
  readonly #directorUuid: string;

  constructor(directorUuid: string) {
    this.#directorUuid = directorUuid;
  }

  /** `teams` are those of the subject, where the permission has one. */
  allows(caller: Caller, permission: Permission, teams: readonly string[] = []): boolean {
    const held = new Set(caller.scopes);
    return this.scopesFor(permission, teams).some((scope) =>
      scope.includes('*') ? caller.scopes.some((one) => isOfAnyTeam(one, scope)) : scope.split(' AND ').every((one) => held.has(one)),
    );
  }

  /** Throws `ScopeMissing`. */
  require(caller: Caller, permission: Permission, teams: readonly string[] = []): void {
    if (this.allows(caller, permission, teams)) return;
    const scopes = this.scopesFor(permission, teams).map((scope) => (scope.includes(' AND ') ? `(${scope})` : scope));
    throw fail('ScopeMissing', `one of these scopes is needed: ${scopes.join(', ')}`);
  }

  /** In the order in which a refusal lists them. */
  scopesFor(permission: Permission, teams: readonly string[] = []): string[] {
    return matrix[permission].flatMap((scope) => {
      if (scope.includes('.T.')) return teams.map((name) => scope.replace('.T.', () => `.${name}.`));
      return [scope.replace('.U.', `.${this.#directorUuid}.`)];
    });
  }
}

/** The teams that the caller administers. */
export function adminTeams({ scopes }: Caller): string[] {
  return [...new Set(scopes.flatMap((scope) => team.exec(scope)?.[1] ?? []))];
}

function isOfAnyTeam(scope: string, pattern: string): boolean {
  const [start = '', end = ''] = pattern.split('*');
  return scope.startsWith(start) && scope.endsWith(end) && /^[^.]+$/.test(scope.slice(start.length, -end.length));
}
