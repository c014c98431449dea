import { fail } from '../errors.js';

const levels = ['debug', 'info', 'warn', 'error', 'none'];
const switches = ['BOSH_TTY', 'BOSH_NON_INTERACTIVE', 'BOSH_SHA2', 'BOSH_GW_DISABLE'];

/** Refuses variables that say nothing before anything else, as bosh-cli does, and writes switches as the parser of flags reads them (CLI reference 1.1). Errors: InvalidArguments. */
export function checkEnvironment(env: NodeJS.ProcessEnv): void {
  const { BOSH_LOG_LEVEL: level } = env;
  if (level && !levels.includes(level.toLowerCase()))
    throw fail('InvalidArguments', `BOSH_LOG_LEVEL is '${level}'`, { hint: `set it to ${levels.join(', ')}, or not at all` });
  for (const name of switches) {
    const value = env[name];
    if (!value) continue;
    if (/^(1|t|T|true|True|TRUE)$/.test(value)) env[name] = '1';
    else if (/^(0|f|F|false|False|FALSE)$/.test(value)) env[name] = '0';
    else throw fail('InvalidArguments', `${name} is '${value}'`, { hint: 'set it to true or false, or not at all' });
  }
}
