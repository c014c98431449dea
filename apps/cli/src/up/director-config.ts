import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { JsonObject } from '@bosh6/base';
import { busPort, directorName, directorPort, type Site } from './addresses.js';
import { cpiOf } from './cpi-file.js';
import type { Home } from './home.js';
import type { Trust } from './trust.js';

/** Writes the Director's configuration file, with a person's settings in it. */
export function writeDirectorConfig(home: Home, site: Site, trust: Trust, labSocket: string, settings: JsonObject): void {
  const config = {
    ...settings,
    name: directorName,
    stateDir: home.director,
    port: directorPort,
    listen: ['::'],
    endpoints: site.endpoints,
    names: [directorName, 'localhost'],
    tls: { ...trust.directorTls, ca: home.ca },
    database: { type: 'sqlite', path: join(home.director, 'director.sqlite') },
    blobstore: { path: join(home.director, 'blobs') },
    bus: { embedded: { port: busPort }, ca: trust.busCa },
    users: [{ name: 'admin', passwordFile: home.adminPassword, scopes: ['bosh.admin'] }],
    cpi: cpiOf(home, labSocket),
    tokenKey: { privateKey: trust.tokenKey },
    logFile: join(home.director, 'director.log'),
    downloadCa: home.ca,
  };
  writeFileSync(home.directorConfig, `${JSON.stringify(config, null, 2)}\n`, { mode: 0o600 });
}
