// Adds up vitest's JSON reports and the single checks; the last line is the count.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const [folder] = process.argv.slice(2);
const total = { passed: 0, failed: 0, skipped: 0 };
for (const name of readdirSync(folder)) {
  const text = readFileSync(join(folder, name), 'utf8');
  if (name.endsWith('.json')) {
    const report = JSON.parse(text);
    total.passed += report.numPassedTests;
    total.failed += report.numFailedTests + (report.success || report.numFailedTests > 0 ? 0 : 1);
    total.skipped += report.numPendingTests + (report.numTodoTests ?? 0);
  } else {
    for (const line of text.trim().split('\n').filter(Boolean)) {
      const [, passed, failed, skipped] = line.split(' ').map(Number);
      total.passed += passed;
      total.failed += failed;
      total.skipped += skipped;
    }
  }
}
process.stdout.write(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped\n`);
process.exit(total.failed > 0 || total.passed === 0 ? 1 : 0);
