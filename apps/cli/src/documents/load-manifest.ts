import { isJsonObject } from '@bosh6/base';
import type { VariableFlags } from '../command/variable-flags.js';
import { fail } from '../errors.js';
import type { Ui } from '../output/ui.js';
import { loadTemplate, type Template } from './load-template.js';
import { warnOfTypos } from './warn-of-typos.js';

/** A manifest, as the Director gets it; keys that look mistyped are warned of. Throws NotAManifest. */
export async function loadManifest(ui: Ui, path: string, flags: VariableFlags): Promise<Template> {
  const template = await loadTemplate(ui, path, flags);
  const { value, document } = template;
  if (isJsonObject(value)) {
    await warnOfTypos(ui, template, 'manifest');
    return template;
  }
  // "Its name is ''" would not tell.
  const what = value === null ? 'is empty' : Array.isArray(value) ? 'is a list' : `is a single value (${typeof value})`;
  throw fail('NotAManifest', `'${document.name}' ${what}, not a manifest`, {
    where: { document: document.name, ...document.locate('') },
  });
}

/** Throws WrongDeploymentName. */
export function checkName({ value, document }: Template, expected: string): void {
  const name = isJsonObject(value) ? value.name : undefined;
  if (name === expected) return;
  const what = name === undefined || name === null ? 'has no name' : `is of deployment '${String(name)}'`;
  throw fail('WrongDeploymentName', `'${document.name}' ${what}, but '${expected}' is to be deployed`, {
    where: { document: document.name, pointer: '/name', ...document.locate('/name') },
  });
}
