import { join } from 'node:path';
import { root } from './paths.js';
import type { Stack } from './stack.js';

/** Ends a stack's Director, and starts it with the configuration that it finds then; in between is `meanwhile`. */
export async function restartDirector({ home, lab }: Stack, meanwhile: () => unknown = () => undefined): Promise<void> {
  const argv = [process.execPath, join(root, 'apps/director/dist/main.js'), join(home, 'director.json')];
  await lab.stopService('director');
  await meanwhile();
  await lab.startService({ name: 'director', where: 'director', argv, cwd: join(home, 'director'), logFile: join(home, 'director.log') });
}
