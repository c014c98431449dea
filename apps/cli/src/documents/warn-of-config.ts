import type { Ui } from '../output/ui.js';
import type { Template } from './load-template.js';
import { warnOfTypos } from './warn-of-typos.js';

/** Says that a config is none of its type but a manifest or one of another type, else which keys look mistyped: a Director takes any map without a word. */
export async function warnOfConfig(ui: Ui, template: Template, type: string): Promise<void> {
  const [{ detectKind }, { documentKinds, kindNames }] = await Promise.all([
    import('@bosh6/formats/lint'),
    import('@bosh6/formats/schema'),
  ]);
  const wanted = kindNames.find((name) => name === `${type}-config`);
  const kind = detectKind(template.value, template.document.name);
  const isOther = kind === 'manifest' || kind?.endsWith('-config') === true;
  if (wanted === undefined || kind === undefined || !isOther || kind === wanted) return warnOfTypos(ui, template, `${type}-config`);
  const hint =
    kind === 'manifest' ? 'deploy it with `bosh6 -d NAME deploy`' : `store it as a config of type ${kind.replace(/-config$/, '')}`;
  const title = (name: typeof kind): string => documentKinds[name].title.replace(/^[A-Z](?=[a-z])/, (letter) => letter.toLowerCase());
  ui.note(`Warning: ${template.document.name} reads like a ${title(kind)}, not like a ${title(wanted)}: ${hint}`);
}
