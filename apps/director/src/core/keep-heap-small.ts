import { setFlagsFromString } from 'node:v8';

/**
 * V8 lets a heap grow fourfold before it collects it thoroughly. A Director stays for months and shares its machine with what it makes, so its heap grows
 * to twice what it needs; collections cost it no more (docs/adr/0021-memory-of-many-agents.md).
 */
export function keepHeapSmall(): void {
  setFlagsFromString('--heap-growing-percent=100');
}
