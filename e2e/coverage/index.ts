import { addressing } from './addressing.js';
import { asking } from './asking.js';
import { changing } from './changing.js';
import type { Promises } from './coverage.js';
import { lasting } from './lasting.js';

/** By page, in the order in which people read them. */
export const coverage: Readonly<Record<string, Promises>> = { ...asking, ...addressing, ...changing, ...lasting };
