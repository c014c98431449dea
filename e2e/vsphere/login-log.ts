/** A log whose lines are followed by how often others have logged in so far, for whoever reads it. */
export interface LoginLog {
  say(line: string): void;
  /** When all that was said is written. */
  written(): Promise<void>;
}

/** `logins` is asked after each line, one after the other; where it fails, the vCenter has ended and there is nothing to tell. */
export function loginLog(write: (line: string) => void, logins: () => Promise<number>): LoginLog {
  let last: Promise<void> = Promise.resolve();
  return {
    say(line) {
      write(line);
      last = last
        .then(logins)
        .then((count) => write(JSON.stringify({ logins: count })))
        .catch(() => undefined);
    },
    written: () => last,
  };
}
