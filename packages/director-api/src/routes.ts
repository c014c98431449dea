const s = encodeURIComponent;

/** Paths of the Director, from the root. Names go in as they are; anything that could hold a slash is escaped. */
export const routes = {
  info: '/info',
  configs: '/configs',
  configsDiff: '/configs/diff',
  config: (id: string) => `/configs/${s(id)}`,
  deployments: '/deployments',
  deployment: (name: string) => `/deployments/${s(name)}`,
  deploymentDiff: (name: string) => `/deployments/${s(name)}/diff`,
  deploymentConfigs: '/deployment_configs',
  instances: (name: string) => `/deployments/${s(name)}/instances`,
  vms: (name: string) => `/deployments/${s(name)}/vms`,
  /** `group` and `id` may be `*`. */
  logs: (name: string, group: string, id: string) => `/deployments/${s(name)}/jobs/${s(group)}/${s(id)}/logs`,
  stemcells: '/stemcells',
  stemcell: (name: string, version: string) => `/stemcells/${s(name)}/${s(version)}`,
  stemcellUploads: '/stemcell_uploads',
  releases: '/releases',
  release: (name: string) => `/releases/${s(name)}`,
  packageMatches: '/packages/matches',
  compiledPackageMatches: '/packages/matches_compiled',
  tasks: '/tasks',
  task: (id: number) => `/tasks/${id}`,
  taskOutput: (id: number) => `/tasks/${id}/output`,
  /** DELETE; singular. */
  cancelTask: (id: number) => `/task/${id}`,
  disks: '/disks',
  disk: (cid: string) => `/disks/${s(cid)}`,
  orphanDisks: '/orphan_disks',
  orphanDisk: (cid: string) => `/orphan_disks/${s(cid)}`,
  orphanedVms: '/orphaned_vms',
  /** Ours. */
  networksUsage: '/networks/usage',
  locks: '/locks',
  events: '/events',
  resource: (id: string) => `/resources/${s(id)}`,
} as const;

/** Paths below the token service's URL. */
export const tokenRoutes = { login: '/login', token: '/oauth/token' } as const;

/** Media types that routes insist on; another one is a 404 there. */
export const mediaTypes = { yaml: 'text/yaml', json: 'application/json', upload: 'application/x-compressed' } as const;
