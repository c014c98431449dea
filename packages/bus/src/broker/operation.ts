/** What a client may say (NATS client protocol). Payloads are views of the received bytes. */
export type Operation =
  | { readonly kind: 'connect'; readonly options: ConnectOptions }
  | { readonly kind: 'ping' }
  | { readonly kind: 'pong' }
  | { readonly kind: 'sub'; readonly subject: string; readonly queue: string | undefined; readonly sid: string }
  | { readonly kind: 'unsub'; readonly sid: string; readonly max: number | undefined }
  | Publication;

export interface Publication {
  readonly kind: 'pub';
  readonly subject: string;
  readonly reply: string | undefined;
  readonly headers: Buffer | undefined;
  readonly body: Buffer;
}

export interface ConnectOptions {
  readonly verbose: boolean;
  readonly pedantic: boolean;
  readonly echo: boolean;
  readonly headers: boolean;
  readonly noResponders: boolean;
  readonly name: string;
}
