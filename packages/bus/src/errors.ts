import { defineErrors } from '@bosh6/base';

export const fail = defineErrors({
  BusUnreachable: { fault: 'operator', retryable: true, hint: 'check the address, the CA and the client certificate of the bus' },
  BusRefused: { fault: 'operator', hint: 'the bus does not know the subject of this certificate' },
  BusClosed: { fault: 'bug' },
  BusPayloadTooLarge: { fault: 'user' },
  MalformedSubject: { fault: 'bug' },
  MalformedServer: { fault: 'operator', hint: "write a bus server as 'nats://host:4222' or 'nats://[fd00::1]:4222'" },
  BusProtocolViolation: { fault: 'bug' },
  BrokerListenFailed: { fault: 'operator' },
  BusUsersUnreadable: { fault: 'operator', hint: 'let the Director read and replace the file' },
});
