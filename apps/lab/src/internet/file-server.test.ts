import { describe, expect, it } from 'vitest';
import { fileFor } from './file-server.js';

describe('the file of a URL', () => {
  it('is its path and query below the directory', () => {
    expect(fileFor('/srv', '/d/stemcells/x?v=1.0')).toBe('/srv/d/stemcells/x?v=1.0');
    expect(fileFor('/srv', '/a%20b')).toBe('/srv/a b');
  });

  it('is never outside', () => {
    for (const url of ['/../etc/passwd', '/%2e%2e/x', '/a/%2e%2e/%2e%2e/x', '/x?../..', '/%00', '/%'])
      expect(fileFor('/srv', url)).toBeUndefined();
  });
});
