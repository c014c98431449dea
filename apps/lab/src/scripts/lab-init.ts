import { printPids } from './host-pid.js';

/** First process of the lab's process namespace: runs the daemon and reaps what loses its parent. Not exec: a Node as process 1 would reap nothing foreign. */
export const labInit = `${printPids}
"$@"
exit $?
`;
