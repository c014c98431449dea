// Packs every package, installs the tarballs in an empty project, type-checks each README's first example there (every one, where all stand alone) and runs the first ones that need nothing else, and the conformance command.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const runs = ['agent-protocol', 'base', 'bus', 'credentials', 'director-api', 'dns', 'formats', 'ip', 'ipam', 'templates'];
/** Every example of their README stands alone, not the first only. */
const complete = ['ip'];
const root = resolve(import.meta.dirname, '..');
const project = mkdtempSync(join(tmpdir(), 'bosh6-pack-'));

function must(argv, cwd) {
  const [file, ...args] = argv;
  const ran = spawnSync(file, args, { cwd, encoding: 'utf8' });
  if (ran.status === 0) return ran.stdout;
  process.stderr.write(`${argv.join(' ')} ended with ${ran.status}\n${ran.stdout}\n${ran.stderr}\n`);
  rmSync(project, { recursive: true, force: true });
  process.exit(1);
}

const names = readdirSync(join(root, 'packages'));
for (const name of names) must(['npm', 'pack', '--silent', '--pack-destination', project], join(root, 'packages', name));
const tarballs = readdirSync(project).filter((file) => file.endsWith('.tgz'));
writeFileSync(join(project, 'package.json'), JSON.stringify({ name: 'stranger', private: true, type: 'module' }));
writeFileSync(
  join(project, 'tsconfig.json'),
  readFileSync(join(root, 'tsconfig.base.json'), 'utf8').replace(
    '"composite": true,',
    '"noEmit": true, "noUnusedLocals": false, "noUncheckedIndexedAccess": false,',
  ),
);
const dev = ['typescript', '@types/node'].map(
  (name) => `${name}@${JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).devDependencies[name]}`,
);
must(
  ['npm', 'install', '--silent', '--ignore-scripts', '--no-audit', '--no-fund', ...tarballs.map((file) => `./${file}`), ...dev],
  project,
);
for (const name of names) {
  const examples = [...readFileSync(join(root, 'packages', name, 'README.md'), 'utf8').matchAll(/```ts\n([\s\S]*?)```/g)];
  if (examples.length === 0) throw new Error(`packages/${name}/README.md has no example`);
  examples.slice(0, complete.includes(name) ? undefined : 1).forEach(([, example], index) => {
    writeFileSync(join(project, index === 0 ? `${name}.ts` : `${name}-${index + 1}.ts`), `${example}\nexport {};\n`);
  });
}
must([process.execPath, join(project, 'node_modules/typescript/bin/tsc'), '-p', project], project);
for (const name of runs) must([process.execPath, join(project, `${name}.ts`)], project);
// a stranger's CPI that knows `info` alone
writeFileSync(join(project, 'cpi'), `#!/bin/sh\necho '{"result":{"api_version":2,"stemcell_formats":["x"]},"error":null,"log":""}'\n`, {
  mode: 0o755,
});
writeFileSync(join(project, 'subject.json'), JSON.stringify({ executable: 'cpi', image: 'image', networks: {} }));
const { status, stdout } = spawnSync('npx', ['bosh6-cpi-conformance', 'subject.json'], { cwd: project, encoding: 'utf8' });
if (status !== 1 || !/^ok +says its API version/m.test(stdout) || !/^\d+ of \d+ behaviours hold$/m.test(stdout))
  throw new Error(`npx bosh6-cpi-conformance ended with ${status}: ${stdout}`);
rmSync(project, { recursive: true, force: true });
process.stdout.write(
  `${names.length} packages pack, install and type-check; ${runs.length} first examples run, and the conformance command\n`,
);
