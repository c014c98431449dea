import { createServer, type Socket } from 'node:net';
import { createInterface } from 'node:readline';

// A process in the lab, where the test's own cannot listen: what scripts tell goes out, a JSON line each, and their answers come in.
const open = new Map<number, Socket>();
let count = 0;
const say = (line: object): void => void process.stdout.write(`${JSON.stringify(line)}\n`);

const server = createServer((socket) => {
  const id = count++;
  let text = '';
  open.set(id, socket);
  socket.setEncoding('utf8').on('data', (part: string) => {
    text += part;
    if (text.endsWith('\n')) say({ id, text: text.trimEnd() });
  });
  // whoever asked may be gone
  socket.on('error', () => {});
  socket.on('close', () => open.delete(id));
});
server.listen(Number(process.argv[2]), '::', () => say({ listens: true }));

createInterface({ input: process.stdin })
  .on('line', (line) => {
    const { id, answer } = JSON.parse(line) as { id: number; answer: string };
    open.get(id)?.end(`${answer}\n`);
  })
  .on('close', () => process.exit());
