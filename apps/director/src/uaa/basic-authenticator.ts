import { type Authenticator, readBasic } from './authenticator.js';
import type { Principals } from './principals.js';

/** The Director asks for name and password with each request. */
export function basicAuthenticator(principals: Principals): Authenticator {
  return {
    info: () => ({ type: 'basic', options: {} }),
    caller: async (header, from) => {
      const given = readBasic(header);
      const known = given === undefined ? undefined : await principals.authenticate('client', given.name, given.secret, from);
      return known?.principal;
    },
  };
}
