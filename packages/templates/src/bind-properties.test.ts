import { describe, expect, it } from 'vitest';
import { bindProperties } from './index.js';

describe('binding properties', () => {
  it('takes the value, else the default, else null, and drops what is not declared', () => {
    const declared = { nginx_conf: {}, pre_start: { default: '#!/bin/bash' }, 'tls.port': { default: 443 }, 'tls.on': { default: true } };
    const manifest = { nginx_conf: 'x', pre_start: null, tls: { on: false, other: 1 }, unknown: 1 };
    expect(bindProperties(declared, manifest)).toEqual({ nginx_conf: 'x', pre_start: '#!/bin/bash', tls: { port: 443, on: false } });
    expect(bindProperties({ a: {} }, {})).toEqual({ a: null });
    expect(bindProperties({}, { a: 1 })).toEqual({});
  });

  it('refuses a scalar where a map is needed, and says where it stands', () => {
    expect(() => bindProperties({ 'a/b.c.d': {} }, { 'a/b': { c: 'text' } })).toThrowError(
      expect.objectContaining({ code: 'JobPropertyNotAMap', number: 80009, where: { pointer: '/a~1b/c' } }),
    );
  });

  it('leaves the manifest as it is, also where one declared property lies inside another', () => {
    const manifest = { a: { x: 1 } };
    expect(bindProperties({ a: {}, 'a.y': { default: 2 } }, manifest)).toEqual({ a: { x: 1, y: 2 } });
    expect(manifest).toEqual({ a: { x: 1 } });
  });

  it('is not led astray by names of JavaScript', () => {
    const bound = bindProperties({ '__proto__.polluted': { default: true }, 'constructor.name': {} }, {});
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    expect(Object.keys(bound)).toEqual(['__proto__', 'constructor']);
  });
});
