export { answer, answers, failure, type Question, readQuestion } from './message.js';
export { type DnsServer, type DnsServerOptions, type Reply, startDnsServer } from './server.js';
