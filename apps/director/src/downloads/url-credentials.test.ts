import { describe, expect, it } from 'vitest';
import { redact } from '../configs/redact.js';
import { withoutCredentials } from './url-credentials.js';

describe('credentials in URLs', () => {
  it.each([
    ['https://bob:s3cret@host/x.tgz', 'https://host/x.tgz'],
    ['https://bob:p@ss@host:8443/x?a=b@c', 'https://host:8443/x?a=b@c'],
    ['http:/bob:s3cret@host/x', 'http://host/x'],
    ['  http://bob:s3cret@host/x', 'http://host/x'],
    ['http://bob:s3/cret@host/x', 'http://host/x'],
    ['bob:s3cret@host/x', 'bob:host/x'],
    ['https://host/a@b', 'https://host/a@b'],
    ['https://[fd00::1]/x.tgz', 'https://[fd00::1]/x.tgz'],
    ['file:///tmp/a@b.tgz', 'file:///tmp/a@b.tgz'],
    ['./here.tgz', './here.tgz'],
  ])('%s is told as %s', (text, told) => {
    expect(withoutCredentials(text)).toBe(told);
  });

  it('are redacted whole in diffs', () => {
    expect(redact({ releases: [{ name: 'a', url: 'https://bob:p@ss@host/a.tgz' }] })).toEqual({
      releases: [{ name: 'a', url: 'https://<redacted>@host/a.tgz' }],
    });
  });
});
