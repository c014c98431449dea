import { emitYaml, parseYaml } from '@bosh6/formats';
import * as Args from '@oclif/core/args';
import * as Flags from '@oclif/core/flags';
import { BoshCommand } from '../command/bosh-command.js';
import { variableFlags } from '../command/variable-flags.js';
import { interpolateDocument } from '../documents/load-template.js';
import { readText, warnOfDuplicates } from '../documents/read-document.js';

export default class Interpolate extends BoshCommand {
  static override description = 'Applies ops files and variables to a YAML document and prints it, or the part at --path.';
  static override examples = ['bosh6 int --path /admin_password creds.yml', 'bosh6 int manifest.yml -o ipv6.yml -v instances=3'];
  static override args = { path: Args.string({ required: true, ignoreStdin: true, description: 'The document; - is standard input' }) };
  static override flags = {
    ...variableFlags,
    path: Flags.string({ description: 'Print only this part: /instance_groups/name=web/instances' }),
    'var-errs': Flags.boolean({ description: 'Fail when a variable has no value' }),
    'var-errs-unused': Flags.boolean({ description: 'Fail when a given variable is not used' }),
  };

  async run(): Promise<void> {
    const { args, flags } = await this.parse(Interpolate);
    const seat = this.open(flags);
    const document = parseYaml(readText(args.path), args.path === '-' ? '(standard input)' : args.path);
    warnOfDuplicates(seat.ui, document);
    // Read like the stock CLI does, which says nothing.
    if (document.another !== undefined)
      seat.ui.note(`Warning: ${document.name}, line ${document.another.line}: another YAML document begins; only the first is read`);
    const { value } = await interpolateDocument(document, flags, {
      ...(flags.path === undefined ? {} : { path: flags.path }),
      errorOnMissing: flags['var-errs'],
      errorOnUnused: flags['var-errs-unused'],
    });
    seat.ui.block(typeof value === 'string' && flags.path !== undefined ? `${value}\n` : emitYaml(value));
  }
}
