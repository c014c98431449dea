import type { CloudConfig, Features, Manifest } from '@bosh6/formats';

/** Something that a manifest or a cloud config may ask for and this Director does not do. */
export interface UnmetWish {
  pointer: string;
  /** A cloud config's name; absent for the manifest. */
  document?: string;
  /** In words. */
  what: string;
}

const features: Partial<Record<keyof Features, string>> = {
  randomizeAzPlacement: 'randomize_az_placement',
  useTmpfsConfig: 'use_tmpfs_config',
};

/** What a deploy of this manifest leaves out, in the order of the list below; nothing that is at its default. */
export function unmetWishes(manifest: Manifest, { compilation }: Pick<CloudConfig, 'compilation'>): UnmetWish[] {
  const wishes: UnmetWish[] = [];
  const add = (pointer: string, what: string): void => void wishes.push({ pointer, what });
  for (const [key, name] of Object.entries(features)) {
    if (manifest.features[key as keyof Features] === true) add(`/features/${name}`, `feature '${name}' has no effect`);
  }
  for (const { name, pointer, state, instanceStates } of manifest.instanceGroups) {
    if (state !== undefined && state !== 'started')
      add(`${pointer}/state`, `'state: ${state}' of instance group '${name}' has no effect: its instances are started`);
    if (Object.values(instanceStates).some((each) => each !== 'started'))
      add(`${pointer}/instance_states`, `'instance_states' of instance group '${name}' has no effect: its instances are started`);
  }
  for (const { name, pointer, consumes } of manifest.variables) {
    if (consumes !== undefined)
      add(`${pointer}/consumes`, `'consumes' of variable '${name}' has no effect: its certificate has the names of its options alone`);
  }
  if (compilation.orphanWorkers) {
    const { document, pointer } = compilation;
    wishes.push({ document, pointer, what: "'orphan_workers' of 'compilation' has no effect: its VMs are deleted at once" });
  }
  return wishes;
}
