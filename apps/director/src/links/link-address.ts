import { isJsonObject, type Json } from '@bosh6/base';
import { canonicalName } from '@bosh6/formats';
import { domain } from '../dns/export-records.js';
import { fail } from '../errors.js';
import type { Repositories } from '../persistence/store.js';
import { findLink } from './find-link.js';
import { networksOf } from './networks-of.js';

const statuses: Readonly<Record<string, string>> = { default: 's0', unhealthy: 's1', healthy: 's3', all: 's4' };

type Query = Readonly<Record<string, string | string[] | undefined>>;

/** The DNS query name of a link's instances, of some AZs or in some state of health (formats reference 5.12). Throws 810000, 810006 to 810008. */
export async function linkAddress(read: Repositories, query: Query): Promise<string> {
  const { link_id: linkId, status = 'default' } = query;
  if (typeof linkId !== 'string' || linkId === '') throw fail('LinkIdMissing', "the query parameter 'link_id' is missing");
  const code = typeof status === 'string' && Object.hasOwn(statuses, status) ? statuses[status] : undefined;
  if (code === undefined) throw fail('LinkStatusInvalid', `'${String(status)}' is none of the states ${Object.keys(statuses).join(', ')}`);
  if (query.azs !== undefined) throw fail('LinkZonesInvalid', "'azs' is a list: write 'azs[]=NAME' for each");
  const numbers = await read.dns.numbers.all({ kind: 'az' });
  const zones = [query['azs[]'] ?? []].flat().map((az) => {
    const number = numbers.find(({ name }) => name === az);
    if (number === undefined) throw fail('LinkZonesInvalid', `no instance is in an AZ '${az}'`);
    return `a${number.id}`;
  });
  const link = await findLink(read, linkId);
  const provider = link.providerId === null ? undefined : await read.links.providers.find({ id: link.providerId });
  const deployment = provider && (await read.deployments.find({ id: provider.deploymentId }));
  const network = provider && (link.network ?? networksOf(provider)[0]);
  if (provider === undefined || deployment === undefined || network === undefined)
    throw fail('LinkNotFound', `link ${linkId} leads to no instances of a deployment`);
  const short = shortNumbersOf(provider.content, network);
  if (short !== undefined) return `q-${zones.sort().join('')}n${short.network}${code}.q-g${short.group}.${domain}`;
  const names = [provider.group, network, deployment.name].map(canonicalName);
  return [`q-${zones.sort().join('')}${code}`, ...names, domain].join('.');
}

/** Of a link whose deployment has short names. */
function shortNumbersOf(content: Json, network: string): { group: number; network: number } | undefined {
  const numbers = isJsonObject(content) ? content.dns_numbers : undefined;
  if (!isJsonObject(numbers) || !isJsonObject(numbers.networks)) return undefined;
  const { group, networks } = numbers;
  const own = Object.hasOwn(networks, network) ? networks[network] : undefined;
  return typeof group === 'number' && typeof own === 'number' ? { group, network: own } : undefined;
}
