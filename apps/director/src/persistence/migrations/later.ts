import { LocalDns1764000000002 } from './2-local-dns.js';
import { OrphanedVms1764000000003 } from './3-orphaned-vms.js';
import { TaskRequests1764000000004 } from './4-task-requests.js';
import { ExportedReleases1764000000005 } from './5-exported-releases.js';
import { Teams1764000000006 } from './6-teams.js';
import { Snapshots1764000000007 } from './7-snapshots.js';
import { Problems1764000000008 } from './8-problems.js';
import { Links1764000000009 } from './9-links.js';
import { VariableDefinitions1764000000010 } from './10-variable-definitions.js';
import { DnsAliases1764000000011 } from './11-dns-aliases.js';
import { DynamicDisks1764000000012 } from './12-dynamic-disks.js';
import { LinkContents1764000000013 } from './13-link-contents.js';
import { FormerVariables1764000000014 } from './14-former-variables.js';
import { TrustedCerts1764000000015 } from './15-trusted-certs.js';
import { DnsLinks1764000000016 } from './16-dns-links.js';
import { PassingBlobs1764000000017 } from './17-passing-blobs.js';
import { AskedNetworks1764000000018 } from './18-asked-networks.js';

/** All but the first, which differs between the databases; in their order. */
export const laterMigrations = [
  LocalDns1764000000002,
  OrphanedVms1764000000003,
  TaskRequests1764000000004,
  ExportedReleases1764000000005,
  Teams1764000000006,
  Snapshots1764000000007,
  Problems1764000000008,
  Links1764000000009,
  VariableDefinitions1764000000010,
  DnsAliases1764000000011,
  DynamicDisks1764000000012,
  LinkContents1764000000013,
  FormerVariables1764000000014,
  TrustedCerts1764000000015,
  DnsLinks1764000000016,
  PassingBlobs1764000000017,
  AskedNetworks1764000000018,
];
