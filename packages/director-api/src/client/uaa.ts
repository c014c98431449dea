import { type CodedError, isJsonObject, type JsonObject, Secret } from '@bosh6/base';
import { tokenRoutes } from '../routes.js';
import type { Tokens } from './credentials.js';
import { fail } from './errors.js';
import { readJson } from './read-json.js';
import { parseTarget, type Target, withoutPath, withoutZone } from './target.js';
import { createTransport, type Incoming, type Transport, type TransportOptions } from './transport.js';

/** The client that people log in with; its secret is empty (director-api reference, section 3.4). */
const cliClient = { client: 'bosh_cli', secret: new Secret('') };

export interface UaaClient {
  readonly client: string;
  readonly secret: Secret;
}
export interface Uaa {
  prompts(): Promise<{ name: string; label: string; secret: boolean }[]>;
  /** Errors: AuthenticationFailed, DirectorFailed, UnreadableAnswer. */
  grant(form: Record<string, string>, as?: UaaClient): Promise<Tokens>;
}

/** A token service at `url`. When it lives on the Director's own listener the Director's connections are used. */
export function createUaa(
  url: string,
  own: { target: Target; transport: Transport },
  { ca, through }: { ca?: string | undefined; through?: TransportOptions },
): Uaa {
  const target = parseTarget(withoutPath(url), 443);
  // A Director on a link-local address does not know through which of our interfaces it is reached.
  const isOwn = target.port === own.target.port && target.host === withoutZone(own.target.host);
  const transport = isOwn || target.origin === own.target.origin ? own.transport : createTransport(target, ca, through);
  const prefix = pathOf(url);

  async function json(incoming: Incoming): Promise<Record<string, unknown>> {
    const value = await readJson<unknown>(incoming, `the token service ${url}`);
    if (isJsonObject(value)) return value;
    throw fail('UnreadableAnswer', `the token service ${url} answered ${incoming.status} with something that is no object`);
  }

  return {
    async prompts() {
      const incoming = await transport.send({
        method: 'GET',
        path: `${prefix}${tokenRoutes.login}`,
        headers: { accept: 'application/json' },
      });
      const { prompts = {} } = await json(incoming);
      if (!isJsonObject(prompts)) throw fail('UnreadableAnswer', `the token service ${url} asks for nothing that can be answered`);
      return Object.entries(prompts)
        .map(([name, prompt]) => {
          const [type, label] = Array.isArray(prompt) ? prompt : [];
          return { name, label: typeof label === 'string' ? label : name, secret: type === 'password' };
        })
        .sort((a, b) => Number(a.secret) - Number(b.secret));
    },
    async grant(form, as = cliClient) {
      const incoming = await transport.send({
        method: 'POST',
        path: `${prefix}${tokenRoutes.token}`,
        headers: {
          accept: 'application/json',
          'content-type': 'application/x-www-form-urlencoded',
          authorization: `Basic ${Buffer.from(`${as.client}:${as.secret.reveal()}`).toString('base64')}`,
        },
        body: new URLSearchParams(form).toString(),
      });
      if (incoming.status >= 500)
        throw fail('DirectorFailed', `the token service ${url} answered ${incoming.status}: ${await incoming.text()}`);
      if (incoming.status !== 200) throw refused(url, form.grant_type, as, await reasonOf(incoming));
      const answer = await json(incoming);
      const { token_type: tokenType, access_token: accessToken, refresh_token: refreshToken } = answer;
      if (typeof accessToken !== 'string') throw fail('UnreadableAnswer', `the token service ${url} gave no access token`);
      return {
        tokenType: typeof tokenType === 'string' ? tokenType : 'bearer',
        accessToken,
        ...(typeof refreshToken === 'string' ? { refreshToken } : {}),
      };
    },
  };
}

function refused(url: string, grant: string | undefined, { client }: UaaClient, reason: string): CodedError {
  if (grant === 'refresh_token') return fail('AuthenticationFailed', `your log-in has ended: the token service ${url} says: ${reason}`);
  if (grant !== 'client_credentials') return fail('AuthenticationFailed', `the token service ${url} refused the log-in: ${reason}`);
  return fail('AuthenticationFailed', `the token service ${url} refused client '${client}': ${reason}`, {
    hint: 'check --client and --client-secret, or BOSH_CLIENT and BOSH_CLIENT_SECRET',
  });
}

/** The words of an OAuth error, else its status. */
async function reasonOf(incoming: Incoming): Promise<string> {
  const { error_description: description, error } = parse(await incoming.text());
  const words = [description, error].find((each) => typeof each === 'string' && each !== '');
  return typeof words === 'string' ? words : `status ${incoming.status}`;
}

function parse(text: string): JsonObject {
  try {
    const value: unknown = JSON.parse(text);
    return isJsonObject(value) ? value : {};
  } catch {
    return {};
  }
}

function pathOf(url: string): string {
  const afterScheme = url.replace(/^[a-z]+:\/\//, '');
  const slash = afterScheme.indexOf('/');
  return slash === -1 ? '' : afterScheme.slice(slash).replace(/\/+$/, '');
}
