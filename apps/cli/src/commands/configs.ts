import * as Flags from '@oclif/core/flags';
import { BoshCommand } from '../command/bosh-command.js';
import { fail } from '../errors.js';

export default class Configs extends BoshCommand {
  static override description = 'Lists configs.';
  static override optionalValues = [{ name: 'recent', char: 'r', value: '1' }];
  static override flags = {
    type: Flags.string({ description: 'Only of this type' }),
    name: Flags.string({ helpValue: 'NAME', description: 'Only of this name' }),
    recent: Flags.integer({ helpValue: 'N', char: 'r', default: 1, description: 'How many versions of each' }),
  };

  async run(): Promise<void> {
    const { flags } = await this.parse(Configs);
    const seat = this.open(flags);
    const { type, name, recent } = flags;
    if (recent < 1)
      throw fail('InvalidArguments', `--recent=${recent} asks for no version`, { hint: 'give 1, or more for older ones too' });
    const director = await seat.director();
    const configs = await director.configs.list({
      limit: recent,
      latest: recent === 1,
      ...(type === undefined ? {} : { type }),
      ...(name === undefined ? {} : { name }),
    });
    const anyCurrent = configs.some(({ current }) => current === true);
    seat.ui.table({
      content: 'configs',
      header: ['ID', 'Type', 'Name', 'Team', 'Created At'],
      rows: configs.map(({ id, type, name, team, created_at, current }) => [
        `${id}${current === true ? '*' : ''}`,
        type,
        name,
        team ?? '',
        created_at,
      ]),
      notes: [
        ...(anyCurrent ? ['(*) Currently active'] : []),
        ...(recent <= 1 ? ['Only showing active configs. To see older versions use the --recent=10 option.'] : []),
      ],
    });
  }
}
