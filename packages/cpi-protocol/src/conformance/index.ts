import type { Behaviour } from './behaviour.js';
import { diskBehaviours } from './disk-behaviours.js';
import { undoBehaviours } from './undo-behaviours.js';
import { vmBehaviours } from './vm-behaviours.js';

export type { Ability, Behaviour, Subject } from './behaviour.js';

/** What every Cpi does. `for (const {name, run} of behaviours) it(name, () => run(subject))`; no test framework is needed. */
export const behaviours: readonly Behaviour[] = [...vmBehaviours, ...diskBehaviours, ...undoBehaviours];
