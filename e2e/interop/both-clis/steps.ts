/**
 * A command line that both CLIs run on the same Director and of which both must print the same, or, where it `fails`, both must fail; or one by which the
 * stock CLI changes something.
 */
export type Step = { readonly read: string; readonly fails?: true } | { readonly stock: string };

const read = (...lines: string[]): Step[] => lines.map((line) => ({ read: line }));
const failing = (...lines: string[]): Step[] => lines.map((line) => ({ read: line, fails: true }));
const stock = (...lines: string[]): Step[] => lines.map((line) => ({ stock: line }));

/** By command group of the CLI reference, section 2; what one leaves behind the next one finds. The deployment has one instance. */
export const steps: Readonly<Record<string, readonly Step[]>> = {
  // Not alias-env, which would take the name away that all others use.
  'environments, session': read('environment', 'environment --details', 'environments'),
  configs: [
    ...read('configs', 'config --type=cloud --name=default', 'cloud-config'),
    ...failing('cpi-config', 'runtime-config'),
    ...stock('update-config --type=mine --name=one config.yml', 'update-cloud-config --name=more config.yml'),
    ...read('configs', 'configs --recent=2 --type=mine', 'config --type=mine --name=one', 'cloud-config --name=more'),
    ...read('diff-config --from-id=1 --to-content=config.yml'),
    ...failing('config --type=none --name=none'),
    ...stock('delete-config --type=mine --name=one', 'delete-config --type=cloud --name=more'),
    ...read('configs'),
  ],
  'stemcells, releases': [
    ...read('stemcells', 'releases', 'inspect-release broken/1'),
    ...failing('inspect-release none/1'),
    ...stock('export-release broken/1 debian-bookworm/1.0 --job=sleeper', 'delete-release none'),
    ...read('releases'),
  ],
  deployments: [
    ...stock('deploy tiny.yml', 'deploy --dry-run tiny.yml'),
    ...read('deployments', 'deployment', 'manifest', 'variables', 'errands'),
  ],
  'instances, VMs, disks': [
    ...read('instances', 'instances --ps', 'instances --details', 'instances --failing', 'vms', 'vms --cloud-properties'),
    ...stock('stop sleeper/0', 'start sleeper/0', 'restart sleeper', 'stop sleeper/0 --hard --no-converge'),
    ...read('instances', 'vms'),
    ...stock('start sleeper/0 --no-converge', 'recreate sleeper/0', 'ignore sleeper/ID'),
    ...read('instances --details'),
    ...stock('unignore sleeper/ID', 'update-resurrection off', 'update-resurrection on', 'logs sleeper/0', 'take-snapshot sleeper/ID'),
    ...read('instances --details', 'orphaned-vms', 'disks --orphaned', 'networks --orphaned', 'snapshots', 'cloud-check --report'),
  ],
  tasks: [
    ...read('tasks', 'tasks --recent', 'tasks --recent=5 --all', 'task 1', 'task 1 --event', 'task 1 --debug'),
    ...failing('task 9999', 'curl /nothing'),
    ...read('locks', 'events --object-type=instance', 'event 1', 'curl /info', 'clean-up --dry-run'),
    ...stock('cancel-tasks', 'clean-up'),
    ...read('tasks --recent'),
  ],
  deleting: [
    ...stock('delete-deployment'),
    ...read('deployments', 'disks --orphaned'),
    ...failing('instances'),
    ...stock('delete-release broken/1', 'delete-stemcell STEMCELL'),
    ...read('releases', 'stemcells'),
  ],
};
