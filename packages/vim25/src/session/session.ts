import type { IncomingMessage } from 'node:http';
import type { Secret, World } from '@bosh6/base';
import { fail } from '../errors.js';
import { VSphereFault } from '../faults/vsphere-fault.js';
import type { Endpoint } from '../http/endpoint.js';
import { type HttpRequest, sendRequest } from '../http/request.js';
import type { Data, Ref } from '../schema/values.js';
import { postSoap } from '../soap/post-soap.js';
import { rememberCookie, sessionKey } from './cookie.js';
import { orAborted } from './or-aborted.js';

export interface Login {
  readonly user: string;
  readonly password: Secret;
  readonly userAgent: string;
  readonly apiVersion: string;
  readonly world: World;
}

/** One login at a server, made again when the server has forgotten it. Callers that find that out together share the new login. */
export class Session {
  readonly endpoint: Endpoint;
  readonly content: Data<'ServiceContent'>;
  readonly world: World;
  readonly #options: Login;
  readonly #closed = new AbortController();
  /** Told after every login but the first: what lived in the server's session is gone. */
  readonly renewed = new Set<() => void>();
  #cookie: string | undefined;
  /** Counts logins: a caller whose call failed under an older one need not log in again. */
  #login = 0;
  #loggingIn: Promise<void> | undefined;

  constructor(endpoint: Endpoint, content: Data<'ServiceContent'>, options: Login) {
    this.endpoint = endpoint;
    this.content = content;
    this.#options = options;
    this.world = options.world;
  }

  /** How often this session has logged in; what lives in the server's session (views, filters) is gone when it changes. */
  get login(): number {
    return this.#login;
  }

  /** Calls a method, with one more try after a new login when the server no longer knows the session. */
  async call(method: string, target: Ref, args: Readonly<Record<string, unknown>>, signal?: AbortSignal): Promise<unknown> {
    return this.authenticated(() => this.#post(method, target, args, signal), signal);
  }

  /** Runs `attempt`, and once more after a new login when it fails for want of one. */
  async authenticated<T>(attempt: () => Promise<T>, signal?: AbortSignal): Promise<T> {
    if (this.#closed.signal.aborted) throw fail('VSphereClosed', 'the session is closed');
    if (this.#loggingIn !== undefined) await orAborted(this.#loggingIn, signal);
    const before = this.#login;
    try {
      return await attempt();
    } catch (error) {
      if (!VSphereFault.is(error, 'NotAuthenticated') || this.#closed.signal.aborted) throw error;
      signal?.throwIfAborted();
      await this.renew(before, signal);
      return attempt();
    }
  }

  /** Logs in, unless somebody did since login number `before`. */
  async renew(before: number, signal?: AbortSignal): Promise<void> {
    if (this.#login !== before) return this.#loggingIn;
    this.#loggingIn ??= this.#logIn().finally(() => {
      this.#loggingIn = undefined;
    });
    return orAborted(this.#loggingIn, signal);
  }

  /** An HTTP request with the session's cookie. */
  async send(request: HttpRequest): Promise<IncomingMessage> {
    const cookie = this.#cookie === undefined ? {} : { Cookie: this.#cookie };
    return sendRequest(this.endpoint, { ...request, headers: { 'User-Agent': this.#options.userAgent, ...cookie, ...request.headers } });
  }

  /** Logs out and drops the connections. Never fails: a session that cannot be ended ends by itself. */
  async close(): Promise<void> {
    if (this.#closed.signal.aborted) return;
    this.#closed.abort();
    const manager = this.content.sessionManager;
    if (this.#cookie !== undefined && manager !== undefined) await this.#post('Logout', manager, {}).catch(() => {});
    this.endpoint.agent.destroy();
  }

  async #logIn(): Promise<void> {
    const manager = this.content.sessionManager;
    if (manager === undefined) throw fail('VSphereReplyInvalid', 'the server has no SessionManager');
    this.#cookie = undefined; // with an old one the server may say that the session has a login already
    const { user, password } = this.#options;
    try {
      await this.#post('Login', manager, { userName: user, password: password.reveal(), locale: 'en' });
    } catch (error) {
      if (!VSphereFault.is(error, 'InvalidLogin') && !VSphereFault.is(error, 'NoPermission')) throw error;
      throw fail('VSphereLoginFailed', `${this.endpoint.url.host} refuses the user '${user}': ${error.faultClass}`, { cause: error });
    }
    this.#login += 1;
    if (this.#login > 1) for (const tell of this.renewed) tell();
  }

  #post(method: string, target: Ref, args: Readonly<Record<string, unknown>>, signal?: AbortSignal): Promise<unknown> {
    return postSoap(method, target, args, {
      url: this.endpoint.url,
      apiVersion: this.#options.apiVersion,
      sessionKey: sessionKey(this.#cookie),
      send: async (request) => {
        const response = await this.send(request);
        this.#cookie = rememberCookie(this.#cookie, response.headers['set-cookie']);
        return response;
      },
      signal,
    });
  }
}
