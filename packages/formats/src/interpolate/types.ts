import type { Json, JsonObject } from '@bosh6/base';
import type { Position, SourceDocument } from '../yaml/source-document.js';

/** One `-v`, `--var-file`, `-l` or `--vars-env` source; earlier sources in a list win. */
export interface VariableSource {
  /** As the user typed it, for errors and positions: `-v`, or a path. */
  readonly name: string;
  readonly values: JsonObject;
  locate?(pointer: string): Position | undefined;
}

/** A `--vars-store`: asked when no source has the variable. */
export interface VariableStore {
  get(name: string): Json | undefined;
  names(): string[];
  /** Makes and keeps the value of a typed definition; `options` are interpolated, `lookUp` gives the values of others. Absent: definitions are never generated. */
  generate?(name: string, type: string, options: JsonObject, lookUp: (name: string) => Json | undefined): Promise<Json>;
}

export interface InterpolateOptions {
  sources?: readonly VariableSource[];
  store?: VariableStore;
  /** Ops file documents, in order. */
  opsFiles?: readonly SourceDocument[];
  /** `--path`, a go-patch path into the result. */
  path?: string;
  /** `--var-errs`. */
  errorOnMissing?: boolean;
  /** `--var-errs-unused`. */
  errorOnUnused?: boolean;
}

export interface Interpolated {
  value: Json;
  /** Where the value at a pointer of the result was written: in the template, an ops file or a vars file. */
  origin(pointer: string): ({ document: string } & Partial<Position>) | undefined;
}
