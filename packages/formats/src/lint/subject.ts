import type { Json } from '@bosh6/base';
import type { Interpolated } from '../interpolate/types.js';
import type { SourceDocument } from '../yaml/source-document.js';
import type { Place } from './problem.js';

/** A text to lint, filled in or as it is. */
export interface Subject {
  /** Of the text itself. */
  readonly name: string;
  readonly value: Json;
  /** Where the value at a pointer was written. */
  place(pointer: string): Place;
  scalarText(pointer: string): string | undefined;
}

/** A text as it stands, or with ops files and variables applied: then places may be in those. */
export function subjectOf(document: SourceDocument, filled?: Interpolated): Subject {
  const { name } = document;
  return {
    name,
    value: filled === undefined ? document.value : filled.value,
    place: (pointer) => ({ document: name, pointer, ...(filled === undefined ? document.locate(pointer) : filled.origin(pointer)) }),
    // Once ops files have moved things a pointer leads elsewhere in the text.
    scalarText: (pointer) => (filled === undefined ? document.scalarText(pointer) : undefined),
  };
}
