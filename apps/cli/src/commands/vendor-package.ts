import { vendorPackage } from '@bosh6/release-dir';
import * as Args from '@oclif/core/args';
import * as Flags from '@oclif/core/flags';
import { BoshCommand } from '../command/bosh-command.js';
import { releaseDirFlag } from '../command/release-dir-flag.js';
import { userPath } from '../documents/user-path.js';
import { authoringReport } from '../output/authoring-report.js';

export default class VendorPackage extends BoshCommand {
  static override description = 'Takes a package of another release directory, with all that it depends on, into this one.';
  static override args = {
    package: Args.string({ required: true, ignoreStdin: true, description: 'Name of the package' }),
    source: Args.string({ default: '.', ignoreStdin: true, description: 'The other release directory' }),
  };
  static override flags = {
    ...releaseDirFlag,
    prefix: Flags.string({ default: '', description: 'Call the packages PREFIX-NAME here' }),
  };

  async run(): Promise<void> {
    const { args, flags } = await this.parse(VendorPackage);
    const seat = this.open(flags);
    await vendorPackage(flags.dir, userPath(args.source), args.package, { prefix: flags.prefix, report: authoringReport(seat.ui) });
  }
}
