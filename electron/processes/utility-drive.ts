import { MessageChannelMain } from 'electron'
import type { ToDrive } from '#contracts/drive'
import type { StartChild } from '#studio/processes/child-process'
import { entryLocation } from '#studio/processes/entry-location'
import { startUtility } from './utility-child.ts'

/** For the main process: what it touches on a drive (sound that is played, files that are saved) goes through a process, too. */
export function utilityDrive(
  entry = entryLocation('studio/drives/drive-process.ts', 'drive'),
): StartChild<ToDrive> {
  return (listener) => {
    const { port1, port2 } = new MessageChannelMain()
    port2.on('message', ({ data }) => listener.message(data))
    port2.start()
    const { kill } = startUtility(entry, 'Parolo drive', {
      spawned: (child) => child.postMessage(null, [port1]),
      stderr: listener.stderr,
      ended: (how) => {
        port2.close()
        listener.ended(how)
      },
    })
    // Electron keeps running without it.
    return { pid: undefined, send: (message) => port2.postMessage(message), kill, hold: () => undefined }
  }
}
