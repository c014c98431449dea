export { type NatsServerAuthorityOptions, startNatsServerAuthority } from './authority.js';
