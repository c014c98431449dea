import * as Flags from '@oclif/core/flags';
import { BoshCommand } from '../command/bosh-command.js';
import { followTask } from '../session/follow.js';
import { cleanUpTables } from '../tables/clean-up-tables.js';

export default class CleanUp extends BoshCommand {
  static override description =
    'Removes what no deployment uses: old releases and stemcells; with --all every unused one, compiled packages and orphaned disks too.';
  static override flags = {
    all: Flags.boolean({ description: 'Everything that is unused, also the newest releases and stemcells and orphaned disks' }),
    'dry-run': Flags.boolean({ description: 'Only show what would go' }),
    'keep-orphaned-disks': Flags.boolean({ description: 'With --all: keep orphaned disks' }),
  };

  async run(): Promise<void> {
    const { flags } = await this.parse(CleanUp);
    const seat = this.open(flags);
    const director = await seat.director();
    const options = { all: flags.all === true, keepOrphanedDisks: flags['keep-orphaned-disks'] === true };
    if (flags['dry-run']) {
      const preview = await director.cleanUp.preview(options);
      for (const table of cleanUpTables(preview)) seat.ui.table(table);
      return;
    }
    await seat.answers.confirm();
    await followTask(seat, director, await director.cleanUp.run(options));
  }
}
