import { type Action, defineAction } from '../core/action.js';
import type { Collaborators } from '../core/collaborators.js';
import { fail } from '../errors.js';

/** Users of `bosh ssh` sessions. */
export const ssh = ({ platform, layout, settings }: Pick<Collaborators, 'platform' | 'layout' | 'settings'>): Action =>
  defineAction('ssh', async ([command, { user, public_key: publicKey, user_regex: pattern }]) => {
    if (command === 'cleanup') {
      if (!pattern) throw fail('InvalidArguments', 'ssh cleanup needs user_regex');
      await platform.removeSshUsers(patternOf(pattern));
      return { command, status: 'success' };
    }
    if (!user || !publicKey || !/^[a-z_][a-z0-9_-]{0,31}$/.test(user))
      throw fail('InvalidArguments', 'ssh setup needs a user name and public_key');
    const networks = Object.values(settings.networks);
    const ip = (networks.find((network) => network.default?.length) ?? (networks.length === 1 ? networks[0] : undefined))?.ip;
    if (ip === undefined) throw fail('NoDefaultAddress', 'No default ip could be found');
    const { hostPublicKey } = await platform.addSshUser(user, layout.at('bosh_ssh', user), publicKey);
    return { command, status: 'success', ip, host_public_key: hostPublicKey };
  });

function patternOf(text: string): RegExp {
  try {
    return new RegExp(text);
  } catch (cause) {
    throw fail('InvalidArguments', `user_regex '${text}' is no regular expression`, { cause });
  }
}
