import type { Timer, World } from '@bosh6/base';
import type pg from 'pg';
import type { DataSource } from 'typeorm';
import type { ClientClass } from './hosts-client.js';

const channel = 'bosh6_tasks';
/** A server that is away is asked for again after this long. */
const retryMs = 1000;
/** How long its answer to a farewell is waited for. */
const farewellMs = 1000;

/** What Directors of one database tell each other, by PostgreSQL's NOTIFY; its own announcements a Director does not hear. */
export class Announcements {
  readonly #source: DataSource;
  readonly #Client: ClientClass;
  readonly #world: World;
  readonly #self: string;

  constructor(source: DataSource, Client: ClientClass, world: World) {
    this.#source = source;
    this.#Client = Client;
    this.#world = world;
    this.#self = world.uuid();
  }

  /** Whoever does not hear of it, since the server is away, looks by itself in the end. */
  async tell(): Promise<void> {
    await this.#source.query('SELECT pg_notify($1, $2)', [channel, this.#self]).catch(() => undefined);
  }

  /** Calls `hear` when another has told, and when the connection is there again, for what was told meanwhile. Answers with what ends it. */
  hear(hear: () => void): () => Promise<void> {
    let client: pg.Client | undefined;
    let retry: Timer | undefined;
    let ended = false;
    const again = (): void => {
      client = undefined;
      if (!ended)
        retry ??= this.#world.after(retryMs, () => {
          connecting = connect();
        });
    };
    const connect = async (): Promise<void> => {
      retry = undefined;
      const mine = new this.#Client({});
      mine.on('error', () => undefined);
      mine.on('end', () => (client === mine ? again() : undefined));
      mine.on('notification', ({ payload }) => (payload === this.#self ? undefined : hear()));
      try {
        await mine.connect();
        await mine.query(`LISTEN ${channel}`);
        client = mine;
        if (ended) await mine.end();
        else hear();
      } catch {
        again();
        await mine.end().catch(() => undefined);
      }
    };
    let connecting = connect();
    return async () => {
      ended = true;
      retry?.cancel();
      const bye = connecting.then(() => client?.end()).catch(() => undefined);
      const enough = new AbortController();
      await Promise.race([bye, this.#world.sleep(farewellMs, enough.signal).catch(() => undefined)]);
      enough.abort();
    };
  }
}
