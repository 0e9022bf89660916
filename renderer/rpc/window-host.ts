import { describeFault } from '#contracts/describe-fault'
import { Fault } from '#contracts/errors'
import type { WindowBridge } from '#contracts/window-bridge'
import type { ProgramLanguage } from '#core/messages/messages'
import { CallFailed } from './call-failed.ts'
import type { PageHost } from './host.ts'
import type { StudioClient } from './studio-client.ts'

/** The program's own window: files have paths, dialogs are the system's. */
export function createWindowHost(
  bridge: Pick<WindowBridge, 'pathOf' | 'invoke'>,
  client: StudioClient,
  language: () => ProgramLanguage,
): PageHost {
  return {
    kind: 'window',
    mediaUrl: (recordingId, kind) => `media://recording/${encodeURIComponent(recordingId)}/${kind}`,
    async importFile(file, { signal, onProgress, recordingId }) {
      const path = bridge.pathOf(file)
      if (path === '')
        throw new CallFailed(describeFault(new Fault('media.not-found', { file: file.name }), language()))
      onProgress({ fileName: file.name, sentBytes: 0, totalBytes: file.size })
      if (recordingId === undefined) return await client.call('recordings.add', { path }, { signal })
      await client.call('recordings.locate', { recordingId, path }, { signal })
      return { recordingId }
    },
    saveFile: ({ fileName, bytes }) => bridge.invoke('save-file', { fileName, bytes }),
    pickFolder: () => bridge.invoke('pick-folder', null),
    showInFolder: (recordingId) => bridge.invoke('show-in-folder', { recordingId }),
  }
}
