import { CodedError } from '@bosh6/base';
import {
  type CloudConfig,
  locateError,
  type Manifest,
  parseCloudConfig,
  parseManifest,
  parseRuntimeConfigs,
  parseYaml,
  type RuntimeConfig,
  type SourceDocument,
} from '@bosh6/formats';
import { isSeenBy } from '../configs/seen-by.js';
import type { Scope } from '../engine/scope.js';
import type { ConfigRow } from '../persistence/rows/index.js';
import { fail } from './errors.js';
import type { UpdateDeploymentPayload } from './payloads.js';

/** The texts a deploy was asked with, and what they say. */
export interface Documents {
  manifest: SourceDocument;
  clouds: SourceDocument[];
  runtimes: SourceDocument[];
  cloudConfigIds: number[];
  runtimeConfigIds: number[];
}

type Texts = Pick<UpdateDeploymentPayload, 'manifestText' | 'cloudConfigIds' | 'runtimeConfigIds'>;

/** Reads the manifest's text, and the cloud and runtime configs: those with the given ids, else the newest of each name that these teams see. */
export async function readDocuments(scope: Scope, teams: readonly string[], texts: Texts): Promise<Documents> {
  const clouds = await configsOf(scope, 'cloud', teams, texts.cloudConfigIds);
  const runtimes = await configsOf(scope, 'runtime', teams, texts.runtimeConfigIds);
  return {
    manifest: parseYaml(texts.manifestText, 'manifest'),
    clouds: clouds.map(read),
    runtimes: runtimes.map(read),
    cloudConfigIds: clouds.map(({ id }) => id),
    runtimeConfigIds: runtimes.map(({ id }) => id),
  };
}

function read({ type, name, content }: ConfigRow): SourceDocument {
  return parseYaml(content, `${type}-config '${name}'`);
}

async function configsOf(
  scope: Scope,
  type: 'cloud' | 'runtime',
  teams: readonly string[],
  ids: readonly number[] | undefined,
): Promise<ConfigRow[]> {
  const { configs } = scope.collaborators.store.read;
  if (ids === undefined) return (await configs.currentOfType(type)).filter((row) => isSeenBy(row, teams)).sort((a, b) => a.id - b.id);
  const rows = await configs.byIds(ids);
  const missing = ids.find((id) => !rows.some((row) => row.id === id && row.type === type));
  if (missing !== undefined) throw fail('ConfigNotFound', `there is no ${type} config with id ${missing}`);
  return rows;
}

export function parseDocuments(documents: Documents): { manifest: Manifest; cloudConfig: CloudConfig; runtimes: RuntimeConfig[] } {
  return {
    manifest: parseManifest(documents.manifest),
    cloudConfig: parseCloudConfig(documents.clouds),
    runtimes: parseRuntimeConfigs(documents.runtimes),
  };
}

/** What the newest cloud configs say that these teams see. Throws NoCloudConfig, and what is wrong with them. */
export async function readCloudConfig(scope: Scope, teams: readonly string[]): Promise<CloudConfig> {
  return parseCloudConfig((await configsOf(scope, 'cloud', teams, undefined)).map(read));
}

/** In the order of their reading. */
export function allOf({ manifest, clouds, runtimes }: Documents): SourceDocument[] {
  return [manifest, ...clouds, ...runtimes];
}

/** An error with a pointer gets the document, line and column of it; one without a document is about the manifest. */
export function locate(error: unknown, documents: Documents): unknown {
  if (!CodedError.is(error) || error.where?.pointer === undefined || error.where.line !== undefined) return error;
  const name = error.where.document ?? documents.manifest.name;
  const document = allOf(documents).find((each) => each.name === name);
  return document === undefined ? error : locateError(error, document);
}
