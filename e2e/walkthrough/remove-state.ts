import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { cli } from '../stack/paths.js';
import { run } from '../stack/run.js';

/** Removes what a walkthrough left, also one that was killed: its lab and its state directory. Says so when there is something. */
export async function removeState(home: string, whose: 'this' | 'an earlier', say: (text: string) => void): Promise<void> {
  mkdirSync(home, { recursive: true });
  const isThere = existsSync(join(home, 'work'));
  if (isThere)
    say(
      whose === 'this'
        ? `Removing this walkthrough's lab and ${home} ...`
        : `Removing what an earlier walkthrough left in ${home}, its lab included ...`,
    );
  if (existsSync(join(home, 'lab')))
    await run([process.execPath, cli, 'down', '--delete-state', '-n'], { env: { ...process.env, BOSH6_HOME: home } });
  rmSync(home, { recursive: true, force: true });
}
