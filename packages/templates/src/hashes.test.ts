import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { configurationHash, type RenderedFile, templateHash } from './index.js';

const sha1 = (text: string): string => createHash('sha1').update(text).digest('hex');
const file = (source: string, destination: string, content: string): RenderedFile => ({
  source,
  destination,
  content: Buffer.from(content),
});

describe('hashes', () => {
  const monit = Buffer.from('M');
  const files = [file('b.erb', 'etc/b', 'B'), file('a.erb', 'etc/a', 'A'), file('.bosh/links.json', '.bosh/links.json', '[]\n')];

  it('of a job are of monit and the contents by source path', () => {
    expect(templateHash(monit, files)).toBe(sha1('M[]\nAB'));
  });

  it('of an instance are of monit, name, contents and destinations, jobs by name', () => {
    const jobs = [
      { name: 'z', monit, files },
      { name: 'k', monit: Buffer.from('N'), files: [] },
    ];
    expect(configurationHash(jobs)).toBe(sha1('NkMz[]\n.bosh/links.jsonAetc/aBetc/b'));
    expect(configurationHash([])).toBe(sha1(''));
  });
});
