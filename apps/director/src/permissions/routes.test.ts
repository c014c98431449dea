import { mediaTypes } from '@bosh6/director-api';
import { type Endpoint, endpoints } from '@bosh6/director-api/openapi';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { throwError } from 'rxjs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { registerAuthentication } from '../http/authentication.js';
import { httpModule } from '../http/http-module.js';
import { registerParsers } from '../http/media.js';
import { PlainAnswer } from '../http/plain-answer.js';
import type { Services } from '../http/services.js';
import { matrix, type Permission } from './matrix.js';
import { Permissions } from './permissions.js';

const uuid = '0b3a6f5c-7d53-4b0e-9a43-6d5c4d9d1e11';
const all = Object.keys(matrix) as Permission[];
const subjectReads: Permission[] = ['deployment:read', 'task:read', 'config:read'];
const listings: Permission[] = ['list_configs', 'read_events', 'read_link'];
const teamListings: Permission[] = [...listings, 'read_releases', 'read_stemcells', 'list_deployments', 'list_tasks'];
const reads: Permission[] = ['read', ...teamListings, ...subjectReads];
const anyTeamAdmin: Permission[] = [...teamListings, 'create_deployment', 'create_link', 'delete_link', 'update_configs'];
const ownTeamAdmin: Permission[] = [...anyTeamAdmin, ...subjectReads, 'deployment:admin', 'task:admin', 'config:admin'];

/** The table of the reference (director-api, section 3.6), read by scopes; deployments, tasks and configs are of the team `ops`. */
const holders: [scopes: string, may: readonly Permission[]][] = [
  ['bosh.admin', all],
  [`bosh.${uuid}.admin`, all],
  ['bosh.read', reads],
  [`bosh.${uuid}.read`, reads],
  ['bosh.teams.ops.admin', ownTeamAdmin],
  ['bosh.teams.other.admin', anyTeamAdmin],
  ['bosh.teams.other.admin bosh.teams.ops.admin', ownTeamAdmin],
  ['bosh.teams.ops.read', [...listings, ...subjectReads]],
  ['bosh.teams.other.read', listings],
  ['bosh.releases.upload', ['upload_releases']],
  ['bosh.stemcells.upload', ['upload_stemcells']],
  ['bosh.dynamic-disks.create', ['create_dynamic_disks']],
  ['bosh.dynamic-disks.attach', ['attach_dynamic_disks']],
  ['bosh.dynamic-disks.create bosh.dynamic-disks.attach', ['create_dynamic_disks', 'attach_dynamic_disks', 'provide_dynamic_disks']],
  ['bosh.dynamic-disks.delete', ['delete_dynamic_disks']],
  ['bosh.dynamic-disks.detach', ['detach_dynamic_disks']],
  ['bosh.dynamic-disks.list', ['list_dynamic_disks']],
  ...[
    'openid',
    'bosh.00000000-0000-0000-0000-000000000000.admin',
    'bosh.*.admin',
    'bosh.U.admin',
    'BOSH.ADMIN',
    'bosh.administrator',
    'xbosh.admin',
    'bosh.teams..admin',
    'bosh.teams.ops',
    'bosh.teams.ops.admins',
    'bosh.teams.ops.x.admin',
    '',
  ].map((scopes): [string, []] => [scopes, []]),
];

/** No answer of a Director. */
const letIn = 299;
const row = { teams: ['ops'] };
let app: NestFastifyApplication;
beforeAll(async () => {
  const services = {
    permissions: new Permissions(uuid),
    world: { now: () => 0 },
    store: { read: { deployments: { head: async () => row }, tasks: { summary: async () => row } } },
    // Stands in for tokens: the header says the scopes.
    authenticator: {
      caller: async (header: string | undefined) => (header === undefined ? undefined : { name: 'x', scopes: header.split(' ') }),
    },
  };
  const adapter = new FastifyAdapter();
  app = await NestFactory.create<NestFastifyApplication>(httpModule(services as unknown as Services), adapter, {
    logger: false,
    bodyParser: false,
  });
  // What is let through goes no further.
  app.useGlobalInterceptors({ intercept: () => throwError(() => new PlainAnswer(letIn, '')) });
  registerParsers(adapter.getInstance());
  registerAuthentication(adapter.getInstance(), services as unknown as Services);
  await app.init();
  await adapter.getInstance().ready();
});
afterAll(() => app.close());

async function ask(
  { method, path, accepts: [medium] = [] }: Endpoint,
  scopes: string | undefined,
): Promise<{ status: number; text: string }> {
  const url = path.replaceAll(/\{\w+\}/g, '1') + (/^\/link/.test(path) ? '?deployment=web' : '');
  const headers = {
    ...(scopes === undefined ? {} : { authorization: scopes }),
    ...(medium === undefined ? {} : { 'content-type': mediaTypes[medium] }),
  };
  const answer = await app.inject({
    method: method.toUpperCase() as 'GET',
    url,
    headers,
    ...(medium === undefined ? {} : { payload: '{}' }),
  });
  return { status: answer.statusCode, text: answer.body };
}

const isAllowed = ({ needs }: Endpoint, may: readonly string[]): boolean =>
  needs === 'public' || needs.split(' and ').every((one) => may.includes(one));

describe('every route', () => {
  it('needs permissions that the table has', () => {
    const known = new Set<string>([...all, 'public']);
    for (const { path, needs } of endpoints) for (const one of needs.split(' and ')) expect([path, known.has(one)]).toEqual([path, true]);
  });

  it.each(holders)('lets in who has %j, where that is enough', async (scopes, may) => {
    for (const endpoint of endpoints) {
      const { status, text } = await ask(endpoint, scopes);
      const what = `${endpoint.method} ${endpoint.path}`;
      if (isAllowed(endpoint, may)) expect([what, status]).toEqual([what, letIn]);
      else expect([what, status, JSON.parse(text)]).toEqual([what, 401, expect.objectContaining({ code: 600000 })]);
    }
  });

  it('is shut for who is nobody, and says so as text', async () => {
    for (const endpoint of endpoints.filter(({ needs }) => needs !== 'public')) {
      const { status, text } = await ask(endpoint, undefined);
      expect([status, text]).toEqual([401, `Not authorized: '${endpoint.path.replaceAll(/\{\w+\}/g, '1')}'\n`]);
    }
  });
});

describe('a refusal', () => {
  const permissions = new Permissions(uuid);
  const told = (permission: Permission, teams?: string[]): string => {
    try {
      permissions.require({ name: 'x', scopes: [] }, permission, teams);
    } catch (error) {
      return (error as Error).message;
    }
    return 'allowed';
  };

  it('lists the scopes of which one is enough', () => {
    expect(told('admin')).toBe(`one of these scopes is needed: bosh.admin, bosh.${uuid}.admin`);
    expect(told('provide_dynamic_disks')).toContain(', (bosh.dynamic-disks.create AND bosh.dynamic-disks.attach)');
    expect(told('deployment:admin', ['ops', 'dev'])).toContain('bosh.teams.ops.admin, bosh.teams.dev.admin');
    expect(told('create_deployment')).toContain('bosh.teams.*.admin');
  });
});
