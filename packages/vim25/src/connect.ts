import { realWorld, Secret } from '@bosh6/base';
import { createEndpoint } from './http/endpoint.js';
import { type HttpRequest, sendRequest } from './http/request.js';
import type { Data, Ref } from './schema/values.js';
import { negotiateApiVersion } from './session/api-version.js';
import type { ConnectOptions } from './session/options.js';
import { Session } from './session/session.js';
import { postSoap } from './soap/post-soap.js';
import { TaskWaiter } from './tasks/task-waiter.js';
import { Vim } from './vim.js';

const serviceInstance: Ref<'ServiceInstance'> = { type: 'ServiceInstance', value: 'ServiceInstance' };

/**
 * Connects and logs in. `close()` the result: until then the keep-alive keeps the session, and the process.
 * Throws `VSphereUnreachable`, `VSphereUntrusted`, `VSphereLoginFailed`.
 */
export async function connect(options: ConnectOptions): Promise<Vim> {
  const { signal, world = realWorld(), keepAliveMs = 60_000 } = options;
  const endpoint = createEndpoint(options.url, options.tls, options.connectTimeoutMs);
  try {
    const { userAgent = 'bosh6-vim25' } = options;
    const send = (request: HttpRequest) => sendRequest(endpoint, { ...request, headers: { 'User-Agent': userAgent, ...request.headers } });
    const apiVersion = options.apiVersion ?? (await negotiateApiVersion({ url: endpoint.url, send, signal }));
    const channel = { url: endpoint.url, apiVersion, send, signal };
    const content = (await postSoap('RetrieveServiceContent', serviceInstance, {}, channel)) as Data<'ServiceContent'>;
    const password = typeof options.password === 'string' ? new Secret(options.password) : options.password;
    const session = new Session(endpoint, content, { user: options.user, password, userAgent, apiVersion, world });
    await session.renew(0, signal);
    const keepAlive =
      keepAliveMs > 0
        ? world.every(keepAliveMs, () => {
            // A failure shows at the next real call.
            session.call('CurrentTime', serviceInstance, {}).catch(() => {});
          })
        : undefined;
    return new Vim(session, new TaskWaiter(session), () => keepAlive?.cancel());
  } catch (error) {
    endpoint.agent.destroy();
    throw error;
  }
}
