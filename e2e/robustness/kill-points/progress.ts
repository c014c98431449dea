import { appendFileSync, existsSync, readFileSync } from 'node:fs';

/** Tells how a sweep goes, a line a point, with how long the rest will take: to the terminal, and into a file beside where one is named. */
export class Progress {
  readonly #file: string | undefined;
  readonly #began = performance.now();
  readonly #counts = { survived: 0, 'not reached': 0, FAILED: 0 };
  #all = 0;
  #seen = 0;

  constructor(file = process.env.BOSH6_KILL_LOG) {
    this.#file = file;
  }

  /** Of these the ones that the file does not tell of as survived already: what is left of a sweep that was broken off. */
  left<Point>(points: readonly Point[], nameOf: (point: Point) => string): Point[] {
    const lines = this.#file !== undefined && existsSync(this.#file) ? readFileSync(this.#file, 'utf8').split('\n') : [];
    const survived = new Set(lines.map((line) => line.match(/ survived: (.+?, step \d+) of /)?.[1]));
    const left = points.filter((point) => !survived.has(nameOf(point)));
    this.#all = left.length;
    return left;
  }

  tell(name: string, ended: keyof Progress['counts'], what: string): void {
    this.#counts[ended] += 1;
    this.#seen += 1;
    const seconds = (performance.now() - this.#began) / 1000;
    const left = (seconds / this.#seen) * (this.#all - this.#seen);
    this.say(`${this.#seen}/${this.#all} ${ended}: ${name}: ${what} (${time(seconds)} since the first, ${time(left)} left)`);
  }

  say(line: string): void {
    process.stderr.write(`${line}\n`);
    if (this.#file !== undefined) appendFileSync(this.#file, `${line}\n`);
  }

  get counts(): Readonly<Record<'survived' | 'not reached' | 'FAILED', number>> {
    return this.#counts;
  }
}

/** Hours and minutes and seconds: `1:02:03`. */
function time(seconds: number): string {
  const two = (value: number): string => String(Math.floor(value) % 60).padStart(2, '0');
  return `${Math.floor(seconds / 3600)}:${two(seconds / 60)}:${two(seconds)}`;
}
