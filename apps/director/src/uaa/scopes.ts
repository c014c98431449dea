import { fail } from '../errors.js';
import type { Caller } from './token-service.js';

/** What a route asks of its caller. */
export type Permission =
  | 'admin'
  | 'read'
  | 'create_deployment'
  | 'update_configs'
  | 'list_configs'
  | 'read_events'
  | 'read_releases'
  | 'read_stemcells'
  | 'list_deployments'
  | 'list_tasks'
  | 'upload_releases'
  | 'upload_stemcells';

const readers = new Set<Permission>([
  'read',
  'list_configs',
  'read_events',
  'read_releases',
  'read_stemcells',
  'list_deployments',
  'list_tasks',
]);

/** The scopes of which one is enough, in the order in which a refusal lists them. Teams are not known yet. */
export function scopesFor(permission: Permission, directorUuid: string): string[] {
  const admin = ['bosh.admin', `bosh.${directorUuid}.admin`];
  if (readers.has(permission)) return [...admin, 'bosh.read', `bosh.${directorUuid}.read`];
  if (permission === 'upload_releases') return [...admin, 'bosh.releases.upload'];
  if (permission === 'upload_stemcells') return [...admin, 'bosh.stemcells.upload'];
  return admin;
}

/** Lets pass who has one of the scopes. Throws `ScopeMissing`. */
export function requireScope(caller: Caller, permission: Permission, directorUuid: string): void {
  const scopes = scopesFor(permission, directorUuid);
  if (caller.scopes.some((scope) => scopes.includes(scope))) return;
  throw fail('ScopeMissing', `Require one of the scopes: ${scopes.join(', ')}`);
}
