import type { AgentMethod } from '@bosh6/agent-protocol';
import type { Action } from '../core/action.js';
import type { Collaborators } from '../core/collaborators.js';
import { addDynamicDisk } from './add-dynamic-disk.js';
import { addPersistentDisk } from './add-persistent-disk.js';
import { apply } from './apply.js';
import { bundleLogs } from './bundle-logs.js';
import { cancelTask } from './cancel-task.js';
import { compilePackage } from './compile-package.js';
import { compilePackageWithSignedUrl } from './compile-package-with-signed-url.js';
import { deleteArpEntries } from './delete-arp-entries.js';
import { drain } from './drain.js';
import { fetchLogs } from './fetch-logs.js';
import { fetchLogsWithSignedUrl } from './fetch-logs-with-signed-url.js';
import { getState } from './get-state.js';
import { getTask } from './get-task.js';
import { info } from './info.js';
import { listDisk } from './list-disk.js';
import { migrateDisk } from './migrate-disk.js';
import { mountDisk } from './mount-disk.js';
import { ping } from './ping.js';
import { prepare } from './prepare.js';
import { removeDynamicDisk } from './remove-dynamic-disk.js';
import { removeFile } from './remove-file.js';
import { removePersistentDisk } from './remove-persistent-disk.js';
import { runErrand } from './run-errand.js';
import { runScript } from './run-script.js';
import { shutdown } from './shutdown.js';
import { ssh } from './ssh.js';
import { start } from './start.js';
import { stop } from './stop.js';
import { syncDns } from './sync-dns.js';
import { syncDnsWithSignedUrl } from './sync-dns-with-signed-url.js';
import { syncHealth } from './sync-health.js';
import { unmountDisk } from './unmount-disk.js';
import { updateSettings } from './update-settings.js';
import { uploadBlob } from './upload-blob.js';

const makers: readonly ((collaborators: Collaborators) => Action)[] = [
  addDynamicDisk,
  addPersistentDisk,
  apply,
  bundleLogs,
  cancelTask,
  compilePackage,
  compilePackageWithSignedUrl,
  deleteArpEntries,
  drain,
  fetchLogs,
  fetchLogsWithSignedUrl,
  getState,
  getTask,
  info,
  listDisk,
  migrateDisk,
  mountDisk,
  ping,
  prepare,
  removeDynamicDisk,
  removeFile,
  removePersistentDisk,
  runErrand,
  runScript,
  shutdown,
  ssh,
  start,
  stop,
  syncDns,
  syncDnsWithSignedUrl,
  syncHealth,
  unmountDisk,
  updateSettings,
  uploadBlob,
];

/** Every method that this agent knows, by its wire name. */
export function actionsBy(collaborators: Collaborators): ReadonlyMap<AgentMethod | string, Action> {
  return new Map(makers.map((make) => make(collaborators)).map((action) => [action.method, action]));
}
