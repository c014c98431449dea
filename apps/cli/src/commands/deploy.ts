import { isJsonObject } from '@bosh6/base';
import * as Args from '@oclif/core/args';
import * as Flags from '@oclif/core/flags';
import { BoshCommand } from '../command/bosh-command.js';
import { variableFlags } from '../command/variable-flags.js';
import { loadTemplate, type Template } from '../documents/load-template.js';
import { locating } from '../documents/locating.js';
import { fail } from '../errors.js';
import { printDiff } from '../output/diff.js';
import { type DeployConfigFlags, deployConfigFlags } from '../session/deploy-config-flags.js';
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
    ...variableFlags,
    'no-redact': Flags.boolean({ description: 'Show values of properties in the diff' }),
    recreate: Flags.boolean({ description: 'Recreate all VMs' }),
    'recreate-persistent-disks': Flags.boolean({ description: 'Recreate all persistent disks' }),
    'recreate-vms-created-before': Flags.string({ helpValue: 'TIME', description: 'Recreate VMs created before this time (RFC 3339)' }),
    fix: Flags.boolean({ description: 'Recreate instances whose agents do not answer' }),
    'fix-releases': Flags.boolean({ description: 'Upload releases again, replacing what is there' }),
    'skip-upload-releases': Flags.boolean({ description: 'Do not upload releases of the manifest that have a URL' }),
    'skip-drain': Flags.string({
      helpValue: 'GROUP',
      multiple: true,
      multipleNonGreedy: true,
      description: 'Skip drain scripts, of all or of this GROUP',
    }),
    canaries: Flags.string({ helpValue: 'N|N%', description: "Override the manifest's canaries" }),
    'max-in-flight': Flags.string({ helpValue: 'N|N%', description: "Override the manifest's max_in_flight" }),
    'dry-run': Flags.boolean({ description: 'Stop after rendering templates' }),
    'force-latest-variables': Flags.boolean({ description: 'Read all variables again' }),
  };

  async run(): Promise<void> {
    const { args, flags } = await this.parse(Deploy);
    const seat = this.open(flags);
    const template = await loadTemplate(seat.ui, args.manifest, flags);
    checkManifest(template);
    const { director, name } = await seat.deployment();
    checkName(template, name);
    const common = await deployConfigFlags(seat, director, name);
    const on = (flag: keyof DeployConfigFlags): boolean => flags[flag] === true || common[flag] === true;
    if (on('skip-upload-releases')) seat.ui.line('Release-Check skipped.');
    else await uploadManifestReleases(seat, director, template.value, { fix: on('fix-releases') });
    const diff = await locating(template, () => director.deployments.diff(name, template.text, { redact: !flags['no-redact'] }));
    printDiff(seat.ui, diff.diff);
    await seat.answers.confirm();
    const before = flags['recreate-vms-created-before'];
    const skipDrain = flags['skip-drain'];
    const task = await locating(template, () =>
      director.deployments.deploy(template.text, {
        // `recreate` comes with the time, which alone means nothing (director-api reference 4.3.2).
        recreate: on('recreate') || before !== undefined,
        recreatePersistentDisks: on('recreate-persistent-disks'),
        fix: on('fix'),
        dryRun: flags['dry-run'],
        forceLatestVariables: flags['force-latest-variables'],
        ...(before === undefined ? {} : { recreateVmsCreatedBefore: before }),
        ...(skipDrain === undefined ? {} : { skipDrain: skipDrain.includes('*') ? '*' : skipDrain.join(',') }),
        ...(flags.canaries === undefined ? {} : { canaries: flags.canaries }),
        ...(flags['max-in-flight'] === undefined ? {} : { maxInFlight: flags['max-in-flight'] }),
        ...(diff.context === undefined || diff.context === null ? {} : { context: diff.context }),
      }),
    );
    // Places in cloud configs and job specs are not the manifest's; those stay as the Director says them.
    const { stages } = await followTask(seat, director, task, {
      locate: (where) => (isOfManifest(where.document) ? template.locate(where) : withoutNull(where)),
    });
    const changed = changing.some((stage) => stages.has(stage));
    if (flags['dry-run']) seat.ui.line('That was a dry run: templates were rendered, nothing was changed.');
    else if (!changed) seat.ui.line(`Deployment '${name}' was as the manifest says; nothing had to change.`);
  }
}

/** Stages of a deploy that touch anything (director-api reference 5.4). */
const changing = ['Compiling packages', 'Creating missing vms', 'Deleting unneeded instances', 'Updating instance'];

const isOfManifest = (document: string | null | undefined): boolean =>
  document === undefined || document === null || document === 'manifest';

const withoutNull = (where: object): object =>
  Object.fromEntries(Object.entries(where).filter(([, value]) => value !== null && value !== undefined));

/** Says what a text is that can be no manifest, which "its name is ''" would not tell. */
function checkManifest({ value, document }: Template): void {
  if (isJsonObject(value)) return;
  const what = value === null ? 'is empty' : Array.isArray(value) ? 'is a list' : `is a single value (${typeof value})`;
  throw fail('NotAManifest', `'${document.name}' ${what}, not a manifest`, {
    where: { document: document.name, ...document.locate('') },
  });
}

function checkName({ value, document }: Template, expected: string): void {
  const name = isJsonObject(value) ? value.name : undefined;
  if (name === expected) return;
  throw fail('WrongDeploymentName', `Expected manifest to specify deployment name '${expected}' but was '${String(name ?? '')}'`, {
    where: { document: document.name, pointer: '/name', ...document.locate('/name') },
  });
}
