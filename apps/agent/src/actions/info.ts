import { type Action, defineAction } from '../core/action.js';

/** 1: run_errand takes a job's name. */
export const info = (): Action => defineAction('info', () => ({ api_version: 1 }));
