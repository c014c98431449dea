import * as Args from '@oclif/core/args';
import * as Flags from '@oclif/core/flags';
import { BoshCommand } from '../command/bosh-command.js';
import { fail } from '../errors.js';

export default class DeleteConfig extends BoshCommand {
  static override description =
    'Deletes a config: one version by its ID, or all versions of a type and name. Deployments keep what they were deployed with.';
  static override examples = ['bosh6 delete-config 3', 'bosh6 delete-config --type cloud --name lab'];
  static override args = { id: Args.string({ ignoreStdin: true, description: 'ID of the config, as `configs` shows it' }) };
  static override flags = {
    type: Flags.string({ description: 'Type, such as cloud' }),
    name: Flags.string({ helpValue: 'NAME', description: 'Name' }),
  };

  async run(): Promise<void> {
    const { args, flags } = await this.parse(DeleteConfig);
    const seat = this.open(flags);
    const which = whichOf(args.id, flags);
    const director = await seat.director();
    await seat.answers.confirm();
    if (await director.configs.delete(which)) return;
    const matches = 'id' in which ? `id '${which.id}'` : `type '${which.type}' and name '${which.name}'`;
    seat.ui.line(`No configs to delete: no matches for ${matches} found.`);
  }
}

function whichOf(
  id: string | undefined,
  { type, name }: { type: string | undefined; name: string | undefined },
): { id: string } | { type: string; name: string } {
  if (id !== undefined && type === undefined && name === undefined) return { id };
  if (id === undefined && type !== undefined && name !== undefined) return { type, name };
  const what = id === undefined ? 'which config is to be deleted is not said' : 'an ID does not go with --type and --name';
  throw fail('InvalidArguments', what, { hint: 'give its ID, or both --type and --name' });
}
