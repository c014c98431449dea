import * as Args from '@oclif/core/args';
import { BoshCommand } from '../command/bosh-command.js';
import { nameAndVersion } from '../session/name-and-version.js';
import { inspectionTables } from '../tables/inspection-tables.js';

export default class InspectRelease extends BoshCommand {
  static override description = "Shows a release's jobs with their links, and its packages with what they were compiled for.";
  static override args = { release: Args.string({ required: true, ignoreStdin: true, description: 'NAME/VERSION' }) };

  async run(): Promise<void> {
    const { args, flags } = await this.parse(InspectRelease);
    const seat = this.open(flags);
    const { name, version } = nameAndVersion(args.release);
    const director = await seat.director();
    for (const table of inspectionTables(await director.releases.inspect(name, version))) seat.ui.table(table);
  }
}
