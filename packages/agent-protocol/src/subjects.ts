import type { AgentId } from './ids.js';

/** The Director's requests to one agent. */
export const agentSubject = (id: AgentId | string): string => `agent.${id}`;
/** Where one answer goes; the Director subscribes to `directorSubjects(uuid)` once and tells answers apart by the last token. */
export const replySubject = (directorUuid: string, id: AgentId | string, requestId: string): string =>
  `director.${directorUuid}.${id}.${requestId}`;
/** All answers to one Director process. */
export const directorSubjects = (directorUuid: string): string => `director.${directorUuid}.>`;
export const heartbeatSubject = (id: AgentId | string): string => `hm.agent.heartbeat.${id}`;
export const alertSubject = (id: AgentId | string): string => `hm.agent.alert.${id}`;
export const shutdownSubject = (id: AgentId | string): string => `hm.agent.shutdown.${id}`;
