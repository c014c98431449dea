import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { ConsoleStdout, File, type Inode, OpenFile, PreopenDirectory, WASI } from '@bjorn3/browser_wasi_shim';
import { RubyVM } from '@ruby/wasm-wasi';

const sources = ['libraries', 'lookup', 'tree', 'link', 'evaluation_context', 'render', 'socket'];
// Without the gem system Ruby starts in a fraction of the time (bosh.io/docs).
const ruby = ['ruby.wasm', '-EUTF-8', '--disable-gems', '-e_=0'];

/** What one template is rendered from. */
export interface TemplateInput {
  /** `JOB/SOURCE`, as backtraces name it. */
  readonly path: string;
  readonly template: string | Uint8Array;
  /** JSON of `{spec, properties, links}`. */
  readonly context: string;
}

export type TemplateOutput =
  | { readonly ok: true; readonly content: Uint8Array }
  | { readonly ok: false; readonly message: string; readonly line: number | undefined };

/** CRuby in WebAssembly: it sees two virtual directories, no host files, no environment, no network. */
export class RubyRenderer {
  readonly #vm: RubyVM;
  readonly #wasi: WASI;
  readonly #memory: WebAssembly.Memory;
  readonly #work: Map<string, Inode>;

  private constructor(vm: RubyVM, wasi: WASI, memory: WebAssembly.Memory, work: Map<string, Inode>) {
    this.#vm = vm;
    this.#wasi = wasi;
    this.#memory = memory;
    this.#work = work;
  }

  static async start(): Promise<RubyRenderer> {
    const wasm = createRequire(import.meta.url).resolve('@ruby/3.4-wasm-wasi/dist/ruby+stdlib.wasm');
    const [module, library] = await Promise.all([readFile(wasm).then((bytes) => WebAssembly.compile(bytes)), readLibrary()]);
    const work = new Map<string, Inode>();
    // Standard output and error go nowhere: a template's noise is nobody's.
    const silence = (): ConsoleStdout => new ConsoleStdout(() => {});
    const files = [new PreopenDirectory('/bosh6', library), new PreopenDirectory('/render', work)];
    const wasi = new WASI([], [], [new OpenFile(new File([])), silence(), silence(), ...files], { debug: false });
    const bridge = new JsBridge();
    const { vm, instance } = await RubyVM.instantiateModule({
      module,
      wasip1: wasi as never,
      args: ruby,
      addToImports: (imports) => bridge.guard(imports),
    });
    vm.eval("$LOAD_PATH << '/bosh6'; require '/bosh6/render'");
    bridge.close();
    return new RubyRenderer(vm, wasi, instance.exports.memory as WebAssembly.Memory, work);
  }

  /** Bytes of Ruby's memory; it never shrinks. */
  get memoryBytes(): number {
    return this.#memory.buffer.byteLength;
  }

  /** Throws when the template ended Ruby itself; the renderer is unusable then. */
  render({ path, template, context }: TemplateInput): TemplateOutput {
    const work = this.#work;
    // A template finds its own files only, not those of the one before.
    work.clear();
    work.set('path', file(path));
    work.set('template', file(template));
    work.set('context', file(context));
    this.#vm.eval('Bosh6Renderer.render');
    this.#forgetClosedFiles();
    const output = work.get('output');
    const error = work.get('error');
    work.clear();
    if (error instanceof File) {
      const { message, line } = JSON.parse(Buffer.from(error.data).toString()) as { message: string; line: number | null };
      return { ok: false, message, line: line ?? undefined };
    }
    return { ok: true, content: output instanceof File ? output.data : new Uint8Array() };
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

function file(content: string | Uint8Array): File {
  return new File(typeof content === 'string' ? new TextEncoder().encode(content) : content);
}

async function readLibrary(): Promise<Map<string, Inode>> {
  const directory = new URL('../ruby/', import.meta.url);
  const entries = sources.map(async (name): Promise<[string, Inode]> => {
    return [`${name}.rb`, new File(await readFile(new URL(`${name}.rb`, directory)), { readonly: true })];
  });
  return new Map(await Promise.all(entries));
}
