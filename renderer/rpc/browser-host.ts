import type { PageHost, SavedFile } from './host.ts'
import { base64Of } from './base64-of.ts'
import type { PageAccess } from './page-access.ts'
import { pickFiles } from './pick-files.ts'
import { connectSoundSocket } from './sound-connection.ts'
import { sendFile } from './send-file.ts'
import type { StudioClient } from './studio-client.ts'
import { zipFiles } from './zip-files.ts'

/** A browser tab: files are uploaded in parts and saved as downloads. */
export function createBrowserHost(client: StudioClient, access: PageAccess): PageHost {
  return {
    kind: 'browser',
    connectSound: (listeners) => connectSoundSocket(listeners, access),
    allowDisplayCapture: () => Promise.resolve(),
    // A page uses a wake lock of its own.
    setRecording: () => Promise.resolve(),
    showRecorder: () => Promise.resolve(),
    openSmallWindow: () => Promise.resolve(),
    mediaUrl: (recordingId, kind) => access.withTicket(`/media/${encodeURIComponent(recordingId)}/${kind}`),
    importFile: (file, options) =>
      typeof file === 'string'
        ? Promise.reject(new Error('a browser knows no paths'))
        : sendFile(client, file, { fetch: access.fetch, ...options }),
    async alignText(recordingId, file) {
      if (typeof file === 'string') throw new Error('a browser knows no paths')
      const base64 = await base64Of(file)
      await client.call('jobs.align', { recordingId, file: { fileName: file.name, base64 } })
    },
    pickFiles,
    saveFile(file) {
      download(file)
      return Promise.resolve(file.fileName)
    },
    async saveFiles({ name, files }) {
      download({ fileName: `${name}.zip`, mediaType: 'application/zip', bytes: await zipFiles(files) })
      return true
    },
    async saveFilm(request) {
      return { ...(await client.call('exports.film', request)), fileName: request.fileName }
    },
    async downloadFilm(jobId, fileName) {
      follow(await access.withTicket(`/films/${encodeURIComponent(jobId)}`), fileName)
    },
    pickFolder: () => Promise.resolve(null),
    openLibrary: () => Promise.reject(new Error('a browser opens no library')),
    saveInto: () => Promise.reject(new Error('a browser knows no folders')),
    comeForward() {
      window.focus()
      return Promise.resolve()
    },
    showInFolder: () => Promise.resolve(false),
  }
}

function follow(url: string, fileName: string): void {
  const link = document.createElement('a')
  link.href = url
  link.download = fileName
  link.click()
}

function download({ fileName, mediaType, bytes }: SavedFile): void {
  const url = URL.createObjectURL(new Blob([bytes], { type: mediaType }))
  follow(url, fileName)
  // The browser reads the URL after the click; a minute is long enough for any disk.
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}
