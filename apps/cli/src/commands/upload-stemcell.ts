import * as Args from '@oclif/core/args';
import * as Flags from '@oclif/core/flags';
import { BoshCommand } from '../command/bosh-command.js';
import { isRemote, locateUpload, tarballOf } from '../documents/tarball.js';
import { followTask } from '../session/follow.js';

export default class UploadStemcell extends BoshCommand {
  static override description = 'Uploads a stemcell: a file from here, or an address that the Director fetches.';
  static override examples = [
    'bosh6 upload-stemcell stemcell.tgz',
    'bosh6 upload-stemcell https://example.com/stemcell.tgz --sha1=sha256:0123...',
  ];
  static override args = { stemcell: Args.string({ required: true, ignoreStdin: true, description: 'URL or file' }) };
  static override flags = {
    fix: Flags.boolean({ description: 'Replace it when it is there already' }),
    name: Flags.string({ helpValue: 'NAME', description: 'Skip when this name and --version are there already' }),
    version: Flags.string({ helpValue: 'VERSION', description: 'Skip when --name and this version are there already' }),
    sha1: Flags.string({ helpValue: 'DIGEST', description: 'Digest of the file: SHA-1, or sha256:...' }),
  };

  async run(): Promise<void> {
    const { args, flags } = await this.parse(UploadStemcell);
    const seat = this.open(flags);
    const known = isRemote(args.stemcell)
      ? { name: flags.name ?? '', version: flags.version ?? '' }
      : await (await import('../documents/stemcell-manifest.js')).readStemcellManifest(args.stemcell);
    const director = await seat.director();
    if (!flags.fix && !(await director.stemcells.isNeeded(known))) {
      seat.ui.line(`Stemcell '${known.name}/${known.version}' already exists.`);
      return;
    }
    const upload = tarballOf('stemcell', args.stemcell, flags.sha1, seat);
    const task = await director.stemcells.upload(upload.source, { fix: flags.fix });
    upload.end();
    await followTask(seat, director, task, { locate: locateUpload('stemcell', args.stemcell) });
  }
}
