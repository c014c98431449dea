import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../stack/paths.js';

/** What of the post can be compared, as text; tables as cells between bars, since the widths of columns say nothing. */
export interface Post {
  /** The commands, one a line. */
  commands: string;
  /** What `log-in` asks. */
  prompts: string;
  cloudConfig: string;
  environment: string;
  table: string;
}

/** The post, from the fixtures: lines that the shell would join are joined. */
export function readPost(): Post {
  const read = (name: string): string => readFileSync(join(root, 'e2e/fixtures/post', name), 'utf8');
  return {
    commands: read('commands.txt').replaceAll(/ \\\n\s*/g, ' '),
    prompts: read('log-in.txt'),
    cloudConfig: read('cloud-config.yml'),
    ...readInstances(read('instances.txt')),
  };
}

/** Line "Using environment" and the table of what `instances` printed. */
export function readInstances(output: string): Pick<Post, 'environment' | 'table'> {
  const lines = output.split('\n').map((line) => line.trimEnd());
  const environment = lines.find((line) => line.startsWith('Using environment')) ?? '';
  const from = lines.findIndex((line) => line.startsWith('Instance '));
  const until = lines.findIndex((line, at) => at > from && line === '');
  const table = from < 0 ? [] : lines.slice(from, until < 0 ? undefined : until);
  const starts = [...(table[0] ?? '').matchAll(/\S+( \S+)*/g)].map(({ index }) => index);
  const cells = table.map((line) => starts.map((start, at) => line.slice(start, starts[at + 1]).trim()));
  return { environment, table: cells.map((row) => `${row.join(' | ')}\n`).join('') };
}
