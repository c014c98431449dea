import * as Flags from '@oclif/core/flags';
import { BoshCommand } from '../command/bosh-command.js';
import { deleteGone } from '../session/delete-gone.js';
import { followTask } from '../session/follow.js';

export default class DeleteDeployment extends BoshCommand {
  static override description = 'Deletes a deployment with its VMs. Its persistent disks become orphans: see `disks --orphaned`.';
  static override flags = { force: Flags.boolean({ description: 'Go on when something cannot be deleted' }) };

  async run(): Promise<void> {
    const { flags } = await this.parse(DeleteDeployment);
    const seat = this.open(flags);
    const { director, name } = await seat.deployment();
    await seat.answers.confirm();
    await deleteGone(
      async () => followTask(seat, director, await director.deployments.delete(name, { force: flags.force })),
      async () => !(await director.deployments.list()).some((deployment) => deployment.name === name),
    );
  }
}
