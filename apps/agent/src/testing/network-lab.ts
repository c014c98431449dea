import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Networks } from '@bosh6/agent-protocol';
import { machineScript, surroundings } from './network-lab-script.js';

export { mac } from './network-lab-script.js';

const repository = new URL('../../../../', import.meta.url).pathname;

export interface LabOptions {
  /** Root file system of the machine. */
  root?: string;
  manager?: string;
  /** Runs before the settings are first applied: what an image left. */
  before?: string;
}

export interface ConfiguredMachine {
  /** What was thrown last, by code and details. */
  failure?: { code: string; message: string; details: Record<string, unknown> };
  /** Lines of `ip -o addr` and `ip route` in the machine. */
  addresses: string;
  routes: string;
  /** What more the script printed. */
  output: string;
}

/** Runs the real network set-up in namespaces of its own, then `script`: on the router, with `in_machine CMD`, `on_other CMD`, `on_client CMD`; `serve` answers HTTP in the machine with the
 * requester's address, `reach URL` and `client_get URL` ask for it; `configure JSON` applies other settings. */
export async function configureMachine(
  networks: readonly Networks[],
  script = '',
  { root = '/', manager = 'iproute2', before = '' }: LabOptions = {},
): Promise<ConfiguredMachine> {
  const lab = await mkdtemp(join(tmpdir(), 'network-lab-'));
  const steps = networks.map((each) => `configure ${quote(JSON.stringify(each))}`).join('\n');
  const body = `${surroundings}\n${before}\n${steps}\necho ---\nin_machine ip -o addr\necho ---\nin_machine ip -4 route; in_machine ip -6 route\necho ---\n${script}\n`;
  const privileges = process.getuid?.() === 0 ? [] : ['-U', '-r'];
  const env = {
    PATH: process.env.PATH,
    LC_ALL: 'C',
    lab,
    usr: join(root, 'usr'),
    repo: repository,
    node: process.execPath,
    manager,
    machineScript,
  };
  try {
    const text = await output(['-n', '-m', '-p', '-f', '--kill-child', '--mount-proc', ...privileges, 'sh', '-c', body], env);
    const [thrown = '', addresses = '', routes = '', rest = ''] = text.split('---\n');
    const last = thrown.trim().split('\n').at(-1) ?? '';
    return { addresses, routes, output: rest, ...(last === '' ? {} : { failure: JSON.parse(last) }) };
  } finally {
    await rm(lab, { recursive: true, force: true });
  }
}

function output(args: readonly string[], env: NodeJS.ProcessEnv): Promise<string> {
  return new Promise((resolve, reject) => {
    // What outlives its test must not live long.
    const child = spawn('timeout', ['-s', 'KILL', '100', 'unshare', ...args], { stdio: ['ignore', 'pipe', 'pipe'], env });
    let text = '';
    let said = '';
    child.stdout.on('data', (chunk) => {
      text += chunk;
    });
    child.stderr.on('data', (chunk) => {
      said += chunk;
    });
    child.on('error', reject);
    child.on('close', (code) => (code === 0 ? resolve(text) : reject(new Error(`status ${code}: ${said}\n${text}`))));
  });
}

function quote(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
