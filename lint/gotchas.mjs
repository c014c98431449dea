// docs/ipv6-gotchas.md has the post's 18 rows, each with a test that exists and runs; no link of docs/ leads nowhere.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const page = 'docs/ipv6-gotchas.md';
const problems = [];
const rows = readFileSync(page, 'utf8')
  .split('\n')
  .map((line) => /^\| (\d+) \|(.*)\|(.*)\|(.*)\|$/.exec(line))
  .filter((row) => row !== null);
const numbers = rows.map(([, number]) => Number(number));
if (numbers.join() !== Array.from({ length: 18 }, (_, index) => index + 1).join())
  problems.push(`${page}: the rows are ${numbers.join(', ')}`);
for (const [, number, gotcha, ours, shown] of rows) {
  const files = links(shown).filter((file) => /^\.\.\/e2e\/gotchas\/[\w-]+\.test\.ts$/.test(file));
  if (gotcha.trim() === '' || ours.trim() === '') problems.push(`${page}: row ${number} is not told`);
  if (files.length === 0) problems.push(`${page}: row ${number} names no test of e2e/gotchas`);
}
const documents = readdirSync('docs', { recursive: true })
  .filter((name) => name.endsWith('.md'))
  .map((name) => join('docs', name));
for (const document of ['README.md', ...documents]) {
  for (const link of links(readFileSync(document, 'utf8'))) {
    if (/^[a-z]+:|^#/.test(link)) continue;
    if (!existsSync(join(dirname(document), link.replace(/#.*/, '')))) problems.push(`${document}: '${link}' leads nowhere`);
  }
}
for (const name of readdirSync('e2e/fixtures/manifests/ipv6').filter((file) => file.endsWith('.cloud.yml'))) {
  const example = name.replace(/\.cloud\.yml$/, '');
  if (!readFileSync('docs/guides/ipv6.md', 'utf8').includes(`\`${example}\``))
    problems.push(`docs/guides/ipv6.md: does not tell of '${example}'`);
}

function links(text) {
  return [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, link]) => link);
}

for (const problem of problems) process.stderr.write(`${problem}\n`);
process.stdout.write(`gotchas: ${rows.length} rows, ${documents.length} documents, ${problems.length} problems\n`);
process.exit(problems.length > 0 ? 1 : 0);
