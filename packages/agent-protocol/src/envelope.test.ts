import { expect, test } from 'vitest';
import { agentMethods, agentSettingsSchema, decodeRequest, decodeResponse, encodeMessage, isAgentTask } from './index.js';

test('a request of the stock Director is read', () => {
  const text = '{"protocol":3,"method":"get_task","arguments":["7a1c"],"reply_to":"director.d.a.r"}';
  expect(decodeRequest(Buffer.from(text))).toEqual({ protocol: 3, method: 'get_task', arguments: ['7a1c'], reply_to: 'director.d.a.r' });
});

test('what is no request is not answered', () => {
  expect(decodeRequest(Buffer.from('{'))).toBeUndefined();
  expect(decodeRequest(Buffer.from('{"method":"ping"}'))).toBeUndefined();
});

test('values, exceptions and tasks are told apart', () => {
  expect(decodeResponse(encodeMessage({ value: 'pong' }))).toEqual({ value: 'pong' });
  expect(decodeResponse(encodeMessage({ exception: { message: 'no' } }))).toEqual({ exception: { message: 'no' } });
  expect(isAgentTask({ agent_task_id: 'x', state: 'running' })).toBe(true);
  expect(isAgentTask('stopped')).toBe(false);
  expect(() => decodeResponse(encodeMessage({}))).toThrow(expect.objectContaining({ code: 'InvalidAgentMessage' }));
});

test('get_state takes no argument or "full"', () => {
  expect(agentMethods.get_state.arguments.safeParse([]).success).toBe(true);
  expect(agentMethods.get_state.arguments.safeParse(['full']).success).toBe(true);
});

test('unknown keys of settings travel along', () => {
  const settings = { agent_id: 'a', networks: { ipv6: { ip: 'fd00::1', prefix: '128', shape: 'round' } }, extra: [1] };
  expect(agentSettingsSchema.parse(settings)).toEqual(settings);
});

test('a list that is null in the settings of a CPI in Go is none', () => {
  const networks = { a: { type: 'manual', ip: 'fd00::1', dns: null, default: null, routes: null, cloud_properties: null } };
  expect(agentSettingsSchema.parse({ agent_id: 'a', networks }).networks).toEqual(networks);
});
