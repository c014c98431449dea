import { homedir } from 'node:os';

/** A path as the person means it: `~` at its begin is their home, also where the shell does not see it. */
export const userPath = (path: string): string => path.replace(/^~(?=\/|$)/, homedir());
