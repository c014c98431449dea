import { redeployRows } from './redeploy.test.support.js';
import { runRows } from './run-rows.test.suite.js';

runRows(redeployRows);
