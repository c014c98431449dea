import { runRows } from './run-rows.test.suite.js';
import { vipRows } from './vip.test.support.js';

runRows(vipRows);
