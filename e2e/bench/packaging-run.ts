import { spawn } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from '../stack/paths.js';

const fixtures = join(root, 'e2e/fixtures');

/** Seconds that the nginx release's own packaging script takes on this host, with nothing of ours around it. */
export async function runPackaging(): Promise<number> {
  const fetcher: typeof import('../fixtures/fetch-nginx-source.mjs') = await import(
    pathToFileURL(join(fixtures, 'fetch-nginx-source.mjs')).href
  );
  const source = await fetcher.fetchNginxSource();
  const work = mkdtempSync(join(tmpdir(), 'b6-packaging-'));
  try {
    const [compile, install] = [join(work, 'compile'), join(work, 'install')];
    mkdirSync(join(compile, 'nginx'), { recursive: true });
    mkdirSync(install);
    copyFileSync(source, join(compile, 'nginx', 'nginx-1.22.1.tar.gz'));
    const start = performance.now();
    await runScript(join(fixtures, 'releases/nginx/packages/nginx/packaging'), {
      BOSH_COMPILE_TARGET: compile,
      BOSH_INSTALL_TARGET: install,
    });
    return (performance.now() - start) / 1000;
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

function runScript(script: string, variables: Record<string, string>): Promise<void> {
  const child = spawn('bash', [script], { env: { ...process.env, ...variables }, stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => (code === 0 ? resolve() : reject(new Error(`${script} ended with ${code}: ${said.slice(-2000)}`))));
  });
}
