import type { BusMessage } from './types.js';

/** Whoever hands on messages goes on when a listener throws; so its error goes where any event listener's goes. */
export function deliver(onMessage: (message: BusMessage) => void, message: BusMessage): void {
  try {
    onMessage(message);
  } catch (error) {
    queueMicrotask(() => {
      throw error;
    });
  }
}
