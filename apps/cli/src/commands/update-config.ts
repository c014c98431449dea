import * as Args from '@oclif/core/args';
import * as Flags from '@oclif/core/flags';
import { BoshCommand } from '../command/bosh-command.js';
import { variableFlags } from '../command/variable-flags.js';
import { loadTemplate } from '../documents/load-template.js';
import { locating } from '../documents/locating.js';
import { warnOfConfig } from '../documents/warn-of-config.js';
import { fail } from '../errors.js';
import { printDiff } from '../output/diff.js';
import { configTable } from '../tables/config-table.js';

export default class UpdateConfig extends BoshCommand {
  static override description = 'Stores a config, after showing what changes. The type stands in front of the file or in --type.';
  static override examples = [
    'bosh6 -e ipv4 update-config cloud cloud-config.yml --name ipv6',
    'bosh6 -e ipv4 uc --type cloud --name ipv6 cloud-config.yml',
  ];
  static override args = {
    type_or_path: Args.string({
      required: true,
      ignoreStdin: true,
      description: 'The type, or the file when --type is given; - is standard input',
    }),
    path: Args.string({ ignoreStdin: true, description: 'The file' }),
  };
  static override flags = {
    ...variableFlags,
    type: Flags.string({ description: 'Type: cloud, runtime, cpi ...' }),
    name: Flags.string({ helpValue: 'NAME', description: 'Name', default: 'default' }),
    'expected-latest-id': Flags.string({ description: 'Refuse when another version is the newest' }),
  };

  async run(): Promise<void> {
    const { args, flags } = await this.parse(UpdateConfig);
    const seat = this.open(flags);
    const { name } = flags;
    const type = args.path === undefined ? flags.type : args.type_or_path;
    const path = args.path ?? args.type_or_path;
    if (type === undefined)
      throw fail('InvalidArguments', 'the type of the config is missing', { hint: 'write `update-config cloud FILE`, or give --type' });
    const template = await loadTemplate(seat.ui, path, flags);
    await warnOfConfig(seat.ui, template, type);
    const content = template.text;
    const director = await seat.director();
    const diff = await locating(template, () => director.configs.diff({ type, name, content }));
    printDiff(seat.ui, diff.diff);
    await seat.answers.confirm();
    const expectedLatestId = flags['expected-latest-id'] ?? diff.from?.id ?? undefined;
    const stored = await locating(template, () =>
      director.configs.update({ type, name, content, ...(expectedLatestId === undefined ? {} : { expectedLatestId }) }),
    );
    if (!stored.ok) {
      throw fail(
        'ConfigChangedMeanwhile',
        `the newest ${type} config '${name}' is now ${stored.latestId}, not ${expectedLatestId ?? 'what was expected'}`,
      );
    }
    seat.ui.table(configTable(stored.config));
  }
}
