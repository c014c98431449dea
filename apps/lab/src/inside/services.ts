import { type ChildProcess, spawn } from 'node:child_process';
import { createWriteStream, type WriteStream } from 'node:fs';
import type { JsonObject } from '@bosh6/base';
import { jsonLines, type ServiceRequest, type ServiceStatus, type StartedService } from '@bosh6/lab';
import { fail } from '../errors.js';
import { printPids } from '../scripts/host-pid.js';
import type { Places } from './places.js';

interface Service {
  request: ServiceRequest;
  child: ChildProcess;
  hostPid: number;
  exit?: { code: number | null; signal: string | null };
  started?: Promise<StartedService>;
  ended: Promise<void>;
}

/** Processes such as the Director that run in a place, and end with the lab. */
export class Services {
  readonly #places: Places;
  readonly #services = new Map<string, Service>();

  constructor(places: Places) {
    this.#places = places;
  }

  start(request: ServiceRequest): Promise<StartedService> {
    const known = this.#services.get(request.name);
    if (known?.started !== undefined && known.exit === undefined) return known.started;
    const place = this.#places.hostPid(request.where);
    if (place === undefined) throw fail('InvalidCall', `there is no place '${request.where}'`);
    const enter = ['-t', String(place), '-m', '-n', '-u', '--', 'env', '-C', request.cwd ?? '/'];
    const child = spawn('nsenter', [...enter, 'sh', '-c', `${printPids}\nexec "$@"`, 'service', ...request.argv], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { PATH: process.env.PATH ?? '/usr/sbin:/usr/bin:/sbin:/bin', ...this.#places.env(request.where), ...request.env },
    });
    const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
    const service: Service = { request, child, hostPid: 0, ended };
    const started = this.#watch(service, createWriteStream(request.logFile, { flags: 'a', mode: 0o600 }));
    service.started = started;
    this.#services.set(request.name, service);
    return started;
  }

  async stop(name: string, graceMs = 10_000): Promise<void> {
    const service = this.#services.get(name);
    if (service === undefined) return;
    this.#services.delete(name);
    if (service.exit !== undefined) return;
    service.child.kill('SIGTERM');
    const force = setTimeout(() => service.child.kill('SIGKILL'), graceMs);
    await service.ended;
    clearTimeout(force);
  }

  async stopAll(): Promise<void> {
    await Promise.all([...this.#services.keys()].map((name) => this.stop(name)));
  }

  status(): ServiceStatus[] {
    return [...this.#services.values()].map(({ request, hostPid, exit }) => {
      const common = { name: request.name, where: request.where, pid: hostPid };
      return exit === undefined ? { ...common, state: 'running' } : { ...common, state: 'exited', exit };
    });
  }

  #watch(service: Service, log: WriteStream): Promise<StartedService> {
    const { child, request } = service;
    let tail = '';
    const keep = (chunk: string): void => {
      tail = (tail + chunk).slice(-2000);
      log.write(chunk);
    };
    log.on('error', () => undefined);
    return new Promise((resolve, reject) => {
      const onMessage = (message: JsonObject): void => {
        if (message.ready === true) resolve({ pid: service.hostPid, ready: message });
      };
      const read = jsonLines(onMessage, (line) => {
        if (service.hostPid === 0) service.hostPid = Number.parseInt(line, 10) || 0;
      });
      child.stdout?.setEncoding('utf8').on('data', (chunk: string) => {
        keep(chunk);
        read(chunk);
      });
      child.stderr?.setEncoding('utf8').on('data', keep);
      child.once('error', (cause) => reject(fail('LabServiceFailed', `'${request.name}' cannot be run`, { cause })));
      child.once('close', (code, signal) => {
        service.exit = { code, signal };
        log.end();
        const said = tail.trim();
        reject(
          fail('LabServiceFailed', `'${request.name}' ended with ${signal ?? code} before it was ready: ${said}`, { details: { said } }),
        );
      });
    });
  }
}
