import type { BoshCommand } from './command/bosh-command.js';
import { fail } from './errors.js';

export type CommandClass = (new (argv: string[], config: never) => BoshCommand) & Omit<typeof BoshCommand, 'prototype'>;
interface Listed {
  /** The class, or in the small bundle a promise of it from the big one. */
  readonly load: () => Promise<{ default: CommandClass | Promise<CommandClass> }>;
  readonly aliases?: readonly string[];
  /** For the list of commands; the command's own help says more. */
  readonly summary: string;
}

/** Every command, by the words that name it. Loaded when called, since loading all of them would cost every command. */
export const commandTable: Readonly<Record<string, Listed>> = {
  'add-blob': { load: () => import('./commands/add-blob.js'), summary: "Add a file to a release's blobs" },
  'alias-env': { load: () => import('./commands/alias-env.js'), summary: 'Give a Director a short name' },
  'attach-disk': { load: () => import('./commands/attach-disk.js'), summary: 'Give an instance another disk' },
  blobs: { load: () => import('./commands/blobs.js'), summary: "List a release's blobs" },
  'cancel-task': { load: () => import('./commands/cancel-task.js'), aliases: ['ct'], summary: 'Ask a task to stop' },
  'cancel-tasks': { load: () => import('./commands/cancel-tasks.js'), aliases: ['cts'], summary: 'Ask tasks to stop' },
  'clean-up': { load: () => import('./commands/clean-up.js'), aliases: ['cleanup'], summary: 'Remove what no deployment uses' },
  'cloud-check': {
    load: () => import('./commands/cloud-check.js'),
    aliases: ['cck', 'cloudcheck'],
    summary: 'Find and mend what is not as the Director knows it',
  },
  'cloud-config': { load: () => import('./commands/cloud-config.js'), aliases: ['cc'], summary: 'Show the cloud config' },
  completion: { load: () => import('./commands/completion.js'), summary: 'Print a script that completes command lines' },
  config: { load: () => import('./commands/config.js'), aliases: ['c'], summary: 'Show a config' },
  configs: { load: () => import('./commands/configs.js'), aliases: ['cs'], summary: 'List configs' },
  'cpi-config': { load: () => import('./commands/cpi-config.js'), summary: 'Show the CPI config' },
  'create-recovery-plan': { load: () => import('./commands/create-recovery-plan.js'), summary: 'Write a plan for mending a deployment' },
  'create-release': { load: () => import('./commands/create-release.js'), aliases: ['cr'], summary: 'Build a dev or final release' },
  curl: { load: () => import('./commands/curl.js'), summary: "Send a request to the Director's API" },
  'delete-config': { load: () => import('./commands/delete-config.js'), aliases: ['dc'], summary: 'Delete a config' },
  'delete-deployment': { load: () => import('./commands/delete-deployment.js'), aliases: ['deld'], summary: 'Delete a deployment' },
  'delete-disk': { load: () => import('./commands/delete-disk.js'), summary: 'Delete an orphaned disk' },
  'delete-network': { load: () => import('./commands/delete-network.js'), summary: 'Delete an orphaned network' },
  'delete-release': { load: () => import('./commands/delete-release.js'), aliases: ['delr'], summary: 'Delete a release' },
  'delete-snapshot': { load: () => import('./commands/delete-snapshot.js'), summary: 'Delete a snapshot' },
  'delete-snapshots': { load: () => import('./commands/delete-snapshots.js'), summary: 'Delete all snapshots of a deployment' },
  'delete-stemcell': { load: () => import('./commands/delete-stemcell.js'), aliases: ['dels'], summary: 'Delete a stemcell' },
  'delete-vm': { load: () => import('./commands/delete-vm.js'), summary: 'Delete a VM' },
  deploy: { load: () => import('./commands/deploy.js'), aliases: ['d'], summary: 'Create or update a deployment' },
  deployment: { load: () => import('./commands/deployment.js'), aliases: ['dep'], summary: 'Show a deployment' },
  deployments: { load: () => import('./commands/deployments.js'), aliases: ['ds', 'deps'], summary: 'List deployments' },
  'diff-config': { load: () => import('./commands/diff-config.js'), summary: 'Compare two configs' },
  'director fsck': { load: () => import('./commands/director/fsck.js'), summary: 'Check that the Director and its infrastructure agree' },
  disks: { load: () => import('./commands/disks.js'), summary: 'List orphaned disks' },
  doctor: { load: () => import('./commands/doctor.js'), summary: 'Say what this machine or a Director lacks' },
  down: { load: () => import('./commands/down.js'), summary: "Stop this machine's lab and Director" },
  environment: { load: () => import('./commands/environment.js'), aliases: ['env'], summary: 'Show the Director' },
  environments: { load: () => import('./commands/environments.js'), aliases: ['envs'], summary: 'List named Directors' },
  errands: { load: () => import('./commands/errands.js'), aliases: ['es'], summary: 'List errands' },
  event: { load: () => import('./commands/event.js'), summary: 'Show an event' },
  events: { load: () => import('./commands/events.js'), summary: 'List events' },
  'export-release': { load: () => import('./commands/export-release.js'), summary: 'Compile a release and fetch it' },
  'finalize-release': { load: () => import('./commands/finalize-release.js'), summary: 'Make a tarball a final release' },
  'generate-job': { load: () => import('./commands/generate-job.js'), summary: 'Make an empty job' },
  'generate-package': { load: () => import('./commands/generate-package.js'), summary: 'Make an empty package' },
  ignore: { load: () => import('./commands/ignore.js'), summary: 'Leave an instance out of deploys' },
  'init-release': { load: () => import('./commands/init-release.js'), summary: 'Make a release directory' },
  'inspect-local-release': { load: () => import('./commands/inspect-local-release.js'), summary: "Show a release tarball's content" },
  'inspect-local-stemcell': { load: () => import('./commands/inspect-local-stemcell.js'), summary: "Show a stemcell tarball's metadata" },
  'inspect-release': { load: () => import('./commands/inspect-release.js'), summary: "Show a release's jobs and packages" },
  instances: { load: () => import('./commands/instances.js'), aliases: ['is'], summary: 'List instances' },
  interpolate: { load: () => import('./commands/interpolate.js'), aliases: ['int'], summary: 'Fill in a YAML document' },
  'lab exec': { load: () => import('./commands/lab/exec.js'), summary: 'Run a command inside the lab' },
  'lab shell': { load: () => import('./commands/lab/shell.js'), summary: "Open your shell in the lab's workstation" },
  'lab status': { load: () => import('./commands/lab/status.js'), summary: 'Show what the lab runs' },
  lint: { load: () => import('./commands/lint.js'), summary: 'Report all that is wrong with manifests and configs' },
  locks: { load: () => import('./commands/locks.js'), summary: 'List locks' },
  'log-in': { load: () => import('./commands/log-in.js'), aliases: ['l', 'login'], summary: 'Log in' },
  'log-out': { load: () => import('./commands/log-out.js'), aliases: ['logout'], summary: 'Log out' },
  logs: { load: () => import('./commands/logs.js'), summary: "Fetch instances' logs" },
  manifest: { load: () => import('./commands/manifest.js'), aliases: ['man'], summary: "Show a deployment's manifest" },
  networks: { load: () => import('./commands/networks.js'), summary: 'List subnets and what is free of them' },
  'orphan-disk': { load: () => import('./commands/orphan-disk.js'), summary: 'Take a disk from its instance' },
  'orphaned-vms': { load: () => import('./commands/orphaned-vms.js'), summary: 'List VMs that were replaced and wait for their end' },
  plan: { load: () => import('./commands/plan.js'), summary: 'Show what a deploy would do, and why' },
  recover: { load: () => import('./commands/recover.js'), summary: 'Mend a deployment as a plan says' },
  recreate: { load: () => import('./commands/recreate.js'), summary: 'Replace VMs of instances' },
  releases: { load: () => import('./commands/releases.js'), aliases: ['rs'], summary: 'List releases' },
  'remove-blob': { load: () => import('./commands/remove-blob.js'), summary: "Take a file out of a release's blobs" },
  'repack-stemcell': { load: () => import('./commands/repack-stemcell.js'), summary: 'Change the metadata of a stemcell tarball' },
  'reset-release': { load: () => import('./commands/reset-release.js'), summary: 'Delete dev releases and blobs' },
  restart: { load: () => import('./commands/restart.js'), summary: 'Stop and start instances' },
  'run-errand': { load: () => import('./commands/run-errand.js'), summary: 'Run an errand' },
  'runtime-config': { load: () => import('./commands/runtime-config.js'), aliases: ['rc'], summary: 'Show the runtime config' },
  'sha1ify-release': { load: () => import('./commands/sha1ify-release.js'), summary: 'Give a release tarball SHA-1 digests' },
  'sha2ify-release': { load: () => import('./commands/sha2ify-release.js'), summary: 'Give a release tarball SHA-256 digests' },
  snapshots: { load: () => import('./commands/snapshots.js'), summary: 'List snapshots' },
  scp: { load: () => import('./commands/scp.js'), summary: 'Copy files to or from VMs' },
  ssh: { load: () => import('./commands/ssh.js'), summary: 'Open a shell in a VM, or run a command in VMs' },
  start: { load: () => import('./commands/start.js'), summary: 'Start instances' },
  stemcells: { load: () => import('./commands/stemcells.js'), aliases: ['ss'], summary: 'List stemcells' },
  stop: { load: () => import('./commands/stop.js'), summary: 'Stop instances' },
  'sync-blobs': { load: () => import('./commands/sync-blobs.js'), summary: "Fetch a release's blobs" },
  'take-snapshot': { load: () => import('./commands/take-snapshot.js'), summary: 'Take snapshots' },
  task: { load: () => import('./commands/task.js'), aliases: ['t'], summary: 'Show a task and follow it' },
  tasks: { load: () => import('./commands/tasks.js'), aliases: ['ts'], summary: 'List tasks' },
  'unalias-env': { load: () => import('./commands/unalias-env.js'), summary: 'Forget the short name of a Director' },
  unignore: { load: () => import('./commands/unignore.js'), summary: 'Take an instance into deploys again' },
  up: { load: () => import('./commands/up.js'), summary: 'Start a lab and a Director on this machine' },
  'update-cloud-config': { load: () => import('./commands/update-cloud-config.js'), aliases: ['ucc'], summary: 'Store the cloud config' },
  'update-config': { load: () => import('./commands/update-config.js'), aliases: ['uc'], summary: 'Store a config' },
  'update-cpi-config': { load: () => import('./commands/update-cpi-config.js'), summary: 'Store the CPI config' },
  'update-resurrection': { load: () => import('./commands/update-resurrection.js'), summary: 'Switch the recreation of lost VMs' },
  'update-runtime-config': {
    load: () => import('./commands/update-runtime-config.js'),
    aliases: ['urc'],
    summary: 'Store the runtime config',
  },
  'upload-blobs': { load: () => import('./commands/upload-blobs.js'), summary: "Store a release's blobs" },
  'upload-release': { load: () => import('./commands/upload-release.js'), aliases: ['ur'], summary: 'Upload a release' },
  'upload-stemcell': { load: () => import('./commands/upload-stemcell.js'), aliases: ['us'], summary: 'Upload a stemcell' },
  variables: { load: () => import('./commands/variables.js'), aliases: ['vars'], summary: 'List variables' },
  'vendor-package': { load: () => import('./commands/vendor-package.js'), summary: 'Take a package of another release' },
  vms: { load: () => import('./commands/vms.js'), summary: 'List VMs' },
};

/** The table's name for what was typed: a name, an alias, or a topic with its first argument; and what oclif's parser gets. */
export function findCommand(
  command: string,
  leading: readonly string[],
  rest: readonly string[],
): { id: string; rest: readonly string[] } | undefined {
  if (commandTable[command] !== undefined) return { id: command, rest: [...leading, ...rest] };
  const byAlias = Object.entries(commandTable).find(([, { aliases }]) => aliases?.includes(command));
  if (byAlias !== undefined) return { id: byAlias[0], rest: [...leading, ...rest] };
  const words = `${command} ${rest[0]}`;
  return commandTable[words] === undefined ? undefined : { id: words, rest: [...leading, ...rest.slice(1)] };
}

/** A command's class. The id is one of the table's. */
export async function loadCommand(id: string): Promise<CommandClass> {
  const listed = commandTable[id];
  if (listed === undefined) throw fail('UnknownCommand', `Unknown command '${id}'`);
  return (await listed.load()).default;
}
