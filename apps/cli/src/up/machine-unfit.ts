import { CodedError } from '@bosh6/base';
import { machineFindings } from '@bosh6/lab/machine';
import { fail } from '../errors.js';

/** What a lab that cannot be made says; others have other causes than the machine. */
const codes = ['LabStartFailed', 'LabUserNamespaceRefused', 'LabCommandFailed', 'LabCallFailed'];

/** Runs `work`, which starts a lab; when that fails and the machine lacks something, says what. Errors: MachineUnfit, and those of `work`. */
export async function namingMachine<T>(stateDirectory: string, work: () => Promise<T>, examine = machineFindings): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!CodedError.is(error) || !codes.includes(error.code)) throw error;
    const [first] = (await examine(stateDirectory)).filter(({ state }) => state === 'fail');
    if (first === undefined) throw error;
    const hint = `${first.problem?.hint ?? ''}; \`bosh6 doctor\` shows all that this machine lacks`;
    throw fail('MachineUnfit', `${error.message}\nThis machine lacks something: ${first.says}`, { cause: error, hint });
  }
}
