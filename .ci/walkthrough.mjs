// walkthrough.mjs CLONE [--ipv6-only]: runs `npm run walkthrough -- --json` in a clone and checks its last line.
import { spawnSync } from 'node:child_process';

const [clone, ...more] = process.argv.slice(2);
const run = spawnSync('npm', ['run', '-s', 'walkthrough', '--', '--json', ...more], {
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
const ipv4 = more.includes('--ipv6-only') ? 0 : 200;
const ok = run.status === 0 && summary.ok === true && summary.pages?.ipv4 === ipv4 && summary.pages?.ipv6 === 200;
process.exit(ok ? 0 : 1);
