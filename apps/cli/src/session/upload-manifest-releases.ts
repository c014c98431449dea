import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isJsonObject, type Json, type JsonObject } from '@bosh6/base';
import type { Director } from '@bosh6/director-api/client';
import { emitYaml } from '@bosh6/formats';
import type { Template } from '../documents/load-template.js';
import { isRemote } from '../documents/tarball.js';
import { releaseExists } from './release-exists.js';
import type { Seat } from './seat.js';
import { uploadRelease } from './upload-release.js';

/**
 * Releases of a manifest or runtime config that have a `url` and that the Director lacks are uploaded (as bosh-cli). One whose version is `create` is made
 * of the directory there; the answer, what is to be sent, has its new version and no `url`.
 */
export async function uploadManifestReleases(
  seat: Seat,
  director: Director,
  template: Template,
  { fix }: { fix: boolean },
): Promise<Template> {
  const { value } = template;
  if (!isJsonObject(value) || !Array.isArray(value.releases)) return template;
  const releases: Json[] = [];
  for (const release of value.releases)
    releases.push(isJsonObject(release) && typeof release.url === 'string' ? await uploadOne(seat, director, release, fix) : release);
  if (releases.every((release, at) => release === (value.releases as Json[])[at])) return template;
  const sent = { ...value, releases };
  return { ...template, value: sent, text: emitYaml(sent, { sortKeys: false }) };
}

async function uploadOne(seat: Seat, director: Director, release: JsonObject, fix: boolean): Promise<JsonObject> {
  const { url: address, ...rest } = release;
  const { name, version, sha1 } = rest;
  const url = String(address);
  const from = isRemote(url) ? url : url.replace(/^file:\/\//, '');
  if (version === 'create') return { ...rest, version: await createAndUpload(seat, director, from, { name, fix }) };
  if (!fix && typeof name === 'string' && version !== undefined) {
    const wanted = { name, version: String(version), stemcell: stemcellOf(rest) };
    if (await releaseExists(director, wanted)) {
      const compiledFor = wanted.stemcell === undefined ? '' : ` for stemcell '${wanted.stemcell}'`;
      seat.ui.line(`Release '${wanted.name}/${wanted.version}'${compiledFor} already exists.`);
      return release;
    }
  }
  await uploadRelease(seat, director, from, { fix, sha1: typeof sha1 === 'string' ? sha1 : undefined });
  return release;
}

/** What a compiled release was compiled for: `os/version`. */
function stemcellOf({ exported_from: exported, stemcell }: JsonObject): string | undefined {
  const [first] = Array.isArray(exported) ? exported : [];
  const of = [first, stemcell].find((one): one is JsonObject => isJsonObject(one ?? null));
  return of === undefined ? undefined : `${of.os}/${of.version}`;
}

async function createAndUpload(
  seat: Seat,
  director: Director,
  directory: string,
  { name, fix }: { name: Json | undefined; fix: boolean },
): Promise<string> {
  const made = mkdtempSync(join(tmpdir(), 'bosh6-release-'));
  try {
    const { createRelease } = await import('@bosh6/release-dir');
    const tarball = join(made, 'release.tgz');
    const named = typeof name === 'string' ? { name } : {};
    const { manifest } = await createRelease(directory, { ...named, tarball, force: true, timestampVersion: true });
    await uploadRelease(seat, director, tarball, { fix, shown: directory });
    return manifest.version;
  } finally {
    rmSync(made, { recursive: true, force: true });
  }
}
