import { BoshCommand } from '../../command/bosh-command.js';
import { labIdentity, labVariable } from '../../session/lab-ended.js';
import { findLab } from '../../up/find-lab.js';
import { findHome } from '../../up/home.js';
import { runInside } from '../../up/run-inside.js';
import { seatEnvironment } from '../../up/seat-environment.js';

export default class LabShell extends BoshCommand {
  static override description =
    "Opens your shell in the lab's workstation: your files, the lab's networks and names, `bosh` in the path, its CA trusted.";

  async run(): Promise<number> {
    const { flags } = await this.parse(LabShell);
    this.open(flags);
    const lab = await findLab();
    const shell = process.env.SHELL ?? '/bin/sh';
    const opened = labIdentity(findHome().lab) ?? '';
    return runInside(lab, 'workstation', [shell], { cwd: process.cwd(), env: { ...seatEnvironment(), [labVariable]: opened } });
  }
}
