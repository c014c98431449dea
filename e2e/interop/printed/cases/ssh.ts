import { type Cases, task } from '../case.js';

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
  'ssh, a shell in two': { argv: [...web, 'ssh', 'front'], programs, answers: session(host(0, '127.0.0.5'), host(1, '127.0.0.6')) },
  'ssh, refused': { argv: [...web, 'ssh', 'front/0'], programs, answers: session(host(0, '127.0.0.5', { status: 'failure' })) },
  'ssh front/0 -c id': { argv: [...web, 'ssh', 'front/0', '-c', 'id'], programs, answers: one },
  'ssh front/0 -r -- id -u': { argv: [...web, 'ssh', 'front/0', '-r', '--', 'id', '-u'], programs, answers: one },
  'ssh, a command that fails': { argv: [...web, 'ssh', 'front/0', '-c', 'false'], programs: { ssh: 'exit 3\n' }, answers: one },
  'scp to front/0': { argv: [...web, 'scp', 'a.txt', 'front/0:/tmp/b'], programs, answers: one },
  'scp -r from front/0, IPv6': { argv: [...web, 'scp', '-r', 'front/0:/tmp/b', 'out-((instance_id))'], programs, answers: long },
  'scp without a VM': { argv: [...web, 'scp', 'a', 'b'], programs },
  'logs -f': { argv: [...web, 'logs', '-f'], programs, answers: one },
  'logs -f --agent': { argv: [...web, 'logs', '-f', '--agent', 'front/0'], programs, answers: one },
  'logs --num --job -q': { argv: [...web, 'logs', '--num', '20', '--job', 'nginx', '-q', 'front/0'], programs, answers: one },
  'logs -f --only': { argv: [...web, 'logs', '-f', '--only', 'nginx/*.log', 'front/0'], programs, answers: one },
};
