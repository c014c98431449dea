import { z } from 'zod';
import { fail } from '../errors.js';
import { checkShape } from '../shape/check-shape.js';
import { compact, readDocument } from '../shape/read-document.js';
import { identifier, map, text } from '../shape/schemas.js';
import type { SourceDocument } from '../yaml/source-document.js';
import type { CpiConfig, CpiEntry } from './cpi-config.js';

export const cpiShape = z
  .object({
    name: text.refine((name) => name !== '', 'must not be empty'),
    type: identifier,
    exec_path: text.refine((path) => path.startsWith('/'), 'must be an absolute path').optional(),
    properties: map.optional(),
    migrated_from: z.array(z.object({ name: text })).optional(),
  })
  .transform(({ name, type, exec_path: execPath, properties, migrated_from: from }) =>
    compact({ name, type, execPath, properties: properties ?? {}, migratedFrom: (from ?? []).map((each) => each.name) }),
  );

/**
 * Reads all CPI configs as one: their lists are concatenated in order (formats reference 3.12). A name that is there twice, `migrated_from` included,
 * is 550000. Errors say which document, where.
 */
export function parseCpiConfig(documents: readonly SourceDocument[]): CpiConfig {
  const seen = new Map<string, string>();
  const claim = (name: string, document: string, pointer: string): void => {
    const other = seen.get(name);
    if (other !== undefined)
      throw fail('CpiDuplicateName', `CPI name '${name}' is under 'cpis' twice, first in '${other}'`, { where: { pointer } });
    seen.set(name, document);
  };
  const cpis = documents.flatMap((document) =>
    readDocument(document, (root) =>
      checkShape(z.array(z.unknown()), root.cpis, '/cpis').map((value, index): CpiEntry => {
        const pointer = `/cpis/${index}`;
        const entry = checkShape(cpiShape, value, pointer);
        claim(entry.name, document.name, `${pointer}/name`);
        for (const [at, name] of entry.migratedFrom.entries()) claim(name, document.name, `${pointer}/migrated_from/${at}/name`);
        return { ...entry, document: document.name, pointer };
      }),
    ),
  );
  return { cpis };
}
