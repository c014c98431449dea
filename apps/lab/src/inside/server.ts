import { timingSafeEqual } from 'node:crypto';
import { chmod } from 'node:fs/promises';
import net from 'node:net';
import type { JsonObject } from '@bosh6/base';
import { jsonLines, toWireError } from '@bosh6/lab';
import { fail } from '../errors.js';
import { type LabParts, methods } from './methods.js';
import type { Requests } from './requests.js';

/** Answers on the lab's socket; see the client package's wire for the messages. */
export async function startServer(socketPath: string, token: string, lab: LabParts, requests: Requests): Promise<net.Server> {
  const answer = async (message: JsonObject): Promise<JsonObject> => {
    // Whatever else it is would be sent back.
    const id = typeof message.id === 'number' ? message.id : 0;
    try {
      if (!sameToken(message.token, token)) throw fail('InvalidCall', 'the token is not this lab’s');
      const { method: name } = message;
      if (typeof name !== 'string') throw fail('InvalidCall', 'the call names no method');
      const method = Object.hasOwn(methods, name) ? methods[name] : undefined;
      if (method === undefined) throw fail('InvalidCall', `the lab has no method '${name}'`);
      const params = method.params.safeParse(message.params ?? {});
      if (!params.success) {
        const issue = params.error.issues[0];
        throw fail('InvalidCall', `${name}: ${issue?.path.join('.')}: ${issue?.message}`, { cause: params.error });
      }
      const requestId = method.once === true && typeof message.request_id === 'string' ? message.request_id : undefined;
      const result = await requests.once(name, requestId, async () => method.run(params.data, lab));
      return { id, result };
    } catch (error) {
      return { id, error: toWireError(error) as unknown as JsonObject };
    }
  };
  const server = net.createServer((socket) => {
    socket.setEncoding('utf8');
    socket.on('error', () => undefined);
    socket.on(
      'data',
      jsonLines(
        (message) => void answer(message).then((reply) => socket.write(`${JSON.stringify(reply)}\n`)),
        () => socket.destroy(),
      ),
    );
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(socketPath, resolve);
  });
  await chmod(socketPath, 0o600);
  return server;
}

function sameToken(given: unknown, token: string): boolean {
  const a = Buffer.from(typeof given === 'string' ? given : '');
  const b = Buffer.from(token);
  return a.length === b.length && timingSafeEqual(a, b);
}
