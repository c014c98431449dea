import type { Ui } from '../output/ui.js';
import type { Template } from './load-template.js';

/**
 * Says which keys nobody reads and are nearly one that somebody does: a Director takes them without a word. What else it does not know may be meant for
 * others; `lint` tells of that too. Of a kind without a schema nothing is said.
 */
export async function warnOfTypos(ui: Ui, template: Template, kind: string): Promise<void> {
  // all schemas come with it
  const [{ strangeKeys }, { kindNames }] = await Promise.all([import('@bosh6/formats/lint'), import('@bosh6/formats/schema')]);
  const known = kindNames.find((name) => name === kind);
  for (const { pointer, key, meant } of known === undefined ? [] : strangeKeys(template.value, known)) {
    if (meant === undefined) continue;
    const { document, line } = template.locate({ pointer });
    ui.note(
      `Warning: ${document ?? template.document.name}${line === undefined ? '' : `, line ${line}`}: nobody reads the key '${key}': did you mean '${meant}'?`,
    );
  }
}
