import type { ConfigEntry } from '@bosh6/director-api/client';
import * as Args from '@oclif/core/args';
import * as Flags from '@oclif/core/flags';
import { BoshCommand } from '../command/bosh-command.js';
import { fail } from '../errors.js';
import { configTable } from '../tables/config-table.js';

export default class Config extends BoshCommand {
  static override description = 'Shows a config: by its ID, or the newest of a type and name.';
  static override args = { id: Args.string({ ignoreStdin: true, description: 'ID of the config' }) };
  static override flags = { type: Flags.string({ description: 'Type, such as cloud' }), name: Flags.string({ description: 'Name' }) };

  async run(): Promise<void> {
    const { args, flags } = await this.parse(Config);
    const seat = this.open(flags);
    const { type, name } = flags;
    if (args.id === undefined && (type === undefined || name === undefined)) {
      throw fail('InvalidArguments', 'which config is to be shown is not said', { hint: 'give its ID, or both --type and --name' });
    }
    const director = await seat.director();
    const found: ConfigEntry | undefined =
      args.id !== undefined
        ? await director.configs.get(args.id)
        : (await director.configs.list({ type: type ?? '', name: name ?? '', limit: 1, latest: true }))[0];
    if (found === undefined) throw fail('NoSuchObject', `there is no ${type} config '${name}'`, { hint: 'list them with `bosh6 configs`' });
    seat.ui.table(configTable(found));
  }
}
