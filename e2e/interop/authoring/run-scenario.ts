import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { writeArchive } from '@bosh6/formats/archives';
import { run } from '../../stack/run.js';
import { causeOf } from '../cause-of.js';
import { writeCompiledRelease } from './compiled-release.js';
import { type Snapshot, snapshot } from './snapshot.js';
import type { Seen, Step } from './step.js';

/** Runs a scenario with a CLI in a directory and a home of its own; what each command printed and changed. */
export async function runScenario(cli: readonly string[], steps: readonly Step[]): Promise<Seen[]> {
  const work = mkdtempSync(join(tmpdir(), 'bosh6-authoring-'));
  try {
    const directory = join(work, 'web-release');
    for (const made of [directory, join(work, '.home')]) mkdirSync(made);
    const seen: Seen[] = [];
    let before = await snapshot(work);
    for (const step of steps) {
      if (!('run' in step)) {
        await change(directory, step);
        before = await snapshot(work);
        continue;
      }
      const env = { PATH: process.env.PATH, HOME: join(work, '.home'), BOSH_TTY: String(step.pipe !== true), NO_COLOR: '1' };
      const { code, stdout, stderr } = await run([...cli, ...step.run, '--parallel', '1'], { cwd: join(directory, step.cwd ?? '.'), env });
      const after = await snapshot(work);
      const text = after.settle(stdout);
      seen.push({
        argv: step.run,
        code,
        ...(code === 0 ? {} : { cause: after.settle(causeOf(stderr)) }),
        stdout: step.run.includes('--json') ? JSON.parse(text) : step.anyOrder === true ? text.split('\n').sort() : text.split('\n'),
        files: difference(before, after),
      });
      before = after;
    }
    return seen;
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

async function change(directory: string, step: Exclude<Step, { run: readonly string[] }>): Promise<void> {
  if ('archive' in step) {
    const entries = Object.entries(step.entries).map(([path, text]) => ({ path, text }));
    await writeArchive(join(directory, step.archive), entries);
  }
  if ('compiledRelease' in step) await writeCompiledRelease(join(directory, step.compiledRelease));
  if ('remove' in step) for (const path of step.remove) rmSync(join(directory, path), { recursive: true, force: true });
  if ('link' in step) {
    for (const [path, target] of Object.entries(step.link)) {
      mkdirSync(dirname(join(directory, path)), { recursive: true });
      symlinkSync(target, join(directory, path));
    }
  }
  if (!('write' in step)) return;
  for (const [path, text] of Object.entries(step.write)) {
    const file = join(directory, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
    chmodSync(file, step.executable === true ? 0o755 : 0o644);
  }
}

function difference({ files: before }: Snapshot, { files: after }: Snapshot): Record<string, unknown> {
  const changed = Object.entries(after).filter(([path, content]) => JSON.stringify(before[path]) !== JSON.stringify(content));
  const gone = Object.keys(before).filter((path) => !(path in after));
  return Object.fromEntries([...changed, ...gone.map((path) => [path, null])]);
}
