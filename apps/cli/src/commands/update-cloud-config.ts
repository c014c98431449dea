import * as Args from '@oclif/core/args';
import * as Flags from '@oclif/core/flags';
import { BoshCommand } from '../command/bosh-command.js';
import { variableFlags } from '../command/variable-flags.js';
import { updateTypedConfig } from '../session/update-typed-config.js';

export default class UpdateCloudConfig extends BoshCommand {
  static override description = 'Stores a cloud config, after showing what changes.';
  static override args = { path: Args.string({ required: true, ignoreStdin: true, description: 'The file; - is standard input' }) };
  static override flags = { ...variableFlags, name: Flags.string({ default: '', description: 'Name; the default one when left out' }) };

  async run(): Promise<void> {
    const { args, flags } = await this.parse(UpdateCloudConfig);
    await updateTypedConfig(this.open(flags), { kind: 'cloud', path: args.path, flags, name: flags.name });
  }
}
