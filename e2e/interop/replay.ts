import { eventually } from '../stack/eventually.js';
import { clientHeaders } from './client-headers.js';
import { bodyDifferences, differences, headDifferences } from './compare.js';
import { type Golden, type GoldenPoll, type GoldenRequest, joined } from './golden-file.js';
import { type Bindings, fill } from './placeholders.js';
import { type Exchange, type RecorderOptions, send, unpacked } from './record.js';

/** Sends a command's requests as the stock CLI sent them; stops at the first answer that differs and says how. */
export async function replay(golden: Golden, director: RecorderOptions['target'], bindings: Bindings): Promise<string[]> {
  for (const step of golden.requests) {
    const found = 'poll' in step ? await poll(step, director, bindings) : await ask(step, director, bindings);
    const { method, path } = 'poll' in step ? step.poll.task : step;
    if (found.length > 0) return [`${method} ${path}`, ...found];
  }
  return [];
}

async function ask(request: GoldenRequest, director: RecorderOptions['target'], bindings: Bindings): Promise<string[]> {
  return differences(request.expect, await answerTo(request, director, bindings), bindings);
}

/** Asks for the state and then for the events from where the last look ended, until the task is at its end. */
async function poll({ poll: { task, events } }: GoldenPoll, director: RecorderOptions['target'], bindings: Bindings): Promise<string[]> {
  const found: string[] = [];
  let log = Buffer.alloc(0);
  const last = await eventually(
    async () => {
      const state = await answerTo(task, director, bindings);
      bindings.set('offset', String(log.length));
      const answer = await answerTo(events, director, bindings);
      const { status, headers, body } = answer;
      found.push(...headDifferences(events.expect, answer, bindings));
      const range = { 200: undefined, 206: `bytes ${log.length}-${log.length + body.length - 1}/`, 416: `bytes */${log.length}` }[status];
      if (range !== undefined && headers['content-range']?.startsWith(range) !== true) {
        found.push(`content-range: ${range} expected, ${headers['content-range']} seen`);
      }
      if (status !== 416) log = Buffer.concat([log, body]);
      return state;
    },
    ({ status, body }) => found.length > 0 || status !== 200 || !/"state":"(queued|processing)"/.test(body.toString()),
    { seconds: 60 },
  );
  return [...found, ...differences(task.expect, last, bindings), ...bodyDifferences(events.expect, log.toString(), bindings)];
}

async function answerTo(
  { method, path, headers, body }: GoldenRequest,
  director: RecorderOptions['target'],
  bindings: Bindings,
): Promise<Exchange['answer']> {
  const form = headers?.['content-type'] === 'application/x-www-form-urlencoded';
  const filled = Buffer.from(fill(joined(body), bindings, form ? encodeURIComponent : undefined));
  const answer = await send(
    {
      ...director,
      method,
      path: fill(path, bindings, encodeURIComponent),
      headers: {
        ...clientHeaders(method, { ranged: headers?.range !== undefined, length: filled.length }),
        ...Object.fromEntries(Object.entries(headers ?? {}).map(([name, value]) => [name, fill(value, bindings)])),
      },
    },
    filled,
  );
  return { ...answer, body: unpacked(answer) };
}
