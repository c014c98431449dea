import { readText } from '../http/request.js';
import type { Channel } from '../soap/post-soap.js';
import { child } from '../xml/element.js';
import { readXml } from '../xml/read-xml.js';

/** The versions that the tables are right for, newest first. */
const known = ['8.0.3.0', '8.0.2.0', '8.0.1.0', '8.0.0.1', '7.0.3.0', '7.0.2.0', '7.0.1.0', '7.0', '6.9.1', '6.7.3', '6.7', '6.5'];

/** The newest version of the API that the server and the tables both know; the oldest of ours where the server does not say. */
export async function negotiateApiVersion({ url, send, signal }: Omit<Channel, 'apiVersion'>): Promise<string> {
  const oldest = known.at(-1) ?? '6.5';
  const versions = new URL('/sdk/vimServiceVersions.xml', url);
  const response = await send({ method: 'GET', url: versions, signal });
  const text = await readText(response, versions, signal);
  if (response.statusCode !== 200) return oldest;
  const namespace = readXml(text).children.find((one) => child(one, 'name')?.text.trim() === 'urn:vim25');
  const offered = [child(namespace, 'version'), ...(child(namespace, 'priorVersions')?.children ?? [])].map((one) => one?.text.trim());
  return known.find((version) => offered.includes(version)) ?? oldest;
}
