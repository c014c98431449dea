import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { ConsoleStdout, File, type Inode, OpenFile, PreopenDirectory, WASI } from '@bjorn3/browser_wasi_shim';
import { type RbValue, RubyVM } from '@ruby/wasm-wasi';
import { readOutput, type TemplateInput, type TemplateOutput, writeInput } from './ruby-frames.js';

const sources = ['libraries', 'reads', 'lookup', 'tree', 'link', 'evaluation_context', 'repeatable', 'compiled', 'render', 'socket'];
// Without the gem system Ruby starts in a fraction of the time (bosh.io/docs).
const command = ['ruby.wasm', '-EUTF-8', '--disable-gems', '-e_=0'];

interface Parts {
  readonly ruby: RbValue;
  readonly wasi: WASI;
  readonly memory: WebAssembly.Memory;
  readonly work: Map<string, Inode>;
  readonly input: File;
  readonly output: File;
}

/** CRuby in WebAssembly: it sees two virtual directories, no host files, no environment, no network. */
export class RubyRenderer {
  readonly #ruby: RbValue;
  readonly #wasi: WASI;
  readonly #memory: WebAssembly.Memory;
  readonly #work: Map<string, Inode>;
  readonly #input: File;
  readonly #output: File;

  private constructor({ ruby, wasi, memory, work, input, output }: Parts) {
    this.#ruby = ruby;
    this.#wasi = wasi;
    this.#memory = memory;
    this.#work = work;
    this.#input = input;
    this.#output = output;
  }

  static async start(): Promise<RubyRenderer> {
    const wasm = createRequire(import.meta.url).resolve('@ruby/3.4-wasm-wasi/dist/ruby+stdlib.wasm');
    const [module, library] = await Promise.all([readFile(wasm).then((bytes) => WebAssembly.compile(bytes)), readLibrary()]);
    const [input, output] = [new File([]), new File([])];
    const work = new Map<string, Inode>(Object.entries({ input, output }));
    // Standard output and error go nowhere: a template's noise is nobody's.
    const silence = (): ConsoleStdout => new ConsoleStdout(() => {});
    const files = [new PreopenDirectory('/bosh6', library), new PreopenDirectory('/render', work)];
    const wasi = new WASI([], [], [new OpenFile(new File([])), silence(), silence(), ...files], { debug: false });
    const bridge = new JsBridge();
    const { vm, instance } = await RubyVM.instantiateModule({
      module,
      wasip1: wasi as never,
      args: command,
      addToImports: (imports) => bridge.guard(imports),
    });
    const ruby = vm.eval("$LOAD_PATH << '/bosh6'; require '/bosh6/render'; Bosh6Renderer");
    bridge.close();
    return new RubyRenderer({ ruby, wasi, memory: instance.exports.memory as WebAssembly.Memory, work, input, output });
  }

  /** Bytes of Ruby's memory; it never shrinks. */
  get memoryBytes(): number {
    return this.#memory.buffer.byteLength;
  }

  /** Throws when the template ended Ruby itself; the renderer is unusable then. */
  render(input: TemplateInput): TemplateOutput {
    // A template finds no files of the one before; Ruby has its two open.
    this.#work.clear();
    this.#input.data = writeInput(input);
    this.#output.data = new Uint8Array();
    this.#ruby.call('render');
    this.#forgetClosedFiles();
    return readOutput(this.#output.data);
  }

  // The shim keeps a place for every file ever opened.
  #forgetClosedFiles(): void {
    const { fds } = this.#wasi;
    while (fds.length > 0 && fds.at(-1) === undefined) fds.pop();
  }
}

/** Ruby's way into JavaScript, which would lead out of the sandbox. Ruby itself needs it while it starts. */
class JsBridge {
  #open = true;

  guard(imports: WebAssembly.Imports): void {
    const host = imports['rb-js-abi-host'];
    if (host === undefined) return;
    for (const [name, call] of Object.entries(host)) {
      if (!/^(eval-js|global-this)\b/.test(name) || typeof call !== 'function') continue;
      host[name] = (...args: unknown[]): unknown => {
        if (!this.#open) throw new WebAssembly.RuntimeError('templates cannot use JavaScript');
        return (call as (...args: unknown[]) => unknown)(...args);
      };
    }
  }

  close(): void {
    this.#open = false;
  }
}

async function readLibrary(): Promise<Map<string, Inode>> {
  const directory = new URL('../ruby/', import.meta.url);
  const entries = sources.map(async (name): Promise<[string, Inode]> => {
    return [`${name}.rb`, new File(await readFile(new URL(`${name}.rb`, directory)), { readonly: true })];
  });
  return new Map(await Promise.all(entries));
}
