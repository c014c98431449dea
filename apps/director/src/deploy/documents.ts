import { CodedError } from '@bosh6/base';
import {
  type CloudConfig,
  locateError,
  type Manifest,
  parseCloudConfig,
  parseManifest,
  parseYaml,
  type SourceDocument,
} from '@bosh6/formats';
import { isSeenBy } from '../configs/seen-by.js';
import type { ConfigRow } from '../persistence/rows/index.js';
import { fail } from './errors.js';
import type { UpdateDeploymentPayload } from './payloads.js';
import type { Scope } from './scope.js';

/** The texts a deploy was asked with, and what they say. */
export interface Documents {
  manifest: SourceDocument;
  clouds: SourceDocument[];
  cloudConfigIds: number[];
}

/** Reads the manifest's text and the cloud configs: those with the given ids, else the newest of each name that these teams see. */
export async function readDocuments(
  scope: Scope,
  teams: readonly string[],
  { manifestText, cloudConfigIds }: Pick<UpdateDeploymentPayload, 'manifestText' | 'cloudConfigIds'>,
): Promise<Documents> {
  const { store } = scope.collaborators;
  const rows =
    cloudConfigIds === undefined
      ? (await newestCloudConfigs(scope)).filter((row) => isSeenBy(row, teams))
      : await store.read.configs.byIds(cloudConfigIds);
  const missing = cloudConfigIds?.find((id) => !rows.some((row) => row.id === id && row.type === 'cloud'));
  if (missing !== undefined) throw fail('ConfigNotFound', `there is no cloud config with id ${missing}`);
  return {
    manifest: parseYaml(manifestText, 'manifest'),
    clouds: rows.map((row) => parseYaml(row.content, `cloud-config '${row.name}'`)),
    cloudConfigIds: rows.map(({ id }) => id),
  };
}

async function newestCloudConfigs(scope: Scope): Promise<ConfigRow[]> {
  const newest = new Map<string, ConfigRow>();
  for (const row of await scope.collaborators.store.read.configs.all({ type: 'cloud' })) newest.set(row.name, row);
  return [...newest.values()].filter((row) => !row.deleted).sort((a, b) => a.id - b.id);
}

export function parseDocuments(documents: Documents): { manifest: Manifest; cloudConfig: CloudConfig } {
  return { manifest: parseManifest(documents.manifest), cloudConfig: parseCloudConfig(documents.clouds) };
}

/** An error with a pointer gets the document, line and column of it; one without a document is about the manifest. */
export function locate(error: unknown, documents: Documents): unknown {
  if (!CodedError.is(error) || error.where?.pointer === undefined || error.where.line !== undefined) return error;
  const name = error.where.document ?? documents.manifest.name;
  const document = [documents.manifest, ...documents.clouds].find((each) => each.name === name);
  return document === undefined ? error : locateError(error, document);
}
