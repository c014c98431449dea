import type { z } from 'zod';
import type { mediaTypes } from '../routes.js';

export type Method = 'get' | 'post' | 'put' | 'delete';

/** One answer: nothing but its meaning, a text, bytes, or a value of a schema. */
export interface Answer {
  readonly says: string;
  readonly schema?: z.ZodType;
  readonly type?: string;
}

/** One call of the Director's API. */
export interface Endpoint {
  readonly method: Method;
  /** With `{names}` for what varies. */
  readonly path: string;
  readonly summary: string;
  /** The permission that the caller needs; `public` for none. */
  readonly needs: string;
  readonly query?: z.ZodObject;
  /** The media that the body may have; other ones are no such endpoint. */
  readonly accepts?: readonly (keyof typeof mediaTypes)[];
  readonly body?: z.ZodType;
  readonly answers: Readonly<Record<number, Answer>>;
}

type Rest = Partial<Pick<Endpoint, 'query' | 'accepts' | 'body'>> & { readonly answers?: Endpoint['answers'] };

/** `what` is method and path; the answer is one of 200, a task, or what `rest` says. */
export function endpoint(what: string, needs: string, summary: string, answer: z.ZodType | 'task' | 'none', rest: Rest = {}): Endpoint {
  const [method = '', path = ''] = what.split(' ');
  return { method: method.toLowerCase() as Method, path, needs, summary, ...rest, answers: { ...usual(answer), ...rest.answers } };
}

function usual(answer: z.ZodType | 'task' | 'none'): Endpoint['answers'] {
  if (answer === 'none') return {};
  if (answer === 'task') return { 302: { says: 'The task that does it: `Location` is its path, `/tasks/{id}`.' } };
  return { 200: { says: 'The answer.', schema: answer, type: 'application/json' } };
}
