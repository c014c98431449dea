import { readFile, rename, writeFile } from 'node:fs/promises';
import { z } from 'zod';
import { fail } from '../errors.js';
import type { User } from '../permissions.js';
import { agentName, agentOf } from '../subjects.js';

const fileSchema = z.object({ authorization: z.object({ users: z.array(z.object({ user: z.string() })) }) });

const pieceLength = 1024 * 1024;

/** Of each user, made once: there may be ten thousand, and the file is written for each that comes or goes. */
const texts = new WeakMap<User, string>();

/** Replaces the file as a whole. JSON is what nats-server's configuration may include. */
export async function writeUsers(file: string, users: Iterable<User>): Promise<void> {
  await writeFile(`${file}.new`, inPieces(users), { mode: 0o640 });
  await rename(`${file}.new`, file);
}

// As one text it would be dozens of megabytes, over and over.
function* inPieces(users: Iterable<User>): Generator<string> {
  let piece = '{"authorization": {"users": [\n';
  let before = '';
  for (const user of users) {
    const text = texts.get(user) ?? textOf(user);
    texts.set(user, text);
    piece += before + text;
    before = ',\n';
    if (piece.length < pieceLength) continue;
    yield piece;
    piece = '';
  }
  yield `${piece}\n]}}\n`;
}

/**
 * An agent stands there twice. By the subject of a certificate nats-server looks for it among all users, and with each reload once for each connection;
 * by the DNS name, which it looks at first, it finds it at once. Certificates of older Directors have no such name.
 */
function textOf({ dn, permissions: { publish, subscribe } }: User): string {
  const permissions = { publish: only(publish), subscribe: only(subscribe) };
  const agent = agentOf(dn);
  const names = agent === undefined ? [dn] : [dn, agentName(agent.agentId, agent.kind)];
  return names.map((user) => JSON.stringify({ user, permissions })).join(',\n');
}

/** The names in the file; none where there is no such file yet, or an empty one to start with. Throws BusUsersUnreadable. */
export async function readUsers(file: string): Promise<string[]> {
  const text = await readFile(file, 'utf8').catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === 'ENOENT') return '{}';
    // Whom it names is let in now, and would not be by the file that replaces it.
    throw fail('BusUsersUnreadable', `who may use the bus cannot be read from ${file}: ${cause.message}`, {
      cause,
      details: { path: file },
    });
  });
  try {
    return fileSchema.safeParse(JSON.parse(text)).data?.authorization.users.map(({ user }) => user) ?? [];
  } catch {
    // Somebody else's: it is replaced.
    return [];
  }
}

/** An empty list of what is allowed would allow everything. */
function only(subjects: readonly string[]): readonly string[] | { deny: string } {
  return subjects.length === 0 ? { deny: '>' } : subjects;
}
