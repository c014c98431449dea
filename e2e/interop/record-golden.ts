import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { freshStack } from '../stack/home.js';
import { openTerminal } from '../walkthrough/terminal.js';
import { commands, given } from './commands.js';
import { Distiller } from './distil.js';
import { writeGolden } from './golden-file.js';
import { fill } from './placeholders.js';
import { startRecorder } from './record.js';

// Types the commands into a shell where `bosh` is the stock one and the Director stands behind the recorder.
const { BOSH6_STOCK_CLI: stock } = process.env;
if (stock === undefined) throw new Error('BOSH6_STOCK_CLI is to be the path of a stock bosh');
const { stack, fixtures, remove } = await freshStack();
try {
  const values = await given(stack, fixtures);
  const tls = (name: string): string => join(stack.home, 'tls', name);
  const recorder = await startRecorder({
    target: { host: '127.0.0.1', port: stack.up.port, ca: readFileSync(stack.up.ca, 'utf8') },
    tls: { certificate: tls('director.crt'), privateKey: tls('director.key') },
  });
  const origin = `https://127.0.0.1:${recorder.port}`;
  const distiller = new Distiller([...values, ['origin', origin]]);

  const bin = join(stack.work, 'bin');
  mkdirSync(bin);
  symlinkSync(stock, join(bin, 'bosh'));
  const tiny = readFileSync(join(stack.work, 'tiny.yml'), 'utf8');
  writeFileSync(join(stack.work, 'tiny-with-disk.yml'), tiny.replace(/^( *)stemcell: debian$/m, '$&\n$1persistent_disk_type: default'));
  const terminal = await openTerminal(['/bin/bash', '--noprofile', '--norc', '-i'], {
    cwd: stack.work,
    env: { ...stack.env, BOSH_CA_CERT: stack.up.ca, PATH: `${bin}:${process.env.PATH}` },
    show: (text) => process.stdout.write(text),
  });
  for (const { name, line, answers } of commands) {
    const { exitCode } = await terminal.type(
      fill(line, distiller.bindings),
      answers?.map(({ prompt, reply }) => ({ prompt, reply: fill(reply, distiller.bindings) })),
    );
    if (exitCode !== 0) throw new Error(`${line} ended with ${exitCode}`);
    writeGolden(name, distiller.distil(line, recorder.take()));
  }
  await terminal.close();
  await recorder.close();
} finally {
  await remove();
}
