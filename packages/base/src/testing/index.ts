export { attempt, attemptAsync } from './attempt.js';
export { nested, spoil } from './spoil.js';
