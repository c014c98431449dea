import type { InstanceAction, InstanceState, Task } from '@bosh6/director-api/client';
import type { StateFlags } from '../command/state-flags.js';
import { fail } from '../errors.js';
import { followTask } from './follow.js';
import { instanceChoice } from './instance-name.js';
import type { Seat } from './seat.js';

export interface StateChange {
  /** `GROUP`, `GROUP/ID`, or all. */
  readonly instance: string | undefined;
  readonly state: InstanceState;
  readonly action: InstanceAction;
  readonly flags: StateFlags;
  readonly skipDrain?: boolean;
  /** Of `stop`. */
  readonly hard?: boolean;
  /** Of `recreate`. */
  readonly fix?: boolean;
  readonly dryRun?: boolean;
  readonly vmsCreatedBefore?: string | undefined;
}

/** Brings instances to a state, after asking; follows the task. Errors: InvalidArguments, TaskFailed. */
export async function changeState(seat: Seat, change: StateChange): Promise<void> {
  const choice = instanceChoice(change.instance);
  const { director, name } = await seat.deployment();
  await seat.answers.confirm();
  checkFlags(change, choice);
  const { skipDrain, hard, fix, dryRun, vmsCreatedBefore, flags } = change;
  const task: Task =
    flags['no-converge'] === true
      ? await director.instanceStates.act(name, { group: choice.group ?? '', id: choice.id ?? '' }, change.action, {
          skipDrain,
          hard,
          ignoreUnresponsiveAgent: fix,
        })
      : await director.instanceStates.change(name, choice, change.state, {
          skipDrain,
          fix,
          dryRun,
          canaries: flags.canaries,
          maxInFlight: flags['max-in-flight'],
          vmsCreatedBefore,
        });
  await followTask(seat, director, task);
}

/** What a single instance cannot have. */
function checkFlags({ flags, dryRun, vmsCreatedBefore }: StateChange, { id }: { id?: string }): void {
  if (flags['no-converge'] !== true) return;
  const refuse = (why: string): Error =>
    fail('InvalidArguments', `--no-converge ${why}`, { hint: 'leave out --no-converge to deploy the change' });
  if (flags.converge === true) throw refuse('and --converge exclude each other');
  if (id === undefined) throw refuse('acts on one instance: GROUP/ID is missing');
  if (flags.canaries !== undefined || flags['max-in-flight'] !== undefined) throw refuse('takes no --canaries and no --max-in-flight');
  if (dryRun === true) throw refuse('cannot be tried with --dry-run');
  if (vmsCreatedBefore !== undefined) throw refuse('takes no --vms-created-before');
}
