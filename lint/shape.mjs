// Import cycles, what is loaded too early, file sizes, names that say nothing.
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

// A Director listens before it loads what only its tasks need, and these are known by.
const onlyForTasks = /^@bosh6\/(agent-protocol|bus|cpi-.*|credentials|templates)$/;
const via = new Map([['apps/director/src/start-director.ts', []]]);
for (const [path, trail] of via) {
  for (const next of edges.get(path) ?? []) if (!via.has(next)) via.set(next, [...trail, path]);
  const early = byPath.get(path)?.imports.find(({ specifier, typeOnly, lazy }) => onlyForTasks.test(specifier) && !typeOnly && !lazy);
  if (early) problems.push(`loaded before the Director listens: ${[...trail, path, early.specifier].join(' -> ')}`);
}

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
