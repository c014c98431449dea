import type { SourceDocument } from './source-document.js';

/** For people: each key that its map has had before, with its line. Nobody means such a key, and YAML's readers say nothing of it. */
export function duplicateKeyWarnings({ name, duplicates }: SourceDocument): string[] {
  return duplicates.map(
    ({ key, at, before }) => `${name}, line ${at.line}: key '${key}' is already in line ${before.line}; the last one counts`,
  );
}
