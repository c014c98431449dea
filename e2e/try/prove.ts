import { type Running, startIn } from '../gotchas/seat.js';
import { eventually } from '../stack/eventually.js';
import { root } from '../stack/paths.js';
import { type Ran, run } from '../stack/run.js';
import type { Stack } from '../stack/stack.js';
import type { Proof } from './examples.js';

/** Runs what an example's comment says, where it says, in its order; what shall stay runs until the last is done. `tell` hears each with its result. Resolves to whether all ended well. */
export async function prove(stack: Stack, proofs: readonly Proof[], tell: (proof: Proof, ran: Ran) => void): Promise<boolean> {
  const staying: Running[] = [];
  let ok = true;
  try {
    for (const proof of proofs) {
      const ran = proof.stays ? await stay(stack, proof, staying) : await ask(stack, proof);
      tell(proof, ran);
      ok = ok && ran.code === 0;
    }
  } finally {
    await Promise.all(staying.map((each) => each.stop()));
  }
  return ok;
}

/** What is to be seen may come a moment later, a router's word for instance; nothing at all proves nothing. */
async function ask(stack: Stack, { where, argv }: Proof): Promise<Ran> {
  const enter = await enterArgv(stack, where);
  const ran = await eventually(
    () => run([...enter, ...argv]),
    ({ code, stdout }) => code !== 0 || stdout.trim() !== '',
    { seconds: 15 },
  );
  return ran.code === 0 && ran.stdout.trim() === '' ? { ...ran, code: 1, stderr: `${ran.stderr}it says nothing\n` } : ran;
}

async function stay(stack: Stack, { where, argv }: Proof, staying: Running[]): Promise<Ran> {
  const started = startIn(await enterArgv(stack, where), argv);
  try {
    const stdout = await started.says(/^ready\b.*\n/m);
    staying.push(started);
    return { code: 0, stdout, stderr: '' };
  } catch {
    return { code: 1, stdout: '', stderr: await started.stop() };
  }
}

/** `vm` is the example's first VM. Commands at a place of the lab run in this repository. */
async function enterArgv({ lab }: Stack, where: string): Promise<string[]> {
  if (where !== 'vm') return lab.enterArgv(where, { cwd: root });
  return lab.enterArgv((await lab.status()).vms[0]?.cid ?? where);
}
