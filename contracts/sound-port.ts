/**
 * In the window, a page opens a channel for sound (sound-wire.ts) with
 * `window.postMessage(SOUND_PORT, location.origin, [port])`; the other end of the port may be in an audio worklet.
 */
export const SOUND_PORT = 'parolo-sound-port'
