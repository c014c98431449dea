import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../stack/paths.js';

const text = readFileSync(join(root, 'docs/guides/vsphere.md'), 'utf8');

/** What docs/guides/vsphere.md shows. */
export const guide = {
  /** Code blocks of a language, as they stand. */
  blocks: (language: string): string[] =>
    [...text.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].flatMap(([, one, content = '']) => (one === language ? [content] : [])),
  /** The YAML file of a name, which its first line says. */
  file(name: string): string {
    const found = guide.blocks('yaml').find((block) => block.startsWith(`# ${name}`));
    if (found === undefined) throw new Error(`the guide has no ${name}`);
    return found;
  },
  /** Indented lines: what is typed, without remarks. */
  commands: [...text.matchAll(/^ {4}(\S.*)$/gm)]
    .map(([, line = '']) => line.replace(/ {2,}#.*$/, ''))
    .filter((line) => /^[a-z~/]/.test(line)),
  /** Rows of the table whose head begins with this. */
  rows(head: string): string[][] {
    const [, table = ''] = text.split(`| ${head} |`);
    const lines = table.split('\n').slice(2);
    return lines
      .slice(
        0,
        lines.findIndex((line) => !line.startsWith('|')),
      )
      .map((line) =>
        line
          .split('|')
          .slice(1, -1)
          .map((cell) => cell.trim()),
      );
  },
};

/** What stands in backquotes. */
export function quoted(cell: string): string[] {
  return [...cell.matchAll(/`([^`]+)`/g)].map(([, one = '']) => one);
}
