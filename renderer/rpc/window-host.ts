import { describeFault } from '#contracts/describe-fault'
import { Fault } from '#contracts/errors'
import type {
  WindowBridge,
  WindowRequest,
  WindowRequestInput,
  WindowRequestOutput,
} from '#contracts/window-bridge'
import type { ProgramLanguage } from '#core/messages/messages'
import { CallFailed } from './call-failed.ts'
import { fileNameOf, type PageHost } from './host.ts'
import { connectSoundPort } from './sound-connection.ts'
import type { StudioClient } from './studio-client.ts'

/** The program's own window: files have paths, dialogs are the system's. */
export function createWindowHost(
  bridge: Pick<WindowBridge, 'pathOf' | 'invoke' | 'onStudio'>,
  client: StudioClient,
  language: () => ProgramLanguage,
): PageHost {
  const ask = async <Name extends WindowRequest>(
    name: Name,
    value: WindowRequestInput<Name>,
  ): Promise<WindowRequestOutput<Name>> => {
    const answer = await bridge.invoke(name, value)
    if (answer.kind === 'failed') throw new CallFailed(answer.error)
    return answer.output
  }
  return {
    kind: 'window',
    connectSound: (listeners) => connectSoundPort(bridge, listeners),
    async allowDisplayCapture() {
      await ask('allow-display-capture', null)
    },
    async setRecording(isRecording) {
      await ask('recording', isRecording)
    },
    async showRecorder(view) {
      await ask('recorder-view', view)
    },
    async openSmallWindow() {
      await ask('small-window', null)
    },
    mediaUrl: (recordingId, kind) =>
      Promise.resolve(`media://recording/${encodeURIComponent(recordingId)}/${kind}`),
    async importFile(file, { signal, onProgress, recordingId }) {
      const path = typeof file === 'string' ? file : bridge.pathOf(file)
      const fileName = fileNameOf(file)
      if (path === '')
        throw new CallFailed(describeFault(new Fault('media.not-found', { file: fileName }), language()))
      onProgress({ fileName, sentBytes: 0, totalBytes: typeof file === 'string' ? 0 : file.size })
      if (recordingId === undefined) return await client.call('recordings.add', { path }, { signal })
      const located = await client.call('recordings.locate', { recordingId, path }, { signal })
      return { ...located, transcript: null }
    },
    async alignText(recordingId, file) {
      const path = typeof file === 'string' ? file : bridge.pathOf(file)
      await client.call('jobs.align', { recordingId, file: { path } })
    },
    pickFiles: (options) => ask('pick-files', options),
    saveFile: ({ fileName, bytes }) => ask('save-file', { fileName, bytes }),
    saveFiles: ({ files }) =>
      ask('save-files', { files: files.map(({ fileName, bytes }) => ({ fileName, bytes })) }),
    saveFilm: (request) => ask('save-film', request),
    downloadFilm: () => Promise.reject(new Error('a window saves films where the person chooses')),
    pickFolder: () => ask('pick-folder', null),
    async openLibrary({ folder, recordingId, atMs }) {
      await ask('open-library', { folder })
      const place = recordingId === null ? '/' : `/recording/${encodeURIComponent(recordingId)}`
      window.location.hash = atMs === null ? place : `${place}?at=${atMs}`
      window.location.reload()
    },
    async saveInto({ folder, files, replace }) {
      const named = files.map(({ fileName, bytes }) => ({ fileName, bytes }))
      return (await ask('save-into', { folder, files: named, replace })).taken
    },
    async comeForward() {
      await ask('come-forward', null)
    },
    showInFolder: (recordingId) => ask('show-in-folder', { recordingId }),
  }
}
