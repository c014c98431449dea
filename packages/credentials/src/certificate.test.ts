import { execFileSync } from 'node:child_process';
import { X509Certificate } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import tls from 'node:tls';
import { afterAll, describe, expect, it } from 'vitest';
import { createCa, issue, type PemPair } from './index.js';

const directory = mkdtempSync(join(tmpdir(), 'bosh6-credentials-'));
afterAll(() => rmSync(directory, { recursive: true }));

const agentName = 'C=USA, O=Cloud Foundry, CN=b2c7.bootstrap.agent.bosh-internal';

function file(name: string, text: string): string {
  const path = join(directory, name);
  writeFileSync(path, text);
  return path;
}

function opensslVerify(ca: PemPair, leaf: PemPair, purpose: string): string {
  const args = [
    'verify',
    '-x509_strict',
    '-purpose',
    purpose,
    '-CAfile',
    file('ca.pem', ca.certificate),
    file('leaf.pem', leaf.certificate),
  ];
  return execFileSync('openssl', args, { encoding: 'utf8', stdio: 'pipe' });
}

describe('certificates', () => {
  it.each(['ec-p256', 'rsa-2048'] as const)('of a CA with an %s key are strictly valid to openssl', async (key) => {
    const ca = await createCa('default.nats-ca.bosh-internal', { key });
    const server = await issue({ ca, commonName: 'default.nats.bosh-internal', san: { ips: ['10.0.9.151', '::1'] }, usage: 'server' });
    const agent = await issue({ ca, dn: agentName, usage: 'client', key });
    expect(opensslVerify(ca, server, 'sslserver')).toContain('OK');
    expect(opensslVerify(ca, agent, 'sslclient')).toContain('OK');
    expect(() => opensslVerify(ca, agent, 'sslserver')).toThrow();
  });

  it("keep the three-letter country and the order of BOSH's names", async () => {
    const ca = await createCa('ca');
    const agent = await issue({ ca, dn: agentName, usage: 'client' });
    const args = ['x509', '-noout', '-subject', '-nameopt', 'esc_2253,sep_comma_plus_space', '-in', file('agent.pem', agent.certificate)];
    expect(execFileSync('openssl', args, { encoding: 'utf8' })).toBe(`subject=${agentName}\n`);
    expect(new X509Certificate(agent.certificate).subjectAltName).toBeUndefined();
  });

  it('carry names and addresses of both families', async () => {
    const ca = await createCa('ca');
    const ips = ['10.0.9.151', '2601:0646:0100:69f1:0000:0000:0000:0151'];
    const server = await issue({
      ca,
      commonName: 'director',
      san: { dns: ['bosh-vsphere-ipv4.nono.io'], ips },
      usage: 'server',
      key: 'rsa-2048',
    });
    const certificate = new X509Certificate(server.certificate);
    expect(certificate.checkIP('10.0.9.151')).toBe('10.0.9.151');
    expect(certificate.checkIP('2601:646:100:69f1::151')).toBe('2601:646:100:69f1::151');
    expect(certificate.checkHost('bosh-vsphere-ipv4.nono.io')).toBe('bosh-vsphere-ipv4.nono.io');
    expect(certificate.publicKey.asymmetricKeyType).toBe('rsa');
    expect(Date.parse(certificate.validFrom)).toBeLessThan(Date.now());
  });

  it('let two parties talk over [::1], and no third', async () => {
    const [ca, foreign] = await Promise.all([createCa('ca'), createCa('ca')]);
    const server = await issue({ ca, commonName: 'server', san: { ips: ['::1'] }, usage: 'server' });
    const [client, stranger] = await Promise.all([ca, foreign].map((by) => issue({ ca: by, dn: agentName, usage: 'client' })));
    const listener = tls.createServer(
      { ca: ca.certificate, cert: server.certificate, key: server.privateKey.reveal(), requestCert: true, rejectUnauthorized: true },
      (socket) => socket.end(`hello ${socket.getPeerCertificate().subject.CN}`),
    );
    listener.listen(0, '::1');
    await once(listener, 'listening');
    const { port } = listener.address() as AddressInfo;
    const say = async (pair: PemPair | undefined): Promise<string> => {
      const socket = tls.connect({
        host: '::1',
        port,
        ca: ca.certificate,
        cert: pair?.certificate,
        key: pair?.privateKey.reveal(),
      });
      let text = '';
      socket.setEncoding('utf8').on('data', (chunk: string) => {
        text += chunk;
      });
      await once(socket, 'close').catch((error: unknown) => {
        text = `refused: ${String(error)}`;
      });
      return text;
    };
    expect(await say(client)).toBe('hello b2c7.bootstrap.agent.bosh-internal');
    expect(await say(stranger)).not.toContain('hello');
    listener.close();
  });

  it('refuse what is no name, key or certificate', async () => {
    const ca = await createCa('ca');
    await expect(issue({ ca, dn: 'Cloud Foundry', usage: 'client' })).rejects.toMatchObject({ code: 'MalformedName' });
    await expect(issue({ ca: { ...ca, certificate: 'x' }, commonName: 'a', usage: 'client' })).rejects.toMatchObject({
      code: 'MalformedCertificate',
    });
    const { Secret } = await import('@bosh6/base');
    const broken = { ...ca, privateKey: new Secret('top secret') };
    const error: Error = await issue({ ca: broken, commonName: 'a', usage: 'client' }).then(
      () => new Error('accepted'),
      (reason: Error) => reason,
    );
    expect(error).toMatchObject({ code: 'MalformedKey' });
    expect(String(error)).not.toContain('top secret');
  });
});

it('a chain of authorities is strictly valid to openssl, and one that does not chain issues none', async () => {
  const verify = async (chains: boolean): Promise<string> => {
    const root = await createCa('root', { chains });
    const middle = await createCa('middle', { ca: root });
    const leaf = await issue({ ca: middle, commonName: 'leaf', usage: 'server' });
    const files = [
      file('root.pem', root.certificate),
      '-untrusted',
      file('middle.pem', middle.certificate),
      file('end.pem', leaf.certificate),
    ];
    return execFileSync('openssl', ['verify', '-x509_strict', '-CAfile', ...files], { encoding: 'utf8', stdio: 'pipe' });
  };
  expect(await verify(true)).toContain('OK');
  await expect(verify(false)).rejects.toThrow();
});
