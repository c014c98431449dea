import {
  type AgentSettings,
  type BlobstoreSettings,
  type DiskHint,
  type MbusCert,
  type Networks,
  type UpdateSettings,
  updateSettingsSchema,
} from '@bosh6/agent-protocol';
import { fail } from '../errors.js';
import type { Layout } from '../layout.js';
import { type Log, reason } from '../log.js';
import { readJson, readText, writeJson } from '../state/json-file.js';
import { parseSettings, type SettingsSource } from './settings-source.js';

export interface MbusConnection {
  urls: string[];
  cert: MbusCert | undefined;
}

/** The machine's settings: the source's, what update_settings has changed, and the hints of disks that came later. */
export class SettingsService {
  readonly #layout: Layout;
  readonly #sources: readonly SettingsSource[];
  readonly #log: Log;
  #settings: AgentSettings | undefined;
  #update: UpdateSettings = {};

  constructor(layout: Layout, sources: readonly SettingsSource[], log: Log) {
    this.#layout = layout;
    this.#sources = sources;
    this.#log = log;
  }

  /** Reads the first source that works, else what an earlier start has kept. Throws InvalidSettings when there is neither. */
  async load(): Promise<AgentSettings> {
    const kept = this.#layout.bosh('settings.json');
    let failure: unknown;
    for (const source of this.#sources) {
      try {
        this.#settings = await source.read();
        await writeJson(kept, this.#settings);
        break;
      } catch (error) {
        failure = error;
        this.#log.warn('a settings source failed', { reason: reason(error) });
      }
    }
    if (this.#settings === undefined) {
      const text = await readText(kept);
      if (text === undefined) throw failure ?? fail('InvalidSettings', 'no settings source is configured');
      this.#settings = parseSettings(text, kept);
    }
    const update = updateSettingsSchema.safeParse(await readJson(this.#layout.bosh('update_settings.json')));
    if (update.success) this.#update = update.data;
    return this.#settings;
  }

  get current(): AgentSettings {
    if (this.#settings === undefined) throw fail('InvalidSettings', 'the settings were not loaded yet');
    return this.#settings;
  }

  /** Keeps the argument of update_settings; what it leaves out of mbus and blobstores stays as it was. */
  async update(next: UpdateSettings): Promise<{ mbusChanged: boolean }> {
    const before = JSON.stringify(this.mbus());
    const merged: UpdateSettings = { ...next };
    if (next.mbus === undefined || next.mbus === null) merged.mbus = this.#update.mbus;
    if (next.blobstores === undefined || next.blobstores === null) merged.blobstores = this.#update.blobstores;
    await writeJson(this.#layout.bosh('update_settings.json'), merged);
    this.#update = merged;
    return { mbusChanged: JSON.stringify(this.mbus()) !== before };
  }

  get updates(): UpdateSettings {
    return this.#update;
  }

  /** Puts an update back that could not be followed. */
  async restore(previous: UpdateSettings): Promise<void> {
    await writeJson(this.#layout.bosh('update_settings.json'), previous);
    this.#update = previous;
  }

  mbus(): MbusConnection {
    const { mbus, env } = this.current;
    const fromEnv = env?.bosh?.mbus;
    const urls =
      [this.#update.mbus?.urls, fromEnv?.urls, mbus === undefined ? undefined : [mbus]].find(
        (list) => list !== undefined && list.length > 0,
      ) ?? [];
    const cert = this.#update.mbus?.cert;
    return { urls, cert: cert?.certificate ? cert : fromEnv?.cert };
  }

  blobstore(): BlobstoreSettings | undefined {
    return this.#update.blobstores?.[0] ?? this.current.env?.bosh?.blobstores?.[0] ?? this.current.blobstore;
  }

  /** PEM of the CA that signs the servers behind signed URLs. */
  blobstoreCa(): string | undefined {
    const tls = this.blobstore()?.options?.tls as { cert?: { ca?: unknown } } | undefined;
    const ca = tls?.cert?.ca;
    return typeof ca === 'string' && ca !== '' ? ca : undefined;
  }

  get networks(): Networks {
    return this.current.networks ?? {};
  }

  async diskHints(): Promise<Record<string, DiskHint>> {
    const added = (await readJson(this.#layout.bosh('persistent_disk_hints.json'))) as Record<string, DiskHint> | undefined;
    return { ...this.current.disks?.persistent, ...added };
  }

  async addDiskHint(cid: string, hint: DiskHint): Promise<void> {
    const added = (await readJson(this.#layout.bosh('persistent_disk_hints.json'))) as Record<string, DiskHint> | undefined;
    await writeJson(this.#layout.bosh('persistent_disk_hints.json'), { ...added, [cid]: hint });
  }

  async removeDiskHint(cid: string): Promise<void> {
    const added = { ...((await readJson(this.#layout.bosh('persistent_disk_hints.json'))) as Record<string, DiskHint> | undefined) };
    delete added[cid];
    await writeJson(this.#layout.bosh('persistent_disk_hints.json'), added);
  }
}
