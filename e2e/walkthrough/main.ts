import { mkdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { CodedError } from '@bosh6/base';
import { buildFixtures } from '../fixtures/build.js';
import { cli } from '../stack/paths.js';
import { run } from '../stack/run.js';
import { type Stack, startStack } from '../stack/stack.js';
import { needs, vcsimAvailable } from '../vcsim/build-vcsim.js';
import { prepareStandIn } from '../vsphere/stand-in.js';
import { ipv4Addresses } from './ipv4-addresses.js';
import { type Options, readOptions, usage } from './options.js';
import { fetchPage } from './pages.js';
import { missing } from './preflight.js';
import { removeState } from './remove-state.js';
import { ipv6Only, post, steps, typeSteps } from './steps.js';
import { openTerminal } from './terminal.js';
import { whatToTry } from './what-to-try.js';

const pageUrls = { ipv6: 'http://[2601:646:100:69f1::165]/', name: 'http://nginx-ipv6.nono.io/', ipv4: 'http://10.0.9.165/' };

const options: Options = understood(process.argv.slice(2));
const place = options.ipv6Only ? ipv6Only : post;
const out = options.json ? process.stderr : process.stdout;
const say = (text: string): void => void out.write(`${text}\n`);
process.exitCode = await walk();

function understood(words: string[]): Options {
  try {
    const read = readOptions(words);
    if (read !== 'help') return read;
    process.stdout.write(usage);
    process.exit(0);
  } catch (error) {
    if (!CodedError.is(error)) throw error;
    process.stderr.write(`${error.code}: ${error.message} (${error.hint})\n`);
    process.exit(2);
  }
}

async function walk(): Promise<number> {
  const base = process.env.BOSH6_HOME ?? join(homedir(), '.bosh6');
  const lacking = [...(await missing(base)), ...(options.cpi === 'vsphere' && !(await vcsimAvailable()) ? [needs] : [])];
  if (lacking.length > 0) {
    say(`This machine lacks:\n${lacking.map((line) => `  ${line}`).join('\n')}`);
    return finish({ ok: false, missing: lacking });
  }
  const home = options.state ?? join(base, 'walkthrough');
  const fixtures = await buildFixtures(join(base, 'fixtures'), { log: say });

  const began = performance.now();
  const seconds: Record<string, number> = {};
  const since = (from: number): number => Math.round(performance.now() - from) / 1000;
  if (options.state === undefined) await removeState(home, 'an earlier', say);
  say("Starting a lab and a Director of this walkthrough's own ...");
  mkdirSync(home, { recursive: true, mode: 0o700 });
  const vsphere = options.cpi === 'vsphere' ? await prepareStandIn(home) : undefined;
  const stack = await startStack({
    home,
    work: join(home, 'work'),
    site: fixtures.site,
    keep: options.keep,
    ipv6Only: options.ipv6Only,
    cpi: vsphere?.cpiFile,
    forward: [`0:[2601:646:100:69f1::165]:80`],
  });
  await vsphere?.start(stack.lab);
  seconds.up = since(began);
  let ok = false;
  let failed: string | undefined;
  let addresses: string[] = [];
  const pages = { ipv4: 0, ipv6: 0 };
  try {
    const password = (
      await run([process.execPath, cli, 'int', '--path', '/admin_password', 'creds.yml'], { cwd: stack.work, env: stack.env })
    ).stdout.trim();
    const terminal = await openTerminal([process.execPath, cli, 'lab', 'shell'], {
      cwd: stack.work,
      env: stack.env,
      show: (text) => out.write(text),
    });
    const result = await typeSteps(
      terminal,
      steps(options.cpi === 'vsphere' ? { ...fixtures, stemcell: fixtures.vsphereStemcell } : fixtures, password, place),
    );
    for (const step of result.typed) seconds[step.name] = Math.round(step.seconds * 1000) / 1000;
    failed = result.failed;
    await terminal.close();
    addresses = addressesOf(result.typed.at(-1)?.output ?? '');
    if (failed === undefined) {
      const fetching = performance.now();
      const workstation = await stack.lab.enterArgv('workstation');
      const [v6, name, v4] = await Promise.all([
        fetchPage(workstation, pageUrls.ipv6),
        fetchPage(workstation, pageUrls.name),
        options.ipv6Only ? undefined : fetchPage(await stack.lab.enterArgv('director'), pageUrls.ipv4),
      ]);
      seconds.pages = since(fetching);
      pages.ipv4 = v4?.status ?? 0;
      pages.ipv6 = v6.status === name.status ? v6.status : 0;
      say(`\n${pageUrls.ipv6}\n${name.body.trim()}\n`);
      ok = pages.ipv6 === 200 && (options.ipv6Only || pages.ipv4 === 200);
      const strays = options.ipv6Only ? await ipv4Addresses(stack.lab) : [];
      if (strays.length > 0) {
        ok = false;
        say(`There is IPv4 in a lab that was to have none:\n${strays.map((line) => `  ${line}`).join('\n')}`);
      }
    }
  } finally {
    seconds.total = since(began);
    if (options.keep && ok) sayWhatToTry(stack);
    else await takeDown(stack, failed === undefined);
  }
  const where = `nginx at ${addresses.join(' and ')}`;
  say(
    ok
      ? `Done in ${seconds.total} s: ${where}; ${options.ipv6Only ? 'page' : `pages IPv4 ${pages.ipv4},`} IPv6 ${pages.ipv6}.`
      : `Failed${failed === undefined ? '' : ` at '${failed}'`}; the Director's log is ${join(home, 'director.log')}`,
  );
  return finish({ ok, addresses, pages, seconds, ...(failed === undefined ? {} : { failed }) });
}

function finish(summary: { ok: boolean } & Record<string, unknown>): number {
  if (options.json) process.stdout.write(`${JSON.stringify(summary)}\n`);
  return summary.ok ? 0 : 1;
}

async function takeDown(stack: Stack, done: boolean): Promise<void> {
  if (options.state !== undefined && done) await stack.bosh(['-e', place.alias, '-d', 'nginx', 'delete-deployment', '-n']);
  await stack.down();
  if (options.state === undefined && done) await removeState(stack.home, 'this', say);
}

function sayWhatToTry(stack: Stack): void {
  const page = stack.up.forwards.find(({ to }) => to.port === 80);
  const ops = place.manifestOps === undefined ? '' : ` -o ${place.manifestOps}`;
  const inLab = [`curl -g '${pageUrls.ipv6}'; curl ${pageUrls.name}`, `bosh -e ${place.alias} -d nginx deploy nginx-ipv46.yml${ops}`];
  const here = [
    'bosh6 -e here -d nginx instances',
    ...(options.ipv6Only ? [] : [`bosh6 lab exec director -- curl ${pageUrls.ipv4}`]),
    `curl http://127.0.0.1:${page?.port}/        # the page, for a browser too`,
  ];
  say(whatToTry(stack, { inLab, here }));
}

/** The addresses of the instances table: the cells that read as addresses. */
function addressesOf(output: string): string[] {
  return output
    .split(/\s+/)
    .filter((word) => /^[0-9a-f:.]+$/i.test(word) && (/^\d+(\.\d+){3}$/.test(word) || word.split(':').length > 2))
    .filter((word) => !/^\d\d:\d\d:\d\d$/.test(word));
}
