const noTerminal = 'a command gets no terminal, so that its standard error stays apart and its output is as it wrote it';
const hosts = 'the hosts are named, each with what it ended with, in place of the command line of ssh or scp';

/** Where both CLIs print other things of the same Director on purpose, and why. One that stands here without need fails. */
export const differences: Readonly<Record<string, string>> = {
  'inspect-release broken/1': 'the footer counts the rows; the stock one prints 0 packages',
  'upload-release TARBALL': 'the transfer bar is drawn on a terminal alone; `--tty` does not ask for one',
  'config 999': 'says that there is none, and how to list those that there are',
  'export-release none/1 debian-bookworm/1.0 --job=none': 'the release is looked for first; the stock one names the job alone',
  'deploy --recreate-vms-created-before=2026-01-02T03:04:05Z tiny-with-errands.yml': 'says that no instance had to change',
  'curl /nothing': 'the answer stands above, once; the failure names its status',
  'ssh sleeper/0 -c hostname': noTerminal,
  'ssh sleeper -r -- echo out': noTerminal,
  'ssh sleeper/0 -c false': hosts,
  'ssh sleeper/0': 'says what is missing, and how to go on',
  'scp sleeper/0:/none back': hosts,
};
