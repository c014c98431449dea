/**
 * A VM is as small as its agent: measured after a deploy, these settings take a Node agent from 34 to 21 MB (PSS; benchmark agent.pss).
 * The agent waits for others nearly all the time, so it needs no optimising compiler and no helper threads for one, and collects when it is idle.
 */
const nodeFlags = [
  '--max-semi-space-size=1',
  '--v8-pool-size=0',
  '--no-opt',
  '--no-maglev',
  '--no-sparkplug',
  '--optimize-for-size',
  '--expose-gc',
  '--no-node-snapshot',
  // Start-up code is not kept: a collection gives back what did not run since the one before.
  '--bytecode-old-age=1',
  '--single-threaded-gc',
  '--disable-sigusr1',
];

/** glibc gives what a package's bytes went through back to the machine; by default it keeps all it ever had. */
const environment = {
  MALLOC_ARENA_MAX: '1',
  MALLOC_MMAP_THRESHOLD_: '8192',
  MALLOC_TRIM_THRESHOLD_: '8192',
  MALLOC_TOP_PAD_: '0',
  UV_THREADPOOL_SIZE: '2',
};

/** The agent's argv inside a VM. Jobs and their scripts have an environment of their own, so none of this reaches them. */
export function agentCommand(args: readonly string[]): string[] {
  const variables = Object.entries(environment).map(([name, value]) => `${name}=${value}`);
  return ['/usr/bin/env', ...variables, '/var/vcap/bosh/bin/node', ...nodeFlags, '/var/vcap/bosh/bin/agent.cjs', ...args];
}
