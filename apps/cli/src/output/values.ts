import { isJsonObject, type Json } from '@bosh6/base';

const days = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const two = (value: number): string => String(value).padStart(2, '0');

/** `HH:MM:SS` in UTC. */
export function clockTime(epochSeconds: number): string {
  const date = new Date(epochSeconds * 1000);
  return `${two(date.getUTCHours())}:${two(date.getUTCMinutes())}:${two(date.getUTCSeconds())}`;
}

/** `Thu Jan  5 10:20:30 UTC 2018`; empty for 0. */
export function longTime(epochSeconds: number): string {
  if (epochSeconds === 0) return '';
  const date = new Date(epochSeconds * 1000);
  const day = String(date.getUTCDate()).padStart(2, ' ');
  return `${days[date.getUTCDay()]} ${months[date.getUTCMonth()]} ${day} ${clockTime(epochSeconds)} UTC ${date.getUTCFullYear()}`;
}

/** A Director's time text (reference 1.7) in our form; what cannot be read stays as it is. */
export function longTimeOf(text: string | null | undefined): { text: string; sort: number } {
  if (text === undefined || text === null || text === '') return { text: '', sort: 0 };
  const ms = Date.parse(
    text.replace(
      /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d) (UTC|[+-]\d{4})$/,
      (_, day, time, zone) => `${day}T${time}${zone === 'UTC' ? 'Z' : zone}`,
    ),
  );
  return Number.isNaN(ms) ? { text, sort: 0 } : { text: longTime(ms / 1000), sort: ms };
}

/** `HH:MM:SS` of a span. */
export function span(seconds: number): string {
  const whole = Math.max(0, Math.trunc(seconds));
  return `${two(Math.trunc(whole / 3600))}:${two(Math.trunc(whole / 60) % 60)}:${two(whole % 60)}`;
}

/** `1h2m3s`, without what is nought in front. */
export function elapsed(seconds: number): string {
  const whole = Math.max(0, Math.trunc(seconds));
  const [hours, minutes] = [Math.trunc(whole / 3600), Math.trunc(whole / 60) % 60];
  return `${hours > 0 ? `${hours}h` : ''}${whole >= 60 ? `${minutes}m` : ''}${whole % 60}s`;
}

/** `1d 2h 3m 4s`. */
export function uptime(seconds: number): string {
  const whole = Math.trunc(seconds);
  return `${Math.trunc(whole / 86400)}d ${Math.trunc(whole / 3600) % 24}h ${Math.trunc(whole / 60) % 60}m ${whole % 60}s`;
}

const decimal = ['B', 'kB', 'MB', 'GB', 'TB', 'PB'];
const binary = ['B', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB'];

function scaled(value: number, base: number, units: readonly string[]): string {
  let step = 0;
  let rest = value;
  while (rest >= base && step < units.length - 1) {
    rest /= base;
    step++;
  }
  return `${rest < 10 && step > 0 ? (Math.round(rest * 10) / 10).toFixed(1) : String(Math.round(rest))} ${units[step]}`;
}
/** Decimal units, `171 MB`. */
export const decimalBytes = (bytes: number): string => scaled(bytes, 1000, decimal);
/** Binary units, `10 GiB`. */
export const binaryBytes = (bytes: number): string => scaled(bytes, 1024, binary);

/** A value as short YAML lines, for cells, its keys in their order. */
export function cellYaml(value: Json, indent = ''): string {
  if (Array.isArray(value)) return value.map((item) => `${indent}- ${cellYaml(item, `${indent}  `).trimStart()}`).join('\n');
  if (!isJsonObject(value)) return `${indent}${value === null ? 'null' : String(value)}`;
  return Object.entries(value)
    .map(([key, inner]) =>
      typeof inner === 'object' && inner !== null
        ? `${indent}${key}:\n${cellYaml(inner, Array.isArray(inner) ? indent : `${indent}  `)}`
        : `${indent}${key}: ${String(inner)}`,
    )
    .join('\n');
}

/** The same with sorted keys, as whatever came without an order is shown. */
export function sortedCellYaml(value: Json): string {
  return cellYaml(sorted(value));
}

function sorted(value: Json): Json {
  if (Array.isArray(value)) return value.map(sorted);
  if (!isJsonObject(value)) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, inner]) => [key, sorted(inner)]));
}
