import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CpiEntry } from '@bosh6/formats';
import { expect, test } from 'vitest';
import { makeCpi, makeDefaultCpi } from './make-cpi.js';

const entry = (changes: Partial<CpiEntry>): CpiEntry => ({
  name: 'a',
  type: 'local',
  properties: {},
  migratedFrom: [],
  document: "cpi config 'default'",
  pointer: '/cpis/0',
  ...changes,
});
const context = { requestId: 'cpi-1', directorUuid: 'd', log: () => undefined };

test('the local CPI of its properties, in process', async () => {
  for (const cpi of [
    makeDefaultCpi({ cpi: { type: 'local', properties: { socket: '/lab.sock', agent: { ntp: ['ntp.test'] } } } }),
    makeCpi(entry({ properties: { socket: '/lab.sock' } })),
  ]) {
    expect(await cpi.info(context)).toMatchObject({ stemcell_formats: ['bosh6-lab-light'] });
    cpi.close?.();
  }
});

test.each([
  [{}, 'properties/socket'],
  [{ socket: 5 }, 'properties/socket'],
  [{ socket: '/s', agent: { ntp: 'one' } }, 'properties/agent/ntp'],
])('properties %j are refused with their place', (properties, pointer) => {
  const where = { document: "cpi config 'default'", pointer: `/cpis/0/${pointer}` };
  expect(() => makeCpi(entry({ properties }))).toThrow(expect.objectContaining({ code: 'CpiPropertiesInvalid', where }));
  expect(() => makeDefaultCpi({ cpi: { type: 'local', properties } })).toThrow(
    expect.objectContaining({ code: 'CpiPropertiesInvalid', where: { pointer: `/cpi/${pointer}` } }),
  );
});

test("the Director's own of a type that is not built in, as toString", () => {
  expect(() => makeDefaultCpi({ cpi: { type: 'toString', properties: {} } })).toThrow(expect.objectContaining({ code: 'CpiTypeUnknown' }));
});

test('any other type, and a built-in one with a path, is an executable that gets the properties in each context', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'bosh6-cpi-'));
  const path = join(dir, 'cpi');
  const formats = 's/.*"region":"\\([a-z]*\\)".*/{"result":{"stemcell_formats":["\\1"],"api_version":2},"error":null,"log":""}/';
  await writeFile(path, `#!/bin/sh\nexec sed '${formats}'\n`);
  await chmod(path, 0o755);
  const cpi = makeCpi(entry({ execPath: path, properties: { region: 'here' } }));
  expect(await cpi.info(context)).toMatchObject({ stemcell_formats: ['here'] });
  await rm(dir, { recursive: true });
  await expect(makeCpi(entry({ type: 'nowhere' })).info(context)).rejects.toMatchObject({
    code: 'NonExecutable',
    message: expect.stringContaining('/var/vcap/jobs/nowhere_cpi/bin/cpi'),
  });
});

test("vSphere's of its properties, in the original's shape or a CPI config's; what it lacks is refused before anything is asked", async () => {
  const datacenters = [{ name: 'dc', clusters: ['c'], datastore_pattern: '.', persistent_datastore_pattern: '.' }];
  const vcenter = { host: '2001:db8::10', user: 'u', password: 'p', datacenters };
  for (const cpi of [
    makeDefaultCpi({ cpi: { type: 'vsphere', properties: { vcenters: [vcenter] } } }),
    makeCpi(entry({ type: 'vsphere', properties: vcenter as never })),
  ]) {
    expect(await cpi.info(context)).toMatchObject({ stemcell_formats: expect.arrayContaining(['vsphere-ovf']) });
    await cpi.close?.();
  }
  expect(() => makeCpi(entry({ type: 'vsphere', properties: { ...vcenter, nsxt: {} } as never }))).toThrow(
    expect.objectContaining({
      code: 'CpiPropertiesInvalid',
      message: expect.stringContaining('nsxt'),
      where: { document: "cpi config 'default'", pointer: '/cpis/0/properties' },
    }),
  );
});
