const s = encodeURIComponent;

/** Paths of the Director, from the root. Names go in as they are; anything that could hold a slash is escaped. */
export const routes = {
  info: '/info',
  configs: '/configs',
  configsDiff: '/configs/diff',
  config: (id: string) => `/configs/${s(id)}`,
  /** The three that `configs` has replaced. */
  cloudConfigs: '/cloud_configs',
  cloudConfigsDiff: '/cloud_configs/diff',
  runtimeConfigs: '/runtime_configs',
  runtimeConfigsDiff: '/runtime_configs/diff',
  cpiConfigs: '/cpi_configs',
  cpiConfigsDiff: '/cpi_configs/diff',
  deployments: '/deployments',
  deployment: (name: string) => `/deployments/${s(name)}`,
  deploymentDiff: (name: string) => `/deployments/${s(name)}/diff`,
  /** Ours. */
  deploymentPlan: (name: string) => `/deployments/${s(name)}/plan`,
  deploymentConfigs: '/deployment_configs',
  instances: (name: string) => `/deployments/${s(name)}/instances`,
  vms: (name: string) => `/deployments/${s(name)}/vms`,
  /** `group` and `id` may be `*`. */
  logs: (name: string, group: string, id: string) => `/deployments/${s(name)}/jobs/${s(group)}/${s(id)}/logs`,
  instance: (name: string, group: string, id: string) => `/deployments/${s(name)}/jobs/${s(group)}/${s(id)}`,
  deployedVariables: (name: string) => `/deployed_variables/${s(name)}`,
  stemcells: '/stemcells',
  stemcell: (name: string, version: string) => `/stemcells/${s(name)}/${s(version)}`,
  stemcellUploads: '/stemcell_uploads',
  releases: '/releases',
  release: (name: string) => `/releases/${s(name)}`,
  packageMatches: '/packages/matches',
  compiledPackageMatches: '/packages/matches_compiled',
  packageBlob: (id: string) => `/packages/blobs/${s(id)}`,
  jobs: '/jobs',
  cleanUpDryRun: '/cleanup/dryrun',
  tasks: '/tasks',
  cancelTasks: '/tasks/cancel',
  task: (id: number) => `/tasks/${id}`,
  taskOutput: (id: number) => `/tasks/${id}/output`,
  /** DELETE; singular. */
  cancelTask: (id: number) => `/task/${id}`,
  disks: '/disks',
  disk: (cid: string) => `/disks/${s(cid)}`,
  dynamicDisks: '/dynamic_disks',
  dynamicDisk: (name: string) => `/dynamic_disks/${s(name)}`,
  orphanDisks: '/orphan_disks',
  orphanDisk: (cid: string) => `/orphan_disks/${s(cid)}`,
  orphanedVms: '/orphaned_vms',
  /** Ours. */
  cpis: '/cpis',
  /** Ours. */
  networksUsage: '/networks/usage',
  locks: '/locks',
  events: '/events',
  event: (id: string) => `/events/${s(id)}`,
  resurrection: '/resurrection',
  certificateExpiry: '/director/certificate_expiry',
  /** Ours. */
  fsck: '/director/fsck',
  resource: (id: string) => `/resources/${s(id)}`,
  cleanUp: '/cleanup',
  networks: '/networks',
  network: (name: string) => `/networks/${s(name)}`,
  vm: (cid: string) => `/vms/${s(cid)}`,
  diskAttachments: (cid: string) => `/disks/${s(cid)}/attachments`,
  releaseExport: '/releases/export',
  variables: (name: string) => `/deployments/${s(name)}/variables`,
  errands: (name: string) => `/deployments/${s(name)}/errands`,
  errandRuns: (name: string, errand: string) => `/deployments/${s(name)}/errands/${s(errand)}/runs`,
  scans: (name: string) => `/deployments/${s(name)}/scans`,
  problems: (name: string) => `/deployments/${s(name)}/problems`,
  /** `group` may be `*`; the id is left out for all of it. */
  instanceStates: (name: string, group: string, id?: string) =>
    `/deployments/${s(name)}/jobs/${group === '*' ? '*' : s(group)}${id === undefined ? '' : `/${s(id)}`}`,
  instanceAction: (name: string, group: string, id: string, action: string) =>
    `/deployments/${s(name)}/instance_groups/${s(group)}/${s(id)}/actions/${action}`,
  ignore: (name: string, group: string, id: string) => `/deployments/${s(name)}/instance_groups/${s(group)}/${s(id)}/ignore`,
  snapshots: (name: string) => `/deployments/${s(name)}/snapshots`,
  snapshot: (name: string, cid: string) => `/deployments/${s(name)}/snapshots/${s(cid)}`,
  instanceSnapshots: (name: string, group: string, id: string) => `/deployments/${s(name)}/jobs/${s(group)}/${s(id)}/snapshots`,
  ssh: (name: string) => `/deployments/${s(name)}/ssh`,
} as const;

/** Paths below the token service's URL. */
export const tokenRoutes = { login: '/login', token: '/oauth/token' } as const;

/** Media types that routes insist on; another one is a 404 there. */
export const mediaTypes = { yaml: 'text/yaml', json: 'application/json', upload: 'application/x-compressed' } as const;
