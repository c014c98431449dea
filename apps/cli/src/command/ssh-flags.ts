import * as Flags from '@oclif/core/flags';
import type { InferredFlags } from '@oclif/core/interfaces';

/** How to reach VMs; of `ssh`, `scp` and `logs --follow` (as bosh-cli, but for the last two). */
export const gatewayFlags = {
  'gw-disable': Flags.boolean({ env: 'BOSH_GW_DISABLE', description: 'Go directly, whatever gateway the Director names' }),
  'gw-host': Flags.string({ helpValue: 'HOST', env: 'BOSH_GW_HOST', description: 'Gateway' }),
  'gw-user': Flags.string({ helpValue: 'NAME', env: 'BOSH_GW_USER', description: 'User on the gateway' }),
  'gw-private-key': Flags.string({ helpValue: 'PATH', env: 'BOSH_GW_PRIVATE_KEY', description: "Path of the gateway's private key" }),
  'gw-socks5': Flags.string({
    helpValue: 'URL',
    env: 'BOSH_ALL_PROXY',
    description: 'Go through this proxy: socks5://HOST:PORT or ssh+socks5://USER@HOST:PORT?private-key=FILE',
  }),
  address: Flags.string({ helpValue: 'ADDRESS', description: "Go to this of the VM's addresses, in any spelling" }),
  family: Flags.string({ options: ['4', '6'], description: 'Go to an address of this family' }),
};

/** Of `ssh` and `scp`. */
export const loginFlags = {
  'private-key': Flags.string({ helpValue: 'PATH', char: 'i', description: 'Log in with this key, as a user that is there already' }),
  username: Flags.string({ helpValue: 'NAME', char: 'l', default: 'vcap', description: 'That user' }),
};

/** To ask a VM's agent itself, as of `ssh`, `scp` and `logs` (as bosh-cli). */
export const agentFlags = {
  director: Flags.boolean({ description: "Into a Director's own VM, which create-env made: its agent is asked, not a Director" }),
  'agent-endpoint': Flags.string({
    helpValue: 'URL',
    env: 'BOSH_AGENT_ENDPOINT',
    description: 'With --director: where that agent listens, https://USER:PASSWORD@HOST:PORT',
  }),
  'agent-certificate': Flags.string({
    helpValue: 'PEM',
    env: 'BOSH_AGENT_CERTIFICATE',
    description: "With --director: that agent's CA, as text or the path of a file",
  }),
};

export type GatewayFlags = Partial<InferredFlags<typeof gatewayFlags>>;
export type LoginFlags = Partial<InferredFlags<typeof loginFlags>>;
export type AgentFlags = Partial<InferredFlags<typeof agentFlags>>;
