import { isUtf8 } from 'node:buffer';
import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import type { CodedError } from '@bosh6/base';
import { duplicateKeyWarnings, parseYaml, type SourceDocument } from '@bosh6/formats';
import { fail } from '../errors.js';
import { reasons } from '../output/system-reasons.js';
import type { Ui } from '../output/ui.js';

/** The text of a file that the person named; `-` is standard input. UTF-8, or UTF-16 with its mark. Errors: UnreadableFile. */
export function readText(path: string): string {
  let bytes: Buffer;
  try {
    bytes = readFileSync(path === '-' ? 0 : path.replace(/^~(?=\/)/, homedir()));
  } catch (cause) {
    throw unreadable(path, cause);
  }
  const mark = bytes.subarray(0, 2).toString('hex');
  if (mark === 'fffe' || mark === 'feff') return utf16(path, bytes.subarray(2), mark === 'feff');
  if (!isUtf8(bytes)) throw fail('UnreadableFile', `'${path}' is not UTF-8 text`, { where: { document: path } });
  return bytes.toString('utf8').replace(/^\uFEFF/, '');
}

function utf16(path: string, bytes: Buffer, isBigEndian: boolean): string {
  if (bytes.length % 2 === 1) throw fail('UnreadableFile', `'${path}' is UTF-16 text that was cut short`, { where: { document: path } });
  return (isBigEndian ? Buffer.from(bytes).swap16() : bytes).toString('utf16le');
}

/** A YAML file that holds one document. Errors: UnreadableFile, SeveralDocuments, InvalidYaml. */
export function readYaml(path: string): SourceDocument {
  const document = parseYaml(readText(path), path === '-' ? '(standard input)' : path);
  if (document.another === undefined) return document;
  throw fail('SeveralDocuments', `'${document.name}' holds more than one YAML document`, {
    where: { document: document.name, ...document.another },
  });
}

/** Says which keys a document has twice: nobody means them. */
export function warnOfDuplicates(ui: Ui, document: SourceDocument): void {
  for (const warning of duplicateKeyWarnings(document)) ui.note(`Warning: ${warning}`);
}

/** A file that the person named, with why it cannot be used. */
export function unreadable(path: string, cause: unknown): CodedError {
  const { code, message } = cause as NodeJS.ErrnoException;
  return fail('UnreadableFile', `'${path}' cannot be read: ${reasons[code ?? ''] ?? message}`, { cause, where: { document: path } });
}
