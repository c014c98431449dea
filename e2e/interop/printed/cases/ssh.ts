import { createHash } from 'node:crypto';
import { type Case, type Cases, task } from '../case.js';
import type { Answers } from '../documented-director.js';

/** Says what it was given, and what host keys it would trust. */
const told = `
for word in "$@"; do echo "[$word]"; done
for word in "$@"; do case "$word" in UserKnownHostsFile=*) sort "\${word#*=}";; esac; done
`;
const programs = { ssh: told, scp: told };
const host = (id: number, ip: string, more: object = {}): object => ({
  command: 'setup',
  status: 'success',
  ip,
  host_public_key: `ssh-rsa KEY${id}`,
  id: `u${id}`,
  index: id,
  job: 'front',
  ...more,
});
const session = (...hosts: readonly object[]): ReturnType<typeof task> => ({
  ...task('POST /deployments/web/ssh', { output: `${JSON.stringify(hosts)}\n` }),
  'GET /deployments/web/vms': { json: [] },
});
const one = session(host(0, '127.0.0.5'));
const long = session(host(0, '0000:0000:0000:0000:0000:0000:0000:0001'));
const behind = session(host(0, '0000:0000:0000:0000:0000:0000:0000:0001', { gateway_host: 'jump', gateway_user: 'vcap' }));
const web = ['-d', 'web'];

/** The VM's agent answers, one by one. */
const agent = (...answers: readonly object[]): Answers => ({ 'POST /agent': answers.map((json) => ({ json })) });
const setUp = { value: { command: 'setup', status: 'success', ip: '127.0.0.5', host_public_key: 'ssh-rsa KEY' } };
const cleanedUp = { value: { command: 'cleanup', status: 'success' } };
const inside = agent(setUp, cleanedUp);
const brings = (text: string): NonNullable<Case['programs']> => ({ scp: `for last; do :; done; printf '${text}' >"$last"\n` });
const sha512 = (text: string): string => `sha512:${createHash('sha512').update(text).digest('hex')}`;
const bundled = { value: { logs_tar_path: '/tmp/logs.tgz', sha512: sha512('logs') } };
const bundle = agent(setUp, bundled, { value: 'removed' }, cleanedUp);

/** CLI reference 5.9. */
export const ssh: Cases = {
  'ssh front/0': { argv: [...web, 'ssh', 'front/0'], programs, answers: one },
  'ssh front/0, IPv6': { argv: [...web, 'ssh', 'front/0'], programs, answers: long },
  "ssh front/0, the Director's gateway": { argv: [...web, 'ssh', 'front/0'], programs, answers: behind },
  'ssh front/0 --gw-disable': { argv: [...web, 'ssh', 'front/0', '--gw-disable'], programs, answers: behind },
  'ssh front/0, a gateway with a key': {
    argv: [...web, 'ssh', 'front/0', '--gw-host=j.example', '--gw-user=me', '--gw-private-key=/k'],
    programs,
    answers: one,
  },
  'ssh front/0 --opts': { argv: [...web, 'ssh', 'front/0', '--opts=-L8080:localhost:80', '--opts=-N'], programs, answers: one },
  'ssh, a shell in two': {
    fails: 2,
    says: "a shell is one VM's; these are 2",
    argv: [...web, 'ssh', 'front'],
    programs,
    answers: session(host(0, '127.0.0.5'), host(1, '127.0.0.6')),
  },
  'ssh, refused': {
    fails: 1,
    says: "the VM of front/u0 did not let us in: its agent answered 'failure'",
    argv: [...web, 'ssh', 'front/0'],
    programs,
    answers: session(host(0, '127.0.0.5', { status: 'failure' })),
  },
  'ssh front/0 -c id': { argv: [...web, 'ssh', 'front/0', '-c', 'id'], programs, answers: one },
  'ssh front/0 -r -- id -u': { argv: [...web, 'ssh', 'front/0', '-r', '--', 'id', '-u'], programs, answers: one },
  'ssh, a command that fails': {
    fails: 3,
    says: 'it failed on 1 of 1 hosts: front/u0 (3)',
    argv: [...web, 'ssh', 'front/0', '-c', 'false'],
    programs: { ssh: 'exit 3\n' },
    answers: one,
  },
  'scp to front/0': { argv: [...web, 'scp', 'a.txt', 'front/0:/tmp/b'], programs, answers: one },
  'scp -r from front/0, IPv6': { argv: [...web, 'scp', '-r', 'front/0:/tmp/b', 'out-((instance_id))'], programs, answers: long },
  'scp without a VM': { fails: 2, says: 'none of the paths is in a VM', argv: [...web, 'scp', 'a', 'b'], programs },
  'logs -f': { argv: [...web, 'logs', '-f'], programs, answers: one },
  'logs -f --agent': { argv: [...web, 'logs', '-f', '--agent', 'front/0'], programs, answers: one },
  'logs --num --job -q': { argv: [...web, 'logs', '--num', '20', '--job', 'nginx', '-q', 'front/0'], programs, answers: one },
  'logs -f --only': { argv: [...web, 'logs', '-f', '--only', 'nginx/*.log', 'front/0'], programs, answers: one },
  'ssh --director': { argv: ['ssh', '--director'], programs, answers: inside },
  'ssh --director -c id': { argv: ['ssh', '--director', '-c', 'id'], programs, answers: inside },
  'ssh --director, a gateway': { argv: ['ssh', '--director', '--gw-host=j.example', '--gw-user=me'], programs, answers: inside },
  'ssh --director, IPv6': {
    argv: ['ssh', '--director'],
    programs,
    answers: agent({ value: { ...setUp.value, ip: '::1' } }, cleanedUp),
  },
  'ssh --director with a key': {
    fails: 2,
    says: '--private-key does not go with --director',
    argv: ['ssh', '--director', '-i', 'key'],
    files: { key: 'KEY' },
    programs,
  },
  'ssh --director, no endpoint': {
    fails: 2,
    says: '--director needs both --agent-endpoint and --agent-certificate',
    argv: ['ssh', '--director', '--agent-endpoint='],
    programs,
  },
  'ssh --director, no certificate': {
    fails: 2,
    says: '--director needs both --agent-endpoint and --agent-certificate',
    argv: ['ssh', '--director', '--agent-certificate='],
    programs,
  },
  'ssh --director, refused': {
    fails: 1,
    says: 'the agent at https://127.0.0.1:25555 refused ssh: no',
    argv: ['ssh', '--director'],
    programs,
    answers: agent({ exception: { message: 'no' } }),
  },
  'ssh --director, another status': {
    fails: 1,
    says: "the agent did not let us in: it answered 'failure'",
    argv: ['ssh', '--director'],
    programs,
    answers: agent({ value: { command: 'setup', status: 'failure' } }),
  },
  'ssh --director, not known': {
    fails: 5,
    says: 'the agent at https://127.0.0.1:25555 does not know this user and password',
    argv: ['ssh', '--director'],
    programs,
    answers: { 'POST /agent': { status: 401 } },
  },
  'scp --director': { argv: ['scp', '--director', 'a.txt', 'director/0:/tmp/b'], programs, answers: inside },
  'scp --director with a key': {
    fails: 2,
    says: '--private-key does not go with --director',
    argv: ['scp', '--director', '-i', 'key', 'a', ':b'],
    files: { key: 'KEY' },
    programs,
  },
  'logs --director': { argv: ['logs', '--director'], programs: brings('logs'), answers: bundle },
  'logs --director --agent --only': {
    argv: ['logs', '--director', '--agent', '--only=a,b', '--only=c'],
    programs: brings('logs'),
    answers: bundle,
  },
  'logs --director --all-logs': { argv: ['logs', '--director', '--all-logs'], programs: brings('logs'), answers: bundle },
  'logs --director, another archive': {
    fails: 4,
    says: `file '/tmp/logs.tgz' has digest ${sha512('other')}, not ${sha512('logs')}`,
    argv: ['logs', '--director'],
    programs: brings('other'),
    answers: bundle,
  },
  'logs --director -f': { argv: ['logs', '--director', '-f'], programs, answers: inside },
  'logs --only twice': {
    argv: [...web, 'logs', 'front/0', '--only=a', '--only=b,c'],
    answers: {
      ...task('GET /deployments/web/jobs/front/0/logs?filters=a%2Cb%2Cc&type=job', { result: 'blob' }),
      'GET /resources/blob': { text: 'logs' },
    },
  },
};
