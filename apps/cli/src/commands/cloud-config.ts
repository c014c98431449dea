import * as Flags from '@oclif/core/flags';
import { BoshCommand } from '../command/bosh-command.js';
import { showTypedConfig } from '../session/show-typed-config.js';

export default class CloudConfig extends BoshCommand {
  static override description = 'Shows the newest cloud config: the default one, or the one of --name.';
  static override flags = { name: Flags.string({ default: '', description: 'Name; the default one when left out' }) };

  async run(): Promise<void> {
    const { flags } = await this.parse(CloudConfig);
    await showTypedConfig(this.open(flags), 'cloud', flags.name);
  }
}
