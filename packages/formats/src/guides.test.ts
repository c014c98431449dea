import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { parseManifest, parseRuntimeConfig, parseYaml } from './index.js';

const guides = new URL('../../../docs/guides/', import.meta.url);

it.each([
  ['addons.md', parseRuntimeConfig],
  ['links.md', parseManifest],
  ['variables.md', parseManifest],
])('the example of %s is what it says', (name, parse) => {
  const blocks = [...readFileSync(new URL(name, guides), 'utf8').matchAll(/^```yaml\n([\s\S]*?)^```/gm)];
  expect(blocks).toHaveLength(1);
  expect(() => parse(parseYaml(blocks[0]?.[1] ?? '', name))).not.toThrow();
});
