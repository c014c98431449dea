import type { TokenForm } from '@bosh6/director-api';
import type { Authentication } from './create-authentication.js';
import type { Known, Principal } from './principals.js';
import type { IssuedToken } from './token-service.js';

/** The client that command lines use: its secret is empty, and it acts for people only. */
const cliClient = 'bosh_cli';

/** A request for a token: who sends it, from where, and what it says. */
export interface TokenRequest {
  readonly client: { readonly name: string; readonly secret: string };
  readonly from: string;
  readonly form: TokenForm;
}

/** Why there is no token, as OAuth says it (RFC 6749, section 5.2). */
export interface Refusal {
  readonly status: 400 | 401;
  readonly error: string;
  readonly text: string;
  /** After so many seconds it may be tried again. */
  readonly retryAfter?: number;
}

export const refuse = (status: Refusal['status'], error: string, text: string): Refusal => ({ status, error, text });

type Uaa = NonNullable<Authentication['uaa']>;

/** A token for whoever sends the right secrets. */
export async function grant(uaa: Uaa, request: TokenRequest): Promise<IssuedToken | Refusal> {
  const { client, from, form } = request;
  const forPeople = client.name === cliClient && client.secret === '';
  const known = forPeople ? undefined : await uaa.principals.authenticate('client', client.name, client.secret, from);
  if (!forPeople && known === undefined) return wrong(uaa, 'invalid_client', client.name, from);
  switch (form.grant_type) {
    case 'password':
      return grantToUser(uaa, request);
    case 'refresh_token':
      return grantAgain(uaa, request);
    case 'client_credentials':
      if (known === undefined) return refuse(401, 'invalid_client', `${cliClient} acts for people only`);
      return within(known.principal, form.scope, (scope) => uaa.tokens.issueToClient(known.principal, scope));
    case undefined:
      return refuse(400, 'invalid_request', 'Missing grant type');
    default:
      return refuse(400, 'unsupported_grant_type', `Unsupported grant type: ${form.grant_type}`);
  }
}

async function grantToUser(uaa: Uaa, { client, from, form }: TokenRequest): Promise<IssuedToken | Refusal> {
  const name = form.username ?? '';
  const user = await uaa.principals.authenticate('user', name, form.password ?? '', from);
  if (user === undefined) return wrong(uaa, 'unauthorized', name, from);
  return within(person(user), form.scope, (scope) => uaa.tokens.issueToUser(user, client.name, scope));
}

async function grantAgain(uaa: Uaa, { client, form }: TokenRequest): Promise<IssuedToken | Refusal> {
  const claims = await uaa.tokens.refresh(form.refresh_token ?? '');
  const user = claims === undefined || claims.client_id !== client.name ? undefined : uaa.principals.user(claims.name);
  if (claims === undefined || user === undefined || claims.rev_sig !== user.revision)
    return refuse(401, 'invalid_token', 'The refresh token has ended, or its user is not the same any more');
  const scopes = person(user).scopes.filter((scope) => claims.scope.includes(scope));
  return within({ ...user.principal, scopes }, form.scope, (scope) => uaa.tokens.issueToUser(user, client.name, scope));
}

const person = ({ principal }: Known): Principal => ({ ...principal, scopes: ['openid', ...principal.scopes] });

/** With those of the scopes that are asked for, all unless said. */
async function within(
  { scopes }: Principal,
  asked: string | undefined,
  issue: (scope: readonly string[]) => Promise<IssuedToken>,
): Promise<IssuedToken | Refusal> {
  const wanted = asked?.split(' ').filter((scope) => scope !== '') ?? [];
  const given = wanted.length === 0 ? scopes : scopes.filter((scope) => wanted.includes(scope));
  return given.length === 0 ? refuse(400, 'invalid_scope', 'None of the scopes may be given') : issue(given);
}

function wrong({ principals }: Uaa, error: string, name: string, from: string): Refusal {
  const retryAfter = principals.throttle.waitSeconds(name, from);
  if (retryAfter === 0) return refuse(401, error, 'Bad credentials');
  return { ...refuse(401, error, `Bad credentials, too often: wait ${retryAfter} s`), retryAfter };
}
