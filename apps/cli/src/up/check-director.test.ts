import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { temporaryDirectory } from '../testing/temporary-directory.js';
import { siteOf } from './addresses.js';
import { checkDirector } from './check-director.js';
import { readCpi } from './cpi-file.js';
import { directorConfig } from './director-config.js';
import { directorRefusal } from './director-refusal.js';
import { findHome } from './home.js';
import { settingsOf } from './settings-file.js';
import { findTree } from './tree.js';
import type { Trust } from './trust.js';

const pair = { certificate: 'c', privateKey: 'k' };
const trust: Trust = { directorTls: pair, busCa: pair, siteTls: pair, tokenKey: 'k' };
const good = { type: 'local', properties: { socket: '/lab.sock' } };
const hook = { type: 'webhook', url: 'https://hooks.test/', authorizationFile: 'no-such-file' };

async function check(cpi: object, settings?: object): Promise<unknown> {
  const home = findHome({ BOSH6_HOME: temporaryDirectory() });
  const file = join(temporaryDirectory(), 'bad.json');
  writeFileSync(file, JSON.stringify(cpi));
  if (settings !== undefined) writeFileSync(home.settings, JSON.stringify(settings));
  const before = readdirSync(home.root);
  const config = directorConfig(home, siteOf(home), trust, readCpi(file), settingsOf(home));
  const refused = await checkDirector(home, findTree(), config, file).then(
    () => undefined,
    (error: unknown) => error,
  );
  expect(readdirSync(home.root)).toEqual(before);
  return refused;
}

it('the Director is asked, and takes what is right', async () => {
  expect(await check(good, { healthMonitor: { pollSeconds: 5 } })).toBeUndefined();
});

it.each([
  ['a type that it has not', { ...good, type: 'vspher' }, '/type'],
  ['a property that is wrong', { ...good, properties: { socket: 5 } }, '/properties/socket'],
  ['properties of vSphere that lack all', { type: 'vsphere', properties: {} }, '/properties'],
])('%s is told with the place in the CPI file', async (_what, cpi, pointer) => {
  const where = { document: expect.stringMatching(/bad\.json$/), pointer };
  expect(await check(cpi)).toMatchObject({ code: 'CpiFileInvalid', where, hint: expect.stringContaining('nothing was kept') });
});

it.each([
  ['a wrong key', { healthMonitor: { pollSecond: 5 } }, '/healthMonitor'],
  ['a wrong value', { metrics: { port: 'x' } }, '/metrics/port'],
  ['no certificate', { trustedCerts: ['-----BEGIN CERTIFICATE-----\n-----END CERTIFICATE-----'] }, '/trustedCerts'],
  ['a file of certificates that is not there', { trustedCerts: ['a', 'b'] }, '/trustedCerts/0'],
  ['a wrong list of certificates', { trustedCerts: { file: 'a' } }, '/trustedCerts'],
  ['a file that is not there', { healthMonitor: { hooks: [hook] } }, '/healthMonitor/hooks/0/authorizationFile'],
])('%s among the settings is told with their file', async (_what, settings, pointer) => {
  const where = { document: expect.stringMatching(/director-settings\.json$/), pointer };
  const message = expect.not.stringContaining('director.json');
  expect(await check(good, settings)).toMatchObject({
    code: 'SettingsFileInvalid',
    message,
    where,
    hint: expect.stringContaining(pointer),
  });
});

it('the way back from a CPI that was kept is told, and other words stay as they are', () => {
  const home = findHome({ BOSH6_HOME: '/home' });
  const said = (pointer: string): string => `listening\n${JSON.stringify({ ready: false, message: 'm', where: { pointer } })}\n`;
  const hint = expect.stringContaining("or remove it: the lab's CPI serves then");
  expect(directorRefusal(said('/cpi/type'), home)).toMatchObject({ where: { document: home.cpi, pointer: '/type' }, hint });
  for (const other of [said('/port'), said('/metricsOf'), 'killed', '']) expect(directorRefusal(other, home)).toBeUndefined();
});
