import { realWorld } from '@bosh6/base';
import { IpAddress } from '@bosh6/ip';
import { describe, expect, it } from 'vitest';
import { chooseAddress } from './choose-address.js';
import { sshHosts } from './hosts.js';
import { knownHosts } from './known-hosts.js';
import { scpArgument, scpPath, targetOf } from './scp-paths.js';
import { connectionArguments } from './ssh-arguments.js';

const host = { group: 'front', id: 'u1', ip: 'fd7a:0000:0000:0000:0000:0000:0000:0005', hostKey: 'ssh-rsa KEY' };
const setting = { identity: '/k', knownHosts: '/h', user: 'bosh_1', strict: true };

it('writes host keys under both spellings of an address', () => {
  expect(knownHosts([host])).toBe(`${host.ip} ssh-rsa KEY\nfd7a::5 ssh-rsa KEY\n`);
  expect(knownHosts([{ ...host, hostKey: '' }])).toBe('');
});

describe('chooseAddress', () => {
  const world = realWorld();
  it('takes the chosen one, in any spelling', async () => {
    const known = ['10.0.0.5', 'fd7a::6'];
    expect(await chooseAddress(world, host, known, { address: IpAddress.parse('FD7A:0::6') })).toBe('fd7a::6');
    expect(await chooseAddress(world, host, known, { family: 4 })).toBe('10.0.0.5');
    await expect(chooseAddress(world, host, [], { family: 4 })).rejects.toThrow('front/u1 has no IPv4 address');
  });
  it("keeps the Director's spelling of the only one", async () => {
    expect(await chooseAddress(world, host, ['fd7a::5'], {})).toBe(host.ip);
  });
  it("takes the Director's where none answers", async () => {
    // Ports below 1024 of loopback addresses that nobody listens on.
    expect(await chooseAddress(world, { ...host, ip: '127.9.9.9' }, ['127.9.9.8'], {})).toBe('127.9.9.9');
  });
});

it('asks a gateway for an IPv6 host in brackets, and gives no text of ours to its shell unquoted', () => {
  const args = connectionArguments(host, { ...setting, gateway: { host: "j'x", user: 'me' } });
  expect(args.join(' ')).toContain("ProxyCommand=ssh -tt -W [%h]:%p -l 'me' 'j'\\''x' -o ");
});

it.each([
  ['socks5://[2001:DB8::1]:1080', "ProxyCommand=nc -X 5 -x '[2001:db8::1]:1080' %h %p"],
  ['ssh+socks5://me@jump:2222?private-key=/k', "ProxyCommand=ssh -tt -W [%h]:%p -p 2222 -l 'me' 'jump' -o "],
])('goes by %s', (socks5, command) => {
  expect(connectionArguments(host, { ...setting, socks5 }).join(' ')).toContain(command);
});

it.each(['10.0.0.1:1080', 'localhost:1080', 'http://proxy'])('goes not by %s, and says so', (socks5) => {
  const refusal = expect.objectContaining({ code: expect.stringMatching(/^Invalid/) });
  expect(() => connectionArguments(host, { ...setting, socks5 })).toThrow(refusal);
});

describe('paths of scp', () => {
  it('are here, or in VMs', () => {
    expect(scpPath('a.txt')).toEqual({ local: 'a.txt' });
    expect(scpPath('./a:b')).toEqual({ local: './a:b' });
    expect(scpPath('front/0:/tmp/x')).toEqual({ remote: '/tmp/x', target: { group: 'front', id: '0' } });
    expect(scpPath(':/tmp/x')).toEqual({ remote: '/tmp/x', target: {} });
  });
  it('become those of a host', () => {
    expect(scpArgument(scpPath('front/0:/tmp/x'), { host, setting })).toBe(`bosh_1@[${host.ip}]:/tmp/x`);
    expect(scpArgument(scpPath('out-((instance_id))'), { host, setting })).toBe('out-u1');
  });
  it('are in one group of VMs at a time', () => {
    expect(() => targetOf([scpPath('a'), scpPath('b')])).toThrow('none of the paths is in a VM');
    expect(() => targetOf([scpPath('a/0:x'), scpPath('b/0:y')])).toThrow('different VMs');
  });
});

it('refuses a result that is none', () => {
  for (const text of ['', '{}', '[1]', '[{"status":"failure","ip":"::1"}]']) expect(() => sshHosts(text)).toThrow();
});
