import { redeployZonesRows } from './redeploy-zones.test.support.js';
import { runRows } from './run-rows.test.suite.js';

runRows(redeployZonesRows);
