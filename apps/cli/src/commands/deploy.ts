import * as Args from '@oclif/core/args';
import * as Flags from '@oclif/core/flags';
import { BoshCommand } from '../command/bosh-command.js';
import { deployFlags } from '../command/deploy-flags.js';
import { checkName, loadManifest } from '../documents/load-manifest.js';
import { isOfManifest, locating } from '../documents/locating.js';
import { printDiff } from '../output/diff.js';
import { type DeployConfigFlags, deployConfigFlags } from '../session/deploy-config-flags.js';
import { deployOptions } from '../session/deploy-options.js';
import { followTask } from '../session/follow.js';
import { uploadManifestReleases } from '../session/upload-manifest-releases.js';

export default class Deploy extends BoshCommand {
  static override description = 'Creates or updates a deployment, after showing what changes. Ctrl-C leaves the task running.';
  static override examples = [
    'bosh6 -d web deploy web.yml',
    'bosh6 -d web deploy web.yml -o ipv6.yml -v instances=3 -n',
    'bosh6 -d web deploy web.yml --skip-drain=front --max-in-flight=20%',
  ];
  static override optionalValues = [{ name: 'skip-drain', value: '*' }];
  static override args = { manifest: Args.string({ required: true, ignoreStdin: true, description: 'The manifest; - is standard input' }) };
  static override flags = {
    ...deployFlags,
    'fix-releases': Flags.boolean({ description: 'Upload releases again, replacing what is there' }),
    'skip-upload-releases': Flags.boolean({ description: 'Do not upload releases of the manifest that have a URL' }),
    'dry-run': Flags.boolean({ description: 'Stop after rendering templates' }),
    plan: Flags.string({ helpValue: 'ID', description: 'Do exactly what `plan` showed under this ID, or nothing' }),
  };

  async run(): Promise<void> {
    const { args, flags } = await this.parse(Deploy);
    const seat = this.open(flags);
    const written = await loadManifest(seat.ui, args.manifest, flags);
    const { director, name } = await seat.deployment();
    checkName(written, name);
    if (flags.plan !== undefined) await director.deployments.requirePlans();
    const common = await deployConfigFlags(seat, director, name);
    const on = (flag: keyof DeployConfigFlags): boolean => flags[flag] === true || common[flag] === true;
    const skips = on('skip-upload-releases');
    if (skips) seat.ui.line('Release-Check skipped.');
    const template = skips ? written : await uploadManifestReleases(seat, director, written, { fix: on('fix-releases') });
    const diff = await locating(
      template,
      () => director.deployments.diff(name, template.text, { redact: !flags['no-redact'] }),
      isOfManifest,
    );
    printDiff(seat.ui, diff.diff);
    await seat.answers.confirm();
    const task = await locating(
      template,
      () =>
        director.deployments.deploy(template.text, {
          ...deployOptions(flags, common),
          dryRun: flags['dry-run'],
          ...(flags.plan === undefined ? {} : { plan: flags.plan }),
          ...(diff.context === undefined || diff.context === null ? {} : { context: diff.context }),
        }),
      isOfManifest,
    );
    const { stages } = await followTask(seat, director, task, {
      locate: (where) => (isOfManifest(where.document) ? template.locate(where) : withoutNull(where)),
    });
    const changed = changing.some((stage) => stages.has(stage));
    if (flags['dry-run']) seat.ui.line('That was a dry run: templates were rendered, nothing was changed.');
    else if (!changed) seat.ui.line(`Deployment '${name}' is as the manifest says; no instance had to change.`);
  }
}

/** Stages of a deploy that touch instances (director-api reference 5.4). */
const changing = ['Compiling packages', 'Creating missing vms', 'Deleting unneeded instances', 'Updating instance'];

const withoutNull = (where: object): object =>
  Object.fromEntries(Object.entries(where).filter(([, value]) => value !== null && value !== undefined));
