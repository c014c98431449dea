import { cloudConfigRows } from './cloud-config.test.support.js';
import { runRows } from './run-rows.test.suite.js';

runRows(cloudConfigRows);
