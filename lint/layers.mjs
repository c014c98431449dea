// The direction of design: who may depend on whom, and who alone may import a framework.
import { sourceFiles, workspaces } from './source-files.mjs';

const layers = {
  base: 0,
  ip: 0,
  ipam: 1,
  dns: 1,
  formats: 1,
  credentials: 1,
  templates: 1,
  'director-api': 1,
  'agent-protocol': 1,
  'cpi-protocol': 1,
  bus: 1,
  vim25: 1,
  lab: 1,
  plan: 2,
  'release-dir': 2,
  'cpi-local': 2,
  'cpi-vsphere': 2,
  cli: 3,
  director: 3,
  agent: 3,
  'lab-daemon': 3,
  cpi: 3,
  e2e: 4,
};
const sameLayer = new Set(['ip>base', 'templates>formats', 'cpi-local>cpi-protocol', 'cpi-local>lab', 'plan>ipam', 'plan>formats']);
const onlyIn = [
  [/^(typeorm|@nestjs\/typeorm|better-sqlite3|pg)$/, /^apps\/director\/src\/persistence\//],
  [/^@nestjs\//, /^apps\/director\//],
  [/^@oclif\//, /^apps\/cli\//],
  [/^@nats-io\//, /^packages\/bus\//],
];
const problems = [];
const all = workspaces();

for (const [name, { folder, manifest }] of all) {
  const from = name.replace('@bosh6/', '');
  for (const dependency of Object.keys(manifest.dependencies ?? {}).filter((one) => one.startsWith('@bosh6/'))) {
    const to = dependency.replace('@bosh6/', '');
    const lower = layers[to] < layers[from] && !(layers[to] === 3);
    if (!lower && !sameLayer.has(`${from}>${to}`))
      problems.push(`${folder}/package.json: ${from} (layer ${layers[from]}) may not depend on ${to} (layer ${layers[to]})`);
  }
}

for (const file of sourceFiles()) {
  const owner = [...all.values()].find(({ folder }) => file.path.startsWith(`${folder}/`));
  for (const { specifier } of file.imports) {
    if (specifier.startsWith('.')) {
      const parts = file.path.split('/').slice(0, -1);
      for (const step of specifier.split('/'))
        if (step === '..') parts.pop();
        else if (step !== '.') parts.push(step);
      if (owner && !parts.join('/').startsWith(`${owner.folder}/`))
        problems.push(`${file.path}: imports '${specifier}' outside its package`);
      continue;
    }
    if (specifier.startsWith('node:')) continue;
    const name = specifier
      .split('/')
      .slice(0, specifier.startsWith('@') ? 2 : 1)
      .join('/');
    const { dependencies = {}, devDependencies = {}, name: self } = owner?.manifest ?? {};
    const declared =
      name in dependencies ||
      name === self ||
      (file.isTest && (name in devDependencies || name === 'vitest' || name === 'fast-check' || file.path.endsWith('vitest.config.ts')));
    if (!declared) problems.push(`${file.path}: imports '${name}', which ${owner?.folder}/package.json does not list`);
    for (const [pattern, where] of onlyIn)
      if (pattern.test(name) && !where.test(file.path)) problems.push(`${file.path}: only ${where} imports ${name}`);
    if (/\/(src|dist)\//.test(specifier)) problems.push(`${file.path}: imports the inside of a package: '${specifier}'`);
  }
}

for (const problem of problems) process.stderr.write(`${problem}\n`);
process.stdout.write(`layers: ${problems.length} problems\n`);
process.exit(problems.length > 0 ? 1 : 0);
