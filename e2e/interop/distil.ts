import { clientHeaders } from './client-headers.js';
import { parseLines } from './compare.js';
import { type Expectation, type Golden, type GoldenPoll, type GoldenRequest, split } from './golden-file.js';
import { type Bindings, fill } from './placeholders.js';
import type { Exchange } from './record.js';

const uuid = /\b(?:([a-z]+)-)?[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b/g;
/** What a cloud id's prefix, or else the key that a bare UUID stands under, says of it. */
const cidNames: Readonly<Record<string, string>> = { sc: 'stemcell_cid', vm: 'vm_cid', disk: 'disk_cid' };
const uuidNames: Readonly<Record<string, string>> = { uuid: 'director_uuid', agent_id: 'agent_id' };
/** Values that are of a kind only, by the key. */
const kinds: Readonly<Record<string, string>> = {
  time: 'epoch',
  timestamp: 'epoch',
  started_at: 'epoch',
  created_at: 'time',
  orphaned_at: 'time',
  vm_created_at: 'isoTime',
  version: 'string',
  jti: 'string',
};
const taskPath = '/tasks/{{task}}';
const eventsPath = `${taskPath}/output?type=event`;

/** Makes golden requests of recorded ones, command after command: a value that was named once has this name from then on. */
export class Distiller {
  /** The values that the names have now. */
  readonly bindings: Bindings;

  constructor(given: Iterable<[string, string]>) {
    this.bindings = new Map(given);
  }

  distil(command: string, exchanges: readonly Exchange[]): Golden {
    const requests: Golden['requests'] = [];
    for (let at = 0; at < exchanges.length; at++) {
      const one = exchanges[at] as Exchange;
      const request = this.#request(one);
      const polled = this.#polled(exchanges, at);
      if (polled.length === 0) requests.push({ ...request, expect: this.#expectation(one, request.path === taskPath) });
      else {
        requests.push(this.#poll(polled));
        at += polled.length - 1;
      }
    }
    return { command, requests };
  }

  /** The exchanges from `at` on that are pairs of a look at the task and one at its events. */
  #polled(exchanges: readonly Exchange[], at: number): readonly Exchange[] {
    const path = fill(taskPath, this.bindings);
    let end = at;
    while (exchanges[end]?.path === path && exchanges[end + 1]?.path === fill(eventsPath, this.bindings)) end += 2;
    return exchanges.slice(at, end);
  }

  #poll(polled: readonly Exchange[]): GoldenPoll {
    const [task, events] = polled.slice(-2) as [Exchange, Exchange];
    const bodies = polled
      .filter(({ headers, answer }) => headers.range !== undefined && answer.status !== 416)
      .map(({ answer }) => answer.body);
    const whole = { ...events, answer: { ...events.answer, body: Buffer.concat(bodies) } };
    const { headers, ...request } = this.#request(events);
    return {
      poll: {
        task: { ...this.#request(task), expect: this.#expectation(task, false) },
        events: {
          ...request,
          headers: { ...headers, range: 'bytes={{offset}}-' },
          expect: { ...this.#expectation(whole, false, 'lines'), status: [200, 206, 416] },
        },
      },
    };
  }

  #request({ method, path, headers, body }: Exchange): Omit<GoldenRequest, 'expect'> {
    const form = headers['content-type'] === 'application/x-www-form-urlencoded';
    const { host: _, ...sent } = headers;
    const constant = clientHeaders(method, { ranged: headers.range !== undefined, length: body.length });
    for (const [name, value] of Object.entries(constant)) {
      if (sent[name] !== value) throw new HeaderChanged(`${method} ${path}: ${name} is ${sent[name]}, not ${value}`);
    }
    const kept = Object.entries(sent).filter(([name]) => constant[name] === undefined);
    const text = body.toString();
    return {
      method,
      path: this.#template(path, encodeURIComponent),
      ...(kept.length === 0 ? {} : { headers: Object.fromEntries(kept.map(([name, value]) => [name, this.#template(String(value))])) }),
      ...(text === '' ? {} : { body: split(this.#template(text, form ? encodeURIComponent : undefined)) }),
    };
  }

  #template(raw: string, encode = (value: string): string => value): string {
    let template = raw;
    for (const [name, value] of this.bindings) {
      if (value.length >= 8) template = template.replaceAll(encode(value), `{{${name}}}`);
    }
    template = template.replace(/^\/tasks\/(\d+)/, (path, id) => (id === this.bindings.get('task') ? taskPath : path));
    template = template.replace(/(?<=[?&]context=[^&]*(?:%5B|%2C))\d+/g, (id) => `{{${this.#named('config_id', id)}}}`);
    if (fill(template, this.bindings, encode) !== raw) throw new NotReversible(template, raw);
    return template;
  }

  #expectation({ path, answer: { status, headers, body } }: Exchange, running: boolean, form?: 'lines'): Expectation {
    const text = body.toString();
    const { 'content-type': type, location } = headers;
    const [, task] = /\/tasks\/(\d+)$/.exec(location ?? '') ?? [];
    if (task !== undefined) this.bindings.set('task', task);
    return {
      status,
      ...(type === undefined ? {} : { type }),
      ...(location === undefined ? {} : { location: task === undefined ? this.#text(location, '') : '{{origin}}/tasks/{{=task}}' }),
      ...this.#body(text, path, running, form),
    };
  }

  #body(text: string, path: string, running: boolean, form: 'lines' | undefined): Pick<Expectation, 'json' | 'lines' | 'text'> {
    if (text === '') return form === undefined ? {} : { lines: [] };
    const content = path.includes('/output?type=') ? 'lines' : 'json';
    try {
      const value = content === 'lines' ? parseLines(text) : JSON.parse(text);
      return { [content]: this.#value(value, path, '', running) };
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
      return { text: split(this.#text(text, '')) };
    }
  }

  #value(value: unknown, path: string, pointer: string, running: boolean): unknown {
    const key = pointer.slice(pointer.lastIndexOf('/') + 1);
    if (Array.isArray(value)) return value.map((one) => this.#value(one, path, pointer, running));
    if (typeof value === 'object' && value !== null) {
      return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, this.#value(one, path, `${pointer}/${name}`, running)]));
    }
    // A task on its way: chance decides how far it is.
    if (running && key === 'state') return '{{~taskState}}';
    if (running && (key === 'timestamp' || key === 'started_at')) return '{{~epoch?}}';
    if (running && key === 'result') return '{{~string?}}';
    if (key === 'access_token' || key === 'refresh_token') {
      this.bindings.set(key, String(value));
      return `{{=${key}}}`;
    }
    if (/^\/(vitals|processes)\b/.test(pointer) && typeof value === 'number') return '{{~number}}';
    if (/^\/vitals\b/.test(pointer)) return '{{~decimal}}';
    if (value !== null && kinds[key] !== undefined && (key !== 'version' || path === '/info' || pointer === '/agent/version'))
      return `{{~${kinds[key]}}}`;
    if (pointer === '/id') return this.#id(value, path);
    if (key === 'cloud_config_ids') return `{{${this.#named('config_id', String(value))}:number}}`;
    return typeof value === 'string' ? this.#text(value, key) : value;
  }

  #id(value: unknown, path: string): unknown {
    if (path === '/configs') return `{{${this.#named('config_id', String(value))}}}`;
    if (typeof value === 'string') return this.#text(value, 'id');
    return /^\/tasks\/\d+$/.test(path) ? '{{task:number}}' : '{{~number}}';
  }

  #text(value: string, key: string): string {
    const text = value.replace(uuid, (whole, prefix: string | undefined) => {
      const name = prefix === undefined ? (uuidNames[key] ?? 'instance_id') : (cidNames[prefix] ?? `${prefix}_id`);
      return `{{${this.#named(name, whole)}}}`;
    });
    return text.replaceAll(this.bindings.get('origin') ?? '', '{{origin}}');
  }

  /** The name of a value; values of one sort are numbered from the second on. */
  #named(sort: string, value: string): string {
    for (let count = 1; ; count++) {
      const name = count === 1 ? sort : `${sort}_${count}`;
      const known = this.bindings.get(name) ?? value;
      this.bindings.set(name, known);
      if (known === value) return name;
    }
  }
}

class NotReversible extends Error {
  constructor(template: string, raw: string) {
    super(`the template ${template} does not give ${raw}`);
  }
}

class HeaderChanged extends Error {}
