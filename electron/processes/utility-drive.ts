import { MessageChannelMain } from 'electron'
import type { ToDrive } from '#contracts/drive'
import type { StartChild } from '#studio/processes/child-process'
import { entryLocation } from '#studio/processes/entry-location'
import { startUtility } from './utility-child.ts'

/**
 * For the main process: its own access to a drive (playing sound, saving files) also goes through a child
 * process.
 */
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
    // Electron stays running without it.
    return { pid: undefined, send: (message) => port2.postMessage(message), kill, hold: () => undefined }
  }
}
