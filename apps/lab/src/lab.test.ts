import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import net from 'node:net';
import path from 'node:path';
import type { LabHandle } from '@bosh6/lab';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeVm, output, page, postNetworks, type TestPlace, testPlace } from './testing/test-lab.js';

const hostLinks = (): string[] => readdirSync('/sys/class/net').sort();

describe('a lab', { timeout: 40_000 }, () => {
  const before = hostLinks();
  let place: TestPlace;
  let lab: LabHandle;
  let stemcell: string;
  let vm: string;

  beforeAll(async () => {
    place = await testPlace();
    const files = path.join(place.stateDir, '../files');
    await mkdir(path.join(files, 'd/stemcells'), { recursive: true });
    await writeFile(path.join(files, 'd/stemcells/light?v=1.0'), 'a stemcell');
    const names = { 'bosh.io': ['203.0.113.10', '2001:4860:4860::8888'], 'nginx-ipv6.nono.io': ['2601:646:100:69f1::165'] };
    Object.assign(place.config, { internet: { names, files } });
    lab = await place.start();
    stemcell = await lab.createStemcell({ imagePath: place.imagePath, cloudProperties: {} });
    vm = await makeVm(lab, stemcell, postNetworks(165));
  });
  afterAll(() => place.remove());

  it('leaves the network of the host alone', () => {
    expect(hostLinks()).toEqual(before);
  });

  it('is adopted by the next start', async () => {
    const again = await place.start();
    expect([lab.started, again.started]).toEqual([true, false]);
    expect((await again.status()).pid).toBe((await lab.status()).pid);
    again.close();
  });

  it('shows the page of the post to the workstation, by address and by name', async () => {
    expect(await page(lab, 'workstation', 'http://[2601:646:100:69f1::165]/')).toBe('hello fd00:8::2');
    expect(await page(lab, 'workstation', 'http://nginx-ipv6.nono.io/')).toBe('hello fd00:8::2');
    expect(await page(lab, 'director', 'http://10.0.9.165/')).toBe('hello ::ffff:10.0.9.151');
  });

  it('gives a VM only the routes that it was given', async () => {
    await page(lab, 'workstation', 'http://[2601:646:100:69f1::165]/');
    expect(await output(lab, vm, 'ip', 'route', 'show', 'default')).toBe('');
    expect(await output(lab, vm, 'ip', '-6', 'route', 'show', 'default')).toContain('via 2601:646:100:69f1:20d:b9ff:fe48:9249 dev eth1');
    expect(await output(lab, vm, 'cat', '/proc/sys/net/ipv6/conf/eth1/accept_ra', '/proc/sys/net/ipv6/conf/eth0/autoconf')).toBe('0\n0');
    expect(await output(lab, vm, 'cat', '/sys/class/net/eth0/ifalias')).toBe('bosh-interface-default');
  });

  it('answers DNS for its names and knows no others', async () => {
    expect(await output(lab, 'workstation', 'getent', 'ahosts', 'bosh.io')).toMatch(/203\.0\.113\.10[\s\S]*2001:4860:4860::8888/);
    await expect(output(lab, 'workstation', 'getent', 'ahosts', 'unknown.example')).rejects.toThrow();
    await lab.setNames({ 'bosh.io': ['203.0.113.10'], 'nginx-ipv6.nono.io': ['2601:646:100:69f1::165'], 'later.example': ['8.8.8.8'] });
    expect(await output(lab, 'director', 'getent', 'ahosts', 'later.example')).toContain('8.8.8.8');
  });

  it('serves files at the paths of bosh.io', async () => {
    expect(await page(lab, 'director', 'http://bosh.io/d/stemcells/light?v=1.0')).toBe('a stemcell');
    await expect(output(lab, 'director', 'curl', '-sSf', 'http://bosh.io/d/stemcells/light?v=2')).rejects.toThrow(/404/);
  });

  it('keeps a VM apart from the host', async () => {
    const refused = ['touch /usr/x', 'echo 1 > /proc/sys/vm/swappiness', 'mknod /tmp/x b 254 0 && head -c1 /tmp/x', `ls ${place.stateDir}`];
    for (const command of refused) await expect(output(lab, vm, 'sh', '-c', command), command).rejects.toThrow();
    expect(await output(lab, vm, 'cut', '-d:', '-f1', '/etc/passwd')).toBe('root\nvcap\nsshd\nnobody');
    expect(await output(lab, vm, 'sh', '-c', 'ls /proc | grep -c "^[0-9]"; cat /proc/1/comm')).toMatch(/^[3-7]\nsh$/);
    expect(await output(lab, vm, 'su', 'vcap', '-c', 'awk "BEGIN{print 1}"; cc --version > /dev/null; id -u')).toBe('1\n1000');
  });

  it("keeps a VM's root out of the machine's files", async () => {
    const attempt = (...lines: string[]) => lab.exec(vm, ['sh', '-c', lines.join('\n')]).then(({ ended }) => ended);
    const readOnly = ['/usr', '/var/vcap/bosh/bin/node', '/var/vcap/bosh/bin/agent.cjs', '/dev/null', '/proc/sys', '/sys'];
    for (const target of readOnly) {
      const before = await output(lab, vm, 'findmnt', '-n', '-o', 'OPTIONS', '-M', target);
      expect(before).toMatch(/^ro,/);
      for (const way of [`mount -o remount,bind,rw ${target}`, `umount ${target}`, `umount -l ${target}`])
        expect((await attempt(`unshare -m ${way}`)).code, way).toBeGreaterThan(0);
      await attempt(`mount -o remount,bind,rw ${target}`);
      expect(await output(lab, vm, 'findmnt', '-n', '-o', 'OPTIONS', '-M', target)).toBe(before);
    }
    const refused = [
      'mount --rbind /usr /mnt && mount -o remount,bind,rw /mnt && touch /mnt/x',
      'chmod 600 /dev/zero',
      'unshare -p -f -m mount -t proc proc /mnt',
      'unshare -n -m mount -t sysfs sysfs /mnt',
      'unshare -C true',
    ];
    for (const command of refused) expect((await attempt(command)).code, command).toBeGreaterThan(0);
    // What lies below the root stays below.
    expect(
      await output(
        lab,
        vm,
        'unshare',
        '-m',
        'sh',
        '-c',
        'umount -l / 2> /dev/null; cd ..; pwd; nsenter -m -t $$ ls -d /vm /old 2> /dev/null || :',
      ),
    ).toBe('/');
    expect(
      await output(lab, vm, 'sh', '-c', 'echo 1 > /proc/sys/net/ipv4/conf/lo/forwarding; cat /proc/sys/net/ipv4/conf/lo/forwarding'),
    ).toBe('1');
  });

  it('follows no link that a VM put where the lab reads or writes', async () => {
    const victim = path.join(place.stateDir, '../victim');
    await writeFile(victim, 'the machine’s');
    await output(
      lab,
      vm,
      'sh',
      '-c',
      `cd /var/vcap/bosh && ln -s ${victim} settings-source.json.new && ln -s ${victim} bootstrap-error.json`,
    );
    const disk = await lab.createDisk({ sizeMib: 1, cloudProperties: {} });
    const hint = await lab.attachDisk(vm, disk);
    expect(readFileSync(victim, 'utf8')).toBe('the machine’s');
    expect(await output(lab, vm, 'cat', '/var/vcap/bosh/settings-source.json')).toContain(hint.path);
    expect((await lab.diagnoseVm(vm)).bootstrapError).toBeUndefined();
    await output(lab, vm, 'sh', '-c', 'cd /var/vcap/bosh && rm bootstrap-error.json');
    // The agent's way with a disk.
    const store = `mkdir -p /var/vcap/store && mount --bind ${hint.path} /var/vcap/store && chown vcap /var/vcap/store && umount /var/vcap/store`;
    await output(lab, vm, 'sh', '-c', store);
    await lab.detachDisk(vm, disk);
    await lab.deleteDisk(disk);
  });

  it('leads a port of the loopback into a VM, and passes the end of one direction on alone', async () => {
    await page(lab, 'director', 'http://10.0.9.165/');
    const { port } = await lab.forward({ port: 0, to: { address: '10.0.9.165', port: 80 } });
    for (const host of ['127.0.0.1', '::1']) {
      const socket = net.connect({ host, port, allowHalfOpen: true });
      socket.end('GET / HTTP/1.0\r\n\r\n');
      const chunks: Buffer[] = [];
      for await (const chunk of socket) chunks.push(chunk as Buffer);
      expect(Buffer.concat(chunks).toString()).toMatch(/hello .*10\.0\.9\.1$/);
    }
  });

  it('restarts an agent that ended, and a rebooted VM with what it wrote', async () => {
    const diagnose = async (): Promise<number> => (await lab.diagnoseVm(vm)).agentLog.filter((line) => line === 'agent agent').length;
    await expect.poll(diagnose).toBe(1);
    await output(lab, vm, 'sh', '-c', 'echo kept > /etc/kept; kill $(pgrep -f ^/var/vcap/bosh/bin/node)');
    await expect.poll(diagnose).toBe(2);
    await lab.rebootVm(vm);
    expect(await output(lab, vm, 'cat', '/etc/kept')).toBe('kept');
    await expect.poll(diagnose).toBe(3);
    expect(await page(lab, 'workstation', 'http://[2601:646:100:69f1::165]/')).toBe('hello fd00:8::2');
  });

  it('runs services that say when they are ready, and says why one did not start', async () => {
    const logFile = path.join(place.stateDir, '../service.log');
    const script = 'setTimeout(() => {}, 1e6); console.log(JSON.stringify({ ready: true, port: 7 }))';
    const service = { name: 's', where: 'director', argv: [process.execPath, '-e', script], logFile };
    const [one, two] = await Promise.all([lab.startService(service), lab.startService(service)]);
    expect(one).toEqual(two);
    expect(one.ready).toEqual({ ready: true, port: 7 });
    expect(readFileSync(`/proc/${one.pid}/comm`, 'utf8')).toMatch(/node|MainThread/);
    await lab.stopService('s');
    expect((await lab.status()).services).toEqual([]);
    const broken = lab.startService({ name: 'b', where: 'director', argv: ['sh', '-c', 'echo because >&2; exit 3'], logFile });
    await expect(broken).rejects.toMatchObject({ code: 'LabServiceFailed', details: { said: expect.stringMatching(/because$/) } });
  });

  it('puts networks of a nic_group on one NIC, whatever the gateway, and routes a delegated prefix', async () => {
    const on = { type: 'manual', nic_group: '1', cloud_properties: { name: 'third' } };
    const networks = {
      a: { ...on, ip: '10.7.0.5', netmask: '255.255.255.0', gateway: '10.7.0.1' },
      b: { ...on, ip: 'fd00:7::5', netmask: 'ffff:ffff:ffff:ffff::', gateway: 'fe80::1', default: ['gateway'] },
      v: { type: 'vip', ip: '198.51.100.1', cloud_properties: {} },
    };
    const made = await lab.createVm({ stemcell, networks, settings: { agent_id: 'agent' }, cloudProperties: {} });
    expect(made.networks.a?.mac).toBe(made.networks.b?.mac);
    expect(made.networks.v?.mac).toBeUndefined();
    expect(await page(lab, 'workstation', 'http://[fd00:7::5]/')).toBe('hello fd00:8::2');
    await lab.deleteVm(made.cid);
    const prefix = { ...on, ip: 'fd00:7:0:0:d::', prefix: '80', netmask: 'ffff:ffff:ffff:ffff::' };
    const delegated = await makeVm(lab, stemcell, { b: networks.b, p: prefix });
    expect(await output(lab, 'router', 'ip', '-6', 'route', 'show', 'fd00:7::d:0:0:0/80')).toMatch(/via fe80::/);
    await lab.deleteVm(delegated);
    expect(await output(lab, 'router', 'ip', '-6', 'route', 'show', 'fd00:7::d:0:0:0/80')).toBe('');
  });

  it('says why a VM cannot be made, and leaves nothing of it', async () => {
    const links = await output(lab, 'router', 'ls', '/sys/class/net');
    const create = (networks: Parameters<typeof makeVm>[2]) => lab.createVm({ stemcell, networks, settings: {}, cloudProperties: {} });
    const nameless = create({ a: { type: 'manual', ip: '10.0.9.7', netmask: '255.255.255.0', cloud_properties: {} } });
    await expect(nameless).rejects.toMatchObject({ code: 'VMCreationFailed', retryable: false, hint: expect.any(String) });
    const twice = create({ ...postNetworks(9), x: { ...postNetworks(9).default, mac: 'zz' } });
    await expect(twice).rejects.toMatchObject({ code: 'VMCreationFailed' });
    expect(readdirSync(path.join(place.stateDir, 'vms'))).toEqual([vm]);
    expect(await output(lab, 'router', 'ls', '/sys/class/net')).toBe(links);
  });

  it('goes on with a network after a subnet there got another gateway, or one that failed', async () => {
    const on = { type: 'manual', netmask: 'ffff:ffff:ffff:ffff::', cloud_properties: { name: 'renewed' } };
    const make = (number: number, gateway: string) => makeVm(lab, stemcell, { a: { ...on, ip: `fd00:6::${number}`, gateway } });
    await lab.deleteVm(await make(1, 'fe80::1'));
    await lab.deleteVm(await make(2, 'fe80::2'));
    await expect(make(3, 'ff02::1')).rejects.toMatchObject({ code: 'LabCommandFailed' });
    await lab.deleteVm(await make(4, 'fe80::3'));
  });

  it("keeps what is not of a word out of a NIC's alias", async () => {
    const { default: network } = postNetworks(167);
    const made = await makeVm(lab, stemcell, { [`my net\nlink del eth0\n${'x'.repeat(300)}`]: network ?? {} });
    expect(await output(lab, made, 'cat', '/sys/class/net/eth0/ifalias')).toMatch(/^bosh-interface-mynetlinkdeleth0x{210,}$/);
    await lab.deleteVm(made);
  });

  it('refuses a port that is none, and lives', async () => {
    const to = { address: '10.0.9.165', port: 99999 };
    await expect(lab.forward({ port: 0, to })).rejects.toMatchObject({ code: 'InvalidCall', message: expect.stringContaining('to.port') });
    const hop = net.connect(path.join(place.stateDir, 'hop.sock'));
    hop.end('10.0.9.165 99999\n');
    await new Promise((resolve) => hop.resume().once('close', resolve));
    expect((await lab.status()).name).toBe('bosh6');
  });

  it('refuses a foreign token', async () => {
    const socket = net.connect(lab.socket).setEncoding('utf8');
    socket.write('{"id":1,"token":"wrong","method":"status","params":{}}\n');
    const [line] = await new Promise<string[]>((resolve) => socket.once('data', (chunk) => resolve(String(chunk).split('\n'))));
    socket.destroy();
    expect(JSON.parse(line ?? '')).toMatchObject({ id: 1, error: { code: 'InvalidCall' } });
  });

  it('deletes a VM and all that belongs to it, and ends without a trace', async () => {
    const { vms } = await lab.status();
    const pids = vms.map(({ pid }) => pid);
    await lab.deleteVm(vm);
    for (const pid of pids) expect(existsSync(`/proc/${pid}`)).toBe(false);
    expect(readdirSync(path.join(place.stateDir, 'vms'))).toEqual([]);
    expect(await output(lab, 'router', 'ls', '/sys/class/net')).not.toMatch(/v\d+n\d/);
    await lab.stop({ purge: true });
    expect(existsSync(place.stateDir)).toBe(false);
    expect(hostLinks()).toEqual(before);
  });
});
