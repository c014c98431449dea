import type { ConfigSide } from '@bosh6/director-api/client';
import * as Flags from '@oclif/core/flags';
import { BoshCommand } from '../command/bosh-command.js';
import { readText } from '../documents/read-document.js';
import { fail } from '../errors.js';
import { diffLines } from '../output/diff.js';

export default class DiffConfig extends BoshCommand {
  static override description = 'Compares two configs, each stored (by its ID) or in a file.';
  static override examples = ['bosh6 diff-config --from-id 3 --to-id 5', 'bosh6 diff-config --from-id 3 --to-content cloud.yml'];
  static override flags = {
    'from-id': Flags.string({ description: 'ID of the first' }),
    'to-id': Flags.string({ description: 'ID of the second' }),
    'from-content': Flags.string({ description: 'File with the first' }),
    'to-content': Flags.string({ description: 'File with the second' }),
  };

  async run(): Promise<void> {
    const { flags } = await this.parse(DiffConfig);
    const seat = this.open(flags);
    const from = sideOf('from', flags['from-id'], flags['from-content']);
    const to = sideOf('to', flags['to-id'], flags['to-content']);
    const director = await seat.director();
    const { diff } = await director.configs.diffBetween(from, to);
    seat.ui.table({
      api: { diff },
      header: ['From ID', 'To ID', 'Diff'],
      rows: [
        [
          flags['from-id'] ?? '',
          flags['to-id'] ?? '',
          diffLines(diff)
            .map((line) => `${line}\n`)
            .join(''),
        ],
      ],
      transposed: true,
    });
  }
}

function sideOf(side: 'from' | 'to', id: string | undefined, path: string | undefined): ConfigSide {
  if (id !== undefined && path === undefined) return { id };
  if (id === undefined && path !== undefined) return { content: readText(path) };
  throw fail('InvalidArguments', `give one of --${side}-id and --${side}-content`);
}
