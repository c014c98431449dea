import type { MonitAction, MonitRule, MonitService } from './monit-definition.js';

const once = { times: 1, cycles: 1 };
const mending = new Set<MonitAction['kind']>(['restart', 'start', 'stop']);

/** The tests that are made of a service: a passive one is only told of; a file that is missing is made again unless a test of its own says otherwise. */
export function rulesOf({ rules, kind, path, start, passive }: MonitService): MonitRule[] {
  const hasOwn = rules.some(({ condition }) => condition.kind === 'existence');
  const implied: MonitRule[] =
    path === undefined || kind === 'process' || hasOwn
      ? []
      : [
          {
            condition: { kind: 'existence', when: 'missing' },
            failing: once,
            recovered: once,
            action: { kind: start === undefined ? 'alert' : 'restart' },
          },
        ];
  const all = [...implied, ...rules];
  return passive ? all.map((rule) => (mending.has(rule.action.kind) ? { ...rule, action: { kind: 'alert' } } : rule)) : all;
}
