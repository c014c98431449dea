import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import * as z from 'zod/mini';
import { fail } from '../errors.js';
import type { Layout } from '../layout.js';
import type { Log } from '../log.js';
import type { Platform } from '../platform/platform.js';
import { readJson, replaceFile } from '../state/json-file.js';
import { type LocalNames, localNames } from './local-names.js';

const recordsSchema = z.looseObject({ version: z.number(), records: z.array(z.tuple([z.string(), z.string()])) });

/** Takes a version of the Director's DNS records: /etc/hosts, instance/dns/records.json for DNS servers on the machine, and what the agent's own resolver answers. An older version changes nothing. */
export class DnsRecords {
  readonly #layout: Layout;
  readonly #platform: Pick<Platform, 'writeHosts' | 'giveToVcapGroup'>;
  readonly #hostname: () => string;
  readonly #log: Log;
  readonly #isHealthy: (agentId: string) => boolean;
  #names: Promise<LocalNames | undefined> | undefined;

  constructor(
    layout: Layout,
    platform: Pick<Platform, 'writeHosts' | 'giveToVcapGroup'>,
    hostname: () => string,
    { log, isHealthy }: { log: Log; isHealthy: (agentId: string) => boolean },
  ) {
    this.#layout = layout;
    this.#platform = platform;
    this.#hostname = hostname;
    this.#log = log;
    this.#isHealthy = isHealthy;
  }

  async isNewer(version: number): Promise<boolean> {
    const kept = recordsSchema.safeParse(await readJson(this.#path));
    return !kept.success || kept.data.version < version;
  }

  async take(text: string, version: number): Promise<void> {
    let parsed: ReturnType<typeof recordsSchema.safeParse>;
    try {
      parsed = recordsSchema.safeParse(JSON.parse(text));
    } catch (cause) {
      throw fail('InvalidDnsRecords', 'the DNS records are not JSON', { cause });
    }
    if (!parsed.success) throw fail('InvalidDnsRecords', 'the DNS records lack version or records');
    if (parsed.data.version !== version)
      throw fail('InvalidDnsRecords', `the DNS records are version ${parsed.data.version}, not ${version}`);
    await this.#platform.writeHosts(hostsFile(this.#hostname(), parsed.data.records));
    await mkdir(dirname(this.#path), { recursive: true });
    await replaceFile(this.#path, text, 0o640);
    this.#names = undefined;
    await this.#platform.giveToVcapGroup(this.#path);
  }

  /** The names of the version that the machine has, read when first asked for; undefined without one. */
  names(): Promise<LocalNames | undefined> {
    // A file that cannot be read is like none: other names must go on.
    this.#names ??= readJson(this.#path).then(
      (records) => this.#read(records),
      () => undefined,
    );
    return this.#names;
  }

  #read(records: unknown): LocalNames | undefined {
    const names = localNames(records, this.#isHealthy);
    if (names !== undefined && names.malformed.length > 0)
      this.#log.warn('aliases in the DNS records are malformed, and left out', { aliases: names.malformed });
    return names;
  }

  get #path(): string {
    return this.#layout.instance('dns', 'records.json');
  }
}

/** /etc/hosts: the machine itself, the usual IPv6 names, then the records. */
export function hostsFile(hostname: string, records: readonly (readonly [string, string])[] = []): string {
  const own = [
    `127.0.0.1 localhost ${hostname}`,
    `::1 localhost ip6-localhost ip6-loopback ${hostname}`,
    'fe00::0 ip6-localnet',
    'ff00::0 ip6-mcastprefix',
    'ff02::1 ip6-allnodes',
    'ff02::2 ip6-allrouters',
    'ff02::3 ip6-allhosts',
  ];
  return `${[...own, ...records.map(([address, name]) => `${address} ${name}`)].join('\n')}\n`;
}
