import { fail } from './errors.js';
import { runInside } from './inside/inside.js';
import { runInternet } from './internet/internet.js';
import { supervise } from './supervise/supervise.js';

/** The three processes of a lab: on the host, inside its namespaces, and the one that plays the internet. */
export async function daemon(argv: readonly string[]): Promise<void> {
  const [role, stateDir = '', ...flags] = argv;
  if (role === 'supervise') return supervise({ stateDir, lifeline: flags.includes('--lifeline') });
  if (role === 'inside') return runInside(stateDir);
  if (role === 'internet') return runInternet();
  throw fail('InvalidCall', `no role '${role ?? ''}'; one of supervise, inside, internet`);
}
