import type { Json } from '@bosh6/base';
import { isJsonObject } from '@bosh6/base';
import { cpiError } from '@bosh6/cpi-protocol';
import type { Vcenter } from '../vcenter.js';

export interface Rest {
  /** The `value` of the answer. Paths count from `/rest/com/vmware/cis/`. */
  call(method: 'GET' | 'POST' | 'DELETE', path: string, body?: Json): Promise<Json>;
  close(): Promise<void>;
}

const header = 'vmware-api-session-id';

/** A session of vCenter's REST API, which alone knows tags, over the connections of the other one. */
export async function openRest({ vim, properties }: Vcenter): Promise<Rest> {
  const { user, password } = properties.vcenter;
  const basic = Buffer.from(`${user}:${password.reveal()}`).toString('base64');
  const send = async (method: string, path: string, headers: Record<string, string>, body?: Json): Promise<Json> => {
    const url = new URL(`/rest/com/vmware/cis/${path}`, vim.session.endpoint.url);
    const content = body === undefined ? {} : { body: JSON.stringify(body) };
    const response = await vim.session.send({ method, url, headers: { 'Content-Type': 'application/json', ...headers }, ...content });
    const chunks: Buffer[] = [];
    for await (const chunk of response) chunks.push(chunk as Buffer);
    const { statusCode = 0 } = response;
    if (statusCode < 200 || statusCode > 299) throw cpiError('CloudError', `${method} ${url.pathname} is answered with HTTP ${statusCode}`);
    const text = Buffer.concat(chunks).toString('utf8');
    const answer: unknown = text === '' ? {} : JSON.parse(text);
    return isJsonObject(answer) ? (answer.value ?? null) : null;
  };
  const token = String(await send('POST', 'session', { Authorization: `Basic ${basic}` }));
  return {
    call: (method, path, body) => send(method, path, { [header]: token }, body),
    // one that cannot be ended ends by itself
    close: async () => void (await send('DELETE', 'session', { [header]: token }).catch(() => undefined)),
  };
}
