import { describe, expect, it } from 'vitest';
import { publicOrigin } from '../info/public-url.js';
import { type DirectorConfig, parseConfig } from './config.js';

const parse = (changes: object): DirectorConfig => {
  const pair = { certificate: 'c', privateKey: 'k' };
  const value = {
    name: 'Director.example',
    stateDir: 'state',
    tls: { ...pair, ca: 'ca' },
    database: { type: 'sqlite', path: 'db' },
    blobstore: { path: 'blobs' },
    bus: { embedded: { port: 4222 }, ca: pair },
    users: [],
    cpi: { type: 'local' },
    tokenKey: { privateKey: 'k' },
    ...changes,
  };
  return parseConfig(JSON.stringify(value), '/etc/director.json');
};

const endpoints = [
  { family: 6, address: '2601:0646:0100:69F1:0:0:0:151' },
  { family: 4, address: '10.0.9.151' },
];

describe('the configuration', () => {
  it('keeps addresses and names in one spelling', () => {
    const config = parse({ endpoints, names: ['Bosh.Example'] });
    expect(config.endpoints.map(({ address }) => address)).toEqual(['2601:646:100:69f1::151', '10.0.9.151']);
    expect(config.names).toEqual(['bosh.example']);
  });

  it.each([
    [{ family: 4, address: 'fd00::1' }, 'IPv4'],
    [{ family: 6, address: 'nowhere' }, 'IPv6'],
  ])('refuses the endpoint %j with its place', (one, text) => {
    const where = { document: '/etc/director.json', pointer: '/endpoints/0/address' };
    const expected = { code: 'ConfigInvalid', message: expect.stringContaining(text), where };
    expect(() => parse({ endpoints: [one] })).toThrow(expect.objectContaining(expected));
  });
});

describe('the public URL', () => {
  const config = parse({ endpoints, names: ['Bosh.Example'] });
  it.each([
    ['[2601:646:100:69f1:0:0:0:0151]:8443', 'https://[2601:646:100:69f1::151]:8443'],
    ['[2601:0646:0100:69F1::151]', 'https://[2601:646:100:69f1::151]:25555'],
    ['[::ffff:0:1]', 'https://[2601:646:100:69f1::151]:25555'],
    ['[0:0:0:0:0:0:0:1]:1', 'https://[::1]:1'],
    ['DIRECTOR.example', 'https://director.example:25555'],
    ['BOSH.example:1', 'https://bosh.example:1'],
    ['10.0.9.151', 'https://10.0.9.151:25555'],
    ['elsewhere', 'https://[2601:646:100:69f1::151]:25555'],
  ])('for the host %s is %s', (host, url) => {
    expect(publicOrigin(config, host)).toBe(url);
  });
});

describe('the database', () => {
  const database = (changes: object): DirectorConfig['database'] => parse({ database: { type: 'postgres', ...changes } }).database;

  it.each([
    ['2001:0DB8::5', [{ host: '2001:db8::5', port: 5432 }]],
    ['[2001:db8::5]:5433', [{ host: '2001:db8::5', port: 5433 }]],
    [
      ['db1.example:6000', '10.0.9.5'],
      [
        { host: 'db1.example', port: 6000 },
        { host: '10.0.9.5', port: 5432 },
      ],
    ],
    ['/var/run/postgresql', [{ host: '/var/run/postgresql', port: 5432 }]],
  ])('may be PostgreSQL at %j', (host, hosts) => {
    expect(database({ host })).toMatchObject({ hosts, name: 'bosh6', user: 'bosh6', pool: 10 });
  });

  it('counts its files from the configuration', () => {
    expect(database({ passwordFile: 'secret', tls: { ca: 'ca.pem' } })).toMatchObject({
      passwordFile: '/etc/secret',
      tls: { ca: '/etc/ca.pem' },
    });
  });

  it.each([
    [{ host: ['db', '10.0.9.999'] }, '/database/host/1'],
    [{ host: '/run/postgresql', tls: {} }, '/database/host'],
    [{ tls: { certificate: 'c' } }, '/database/tls'],
    [{ type: 'mysql' }, '/database/type'],
  ])('refuses %j with its place', (changes, pointer) => {
    expect(() => database(changes)).toThrow(
      expect.objectContaining({ code: 'ConfigInvalid', where: { document: '/etc/director.json', pointer } }),
    );
  });
});

describe('the bus', () => {
  const ca = { certificate: 'c', privateKey: 'k' };
  const natsServer = { servers: ['[2001:DB8::7]:4223', 'bus.example'], usersFile: 'users.json', reload: ['kill', '-HUP', '1'] };

  it('may be a nats-server', () => {
    const servers = [
      { host: '2001:db8::7', port: 4223 },
      { host: 'bus.example', port: 4222 },
    ];
    const absolute = { certificate: '/etc/c', privateKey: '/etc/k' };
    expect(parse({ bus: { natsServer, ca } }).bus).toEqual({
      natsServer: { ...natsServer, servers, usersFile: '/etc/users.json' },
      ca: absolute,
    });
  });

  it.each([
    [{ ca }, '/bus'],
    [{ embedded: { port: 1 }, natsServer, ca }, '/bus'],
    [{ natsServer: { ...natsServer, servers: ['10.0.9.999'] }, ca }, '/bus/natsServer/servers/0'],
    [{ natsServer: { ...natsServer, reload: [] }, ca }, '/bus/natsServer/reload'],
  ])('refuses %j with its place', (bus, pointer) => {
    expect(() => parse({ bus })).toThrow(
      expect.objectContaining({ code: 'ConfigInvalid', where: { document: '/etc/director.json', pointer } }),
    );
  });
});

describe('the roles', () => {
  const ca = { certificate: 'c', privateKey: 'k' };
  const bus = { natsServer: { servers: ['bus.example'], usersFile: 'users.json', reload: ['true'] }, ca };

  it('are all unless said', () => {
    expect(parse({}).roles).toEqual(['api', 'worker', 'health-monitor']);
  });

  it('may be some where the work can be shared', () => {
    expect(parse({ roles: ['api'], database: { type: 'postgres' }, bus }).roles).toEqual(['api']);
  });

  it.each([
    [{ roles: ['api'], bus }, '/roles', 'database.type postgres'],
    [{ roles: ['worker'], database: { type: 'postgres' } }, '/roles', 'bus.natsServer'],
    [{ roles: ['api'], database: { type: 'postgres' }, bus, port: 0 }, '/port', 'know the port'],
    [{ roles: [] }, '/roles', ''],
    [{ roles: ['boss'] }, '/roles/0', ''],
  ])('refuses %j with its place', (changes, pointer, lacking) => {
    const where = { document: '/etc/director.json', pointer };
    expect(() => parse(changes)).toThrow(
      expect.objectContaining({ code: 'ConfigInvalid', where, message: expect.stringContaining(lacking) }),
    );
  });
});

describe('the trusted certificates', () => {
  const pem = '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n';
  it.each([
    [undefined, []],
    ['ca.pem', ['/etc/ca.pem']],
    [pem, [pem]],
    [
      ['/ca.pem', pem],
      ['/ca.pem', pem],
    ],
    [[], []],
  ])('%j: files are absolute, texts are as they are', (trustedCerts, expected) => {
    expect(parse({ trustedCerts }).trustedCerts).toEqual(expected);
  });
});
