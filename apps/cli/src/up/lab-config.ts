import type { LabConfigInput } from '@bosh6/lab';
import type { Site } from './addresses.js';
import type { Forward } from './forward.js';
import type { Home } from './home.js';
import type { Tree } from './tree.js';
import type { Trust } from './trust.js';

/** The lab of the post: its networks, its names, a seat for the person. */
export function labConfig(home: Home, site: Site, tree: Tree, trust: Trust, forward: readonly Forward[]): LabConfigInput {
  // A proxy of the host's network cannot be reached from inside, nor is there anything for it to reach.
  const trusting = { NODE_EXTRA_CA_CERTS: home.ca, SSL_CERT_FILE: home.ca, CURL_CA_BUNDLE: home.ca, no_proxy: '*', NO_PROXY: '*' };
  return {
    name: 'bosh6',
    agent: { node: tree.node, bundle: tree.agent },
    director: { nics: site.nics, env: trusting },
    workstation: { ...site.workstation, env: { ...trusting, BOSH_CA_CERT: home.ca, BOSH6_HOME: home.root } },
    internet: { ...site.internet, names: site.names, files: home.internet, tls: trust.siteTls },
    ...(site.nameservers === undefined ? {} : { nameservers: site.nameservers }),
    forward: [...forward],
  };
}
