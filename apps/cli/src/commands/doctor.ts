import { adoptLab } from '@bosh6/lab';
import type { Finding } from '@bosh6/lab/machine';
import * as Flags from '@oclif/core/flags';
import { BoshCommand } from '../command/bosh-command.js';
import { defaultEnvironment } from '../doctor/default-environment.js';
import { examineDirector } from '../doctor/examine-director.js';
import { examineMachine } from '../doctor/examine-machine.js';
import { fail } from '../errors.js';
import { findingsTable, findingsText } from '../output/findings-report.js';
import { findHome } from '../up/home.js';

export default class Doctor extends BoshCommand {
  static override description =
    'Looks at what a lab needs of this machine, and at a Director with its stemcells and agents: that of -e, else the one that runs in the lab here. Says what is missing, or too old for what is in use, and how to mend it. Changes nothing. Exit code 9 when something does not work.';
  static override examples = ['bosh6 doctor', 'bosh6 -e prod doctor --only director', 'bosh6 doctor --json=v2'];
  static override flags = {
    only: Flags.string({
      options: ['machine', 'director'] as const,
      description: 'Look at nothing else than the machine, or the Director',
    }),
  };

  async run(): Promise<void> {
    const { flags } = await this.parse(Doctor);
    const home = findHome();
    const lab = await adoptLab(home.lab);
    try {
      const at = flags.only === 'machine' ? undefined : await defaultEnvironment(flags, home, lab);
      const seat = this.open(at ?? flags);
      if (at === undefined && flags.only === 'director') throw fail('NoEnvironment', 'no Director was named, and no lab runs here');
      const isForEyes = seat.ui.decorated && !seat.ui.json && flags.column === undefined;
      const all: Finding[] = [];
      const show = (title: string, findings: readonly Finding[]): void => {
        all.push(...findings);
        if (isForEyes) seat.ui.picture(`${title}\n${findingsText(seat.ui, findings)}`);
      };
      if (flags.only !== 'director') show('This machine', await examineMachine(home, lab));
      if (at !== undefined) show(`Director ${at.environment}`, await examineDirector(await seat.connect()));
      if (!isForEyes) seat.ui.table(findingsTable(all));
      const failures = all.filter(({ state }) => state === 'fail').length;
      if (failures > 0) throw fail('Unfit', `${failures} of ${all.length} findings keep something from working`);
    } finally {
      lab?.close();
    }
  }
}
