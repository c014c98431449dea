import { execFile } from 'node:child_process';

export interface Page {
  status: number;
  body: string;
}

/** Fetches a page with curl from somewhere in the lab; status 0 when no connection came about. */
export function fetchPage(enter: readonly string[], url: string, options: { attempts?: number } = {}): Promise<Page> {
  const [file = '', ...args] = [
    ...enter,
    'curl',
    '--silent',
    '--globoff',
    '--max-time',
    '10',
    '--retry',
    String(options.attempts ?? 0),
    '--retry-connrefused',
    '--write-out',
    '\n%{http_code}',
    url,
  ];
  return new Promise((resolve) => {
    execFile(file, args, { encoding: 'utf8' }, (_error, stdout) => {
      const cut = stdout.lastIndexOf('\n');
      resolve({ status: Number(stdout.slice(cut + 1)) || 0, body: stdout.slice(0, Math.max(cut, 0)) });
    });
  });
}
