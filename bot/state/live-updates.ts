import { EventEmitter } from 'node:events';
import type { LiveUpdates } from '../../handlers/ports.js';

/** Live updates within one process. */
export function localLiveUpdates(): LiveUpdates {
  const emitter = new EventEmitter();
  emitter.setMaxListeners(0);
  return {
    // On the next tick: a listener's work is never part of the caller's.
    publish: (topic, detail) => {
      setImmediate(() => emitter.emit(topic, detail));
    },
    subscribe: (topic, listener) => {
      emitter.on(topic, listener);
      return () => emitter.off(topic, listener);
    },
  };
}
