import type { Ended, Failing } from '../failing.js';

/** Paths are below the working directory. */
export interface RunStep extends Failing {
  readonly run: readonly string[];
  readonly cwd?: string;
  /** The original goes through some things in an order that differs from run to run. */
  readonly anyOrder?: true;
  readonly pipe?: true;
}

/** A command line of either CLI, or what a person does to files in between. */
export type Step =
  | RunStep
  | { readonly write: Readonly<Record<string, string>>; readonly executable?: true }
  | { readonly archive: string; readonly entries: Readonly<Record<string, string>> }
  | { readonly compiledRelease: string }
  | { readonly link: Readonly<Record<string, string>> }
  | { readonly remove: readonly string[] };

export type Scenarios = Readonly<Record<string, readonly Step[]>>;

/** What a command printed, and which files are other ones after it. */
export interface Seen extends Ended {
  readonly argv: readonly string[];
  /** Lines; with `--json` the value. */
  readonly stdout: unknown;
  /** Texts, or what an archive holds; null for one that is gone. */
  readonly files: Readonly<Record<string, unknown>>;
}
