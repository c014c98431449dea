import { allocationRows } from './allocation.test.support.js';
import { runRows } from './run-rows.test.suite.js';

runRows(allocationRows);
