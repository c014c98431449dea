import { IpAddress } from '@bosh6/ip';
import { vmCreationFailed } from '../errors.js';
import { run } from '../run.js';

/** A virtual address, and the VM's own that stands behind it. */
export interface VipRecord {
  vip: string;
  address: string;
  /** Where the VM is. */
  bridge: string;
}

type Word = 'ip' | 'ip6';

const wordOf = (address: string): Word => (IpAddress.parse(address).family === 4 ? 'ip' : 'ip6');

/** A neighbour of the VM would get the VM's answers without their way back through the map, so the router asks in its own name there. */
const tables = (['ip', 'ip6'] as const).map((word) => {
  const type = word === 'ip' ? 'ipv4_addr' : 'ipv6_addr';
  return `table ${word} bosh6 {
  map vips { type ${type} : ${type}
  }
  set links { type ifname . ifname
  }
  chain in {
    type nat hook prerouting priority dstnat
    dnat to ${word} daddr map @vips
  }
  chain out {
    type nat hook postrouting priority srcnat
    ct status dnat iifname . oifname @links masquerade
  }
}
`;
});

/**
 * The router's map from virtual addresses to VMs, by nftables: what comes for one goes to the VM that has it, in either family, and the VM knows
 * nothing of it.
 */
export class Vips {
  #ready: Promise<string> | undefined;

  async add(records: readonly VipRecord[]): Promise<void> {
    if (records.length === 0) return;
    this.#ready ??= nft(tables.join('')).catch((cause: unknown) => {
      this.#ready = undefined;
      throw vmCreationFailed('the lab cannot map a virtual address to a VM: nftables does not work here', false, {
        cause,
        hint: 'install nftables, which networks of type vip need',
      });
    });
    await this.#ready;
    await nft(
      records
        .map(({ vip, address, bridge }) => {
          const word = wordOf(vip);
          return `add element ${word} bosh6 vips { ${vip} : ${address} }\nadd element ${word} bosh6 links { "${bridge}" . "${bridge}" }\n`;
        })
        .join(''),
    );
  }

  async remove(records: readonly VipRecord[]): Promise<void> {
    // One at a time: an address that is not there any more shall not keep the others.
    for (const { vip } of records) await nft(`delete element ${wordOf(vip)} bosh6 vips { ${vip} }\n`).catch(() => undefined);
  }
}

function nft(script: string): Promise<string> {
  return run(['nft', '-f', '-'], script);
}
