import { SOUND_PORT } from '#contracts/sound-port'
import type { WindowBridge } from '#contracts/window-bridge'
import { openEnteredSocket } from './entered-socket.ts'
import type { PageAccess } from './page-access.ts'
import type { SoundFromPage, SoundToPage } from '#contracts/sound-wire'

export interface SoundListeners {
  readonly onOpen: () => void
  readonly onMessage: (message: SoundToPage) => void
  /** Called even if it could not be opened. */
  readonly onClose: () => void
}

/** One connection for the sound of a page (contracts/sound-wire.ts). */
export interface SoundConnection {
  send(message: SoundFromPage): void
  sendBytes(bytes: Uint8Array<ArrayBuffer>): void
  /** Bytes passed to it that have not left the page. */
  readonly bufferedBytes: number
  close(): void
}

export type ConnectSound = (listeners: SoundListeners) => SoundConnection

/** Connects to the web host that serves the page. */
export function connectSoundSocket(
  { onOpen, onMessage, onClose }: SoundListeners,
  access: PageAccess,
  url: string = soundUrl(window.location),
): SoundConnection {
  const socket = openEnteredSocket(() => new WebSocket(url), access, {
    onOpen,
    onMessage: (text) => onMessage(JSON.parse(text) as SoundToPage),
    onClose: () => onClose(),
  })
  socket.binaryType = 'arraybuffer'
  return {
    send: (message) => socket.send(JSON.stringify(message)),
    sendBytes: (bytes) => socket.send(bytes),
    get bufferedBytes() {
      return socket.bufferedAmount
    },
    close: () => socket.close(),
  }
}

/**
 * Connects to the studio behind the program's own window. It ends when the studio's process ends or is
 * restarted.
 */
export function connectSoundPort(
  bridge: Pick<WindowBridge, 'onStudio'>,
  { onOpen, onMessage, onClose }: SoundListeners,
): SoundConnection {
  const { port1, port2 } = new MessageChannel()
  port1.onmessage = ({ data }: MessageEvent<SoundToPage>) => onMessage(data)
  window.postMessage(SOUND_PORT, window.location.origin, [port2])
  const close = (): void => {
    port1.close()
    offStudio()
    onClose()
  }
  const offStudio = bridge.onStudio(close)
  queueMicrotask(onOpen)
  return {
    send: (message) => port1.postMessage(message),
    sendBytes: (bytes) => port1.postMessage(bytes),
    // The channel between processes buffers what is sent.
    bufferedBytes: 0,
    close,
  }
}

function soundUrl(page: Location): string {
  return `${page.protocol === 'https:' ? 'wss' : 'ws'}://${page.host}/sound`
}
