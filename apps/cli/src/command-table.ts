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
  'alias-env': { load: () => import('./commands/alias-env.js'), summary: 'Give a Director a short name' },
  'cancel-task': { load: () => import('./commands/cancel-task.js'), aliases: ['ct'], summary: 'Ask a task to stop' },
  config: { load: () => import('./commands/config.js'), aliases: ['c'], summary: 'Show a config' },
  configs: { load: () => import('./commands/configs.js'), aliases: ['cs'], summary: 'List configs' },
  'create-release': { load: () => import('./commands/create-release.js'), aliases: ['cr'], summary: 'Build a dev release' },
  'delete-config': { load: () => import('./commands/delete-config.js'), aliases: ['dc'], summary: 'Delete a config' },
  'delete-deployment': { load: () => import('./commands/delete-deployment.js'), aliases: ['deld'], summary: 'Delete a deployment' },
  'delete-disk': { load: () => import('./commands/delete-disk.js'), summary: 'Delete an orphaned disk' },
  deploy: { load: () => import('./commands/deploy.js'), aliases: ['d'], summary: 'Create or update a deployment' },
  deployments: { load: () => import('./commands/deployments.js'), aliases: ['ds', 'deps'], summary: 'List deployments' },
  disks: { load: () => import('./commands/disks.js'), summary: 'List orphaned disks' },
  down: { load: () => import('./commands/down.js'), summary: "Stop this machine's lab and Director" },
  environment: { load: () => import('./commands/environment.js'), aliases: ['env'], summary: 'Show the Director' },
  environments: { load: () => import('./commands/environments.js'), aliases: ['envs'], summary: 'List named Directors' },
  instances: { load: () => import('./commands/instances.js'), aliases: ['is'], summary: 'List instances' },
  interpolate: { load: () => import('./commands/interpolate.js'), aliases: ['int'], summary: 'Fill in a YAML document' },
  'lab exec': { load: () => import('./commands/lab/exec.js'), summary: 'Run a command inside the lab' },
  'lab shell': { load: () => import('./commands/lab/shell.js'), summary: "Open your shell in the lab's workstation" },
  'lab status': { load: () => import('./commands/lab/status.js'), summary: 'Show what the lab runs' },
  'log-in': { load: () => import('./commands/log-in.js'), aliases: ['l', 'login'], summary: 'Log in' },
  'log-out': { load: () => import('./commands/log-out.js'), aliases: ['logout'], summary: 'Log out' },
  logs: { load: () => import('./commands/logs.js'), summary: "Fetch instances' logs" },
  manifest: { load: () => import('./commands/manifest.js'), aliases: ['man'], summary: "Show a deployment's manifest" },
  networks: { load: () => import('./commands/networks.js'), summary: 'List subnets and what is free of them' },
  'orphaned-vms': { load: () => import('./commands/orphaned-vms.js'), summary: 'List VMs that were replaced and wait for their end' },
  releases: { load: () => import('./commands/releases.js'), aliases: ['rs'], summary: 'List releases' },
  stemcells: { load: () => import('./commands/stemcells.js'), aliases: ['ss'], summary: 'List stemcells' },
  task: { load: () => import('./commands/task.js'), aliases: ['t'], summary: 'Show a task and follow it' },
  tasks: { load: () => import('./commands/tasks.js'), aliases: ['ts'], summary: 'List tasks' },
  up: { load: () => import('./commands/up.js'), summary: 'Start a lab and a Director on this machine' },
  'update-config': { load: () => import('./commands/update-config.js'), aliases: ['uc'], summary: 'Store a config' },
  'upload-release': { load: () => import('./commands/upload-release.js'), aliases: ['ur'], summary: 'Upload a release' },
  'upload-stemcell': { load: () => import('./commands/upload-stemcell.js'), aliases: ['us'], summary: 'Upload a stemcell' },
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
