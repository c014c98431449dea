// Import cycles, file sizes, names that say nothing.
import { dirname, join, normalize } from 'node:path';
import { sourceFiles } from './source-files.mjs';

const files = sourceFiles();
const byPath = new Map(files.map((file) => [file.path, file]));
const problems = [];

const edges = new Map(
  files.map((file) => [
    file.path,
    file.imports
      .filter(({ specifier, typeOnly, lazy }) => specifier.startsWith('.') && !typeOnly && !lazy)
      .map(({ specifier }) => normalize(join(dirname(file.path), specifier)).replace(/\.js$/, '.ts'))
      .filter((path) => byPath.has(path)),
  ]),
);
const state = new Map();
function visit(path, trail) {
  if (state.get(path) === 'done') return;
  if (state.get(path) === 'open') {
    problems.push(`cycle: ${[...trail.slice(trail.indexOf(path)), path].join(' -> ')}`);
    return;
  }
  state.set(path, 'open');
  for (const next of edges.get(path) ?? []) visit(next, [...trail, path]);
  state.set(path, 'done');
}
for (const path of edges.keys()) visit(path, []);

for (const file of files) {
  const lines = file.text.split('\n').length;
  if (lines > 400 && !file.isTest) problems.push(`${file.path}: ${lines} lines (400 at most; split by verb)`);
  if (/(^|\/)(utils?|helpers?|common|misc)(\/|\.ts$)/.test(file.path)) problems.push(`${file.path}: name the thing, not 'utils'`);
}
const sizes = files
  .filter((file) => !file.isTest)
  .map((file) => file.text.split('\n').length)
  .sort((a, b) => a - b);
const median = sizes[Math.floor(sizes.length / 2)] ?? 0;
if (median >= 120) problems.push(`the median file has ${median} lines (under 120)`);

for (const problem of problems) process.stderr.write(`${problem}\n`);
process.stdout.write(`shape: ${files.length} files, median ${median} lines, ${problems.length} problems\n`);
process.exit(problems.length > 0 ? 1 : 0);
