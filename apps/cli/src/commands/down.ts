import { existsSync } from 'node:fs';
import * as Flags from '@oclif/core/flags';
import { BoshCommand } from '../command/bosh-command.js';
import { findHome } from '../up/home.js';
import { stopAll } from '../up/stop.js';

export default class Down extends BoshCommand {
  static override description =
    "Stops this machine's Director and lab, with all its VMs. The Director's database and blobs, persistent disks and stemcells stay, so that `bosh6 up` goes on with them; --delete-state removes them too, and leaves director-settings.json, fixtures, and the creds.yml of the directory in which you typed `up`.";
  static override flags = {
    'delete-state': Flags.boolean({
      description: 'Also remove database, blobs, disks, stemcells, certificates, passwords and the file of `up --cpi`',
    }),
  };

  async run(): Promise<void> {
    const { flags } = await this.parse(Down);
    const seat = this.open(flags);
    const home = findHome();
    const deleteState = flags['delete-state'];
    if (deleteState) await seat.answers.confirm();
    const stopped = await stopAll(home, { deleteState });
    seat.ui.block(
      `${stopped ? 'Lab and Director are down.' : 'Nothing ran.'}${deleteState ? ` The state of ${home.root} is removed.` : ''}\n`,
    );
    const left = [home.settings, home.fixtures].filter((path) => existsSync(path));
    if (deleteState && left.length > 0) seat.ui.note(`\`bosh6 up\` did not write ${left.join(' and ')}: left there for the next one.`);
  }
}
