import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { Agent, get } from 'node:https';
import { interleaved } from './interleaved.js';
import { emptyNode, nodeBinary } from './process-time.js';

/*
 * Runs where the Director belongs: starts it with its own configuration, asks /info until it answers 200, ends it, and again.
 * argv: the Director's main.js, its configuration. Prints the measurement as JSON.
 */
const [program = '', configFile = ''] = process.argv.slice(2);
const config = JSON.parse(readFileSync(configFile, 'utf8')) as { port: number; tls: { ca: string }; stateDir: string };
const ca = readFileSync(config.tls.ca);

async function untilReady(): Promise<number> {
  const start = performance.now();
  const director = spawn(nodeBinary, [program, configFile], { cwd: config.stateDir, stdio: 'ignore' });
  const ended = once(director, 'exit');
  const agent = new Agent({ ca });
  try {
    for (let wait = 10; !(await answers(agent)); wait = Math.min(wait * 1.2, 20)) {
      if (director.exitCode !== null) throw new Error(`the Director ended with ${director.exitCode}`);
      await new Promise((resolve) => setTimeout(resolve, wait));
    }
    return performance.now() - start;
  } finally {
    agent.destroy();
    director.kill('SIGTERM');
    await ended;
  }
}

function answers(agent: Agent): Promise<boolean> {
  return new Promise((resolve) => {
    const request = get({ host: '127.0.0.1', port: config.port, path: '/info', agent }, (response) => {
      response.resume();
      response.on('end', () => resolve(response.statusCode === 200));
      response.on('error', () => resolve(false));
    });
    request.on('error', () => resolve(false));
  });
}

process.stdout.write(`${JSON.stringify(await interleaved(untilReady, emptyNode, { rounds: 9, warmUp: 2 }))}\n`);
