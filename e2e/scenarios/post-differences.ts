import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Fixtures } from '../fixtures/build.js';
import { root } from '../stack/paths.js';
import type { Post } from './post-text.js';

/** A replacement in a part of the post. */
export interface Difference {
  in: keyof Post;
  from: string | RegExp;
  to: string;
}

/** Ids of the rows of docs/walkthrough-differences.md, in their order. */
export function differenceRows(): string[] {
  const text = readFileSync(join(root, 'docs/walkthrough-differences.md'), 'utf8');
  return [...text.matchAll(/^\| ([a-z-]+) \|/gm)].map(([, id = '']) => id).filter((id) => id !== 'id');
}

/** What is allowed to differ, by the id of its row. */
export function allowedDifferences({ stemcell, release }: Fixtures, instanceId: string): Record<string, readonly Difference[]> {
  return {
    'order-password': [{ in: 'commands', from: /^# `(.*)`$/m, to: '$1' }],
    'cloud-config': [
      {
        in: 'commands',
        from: /^(?=bosh .* update-config)/m,
        to: 'bosh -e ipv4 update-config cloud cloud-config-default.yml --name default\n',
      },
    ],
    stemcell: [
      { in: 'commands', from: 'bosh-vsphere-esxi-ubuntu-trusty-go_agent?v=3468.17', to: 'bosh-lab-debian-bookworm-node_agent?v=1.0' },
    ],
    'release-version': [{ in: 'commands', from: 'nginx-release?v=1.12.2', to: 'nginx-release?v=1.22.1' }],
    digests: [
      { in: 'commands', from: '1691f18b9141ac59aec893a1e8437a7d68a88038', to: stemcell.sha1 },
      { in: 'commands', from: '70a21f53d1f89d25847280d5c4fad25293cb0af9', to: release.sha1 },
    ],
    static: [{ in: 'cloudConfig', from: /^ +(?=azs:)/m, to: '    static:\n    - 2601:0646:0100:69f1:0000:0000:0000:0165\n$&' }],
    'environment-name': [{ in: 'environment', from: 'bosh-vsphere-ipv4.nono.io', to: '10.0.9.151' }],
    'instance-id': [{ in: 'table', from: '821894df-9441-4325-92aa-2f4ded0e2bd9', to: instanceId }],
    compressed: [{ in: 'table', from: '2601:0646:0100:69f1:0000:0000:0000:0165', to: '2601:646:100:69f1::165' }],
    columns: [
      { in: 'table', from: /^Instance .*$/m, to: '$& | Deployment' },
      { in: 'table', from: /^nginx.*$/m, to: '$& | nginx' },
      { in: 'table', from: /^ \|.*$/m, to: '$& | ' },
    ],
  };
}
