import { createHash, timingSafeEqual } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { Secret } from '@bosh6/base';
import type { DirectorConfig } from '../core/config.js';

/** Somebody who may log in: a person, or a program that has a secret. */
export interface Principal {
  readonly name: string;
  readonly scopes: readonly string[];
}

interface Known extends Principal {
  readonly secret: Secret;
}

/** The configured users and clients. A user's name and password also do as a client's, as in deployments where `admin` is both. */
export class Principals {
  readonly #users: ReadonlyMap<string, Known>;
  readonly #clients: ReadonlyMap<string, Known>;

  constructor(users: readonly Known[], clients: readonly Known[]) {
    this.#users = new Map(users.map((user) => [user.name, user]));
    this.#clients = new Map([...users, ...clients].map((client) => [client.name, client]));
  }

  user(name: string): Principal | undefined {
    return this.#users.get(name);
  }

  authenticateUser(name: string, password: string): Principal | undefined {
    return verify(this.#users.get(name), password);
  }

  authenticateClient(name: string, secret: string): Principal | undefined {
    return verify(this.#clients.get(name), secret);
  }
}

/** Reads the secrets' files; a newline at their end does not count. */
export async function readPrincipals(config: Pick<DirectorConfig, 'users' | 'clients'>): Promise<Principals> {
  const read = async (name: string, file: string, scopes: readonly string[]): Promise<Known> => {
    const secret = new Secret((await readFile(file, 'utf8')).replace(/\r?\n$/, ''));
    return { name, scopes, secret };
  };
  return new Principals(
    await Promise.all(config.users.map((user) => read(user.name, user.passwordFile, user.scopes))),
    await Promise.all(config.clients.map((client) => read(client.name, client.secretFile, client.scopes))),
  );
}

/** Takes as long for unknown names and wrong secrets of any length as for right ones. */
function verify(known: Known | undefined, given: string): Principal | undefined {
  const expected = known?.secret.reveal() ?? '';
  const same = timingSafeEqual(hash(expected), hash(given));
  return same && known !== undefined && expected !== '' ? { name: known.name, scopes: known.scopes } : undefined;
}

function hash(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
