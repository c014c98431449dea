import { readFile } from 'node:fs/promises';
import type { World } from '@bosh6/base';
import { type Hook, severityName } from './alert.js';

const waitMs = [1000, 5000, 30_000];
const timeoutMs = 10_000;

/** Posts each alert as JSON; what does not get through is tried again three times, unless `signal` ends that. Neither the URL's path nor the header is told in errors: both may be secrets. */
export function webhook(
  hook: { url: string; authorizationFile?: string | undefined },
  world: Pick<World, 'sleep'>,
  signal: AbortSignal,
  send: typeof fetch = fetch,
): Hook {
  return async ({ createdAt, severity, ...alert }) => {
    const body = JSON.stringify({ kind: 'alert', ...alert, severity, severity_name: severityName(severity), created_at: createdAt });
    const headers: Record<string, string> = { 'content-type': 'application/json' };
    if (hook.authorizationFile !== undefined) headers.authorization = (await readFile(hook.authorizationFile, 'utf8')).trim();
    for (let attempt = 0; ; attempt += 1) {
      const problem = await post(
        hook.url,
        { method: 'POST', headers, body, redirect: 'error', signal: AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]) },
        send,
      );
      if (problem === undefined) return;
      const pause = waitMs[attempt];
      if (pause === undefined) throw new Error(`the webhook at ${new URL(hook.url).host} ${problem}`);
      await world.sleep(pause, signal);
    }
  };
}

/** What went wrong; undefined when it was taken. */
async function post(url: string, request: RequestInit, send: typeof fetch): Promise<string | undefined> {
  try {
    const answer = await send(url, request);
    // what nobody reads holds the connection
    await answer.body?.cancel();
    return answer.ok ? undefined : `answers ${answer.status}`;
  } catch {
    return 'cannot be reached';
  }
}
