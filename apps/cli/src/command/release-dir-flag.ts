import * as Flags from '@oclif/core/flags';
import { userPath } from '../documents/user-path.js';

/** Of commands that work in a release directory (as bosh-cli). */
export const releaseDirFlag = {
  dir: Flags.string({ helpValue: 'DIR', default: '.', description: 'Release directory', parse: async (path) => userPath(path) }),
};
