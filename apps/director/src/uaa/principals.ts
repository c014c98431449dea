import { createHmac } from 'node:crypto';
import type { LogInThrottle } from './log-in-throttle.js';
import type { StoredSecret } from './stored-secret.js';

/** Somebody who may log in: a person, or a program that has a secret. */
export interface Principal {
  readonly name: string;
  readonly scopes: readonly string[];
}

export interface Configured extends Principal {
  readonly secret: StoredSecret;
}

export interface Known {
  readonly principal: Principal;
  /** Another one once the secret is another one; tells nothing of it. */
  readonly revision: string;
}

export interface PrincipalsOptions {
  readonly users: readonly Configured[];
  readonly clients: readonly Configured[];
  readonly throttle: LogInThrottle;
  /** What revisions are made with. */
  readonly revisionKey: string;
}

/** The configured users and clients. A user's name and password also do as a client's, as in deployments where `admin` is both. */
export class Principals {
  readonly throttle: LogInThrottle;
  readonly #known: { readonly user: ReadonlyMap<string, Configured>; readonly client: ReadonlyMap<string, Configured> };
  readonly #revisionKey: string;
  #checking: Promise<unknown> = Promise.resolve();

  constructor({ users, clients, throttle, revisionKey }: PrincipalsOptions) {
    const byName = (all: readonly Configured[]): ReadonlyMap<string, Configured> => new Map(all.map((one) => [one.name, one]));
    this.#known = { user: byName(users), client: byName([...users, ...clients]) };
    this.throttle = throttle;
    this.#revisionKey = revisionKey;
  }

  user(name: string): Known | undefined {
    return this.#tell(this.#known.user.get(name));
  }

  /** Undefined unless the secret is right, and while the throttle makes wait. Secrets are checked one after the other, so that nobody can try many at once. */
  authenticate(kind: 'user' | 'client', name: string, secret: string, from: string): Promise<Known | undefined> {
    const one = this.#known[kind].get(name);
    if (this.throttle.waitSeconds(name, from) > 0) return Promise.resolve(undefined);
    if (one?.secret.remembers(secret)) return Promise.resolve(this.#tell(one));
    const checked = this.#checking.then(() => this.#check(one, name, secret, from));
    this.#checking = checked.catch(() => undefined);
    return checked;
  }

  async #check(one: Configured | undefined, name: string, secret: string, from: string): Promise<Known | undefined> {
    if (this.throttle.waitSeconds(name, from) > 0) return undefined;
    // Unknown names take as long as those of somebody.
    const right = await (one ?? this.#anybody())?.secret.matches(secret);
    if (right === true && one !== undefined) {
      this.throttle.succeeded(name, from);
      return this.#tell(one);
    }
    this.throttle.failed(name, from);
    return undefined;
  }

  #anybody(): Configured | undefined {
    return [...this.#known.client.values()][0];
  }

  #tell(one: Configured | undefined): Known | undefined {
    if (one === undefined) return undefined;
    const { name, scopes, secret } = one;
    const revision = createHmac('sha256', this.#revisionKey)
      .update(JSON.stringify([name, secret.text.reveal()]))
      .digest('base64url');
    return { principal: { name, scopes }, revision: revision.slice(0, 16) };
  }
}
