export type ServiceKind = 'process' | 'file' | 'directory' | 'fifo' | 'filesystem' | 'host' | 'system';
