import * as Args from '@oclif/core/args';
import * as Flags from '@oclif/core/flags';
import { BoshCommand } from '../command/bosh-command.js';
import { variableFlags } from '../command/variable-flags.js';
import { updateTypedConfig } from '../session/update-typed-config.js';

export default class UpdateCpiConfig extends BoshCommand {
  static override description = 'Stores the CPI config, after showing what changes.';
  static override args = { path: Args.string({ required: true, ignoreStdin: true, description: 'The file; - is standard input' }) };
  static override flags = { ...variableFlags, 'no-redact': Flags.boolean({ description: 'Show values of properties in the diff' }) };

  async run(): Promise<void> {
    const { args, flags } = await this.parse(UpdateCpiConfig);
    await updateTypedConfig(this.open(flags), { kind: 'cpi', path: args.path, flags, redact: !flags['no-redact'] });
  }
}
