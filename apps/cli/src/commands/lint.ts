import { type DocumentKind, kindNames } from '@bosh6/formats/schema';
import * as Args from '@oclif/core/args';
import * as Flags from '@oclif/core/flags';
import { BoshCommand } from '../command/bosh-command.js';
import { variableFlags } from '../command/variable-flags.js';
import { lintFiles } from '../documents/lint-files.js';
import { countOf, reportProblems } from '../output/problem-report.js';

export default class Lint extends BoshCommand {
  static override description =
    'Reports everything that is wrong with manifests, configs, ops files and release specs, all at once; manifests are read against the cloud configs beside them. Asks no Director. Exit code 1 when there are errors.';
  static override examples = [
    'bosh6 lint manifest.yml cloud-config.yml ipv6.yml',
    'bosh6 lint manifest.yml -o ipv6.yml -l vars.yml --strict',
    'bosh6 lint jobs/*/spec packages/*/spec --json',
  ];
  static override strict = false;
  static override trailing = '[FILE...]';
  static override args = { file: Args.string({ required: true, ignoreStdin: true, description: 'The files; - is standard input' }) };
  static override flags = {
    ...variableFlags,
    kind: Flags.string({ options: [...kindNames], description: `What the files are, when it cannot be told: ${kindNames.join(', ')}` }),
    strict: Flags.boolean({ description: 'Warnings count as errors' }),
  };

  async run(): Promise<number | undefined> {
    const { argv, flags } = await this.parse(Lint);
    const { ui } = this.open(flags);
    const { problems, texts } = await lintFiles(argv as string[], flags.kind as DocumentKind | undefined, flags);
    const { errors, warnings } = countOf(problems);
    ui.object({ problems, errors, warnings });
    if (!ui.json) reportProblems(ui, problems, texts);
    if (problems.length > 0) ui.line(`${counted(errors, 'error')}, ${counted(warnings, 'warning')}`);
    if (errors === 0 && (!flags.strict || warnings === 0)) return undefined;
    ui.note('Exit code 1');
    ui.end();
    return 1;
  }
}

const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;
