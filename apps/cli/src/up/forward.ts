import { parseEndpoint } from '@bosh6/ip';
import { fail } from '../errors.js';

/** A port of this machine's 127.0.0.1 and [::1] that leads into the lab. */
export interface Forward {
  readonly port: number;
  readonly to: { readonly address: string; readonly port: number };
}

/** Reads `8080:[2601:646:100:69f1::165]:80`. */
export function parseForward(text: string): Forward {
  const colon = text.indexOf(':');
  const port = Number(text.slice(0, colon));
  const { host, port: inside } = parseEndpoint(text.slice(colon + 1), 0);
  if (colon < 1 || !Number.isInteger(port) || port < 0 || port > 65535 || inside === 0) {
    throw fail('InvalidArguments', `'${text}' is no forwarding`, {
      hint: 'write PORT:ADDRESS:PORT, such as 8080:[2601:646:100:69f1::165]:80',
    });
  }
  return { port, to: { address: host, port: inside } };
}
