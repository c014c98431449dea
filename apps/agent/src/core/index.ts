export { Layout } from '../layout.js';
export { type Log, lineLog, silentLog } from '../log.js';
export { DummyPlatform } from '../platform/dummy-platform.js';
export { LinuxPlatform } from '../platform/linux-platform.js';
export type { Platform } from '../platform/platform.js';
export { type AgentFile, fileSource, readAgentFile, type SettingsSource } from '../settings/settings-source.js';
export { Agent, type AgentOptions } from './agent.js';
export type { Connect } from './bus-link.js';
