import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { JsonObject } from '@bosh6/base';
import { busPort, directorName, directorPort, type Site } from './addresses.js';
import type { Cpi } from './cpi-file.js';
import type { Home } from './home.js';
import type { Trust } from './trust.js';

/** The Director's configuration, with a person's settings in it. */
export function directorConfig(home: Home, site: Site, trust: Trust, cpi: Cpi, settings: JsonObject): object {
  return {
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
    cpi,
    tokenKey: { privateKey: trust.tokenKey },
    logFile: join(home.director, 'director.log'),
    downloadCa: home.ca,
  };
}

/** Secrets may be in it. */
export function writeDirectorConfig(file: string, config: object): void {
  writeFileSync(file, `${JSON.stringify(config, null, 2)}\n`, { mode: 0o600 });
}
