import { CodedError } from '@bosh6/base';
import type { Director } from '@bosh6/director-api/client';
import { fail } from '../errors.js';
import { endedRefused } from './ended-refused.js';
import { announce, type Environment } from './environment.js';
import type { Seat } from './seat.js';

/** Through the token service: its own questions, then tokens in the config file (as bosh-cli). */
export async function logInUaa(seat: Seat, director: Director, environment: Environment): Promise<void> {
  const { url, credentials } = environment;
  await announce(director, environment, (line) => seat.ui.line(line));
  if (credentials.kind === 'client') return logInClient(seat, director);
  const prompts = await director.uaa.prompts();
  const ask = async (): Promise<Record<string, string>> => {
    const answers: Record<string, string> = {};
    for (const { name, label, secret } of prompts) {
      // One-time codes are for those who were sent to get one; nobody else is asked.
      if (name === 'passcode') continue;
      answers[name] = secret ? await seat.answers.askSecret(label) : await seat.answers.ask(label);
    }
    return answers;
  };
  for (let refused = false; ; refused = true) {
    const answers = await ask().catch((cause: unknown) => {
      throw refused ? endedRefused(cause) : cause;
    });
    const tokens = await tryLogIn(director, answers);
    if (tokens === undefined) {
      seat.ui.error('Failed to authenticate with UAA');
      continue;
    }
    const config = await seat.config();
    config.setCredentials(url, {
      access_token_type: tokens.tokenType,
      access_token: tokens.accessToken,
      ...(tokens.refreshToken === undefined ? {} : { refresh_token: tokens.refreshToken }),
    });
    config.save();
    seat.ui.line('Successfully authenticated with UAA');
    return;
  }
}

async function tryLogIn(
  director: Director,
  answers: Record<string, string>,
): Promise<Awaited<ReturnType<Director['uaa']['logIn']>> | undefined> {
  try {
    return await director.uaa.logIn(answers);
  } catch (error) {
    if (CodedError.is(error, 'AuthenticationFailed')) return undefined;
    throw error;
  }
}

async function logInClient(seat: Seat, director: Director): Promise<void> {
  try {
    await director.uaa.logInClient();
  } catch (cause) {
    if (!CodedError.is(cause, 'AuthenticationFailed')) throw cause;
    throw fail('InvalidCredentials', 'Failed to authenticate with UAA', { cause });
  }
  // The stock CLI keeps nothing either, and does not say so.
  seat.ui.line(
    'A client is not kept logged in: give --client and --client-secret, or BOSH_CLIENT and BOSH_CLIENT_SECRET, to each command.',
  );
  seat.ui.line('Successfully authenticated with UAA');
}
