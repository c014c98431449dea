import * as Args from '@oclif/core/args';
import { BoshCommand } from '../command/bosh-command.js';
import { readStemcellManifest } from '../documents/stemcell-manifest.js';
import { userPath } from '../documents/user-path.js';

export default class InspectLocalStemcell extends BoshCommand {
  static override description = 'Shows what a stemcell tarball says of itself.';
  static override args = {
    path: Args.string({ required: true, ignoreStdin: true, description: 'The tarball' }),
  };

  async run(): Promise<void> {
    const { args, flags } = await this.parse(InspectLocalStemcell);
    const seat = this.open(flags);
    const manifest = await readStemcellManifest(userPath(args.path));
    const { infrastructure = 'unknown', hypervisor = '-' } = manifest.cloudProperties;
    seat.ui.table({
      content: 'stemcell-metadata',
      header: ['Name', 'OS', 'Version', 'Infrastructure', 'Hypervisor'],
      rows: [[manifest.name, manifest.operatingSystem, manifest.version, String(infrastructure), String(hypervisor)]],
      api: [manifest],
    });
  }
}
