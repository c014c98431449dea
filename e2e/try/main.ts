import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { buildFixtures } from '../fixtures/build.js';
import { cli, root } from '../stack/paths.js';
import { type Ran, run } from '../stack/run.js';
import { startStack } from '../stack/stack.js';
import { missing } from '../walkthrough/preflight.js';
import { whatToTry } from '../walkthrough/what-to-try.js';
import { deployExample, prepareExamples } from './deploy-example.js';
import { type Example, exampleNames, readExample } from './examples.js';
import { prove } from './prove.js';

// `npm run try -- NAME`: one example of docs/guides/ipv6.md, from nothing to its proof
const { keep, name, help } = readWords();
const example = name === undefined ? undefined : readExample(name);
if (example === undefined || help) {
  const list = exampleNames().map((each) => `  ${each.padEnd(24)}${readExample(each)?.about}`);
  process.stdout.write(`npm run try -- NAME [--keep]\n\n${list.join('\n')}\n`);
  process.exitCode = help || name === undefined ? 0 : 1;
} else process.exitCode = await tryOut(example);

function readWords(): { keep: boolean; help: boolean; name: string | undefined } {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { keep: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } },
    });
    return { keep: values.keep ?? false, help: values.help ?? false, name: positionals[0] };
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n`);
    return { keep: false, help: false, name: '' };
  }
}

async function tryOut(one: Example): Promise<number> {
  const base = process.env.BOSH6_HOME ?? join(homedir(), '.bosh6');
  const lacking = await missing(base);
  if (lacking.length > 0) {
    process.stderr.write(`This machine lacks:\n${lacking.map((line) => `  ${line}`).join('\n')}\n`);
    return 1;
  }
  const home = join(base, 'try');
  const fixtures = await buildFixtures(join(base, 'fixtures'), { log: say });
  await clean(home);
  say(`${one.about}\nStarting a lab and a Director ...`);
  const stack = await startStack({ home, work: join(home, 'work'), site: fixtures.site, keep });
  let ok = false;
  try {
    await prepareExamples(stack, fixtures);
    for (const file of [one.cloudConfig, one.manifest]) say(`  ${relative(root, file)}`);
    ok = show(await deployExample(stack, one));
    if (ok) {
      show(await stack.bosh(['-e', 'ipv4', '-d', one.name, '--tty', 'instances']));
      ok = await prove(stack, one.proofs, ({ where, argv, stays }, ran) => {
        say(`${where}$ ${argv.join(' ')}${stays ? ' &' : ''}`);
        show(ran);
      });
    }
  } finally {
    if (keep) {
      const inLab = ['bosh -e ipv4 networks', `bosh -e ipv4 -d ${one.name} deploy ${one.manifest}`];
      say(whatToTry(stack, { inLab, here: [`bosh6 -e here -d ${one.name} instances`] }));
    } else {
      await stack.down();
      await clean(home);
    }
  }
  return ok ? 0 : 1;
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

/** Whether it ended well. */
function show({ code, stdout, stderr }: Ran): boolean {
  process.stdout.write(stdout.endsWith('\n') || stdout === '' ? stdout : `${stdout}\n`);
  process.stderr.write(stderr);
  return code === 0;
}

async function clean(home: string): Promise<void> {
  if (existsSync(join(home, 'lab')))
    await run([process.execPath, cli, 'down', '--delete-state', '-n'], { env: { ...process.env, BOSH6_HOME: home } });
  rmSync(home, { recursive: true, force: true });
  mkdirSync(home, { recursive: true });
}
