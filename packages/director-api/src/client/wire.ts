/** The shapes of the Director's answers, as on the wire (director-api reference, sections 2, 4 and 5). */
export interface DirectorInfo {
  name?: string | undefined;
  uuid?: string | undefined;
  version?: string | undefined;
  user?: string | null | undefined;
  cpi?: string | null | undefined;
  stemcell_os?: string | null | undefined;
  stemcell_version?: string | null | undefined;
  user_authentication?: { type?: string | undefined; options?: { url?: string | undefined } | undefined } | undefined;
  features?: Record<string, { status?: boolean | undefined }> | undefined;
}
export type TaskState = 'queued' | 'processing' | 'cancelling' | 'cancelled' | 'done' | 'error' | 'timeout';
export interface Task {
  id: number;
  state: TaskState;
  description?: string | undefined;
  timestamp?: number | null | undefined;
  started_at?: number | null | undefined;
  result?: string | null | undefined;
  user?: string | null | undefined;
  deployment?: string | null | undefined;
  context_id?: string | undefined;
}
export interface ConfigEntry {
  id: string;
  type: string;
  name: string;
  content: string;
  team?: string | null | undefined;
  created_at: string;
  current?: boolean | undefined;
}
/** One line of a diff and what became of it; its indentation is part of the text. */
export type DiffLine = [text: string, status: 'added' | 'removed' | null];
export interface ConfigDiff {
  diff: DiffLine[];
  from?: { id: string } | undefined;
  error?: string | undefined;
}
export interface DeploymentDiff {
  diff: DiffLine[];
  context?: Record<string, unknown> | undefined;
  error?: string | undefined;
}
export interface NamedVersion {
  name: string;
  version: string;
}
export interface DeploymentEntry {
  name: string;
  releases?: NamedVersion[] | undefined;
  stemcells?: NamedVersion[] | undefined;
  teams?: string[] | undefined;
  cloud_config?: string | undefined;
}
export interface StemcellEntry {
  name: string;
  version: string;
  operating_system?: string | null | undefined;
  cid: string;
  cpi?: string | null | undefined;
  deployments?: { name: string }[] | undefined;
  api_version?: number | null | undefined;
}
export interface ReleaseEntry {
  name: string;
  release_versions: {
    version: string;
    commit_hash?: string | null | undefined;
    uncommitted_changes?: boolean | undefined;
    currently_deployed?: boolean | undefined;
    job_names?: string[] | undefined;
  }[];
}
export interface ReleaseInspection {
  jobs?: { name: string; fingerprint: string }[] | undefined;
  packages?:
    | { name: string; fingerprint: string; blobstore_id: string | null; compiled_packages?: { stemcell: string }[] | undefined }[]
    | undefined;
}
export interface OrphanedDiskEntry {
  disk_cid: string;
  size: number;
  az?: string | null | undefined;
  deployment_name: string;
  instance_name: string;
  orphaned_at: string;
}
export interface ProcessLine {
  name: string;
  state: string;
  uptime?: { secs?: number | undefined } | null | undefined;
  mem?: { kb?: number | undefined; percent?: number | undefined } | null | undefined;
  cpu?: { total?: number | undefined } | null | undefined;
}
export interface VitalsLine {
  cpu?: { sys?: string | undefined; user?: string | undefined; wait?: string | undefined } | null | undefined;
  disk?: Record<string, { percent?: string | undefined; inode_percent?: string | undefined } | null | undefined> | null | undefined;
  load?: string[] | null | undefined;
  mem?: { kb?: string | undefined; percent?: string | undefined } | null | undefined;
  swap?: { kb?: string | undefined; percent?: string | undefined } | null | undefined;
  uptime?: { secs?: number | undefined } | null | undefined;
}
/** A line of a `vms` task's result. */
export interface InstanceLine {
  id?: string | null | undefined;
  job_name?: string | null | undefined;
  index?: number | null | undefined;
  vm_cid?: string | null | undefined;
  vm_type?: string | null | undefined;
  vm_created_at?: string | null | undefined;
  active?: boolean | null | undefined;
  agent_id?: string | null | undefined;
  az?: string | null | undefined;
  ips?: string[] | null | undefined;
  job_state?: string | null | undefined;
  state?: string | null | undefined;
  disk_cid?: string | null | undefined;
  disk_cids?: string[] | null | undefined;
  cloud_properties?: unknown;
  bootstrap?: boolean | null | undefined;
  ignore?: boolean | null | undefined;
  stemcell?: { name?: string | undefined; version?: string | undefined } | null | undefined;
  vitals?: VitalsLine | null | undefined;
  processes?: ProcessLine[] | null | undefined;
}
/** A line of a task's event output (section 5.3). */
export interface EventLine {
  time: number;
  stage?: string | undefined;
  tags?: string[] | undefined;
  total?: number | null | undefined;
  task?: string | undefined;
  index?: number | undefined;
  state?: 'started' | 'in_progress' | 'finished' | 'failed' | undefined;
  progress?: number | undefined;
  data?: { status?: string | undefined; error?: string | undefined } | undefined;
  error?:
    | {
        code: number;
        message: string;
        details?: ErrorDetails | undefined;
      }
    | undefined;
  type?: 'deprecation' | 'warning' | undefined;
  message?: string | undefined;
}
/** Our addition to the error body: what, where in the text that the Director received, how to fix. */
export interface ErrorDetails {
  code?: string | undefined;
  where?: { document?: string | undefined; pointer?: string | undefined; line?: number | undefined; column?: number | undefined } | undefined;
  hint?: string | undefined;
}
