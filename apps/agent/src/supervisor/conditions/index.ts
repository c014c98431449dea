import type { Words } from '../monit-words.js';
import type { ServiceKind } from '../service-kind.js';
import { type ChecksumCondition, lookAtChecksum, readChecksum } from './checksum.js';
import { type ChildrenCondition, lookAtChildren, readChildren } from './children.js';
import { type ConnectionCondition, lookAtConnection, readConnection } from './connection.js';
import { type CpuCondition, lookAtCpu, readCpu } from './cpu.js';
import { type ExistenceCondition, lookAtExistence, readExistence } from './existence.js';
import type { Finding, View } from './finding.js';
import { type LoadCondition, lookAtLoad, readLoad } from './load.js';
import { lookAtMemory, type MemoryCondition, readMemory } from './memory.js';
import { lookAtPermission, type PermissionCondition, readPermission } from './permission.js';
import { lookAtPid, type PidCondition, readPid } from './pid.js';
import { lookAtSize, readSize, type SizeCondition } from './size.js';
import { lookAtSpace, readSpace, type SpaceCondition } from './space.js';
import { lookAtTimestamp, readTimestamp, type TimestampCondition } from './timestamp.js';
import { lookAtUptime, readUptime, type UptimeCondition } from './uptime.js';

export type Condition =
  | ChecksumCondition
  | ChildrenCondition
  | ConnectionCondition
  | CpuCondition
  | ExistenceCondition
  | LoadCondition
  | MemoryCondition
  | PermissionCondition
  | PidCondition
  | SizeCondition
  | SpaceCondition
  | TimestampCondition
  | UptimeCondition;

/** Reads the test of an `if` where a service of this kind has it. Undefined, with words left, when it has not. Throws MonitFileInvalid. */
export function readCondition(words: Words, kind: ServiceKind): Condition | undefined {
  const how = words.accept('failed', 'changed');
  const changed = how === 'changed';
  const isFile = kind === 'file' || kind === 'directory' || kind === 'fifo';
  if (kind === 'process') {
    if (changed) return readPid(words);
    if (how === 'failed') return readConnection(words);
    return (
      readMemory(words, false) ??
      readCpu(words, false) ??
      readLoad(words) ??
      readChildren(words) ??
      readUptime(words) ??
      readExistence(words)
    );
  }
  if (kind === 'system') return readMemory(words, true) ?? readCpu(words, true) ?? readLoad(words);
  if (kind === 'host') return how === 'failed' ? readConnection(words) : undefined;
  const common = readPermission(words, changed) ?? readExistence(words);
  if (kind === 'filesystem') return common ?? readSpace(words);
  if (common !== undefined || !isFile) return common;
  return readTimestamp(words, changed) ?? (kind === 'file' ? (readSize(words, changed) ?? readChecksum(words, changed)) : undefined);
}

/** Whether what a condition describes is so now. */
export function lookAt(condition: Condition, view: View, before: unknown): Finding | Promise<Finding> {
  switch (condition.kind) {
    case 'checksum':
      return lookAtChecksum(condition, view, before);
    case 'children':
      return lookAtChildren(condition, view);
    case 'connection':
      return lookAtConnection(condition, view);
    case 'cpu':
      return lookAtCpu(condition, view, before);
    case 'existence':
      return lookAtExistence(condition, view);
    case 'load':
      return lookAtLoad(condition, view);
    case 'memory':
      return lookAtMemory(condition, view);
    case 'permission':
      return lookAtPermission(condition, view, before);
    case 'pid':
      return lookAtPid(condition, view, before);
    case 'size':
      return lookAtSize(condition, view, before);
    case 'space':
      return lookAtSpace(condition, view);
    case 'timestamp':
      return lookAtTimestamp(condition, view, before);
    case 'uptime':
      return lookAtUptime(condition, view);
  }
}

/** monit's name of the event that a condition makes. */
export function eventOf(condition: Condition): string {
  switch (condition.kind) {
    case 'checksum':
      return `Checksum ${outcomeOf(condition)}`;
    case 'connection':
      return 'Connection failed';
    case 'existence':
      return condition.when === 'missing' ? 'Does not exist' : 'Exists';
    case 'permission': {
      const what = { mode: 'Permission', uid: 'UID', gid: 'GID' }[condition.of];
      return `${what} ${outcomeOf(condition)}`;
    }
    case 'pid':
      return `${condition.of === 'pid' ? 'PID' : 'PPID'} ${outcomeOf(condition)}`;
    case 'size':
      return `Size ${outcomeOf(condition)}`;
    case 'timestamp':
      return `Timestamp ${outcomeOf(condition)}`;
    default:
      return 'Resource limit matched';
  }
}

/** A change is over when it was seen; it leaves nothing failing. */
export function isChange(condition: Condition): boolean {
  switch (condition.kind) {
    case 'pid':
      return true;
    case 'checksum':
      return condition.changed;
    case 'permission':
      return condition.expect === undefined;
    case 'size':
    case 'timestamp':
      return condition.limit === 'changed';
    default:
      return false;
  }
}

function outcomeOf(condition: Condition): string {
  return isChange(condition) ? 'changed' : 'failed';
}
