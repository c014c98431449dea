import { Secret } from '@bosh6/base';
import type { Director } from '@bosh6/director-api/client';
import { fail } from '../errors.js';
import { endedRefused } from './ended-refused.js';
import { describeWho, type Environment } from './environment.js';
import type { Seat } from './seat.js';

/** Where the Director itself checks: user and password, tried against `/info` (as bosh-cli). */
export async function logInBasic(seat: Seat, _anonymous: Director, environment: Environment): Promise<void> {
  const { url } = environment;
  const given = seat.flags.client ?? '';
  const givenSecret = seat.flags['client-secret'];
  seat.ui.line(`Using environment '${url}'`);
  const ask = async (): Promise<{ name: string; password: string }> => ({
    name: given === '' ? await seat.answers.ask('Username') : given,
    password: givenSecret ?? (await seat.answers.askSecret('Password')),
  });
  for (let refused = false; ; refused = true) {
    const { name, password } = await ask().catch((cause: unknown) => {
      throw refused ? endedRefused(cause) : cause;
    });
    const credentials = { kind: 'client', client: name, secret: new Secret(password) } as const;
    const director = await seat.connect({ ...environment, credentials });
    seat.ui.line(`Using environment '${url}' as ${describeWho(credentials)}`);
    const { user } = await director.identify();
    if ((user ?? '') !== '') {
      const config = await seat.config();
      config.setCredentials(url, { username: name, password });
      config.save();
      seat.ui.line(`Logged in to '${url}'`);
      return;
    }
    seat.ui.error(`Failed to login to '${url}'`);
    if (given !== '' && givenSecret !== undefined) throw fail('InvalidCredentials', 'Invalid credentials');
  }
}
