import type { Json } from '@bosh6/base';
import {
  emitYaml,
  type Interpolated,
  interpolate,
  type SourceDocument,
  type VariableSource,
  variableFile,
  variableFlag,
  variablesEnvironment,
  variablesFile,
} from '@bosh6/formats';
import type { VariableFlags } from '../command/variable-flags.js';
import type { Ui } from '../output/ui.js';
import { readText, readYaml, warnOfDuplicates } from './read-document.js';
import { openStore } from './vars-store.js';

export interface Template {
  readonly document: SourceDocument;
  readonly value: Json;
  /** YAML for the Director; keys stay in the order of the template. */
  readonly text: string;
  /** Turns a place in the sent text into the place that the person wrote. */
  locate(where: { pointer?: string | null | undefined }): { document?: string; line?: number; column?: number; pointer?: string };
}

/** Reads a document, applies ops files and variables. Keys that it has twice are warned of. Errors carry file, line and column. */
export async function loadTemplate(ui: Ui, path: string, flags: VariableFlags): Promise<Template> {
  const document = readYaml(path);
  warnOfDuplicates(ui, document);
  const interpolated = await interpolateDocument(document, flags, {});
  const { value } = interpolated;
  return {
    document,
    value,
    text: emitYaml(value, { sortKeys: false }),
    locate({ pointer }) {
      if (pointer === undefined || pointer === null) return { document: document.name };
      return { pointer, ...(interpolated.origin(pointer) ?? { document: document.name }) };
    },
  };
}

export function interpolateDocument(
  document: SourceDocument,
  flags: VariableFlags,
  { generates = true, ...options }: { path?: string; errorOnMissing?: boolean; errorOnUnused?: boolean; generates?: boolean },
): Promise<Interpolated> {
  const store = flags['vars-store'];
  return interpolate(document, {
    sources: variableSources(flags),
    opsFiles: (flags['ops-file'] ?? []).map(readYaml),
    ...(store === undefined ? {} : { store: openStore(store, { generates }) }),
    ...options,
  });
}

/** Strongest first: `-v`, `--var-file`, `-l` (the later file wins), `--vars-env`. */
function variableSources(flags: VariableFlags): VariableSource[] {
  return [
    ...(flags.var ?? []).map((text) => variableFlag(text)).toReversed(),
    ...(flags['var-file'] ?? []).map((text) => variableFile(text, readText(text.slice(text.indexOf('=') + 1)))).toReversed(),
    ...(flags['vars-file'] ?? []).map((path) => variablesFile(readYaml(path))).toReversed(),
    ...(flags['vars-env'] ?? []).map((prefix) => variablesEnvironment(prefix, process.env)).toReversed(),
  ];
}
