export { fail as agentErrors } from './errors.js';
