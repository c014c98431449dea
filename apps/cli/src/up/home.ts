import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

/** Where everything of this machine's lab and Director is kept: `$BOSH6_HOME`, else `~/.bosh6`. */
export interface Home {
  readonly root: string;
  readonly lab: string;
  readonly director: string;
  readonly directorConfig: string;
  readonly directorLog: string;
  /** Node's, of the Director's code; beside its configuration. */
  readonly compileCache: string;
  readonly tls: string;
  readonly ca: string;
  readonly creds: string;
  readonly adminPassword: string;
  readonly fixtures: string;
  readonly internet: string;
  /** There when the lab has no IPv4. */
  readonly ipv6Only: string;
  /** There when the Director's CPI is not the lab's. */
  readonly cpi: string;
  /** There when a person has set something for the Director. */
  readonly settings: string;
}

export function findHome(environment: Readonly<Record<string, string | undefined>> = process.env): Home {
  const given = environment.BOSH6_HOME ?? '';
  const root = given === '' ? join(homedir(), '.bosh6') : resolve(given);
  return {
    root,
    lab: join(root, 'lab'),
    director: join(root, 'director'),
    directorConfig: join(root, 'director.json'),
    directorLog: join(root, 'director.log'),
    compileCache: join(root, 'compile-cache'),
    tls: join(root, 'tls'),
    ca: join(root, 'director-ca.pem'),
    creds: join(root, 'creds.yml'),
    adminPassword: join(root, 'tls', 'admin-password'),
    fixtures: join(root, 'fixtures', 'site'),
    internet: join(root, 'internet'),
    ipv6Only: join(root, 'ipv6-only'),
    cpi: join(root, 'cpi.json'),
    settings: join(root, 'director-settings.json'),
  };
}
