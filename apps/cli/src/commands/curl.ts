import * as Args from '@oclif/core/args';
import * as Flags from '@oclif/core/flags';
import { BoshCommand } from '../command/bosh-command.js';
import { readText } from '../documents/read-document.js';
import { fail } from '../errors.js';

const methods = ['GET', 'POST', 'PUT', 'DELETE'] as const;

export default class Curl extends BoshCommand {
  static override description = "Sends one request to the Director's API, as who is logged in, and prints the answer.";
  static override examples = ['bosh6 curl /info', "bosh6 curl -X PUT /resurrection -H 'content-type: application/json' --body off.json"];
  static override args = {
    path: Args.string({ required: true, ignoreStdin: true, description: 'Path and query, such as /tasks?limit=3' }),
  };
  static override flags = {
    method: Flags.string({ char: 'X', options: methods, default: 'GET', description: 'Method' }),
    header: Flags.string({ char: 'H', multiple: true, multipleNonGreedy: true, description: "Header: 'name: value'; repeat for more" }),
    body: Flags.string({ description: "File with the request's body; - is standard input" }),
    'show-headers': Flags.boolean({ char: 'i', description: "Print the answer's headers too" }),
  };

  async run(): Promise<void> {
    const { args, flags } = await this.parse(Curl);
    const seat = this.open(flags);
    const headers = Object.fromEntries((flags.header ?? []).map(readHeader));
    const body = flags.body === undefined ? undefined : readText(flags.body);
    const director = await seat.director();
    const method = flags.method as (typeof methods)[number];
    const path = args.path.startsWith('/') ? args.path : `/${args.path}`;
    const answer = await director.raw.send({ method, path, headers, ...(body === undefined ? {} : { body }) });
    if (flags['show-headers']) {
      const lines = Object.entries(answer.headers).map(([name, value]) => `${name}: ${[value].flat().join(', ')}\n`);
      seat.ui.block(`HTTP/1.1 ${answer.status}\n${lines.join('')}\n`);
    }
    seat.ui.block(await answer.text());
    if (answer.status < 200 || answer.status > 299) throw fail('RequestRefused', `${method} ${path} was answered with ${answer.status}`);
  }
}

function readHeader(text: string): [string, string] {
  const [, name, value] = /^([!#$%&'*+.^_`|~0-9A-Za-z-]+):\s*(.*)$/.exec(text) ?? [];
  if (name === undefined || value === undefined || /[\r\n]/.test(value)) {
    throw fail('InvalidArguments', `'${text}' is no header`, { hint: "write -H 'name: value'" });
  }
  return [name, value];
}
