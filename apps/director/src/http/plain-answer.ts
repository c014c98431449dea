/** An answer in text, where BOSH answers in text: thrown by routes, sent as it is. */
export class PlainAnswer extends Error {
  readonly status: number;
  readonly body: string;

  constructor(status: number, body: string) {
    super(body);
    this.status = status;
    this.body = body;
  }

  /** Also for a body of a type that the route does not take. */
  static noEndpoint(path: string): PlainAnswer {
    return new PlainAnswer(404, `Endpoint '${path}' not found.`);
  }
}
