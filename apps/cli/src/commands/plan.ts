import * as Args from '@oclif/core/args';
import * as Flags from '@oclif/core/flags';
import { BoshCommand } from '../command/bosh-command.js';
import { deployFlags } from '../command/deploy-flags.js';
import { checkName, loadManifest } from '../documents/load-manifest.js';
import { isOfManifest, locating } from '../documents/locating.js';
import { fail } from '../errors.js';
import { clean } from '../output/clean.js';
import { planText } from '../output/plan-text.js';
import { deployConfigFlags } from '../session/deploy-config-flags.js';
import { deployOptions } from '../session/deploy-options.js';
import { planTable } from '../tables/plan-table.js';

export default class Plan extends BoshCommand {
  static override description =
    'Shows what `deploy` would do with each instance, and why, and changes nothing. Its ID has `deploy --plan ID` do exactly that.';
  static override optionalValues = [{ name: 'skip-drain', value: '*' }];
  static override args = { manifest: Args.string({ required: true, ignoreStdin: true, description: 'The manifest; - is standard input' }) };
  static override flags = {
    ...deployFlags,
    'expect-no-changes': Flags.boolean({ description: 'End with 10 when anything would change' }),
  };

  async run(): Promise<void> {
    const { args, flags } = await this.parse(Plan);
    const seat = this.open(flags);
    const template = await loadManifest(seat.ui, args.manifest, flags);
    const { director, name } = await seat.deployment();
    checkName(template, name);
    const common = await deployConfigFlags(seat, director, name);
    const options = { ...deployOptions(flags, common), redact: !flags['no-redact'] };
    const plan = await locating(template, () => director.deployments.plan(name, template.text, options), isOfManifest);
    for (const warning of plan.warnings) seat.ui.note(`Warning: ${clean(warning)}`);
    if (seat.ui.json) seat.ui.table(planTable(plan));
    else seat.ui.block(planText(plan, seat.ui));
    if (flags['expect-no-changes'] && !plan.is_noop) throw fail('ChangesPlanned', `a deploy would change deployment '${name}'`);
  }
}
