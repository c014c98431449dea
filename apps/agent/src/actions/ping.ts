import { type Action, defineAction } from '../core/action.js';

export const ping = (): Action => defineAction('ping', () => 'pong' as const);
