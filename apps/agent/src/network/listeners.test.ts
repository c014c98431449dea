import { expect, test } from 'vitest';
import { parseListeners } from './listeners.js';

const lines = `LISTEN 0 511 *:80 *:* users:(("nginx",pid=40,fd=6),("nginx",pid=41,fd=6)) ino:1 sk:1 cgroup:/ v6only:0 <->
LISTEN 0 511 [::]:81 [::]:* users:(("nginx",pid=40,fd=7)) ino:2 sk:2 cgroup:/ v6only:1 <->
LISTEN 0 511 0.0.0.0:82 0.0.0.0:* users:(("nginx",pid=40,fd=8)) ino:3 sk:3 cgroup:/ <->
LISTEN 0 511 0.0.0.0:81 0.0.0.0:* users:(("nginx",pid=40,fd=9)) ino:4 sk:4 cgroup:/ <->
LISTEN 0 511 127.0.0.1:83 0.0.0.0:* users:(("redis",pid=50,fd=9)) ino:4 sk:4 cgroup:/ <->
LISTEN 0 511 [::1]:83 [::]:* users:(("redis",pid=50,fd=9)) ino:4 sk:4 cgroup:/ v6only:1 <->
LISTEN 0 128 [::]:22 [::]:* users:(("sshd",pid=60,fd=4)) ino:5 sk:5 cgroup:/ v6only:1 <->
LISTEN 0 128 0.0.0.0:2825 0.0.0.0:* users:(("node",pid=70,fd=4)) ino:5 sk:5 cgroup:/ <->
LISTEN 0 128 [fe80::28d6:2cff:fe00:49dc]%eth0:546 [::]:* users:(("dhcp6",pid=80,fd=4)) ino:5 sk:5 v6only:1 <->
LISTEN 0 128 [::]%eth0:84 [::]:* users:(("app",pid=83,fd=3)) ino:469857 sk:14 cgroup:/ v6only:1 <->
LISTEN 0 128 0.0.0.0%eth0:84 0.0.0.0:* users:(("app",pid=83,fd=4)) ino:469857 sk:14 cgroup:/ <->
LISTEN 0 128 *%eth0:85 *:* users:(("app",pid=83,fd=5)) ino:469858 sk:15 cgroup:/ v6only:0 <->
LISTEN 0 128 [::ffff:10.0.9.5]:90 *:* users:(("java",pid=81,fd=4)) ino:5 sk:5 v6only:0 <->
LISTEN 0 128 [::ffff:127.0.0.1]:92 *:* users:(("java",pid=81,fd=5)) ino:5 sk:5 v6only:0 <->
LISTEN 0 128 127.0.0.53%lo:53 0.0.0.0:* users:(("systemd-resolve",pid=82,fd=4)) ino:5 sk:5 <->
LISTEN 0 128 10.0.9.5:91 0.0.0.0:*
`;

test('a port counts for the families that it answers in, by the flag of its socket', () => {
  expect(parseListeners(lines, 70)).toEqual([
    { port: 80, addresses: ['::'], families: [4, 6], process: 'nginx' },
    { port: 81, addresses: ['0.0.0.0', '::'], families: [4, 6], process: 'nginx' },
    { port: 82, addresses: ['0.0.0.0'], families: [4], process: 'nginx' },
    { port: 84, addresses: ['0.0.0.0', '::'], families: [4, 6], process: 'app' },
    { port: 85, addresses: ['::'], families: [4, 6], process: 'app' },
    { port: 90, addresses: ['::ffff:10.0.9.5'], families: [4], process: 'java' },
    { port: 91, addresses: ['10.0.9.5'], families: [4], process: '' },
  ]);
});
