import { CodedError, relocated } from '@bosh6/base';
import type { SourceDocument } from '../yaml/source-document.js';
import type { CloudConfig } from './cloud-config.js';

/**
 * An error about `config.networks`, whose pointer starts with `/networks/<index of the concatenation>`, moved to the
 * document and pointer where that network was written. Anything else comes back as it was.
 */
export function locateNetworkError<T>(error: T, config: CloudConfig, documents: readonly SourceDocument[]): T | CodedError {
  const match = CodedError.is(error) ? /^\/networks\/(\d+)(\/.*)?$/.exec(error.where?.pointer ?? '') : null;
  const source = config.networkSources[Number(match?.[1])];
  if (!CodedError.is(error) || match === null || source === undefined) return error;
  const pointer = `${source.pointer}${match[2] ?? ''}`;
  const position = documents.find((document) => document.name === source.document)?.locate(pointer) ?? {};
  return relocated(error, { document: source.document, pointer, ...position });
}
