import { BoshCommand } from '../command/bosh-command.js';
import { showTypedConfig } from '../session/show-typed-config.js';

export default class CpiConfig extends BoshCommand {
  static override description = 'Shows the newest CPI config.';

  async run(): Promise<void> {
    const { flags } = await this.parse(CpiConfig);
    await showTypedConfig(this.open(flags), 'cpi');
  }
}
