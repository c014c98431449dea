import * as Args from '@oclif/core/args';
import * as Flags from '@oclif/core/flags';
import { BoshCommand } from '../command/bosh-command.js';
import { variableFlags } from '../command/variable-flags.js';
import { updateTypedConfig } from '../session/update-typed-config.js';
import { uploadManifestReleases } from '../session/upload-manifest-releases.js';

export default class UpdateRuntimeConfig extends BoshCommand {
  static override description = 'Stores a runtime config, after showing what changes and uploading its releases that have a URL.';
  static override args = { path: Args.string({ required: true, ignoreStdin: true, description: 'The file; - is standard input' }) };
  static override flags = {
    ...variableFlags,
    name: Flags.string({ helpValue: 'NAME', default: '', description: 'Name; the default one when left out' }),
    'no-redact': Flags.boolean({ description: 'Show values of properties in the diff' }),
    'fix-releases': Flags.boolean({ description: 'Upload releases again, replacing what is there' }),
  };

  async run(): Promise<void> {
    const { args, flags } = await this.parse(UpdateRuntimeConfig);
    const seat = this.open(flags);
    await updateTypedConfig(seat, {
      kind: 'runtime',
      path: args.path,
      flags,
      name: flags.name,
      redact: !flags['no-redact'],
      before: (director, template) => uploadManifestReleases(seat, director, template, { fix: flags['fix-releases'] }),
    });
  }
}
