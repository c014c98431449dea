import net from 'node:net';
import type { Json, JsonObject } from '@bosh6/base';
import { fail } from './errors.js';
import { fromWireError, jsonLines, type WireError, type WireRequest } from './wire.js';

interface Waiting {
  resolve(value: Json): void;
  reject(error: unknown): void;
}

/** One connection to the lab's socket, opened at the first call and again after it broke. */
export class Connection {
  readonly #socket: string;
  readonly #token: () => Promise<string>;
  #open: Promise<net.Socket> | undefined;
  #next = 1;
  readonly #waiting = new Map<number, Waiting>();

  constructor(socket: string, token: () => Promise<string>) {
    this.#socket = socket;
    this.#token = token;
  }

  async call(method: string, params: JsonObject, requestId?: string): Promise<Json> {
    const token = await this.#token();
    this.#open ??= this.#connect();
    const socket = await this.#open;
    const request: WireRequest = { id: this.#next++, token, method, params };
    if (requestId !== undefined) request.request_id = requestId;
    return new Promise((resolve, reject) => {
      this.#waiting.set(request.id, { resolve, reject });
      socket.ref();
      socket.write(`${JSON.stringify(request)}\n`);
    });
  }

  close(): void {
    const open = this.#open;
    this.#open = undefined;
    open?.then((socket) => socket.destroy()).catch(() => undefined);
  }

  #connect(): Promise<net.Socket> {
    return new Promise((resolve, reject) => {
      const socket = net.connect(this.#socket);
      const lost = (cause?: Error): void => {
        this.#open = undefined;
        const error = fail('LabNotRunning', `no lab answers on ${this.#socket}`, cause === undefined ? {} : { cause });
        reject(error);
        for (const waiting of this.#waiting.values()) waiting.reject(error);
        this.#waiting.clear();
      };
      socket.setEncoding('utf8');
      socket.on(
        'data',
        jsonLines(
          (message) => this.#reply(message, socket),
          (line) => socket.destroy(fail('LabProtocolError', `the lab answered what is not JSON: ${line.slice(0, 80)}`)),
        ),
      );
      socket.once('connect', () => resolve(socket));
      socket.once('error', lost);
      socket.once('close', () => lost());
    });
  }

  #reply(message: JsonObject, socket: net.Socket): void {
    const id = message.id;
    const waiting = typeof id === 'number' ? this.#waiting.get(id) : undefined;
    if (waiting === undefined || typeof id !== 'number') return;
    this.#waiting.delete(id);
    // An idle connection keeps no process alive.
    if (this.#waiting.size === 0) socket.unref();
    if (message.error !== undefined) waiting.reject(fromWireError(message.error as unknown as WireError));
    else waiting.resolve(message.result ?? null);
  }
}
