import { isJsonObject, type JsonObject } from '@bosh6/base';
import { fail } from '../errors.js';
import { locateError } from '../yaml/locate-error.js';
import type { SourceDocument } from '../yaml/source-document.js';
import { kindOf } from './check-shape.js';

/** Runs a parser over a document that must be a map; what it throws says document, line and column. */
export function readDocument<T>(document: SourceDocument, read: (root: JsonObject) => T): T {
  try {
    if (!isJsonObject(document.value)) {
      throw fail('InvalidYaml', `'${document.name}' must be a map at the top, but is ${kindOf(document.value)}`, {
        where: { pointer: '' },
      });
    }
    return read(document.value);
  } catch (error) {
    throw locateError(error, document);
  }
}

/** A version as text: `1.0` without quotes is `1.0`, as Ruby prints it, though JSON has only 1. */
export function versionText(document: SourceDocument, pointer: string, version: string): string {
  const written = document.scalarText(pointer);
  return written !== undefined && /^[-+]?\d+\.0*$/.test(written) && /^-?\d+$/.test(version) ? `${version}.0` : version;
}

/** Without the keys whose value is undefined. */
export function compact<T extends object>(
  value: T,
): { [K in keyof T as undefined extends T[K] ? never : K]: T[K] } & {
  [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>;
} {
  return Object.fromEntries(Object.entries(value).filter(([, entry]) => entry !== undefined)) as never;
}
