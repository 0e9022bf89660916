import { contextBridge, ipcRenderer, webUtils } from 'electron'
import { SOUND_PORT } from '#contracts/sound-port'
import type { RecorderView } from '#contracts/recorder-view'
import type { MenuAction, Slept, StudioState, WindowBridge } from '#contracts/window-bridge'
import type { ToPage } from '#contracts/wire'

/** Files that arrived before the page listened. */
const waiting: string[] = []
let onFiles = (paths: readonly string[]): void => {
  waiting.push(...paths)
}
ipcRenderer.on('files', (_event, paths: readonly string[]) => onFiles(paths))

/**
 * The page's only access to the main process: one message each way, one request, one menu. The main process checks the
 * sender.
 */
const bridge: WindowBridge = {
  send: (message) => ipcRenderer.send('studio', message),
  onMessage: (listener) => listen<ToPage>('studio', listener),
  onStudio: (listener) => listen<StudioState>('studio-state', listener),
  pathOf: (file) => {
    // `File.path` exists before Electron 32, webUtils from 29.
    const older = (file as { path?: unknown }).path
    return typeof older === 'string' ? older : webUtils.getPathForFile(file as never)
  },
  invoke: (name, value) => ipcRenderer.invoke('window', name, value),
  onFiles: (listener) => {
    onFiles = listener
    if (waiting.length > 0) listener(waiting.splice(0))
    return () => {
      onFiles = (paths) => void waiting.push(...paths)
    }
  },
  onMenu: (listener) => listen<MenuAction>('menu', listener),
  onRecorder: (listener) => listen<RecorderView | null>('recorder', listener),
  onMomentText: (listener) => listen<string>('moment-text', listener),
  onSlept: (listener) => listen<Slept>('slept', listener),
}

/** A port cannot cross the bridge: the page posts it to its own window, so that an audio worklet may hold the other end. */
window.addEventListener('message', (event) => {
  const [port] = event.ports
  if (event.source === window && event.data === SOUND_PORT && port !== undefined)
    ipcRenderer.postMessage('sound-port', null, [port])
})

function listen<Message>(channel: string, listener: (message: Message) => void): () => void {
  const onMessage = (_event: unknown, message: Message) => listener(message)
  ipcRenderer.on(channel, onMessage)
  return () => void ipcRenderer.off(channel, onMessage)
}

contextBridge.exposeInMainWorld('parolo', bridge)
