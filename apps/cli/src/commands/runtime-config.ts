import * as Flags from '@oclif/core/flags';
import { BoshCommand } from '../command/bosh-command.js';
import { showTypedConfig } from '../session/show-typed-config.js';

export default class RuntimeConfig extends BoshCommand {
  static override description = 'Shows the newest runtime config: the default one, or the one of --name.';
  static override flags = { name: Flags.string({ default: '', description: 'Name; the default one when left out' }) };

  async run(): Promise<void> {
    const { flags } = await this.parse(RuntimeConfig);
    await showTypedConfig(this.open(flags), 'runtime', flags.name);
  }
}
