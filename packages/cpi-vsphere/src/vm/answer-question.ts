import { cpiError } from '@bosh6/cpi-protocol';
import { type Data, type Ref, readProperties, VSphereFault } from '@bosh6/vim25';
import { doing, ignoring } from '../faults/doing.js';
import type { Vcenter } from '../vcenter.js';

/** How long a VM may take over a change before it is asked whether a question holds it up. */
const patienceMs = 5_000;

/**
 * Runs what changes a VM's power. A question that the VM asks before or meanwhile is answered with the choice that vSphere suggests; throws, and names the
 * question, where it suggests none. The change is made again when it failed because of one.
 */
export async function answering<T>(
  vcenter: Vcenter,
  cid: string,
  ref: Ref<'VirtualMachine'>,
  change: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const stop = new AbortController();
  const watch = async (): Promise<never> => {
    for (;;) {
      await vcenter.world.sleep(patienceMs, stop.signal);
      await answer(vcenter, cid, ref, await readQuestion(vcenter, ref));
    }
  };
  try {
    return await Promise.race([change(stop.signal), watch()]);
  } catch (error) {
    const question = VSphereFault.is(error) ? await readQuestion(vcenter, ref) : undefined;
    if (question === undefined) throw error;
    await answer(vcenter, cid, ref, question);
    return await change(stop.signal);
  } finally {
    stop.abort();
  }
}

type Question = Data<'VirtualMachineQuestionInfo'>;

/** What the VM asks; a failure to read it is none of the change's. */
async function readQuestion({ vim }: Vcenter, ref: Ref<'VirtualMachine'>): Promise<Question | undefined> {
  const read = await readProperties(vim, 'VirtualMachine', ref, ['runtime.question']).catch(() => undefined);
  return read?.['runtime.question'];
}

async function answer({ vim }: Vcenter, cid: string, ref: Ref<'VirtualMachine'>, question: Question | undefined): Promise<void> {
  if (question === undefined) return;
  const answerChoice = suggested(question.choice);
  if (answerChoice === undefined)
    throw cpiError('CloudError', `VM '${cid}' asks '${question.text}', and vSphere suggests no answer`, {
      where: { object: `VM ${cid}` },
      hint: 'answer it in vCenter',
    });
  // somebody else was faster
  const reply = () => vim.call('AnswerVM', ref, { questionId: question.id, answerChoice }).catch(ignoring('ConcurrentAccess'));
  await doing(`answering VM '${cid}', which asks '${question.text}'`, reply);
}

function suggested({ choiceInfo, defaultIndex }: Data<'ChoiceOption'>): string | undefined {
  const index = defaultIndex ?? (choiceInfo.length === 1 ? 0 : undefined);
  return index === undefined ? undefined : choiceInfo[index]?.key;
}
