import type { Json } from '@bosh6/base';

/** Lines and columns count from 1. */
export interface Position {
  line: number;
  column: number;
}

/** A key that a map has had before; the last one counts. */
export interface DuplicateKey {
  key: string;
  at: Position;
  /** Of the one before. */
  before: Position;
}

/** A text that a person wrote, its value, and the way back from a value to its place in the text. */
export interface SourceDocument {
  /** A path as typed, or a role such as `manifest`; errors show it. */
  readonly name: string;
  readonly text: string;
  readonly value: Json;
  /** In the order of the text. */
  readonly duplicates: readonly DuplicateKey[];
  /** Where the text's second YAML document begins, which is not read; missing when it has one only. */
  readonly another?: Position;
  /** Place of the value (of the key, for the value of a map) at an RFC 6901 pointer; of its nearest existing ancestor when nothing is there. */
  locate(pointer: string): Position | undefined;
  /** The text of the plain scalar at a pointer, as written: tells `1.0` from `1`. */
  scalarText(pointer: string): string | undefined;
}

/** Where a parsed object was written. */
export interface Located {
  readonly pointer: string;
}

/** As `Located`; of another document than the one that was read when it says so. */
export interface Written extends Located {
  readonly document?: string;
}

/** As `Located`, when several documents were read into one. */
export interface Sourced extends Located {
  readonly document: string;
}
