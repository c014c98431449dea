import { describe, expect, it } from 'vitest';
import { heldMs, type ProcessorTimes } from './loop-blocks.js';

const began: ProcessorTimes = { now: 1000, ran: 400, waited: 50, stolen: 30 };
const later = (elapsed: number, { ran = 0, waited = 0, stolen = 0 }: Partial<ProcessorTimes>): ProcessorTimes => ({
  now: began.now + elapsed,
  ran: began.ran + ran,
  waited: began.waited + waited,
  stolen: began.stolen + stolen,
});

describe('heldMs', () => {
  it('counts what the thread ran, whatever was stolen from the machine meanwhile', () => {
    expect(heldMs(began, later(40, { ran: 40, stolen: 20 }))).toBe(40);
  });

  it('counts its sleep: the disk, and helpers of V8', () => {
    expect(heldMs(began, later(40, { ran: 10 }))).toBe(40);
  });

  it('leaves out what others of this machine ran, and what other machines did', () => {
    expect(heldMs(began, later(90, { ran: 20, waited: 30, stolen: 30 }))).toBe(30);
    expect(heldMs(began, later(90, { ran: 20, waited: 30, stolen: 80 }))).toBe(20);
  });
});
