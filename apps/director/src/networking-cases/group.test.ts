import { groupRows } from './group.test.support.js';
import { runRows } from './run-rows.test.suite.js';

runRows(groupRows);
