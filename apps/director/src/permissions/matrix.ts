/** In these, `U` is the Director's UUID, `T` each team of what is asked for, and `*` any team. */
const admin = ['bosh.admin', 'bosh.U.admin'];
const read = [...admin, 'bosh.read', 'bosh.U.read'];
const anyTeamAdmin = 'bosh.teams.*.admin';
const subjectAdmin = [...admin, 'bosh.teams.T.admin'];
const subjectRead = [...subjectAdmin, 'bosh.teams.T.read', 'bosh.read', 'bosh.U.read'];
const create = 'bosh.dynamic-disks.create';
const attach = 'bosh.dynamic-disks.attach';

/** The scopes of which one is enough; ` AND ` stands between those that are needed together (director-api reference, section 3.6). */
export const matrix = {
  admin,
  read,
  create_deployment: [...admin, anyTeamAdmin],
  create_link: [...admin, anyTeamAdmin],
  delete_link: [...admin, anyTeamAdmin],
  update_configs: [...admin, anyTeamAdmin],
  list_configs: [...read, anyTeamAdmin, 'bosh.teams.*.read'],
  read_events: [...read, anyTeamAdmin, 'bosh.teams.*.read'],
  read_link: [...read, anyTeamAdmin, 'bosh.teams.*.read'],
  read_releases: [...read, anyTeamAdmin],
  read_stemcells: [...read, anyTeamAdmin],
  list_deployments: [...read, anyTeamAdmin],
  list_tasks: [...read, anyTeamAdmin],
  upload_releases: [...admin, 'bosh.releases.upload'],
  upload_stemcells: [...admin, 'bosh.stemcells.upload'],
  create_dynamic_disks: [...admin, create],
  delete_dynamic_disks: [...admin, 'bosh.dynamic-disks.delete'],
  attach_dynamic_disks: [...admin, attach],
  detach_dynamic_disks: [...admin, 'bosh.dynamic-disks.detach'],
  list_dynamic_disks: [...admin, 'bosh.dynamic-disks.list'],
  provide_dynamic_disks: [...admin, `${create} AND ${attach}`],
  'deployment:admin': subjectAdmin,
  'deployment:read': subjectRead,
  'task:admin': subjectAdmin,
  'task:read': subjectRead,
  'config:admin': subjectAdmin,
  'config:read': subjectRead,
} as const satisfies Record<string, readonly string[]>;

/** What a route asks of its caller; those with a subject also look at the teams of that deployment, task or config. */
export type Permission = keyof typeof matrix;
