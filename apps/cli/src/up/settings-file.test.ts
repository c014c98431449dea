import { writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { temporaryDirectory } from '../testing/temporary-directory.js';
import { directorName, siteOf } from './addresses.js';
import { directorConfig } from './director-config.js';
import { findHome, type Home } from './home.js';
import { settingsOf } from './settings-file.js';
import type { Trust } from './trust.js';

const homeWith = (settings?: string): Home => {
  const home = findHome({ BOSH6_HOME: temporaryDirectory() });
  if (settings !== undefined) writeFileSync(home.settings, settings);
  return home;
};

it.each([
  ['no file', undefined, {}],
  ['metrics', '{"metrics": {}}', { metrics: {} }],
  ['a CA', '{"trustedCerts": "ca.pem"}', { trustedCerts: 'ca.pem' }],
  ['a hook', '{"healthMonitor": {"hooks": [{"type": "log"}]}}', { healthMonitor: { hooks: [{ type: 'log' }] } }],
])('%s is in the configuration that every start writes', (_what, text, expected) => {
  const home = homeWith(text);
  const cpi = { type: 'local', properties: {} };
  expect(directorConfig(home, siteOf(home, false), {} as Trust, cpi, settingsOf(home))).toMatchObject({ name: directorName, ...expected });
});

it.each([
  ['no JSON', 'metrics: {}', 'JSON'],
  ['what `up` sets itself', '{"port": 1}', 'port'],
  ['a name that is none', '{"metric": {}}', 'metric'],
  ['no object', '{"metrics": 1}', 'metrics: '],
])('%s is refused with the file', (_what, text, why) => {
  const home = homeWith(text);
  expect(() => settingsOf(home)).toThrow(
    expect.objectContaining({ code: 'SettingsFileInvalid', message: expect.stringContaining(why), where: { document: home.settings } }),
  );
});
