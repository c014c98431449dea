import { resolve } from 'node:path';
import { isJsonObject, type JsonObject } from '@bosh6/base';
import { parseYaml } from '@bosh6/formats';
import { repackStemcell } from '@bosh6/formats/archives';
import * as Args from '@oclif/core/args';
import * as Flags from '@oclif/core/flags';
import { BoshCommand } from '../command/bosh-command.js';
import { userPath } from '../documents/user-path.js';
import { fail } from '../errors.js';

export default class RepackStemcell extends BoshCommand {
  static override description = 'Writes a stemcell tarball again with another manifest.';
  static override args = {
    path: Args.string({ required: true, ignoreStdin: true, description: 'The tarball' }),
    result: Args.string({ required: true, ignoreStdin: true, description: 'Where the new one goes' }),
  };
  static override flags = {
    name: Flags.string({ helpValue: 'NAME', description: 'Another name' }),
    version: Flags.string({ helpValue: 'VERSION', description: 'Another version' }),
    'cloud-properties': Flags.string({ description: 'YAML map; its keys replace those of the stemcell' }),
    'empty-image': Flags.boolean({ description: 'Leave the image empty, for CPIs that know it by its name' }),
    format: Flags.string({ multiple: true, multipleNonGreedy: true, description: 'Instead of its formats; repeat for more' }),
  };

  async run(): Promise<void> {
    const { args, flags } = await this.parse(RepackStemcell);
    this.open(flags);
    const { name, version, format: formats } = flags;
    await repackStemcell(userPath(args.path), resolve(userPath(args.result)), {
      emptyImage: flags['empty-image'],
      ...(name === undefined ? {} : { name }),
      ...(version === undefined ? {} : { version }),
      ...(formats === undefined ? {} : { formats }),
      ...(flags['cloud-properties'] === undefined ? {} : { cloudProperties: mapOf(flags['cloud-properties']) }),
    });
  }
}

function mapOf(text: string): JsonObject {
  const { value } = parseYaml(text, '--cloud-properties', { dialect: 'go' });
  if (isJsonObject(value)) return value;
  throw fail('InvalidArguments', '--cloud-properties is no map', { hint: "write it as YAML: --cloud-properties='{key: value}'" });
}
