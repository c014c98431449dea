// Adds up vitest's JSON reports and the single checks, and tells failures once more, since a log's end is what people read; the last line is the count.
// A test that docs/reference/coverage.md names and that did not run is a failure too.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { uncovered } from './covered.mjs';

const [folder] = process.argv.slice(2);
const total = { passed: 0, failed: 0, skipped: 0 };
const failures = [];
const reports = [];
for (const name of readdirSync(folder)) {
  const text = readFileSync(join(folder, name), 'utf8');
  if (name.endsWith('.json')) {
    const report = JSON.parse(text);
    reports.push(report);
    total.passed += report.numPassedTests;
    total.failed += report.numFailedTests + (report.success || report.numFailedTests > 0 ? 0 : 1);
    total.skipped += report.numPendingTests + (report.numTodoTests ?? 0);
    failures.push(...report.testResults.flatMap(failuresOf));
  } else {
    for (const line of text.trim().split('\n').filter(Boolean)) {
      const [check, ...counts] = line.split(' ');
      const [passed, failed, skipped] = counts.map(Number);
      total.passed += passed;
      total.failed += failed;
      total.skipped += skipped;
      if (failed > 0) failures.push(check);
    }
  }
}
for (const { promise, shown, state } of uncovered(reports)) {
  if (state === 'skipped') process.stdout.write(`SKIPPED: ${shown}, which shows '${promise}'\n`);
  if (state !== 'not run') continue;
  total.failed += 1;
  failures.push(`'${promise}' is not shown: ${shown} did not run`);
}
for (const failure of failures) process.stdout.write(`FAILED: ${failure}\n`);
process.stdout.write(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped\n`);
process.exit(total.failed > 0 || total.passed === 0 ? 1 : 0);

// a file that fails as a whole has a message of its own
function failuresOf(file) {
  const tests = file.assertionResults.filter((test) => test.status === 'failed');
  const messages = tests.map((test) => `${test.fullName}\n${(test.failureMessages ?? []).join('\n')}`);
  if (file.status === 'failed' && tests.length === 0) messages.push(file.message ?? '');
  return messages.map((message) => `${file.name}: ${message}`.slice(0, 3000));
}
