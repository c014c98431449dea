import { describe, expect, it } from 'vitest';
import { changeset } from './changeset.js';

const manifest = (properties: object, more: object = {}): never =>
  ({ name: 'nginx', instance_groups: [{ name: 'nginx', jobs: [{ name: 'nginx', properties }], ...more }] }) as never;

describe('what a deploy changes', () => {
  it('shows that a property changed, and neither value', () => {
    expect(changeset(manifest({ pre_start: 'a', same: 1 }), manifest({ pre_start: 'b', same: 1 }), { showSecrets: false })).toEqual([
      ['instance_groups:', null],
      ['- name: nginx', null],
      ['  jobs:', null],
      ['  - name: nginx', null],
      ['    properties:', null],
      ['      pre_start: <redacted>', 'removed'],
      ['      pre_start: <redacted>', 'added'],
    ]);
  });

  it('shows both values when asked', () => {
    const lines = changeset(manifest({ pre_start: 'a' }), manifest({ pre_start: 'b' }), { showSecrets: true });
    expect(lines.slice(-2)).toEqual([
      ['      pre_start: a', 'removed'],
      ['      pre_start: b', 'added'],
    ]);
  });

  it('hides items of lists below properties, also their names, and nothing outside', () => {
    const before = manifest({ keys: ['a'], users: [{ name: 'x', password: 'p' }] }, { instances: 1 });
    const after = manifest({ keys: ['b'], users: [{ name: 'x', password: 'q' }] }, { instances: 2 });
    const text = JSON.stringify(changeset(before, after, { showSecrets: false }));
    expect(text).not.toMatch(/"\s*(- )?(a|b|p|q|x)"|password: [pq]|name: x/);
    expect(text).toContain('["  instances: 2","added"]');
    expect(text).toContain('["      - <redacted>","removed"]');
    expect(text).toContain('["        password: <redacted>","added"]');
  });

  it('hides properties that turn into something else, and user info of release URLs', () => {
    const before = { properties: { a: 's3cret' }, releases: [{ name: 'r', url: 'https://u:pw@h/r.tgz' }] };
    const after = { properties: 's3cret', releases: [{ name: 'r', url: 'https://u:pw2@h/r.tgz' }] };
    const text = JSON.stringify(changeset(before, after, { showSecrets: false }));
    expect(text).not.toMatch(/s3cret|pw/);
    expect(text.match(/<redacted>@h/g)).toHaveLength(2);
  });

  it('is nothing when nothing changes', () => {
    expect(changeset(manifest({ a: 1 }), manifest({ a: 1 }), { showSecrets: false })).toEqual([]);
  });
});
