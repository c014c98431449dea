import { isJsonObject, type JsonObject } from '@bosh6/base';
import { agentNames } from '@bosh6/bus';
import { issue } from '@bosh6/credentials';
import { canonicalName } from '@bosh6/formats';
import { formatEndpoint } from '@bosh6/ip';
import { inOrder } from '../core/in-order.js';
import type { Scope } from '../engine/scope.js';
import { busUrls, reachableEndpoints } from './endpoints.js';

/** The keys of many VMs that are ready at once would have their certificates made in one turn of the event loop. */
const issueInOrder = inOrder(issue);

export interface EnvFor {
  agentId: string;
  deployment: string;
  group: string;
  networks: Record<string, JsonObject>;
  /** The manifest's `env`. */
  env: JsonObject;
  tags?: Record<string, string>;
}

/**
 * `env` of create_vm: the manifest's, and under `bosh` what the agent needs to find the Director: bus URLs of the families that the VM has,
 * a client certificate in the agent's name, the blobstore and its CA.
 */
export async function vmEnv(scope: Scope, vm: EnvFor): Promise<JsonObject> {
  const { config, world } = scope.collaborators;
  const ca = await scope.tools.busCa();
  const pair = await issueInOrder({
    ca,
    ...agentNames(vm.agentId, 'bootstrap'),
    usage: 'client',
    world,
  });
  const [endpoint] = reachableEndpoints(config, vm.networks);
  const blobstore = {
    provider: 'dav',
    options: {
      endpoint: `https://${formatEndpoint(endpoint?.address ?? config.names[0] ?? 'localhost', config.port)}`,
      tls: { cert: { ca: await scope.tools.directorCa() } },
    },
  };
  const own = isJsonObject(vm.env.bosh) ? vm.env.bosh : {};
  const names = [config.name, vm.deployment, vm.group].map(canonicalName);
  const [director, deployment, group] = names as [string, string, string];
  return {
    ...vm.env,
    bosh: {
      blobstores: [blobstore],
      ...own,
      mbus: {
        urls: busUrls(config, vm.networks),
        cert: { ca: ca.certificate, certificate: pair.certificate, private_key: pair.privateKey.reveal() },
      },
      ...(vm.tags === undefined ? {} : { tags: vm.tags }),
      group: `${director}-${deployment}-${group}`,
      groups: [director, deployment, group, `${director}-${deployment}`, `${deployment}-${group}`, `${director}-${deployment}-${group}`],
    },
  };
}
