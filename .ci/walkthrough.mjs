// Runs `npm run walkthrough -- --json` in a clone and checks its last line.
import { spawnSync } from 'node:child_process';

const [clone] = process.argv.slice(2);
const run = spawnSync('npm', ['run', '-s', 'walkthrough', '--', '--json'], {
  cwd: clone,
  encoding: 'utf8',
  stdio: ['ignore', 'pipe', 'inherit'],
  maxBuffer: 1 << 28,
});
const last = (run.stdout ?? '').trimEnd().split('\n').at(-1) ?? '';
process.stdout.write(`${last}\n`);
let summary;
try {
  summary = JSON.parse(last);
} catch {
  summary = {};
}
const ok = run.status === 0 && summary.ok === true && summary.pages?.ipv4 === 200 && summary.pages?.ipv6 === 200;
process.exit(ok ? 0 : 1);
