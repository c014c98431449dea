import { expect, test } from 'vitest';
import { resurrectionRules } from './resurrection-rules.js';

test.each([
  [[], true],
  [['rules: [{enabled: true}]'], true],
  [['rules: [{enabled: false}]'], false],
  [['rules: [{enabled: false, include: {deployments: [web]}}]'], false],
  [['rules: [{enabled: false, include: {deployments: [other]}}]'], true],
  [['rules: [{enabled: false, include: {instance_groups: [nginx]}}]'], false],
  [['rules: [{enabled: false, include: {deployments: [web], instance_groups: [db]}}]'], true],
  [['rules: [{enabled: false, exclude: {deployments: [web]}}]'], true],
  [['rules: [{enabled: false, exclude: {instance_groups: [db]}}]'], false],
  [['rules: [{enabled: true}]', 'rules: [{enabled: false, include: {deployments: [web]}}]'], false],
  [['something: else'], true],
])('%o lets nginx of web be made anew: %s', (texts, expected) => {
  expect(resurrectionRules(texts)?.('web', 'nginx')).toBe(expected);
});

test.each(['rules: [{enabled: "off"}]', 'rules: [x]', 'rules: {enabled: false}', '- enabled: false'])(
  'nobody knows what %s forbids',
  (text) => {
    expect(resurrectionRules(['rules: [{enabled: true}]', text])).toBeUndefined();
  },
);
