import type { Json } from '@bosh6/base';
import { type CpiErrorCode, isCpiErrorCode } from '../errors.js';
import { ToldError } from '../told-error.js';
import { cpiResponseSchema } from '../wire.js';
import { fail } from './errors.js';

/** Which call a response belongs to, for messages. */
export interface Called {
  executable: string;
  method: string;
  requestId: string;
}

/** The result in an executable's output. Throws the error that it tells, or `InvalidResponse`; its log goes to `log`. */
export function readResponse(text: string, called: Called, log: (line: string) => void): Json {
  const parsed = cpiResponseSchema.safeParse(json(text, called));
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw fail('InvalidResponse', `${said(called)}: ${issue?.path.join('.') || 'the response'}: ${issue?.message}`, {
      cause: parsed.error,
    });
  }
  const { result, error, log: lines } = parsed.data;
  for (const line of lines.split('\n')) if (line !== '') log(line);
  if (error === null) return result;
  const code = codeOf(error.type, error.message);
  throw new ToldError(code, error, called, { okToRetry: error.ok_to_retry });
}

/** Two libraries say in other words that they lack a method; what a Director does then depends on knowing it. */
function codeOf(type: string, message: string): CpiErrorCode {
  if (type === 'InvalidCall' && message.startsWith('Method is not known, got')) return 'NotImplemented';
  if (type === 'Bosh::Clouds::CloudError' && message.startsWith('Invalid Method:')) return 'NotImplemented';
  const code = type.replace(/^Bosh::Clouds::/, '');
  return code !== type && isCpiErrorCode(code) ? code : type === 'InvalidCall' ? 'InvalidCall' : 'UnknownError';
}

function json(text: string, called: Called): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    const start = text.trim().slice(0, 200);
    throw fail('InvalidResponse', `${said(called)} is not JSON: ${start === '' ? 'it wrote nothing' : `'${start}'`}`, { cause });
  }
}

function said({ executable, method, requestId }: Called): string {
  return `what the CPI '${executable}' answered to '${method}' (CPI request ID: '${requestId}')`;
}
