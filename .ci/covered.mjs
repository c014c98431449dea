// Which of the tests that docs/reference/coverage.md names did not pass, by vitest's JSON reports.
import { coverage } from '../e2e/dist/coverage/index.js';

/** `{promise, shown, state}` of each test that did not run, or failed, or was skipped. */
export function uncovered(reports) {
  const files = reports.flatMap(({ testResults }) => testResults);
  return Object.values(coverage)
    .flatMap(Object.entries)
    .flatMap(([promise, shown]) => shown.map((each) => ({ promise, shown: each, state: stateOf(each, files) })))
    .filter(({ state }) => state !== 'passed');
}

function stateOf(shown, files) {
  const [path, part] = shown.split(' > ', 2);
  const named = part === undefined ? /^/ : patternOf(part);
  const states = files
    .filter(({ name }) => name.endsWith(`/${path}`))
    .flatMap(({ assertionResults }) => assertionResults)
    .filter(({ title }) => named.test(title))
    .map(({ status }) => status);
  if (states.includes('failed')) return 'failed';
  if (states.includes('passed')) return 'passed';
  return states.length > 0 ? 'skipped' : 'not run';
}

// a title in the source has places that a test's run fills in: %s, $name, ${...}
function patternOf(part) {
  const pieces = part.split(/%[a-zA-Z]|\$\{[^}]*\}|\$\w+/);
  return new RegExp(pieces.map((piece) => piece.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('.*'));
}
