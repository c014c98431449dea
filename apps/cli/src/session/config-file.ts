import { chmodSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname } from 'node:path';
import { isJsonObject } from '@bosh6/base';
import { isSameDirector } from '@bosh6/director-api/client/target';
import { fail } from '../errors.js';
import { formatEntries, keys, readPlainEntries } from './plain-entries.js';

/** One Director that the person has named or logged in to; the keys are the stock CLI's. */
export interface Entry {
  url: string;
  ca_cert?: string;
  alias?: string;
  username?: string;
  password?: string;
  access_token_type?: string;
  access_token?: string;
  refresh_token?: string;
}
const credentialKeys = ['username', 'password', 'access_token_type', 'access_token', 'refresh_token'] as const;

/** `~/.bosh/config`, which the stock CLI reads and writes too (as bosh-cli). */
export class ConfigFile {
  readonly path: string;
  readonly #entries: Entry[];

  private constructor(path: string, entries: Entry[]) {
    this.path = path;
    this.#entries = entries;
  }

  /** A missing file is an empty one. Errors: UnreadableFile, InvalidConfigFile. */
  static async load(path: string): Promise<ConfigFile> {
    const full = path.replace(/^~(?=\/|$)/, homedir());
    let text: string;
    try {
      text = readFileSync(full, 'utf8');
    } catch (cause) {
      if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return new ConfigFile(full, []);
      throw fail('UnreadableFile', `the config file ${full} cannot be read`, { cause });
    }
    // The plain shape that both CLIs write is read without loading the YAML library: that is a good part of a short command's time.
    return new ConfigFile(full, readPlainEntries(text) ?? (await readYamlEntries(text, full)));
  }

  entries(): readonly Readonly<Entry>[] {
    return this.#entries;
  }

  /** By alias or URL as written, else by host and port however they are spelled. */
  find(environment: string): Readonly<Entry> | undefined {
    return this.#entries.find((entry) => entry.url === environment || entry.alias === environment) ?? this.#ofUrl(environment);
  }

  /** Names a Director: one URL has one alias; an alias moves when it is given again. Log-ins stay. */
  alias(url: string, alias: string, ca: string | undefined): void {
    const entry = this.#entries.find((one) => isSameDirector(one.url, url) || one.alias === alias) ?? this.#add(url);
    entry.url = url;
    entry.alias = alias;
    if (ca === undefined) delete entry.ca_cert;
    else entry.ca_cert = ca;
  }

  /** Drops the entry with this alias, log-in and CA too. Errors: UnknownAlias. */
  unalias(alias: string): void {
    const at = this.#entries.findIndex((entry) => entry.alias === alias);
    if (alias === '' || at === -1)
      throw fail('UnknownAlias', `no Director is called '${alias}'`, { hint: '`bosh6 environments` lists those that have a name' });
    this.#entries.splice(at, 1);
  }

  setCredentials(url: string, credentials: Omit<Partial<Entry>, 'url' | 'alias' | 'ca_cert'>): void {
    const entry = this.#ofUrl(url) ?? this.#add(url);
    for (const key of credentialKeys) delete entry[key];
    Object.assign(entry, credentials);
  }

  clearCredentials(url: string): void {
    const entry = this.#ofUrl(url);
    for (const key of credentialKeys) delete entry?.[key];
  }

  /** Written whole, readable by its owner only; readers never see half a file. */
  save(): void {
    mkdirSync(dirname(this.path), { recursive: true });
    const fresh = `${this.path}.${process.pid}`;
    writeFileSync(fresh, formatEntries(this.#entries), { mode: 0o600 });
    chmodSync(fresh, 0o600);
    renameSync(fresh, this.path);
  }

  #ofUrl(url: string): Entry | undefined {
    return this.#entries.find((entry) => isSameDirector(entry.url, url));
  }

  #add(url: string): Entry {
    const entry: Entry = { url };
    this.#entries.push(entry);
    return entry;
  }
}

async function readYamlEntries(text: string, path: string): Promise<Entry[]> {
  const { parse } = await import('yaml');
  const refuse = (why: string, cause?: unknown): Error =>
    fail('InvalidConfigFile', `the config file ${path} is not what BOSH writes: ${why}`, { cause, where: { document: path } });
  let root: unknown;
  try {
    root = parse(text, { logLevel: 'silent' });
  } catch (cause) {
    throw refuse('it is no YAML', cause);
  }
  if (root === null || root === undefined) return [];
  if (!isJsonObject(root)) throw refuse('it is no map');
  const { environments = [] } = root;
  if (environments === null) return [];
  if (!Array.isArray(environments)) throw refuse("'environments' is no list");
  return environments.map((entry: unknown, index) => entryOf(entry, (why) => refuse(`entry ${index + 1} ${why}`)));
}

/** The keys that are known, as text: who writes by hand leaves out quotes. */
function entryOf(value: unknown, refuse: (why: string) => Error): Entry {
  if (!isJsonObject(value)) throw refuse('is no map');
  const entry: Partial<Entry> = {};
  for (const key of keys) {
    const own = value[key];
    if (own === undefined || own === null) continue;
    if (typeof own === 'object') throw refuse(`has no text at '${key}'`);
    entry[key] = String(own);
  }
  if (entry.url === undefined) throw refuse('has no url');
  return { ...entry, url: entry.url };
}
