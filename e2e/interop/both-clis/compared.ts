import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type Ran, run } from '../../stack/run.js';
import { causeOf } from '../cause-of.js';

/** What a command came to, without what differs from run to run: the tasks that it began, times, ids of blobs. Takes the files away that it wrote. */
export async function compared({ code, stdout, stderr }: Ran, directory: string, before: readonly string[]): Promise<object> {
  const lines = settled(stdout).split('\n');
  // Of what ran elsewhere two streams come, in an order of chance.
  const isAside = (line: string): boolean => line.includes(': stderr | ');
  const files = await taken(directory, before);
  return {
    lines: [...lines.filter((line) => !isAside(line)), ...lines.filter(isAside)],
    ...(code === 0 ? {} : { cause: settled(causeOf(stderr)) }),
    ...(Object.keys(files).length === 0 ? {} : { files }),
  };
}

/** Names of what is in a directory and is no home's. */
export const listed = (directory: string): string[] => readdirSync(directory).filter((name) => !name.startsWith('.'));

function settled(text: string): string {
  return text
    .replaceAll('\r\n', '\n')
    .replaceAll(/\b[Tt]ask (?:'\d+'|\d+)/g, 'Task N')
    .replaceAll(/^Task N .*$/gm, (line) => line.replaceAll(/\d\d:\d\d:\d\d/g, '00:00:00'))
    .replaceAll(/(?<=resource ')[-0-9a-f]{36}/g, 'BLOB')
    .replaceAll(/\d{8}-\d{6}-\d{1,9}/g, 'TIMESTAMP');
}

/** Texts, or the names in an archive, by file. */
async function taken(directory: string, before: readonly string[]): Promise<Record<string, unknown>> {
  const files: Record<string, unknown> = {};
  for (const name of listed(directory).filter((each) => !before.includes(each))) {
    const path = join(directory, name);
    if (statSync(path).isDirectory()) files[name] = readdirSync(path, { recursive: true }).sort();
    else if (name.endsWith('.tgz')) files[settled(name)] = (await run(['tar', '-tzf', path])).stdout.split('\n').sort();
    else files[name] = readFileSync(path, 'utf8');
    rmSync(path, { recursive: true });
  }
  return files;
}
