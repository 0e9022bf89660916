import type { PageHost, SavedFile } from './host.ts'
import { pickFiles } from './pick-files.ts'
import { sendFile } from './send-file.ts'
import type { StudioClient } from './studio-client.ts'
import { zipFiles } from './zip-files.ts'

/** A browser tab: files are uploaded in parts and saved as downloads. */
export function createBrowserHost(client: StudioClient): PageHost {
  return {
    kind: 'browser',
    mediaUrl: (recordingId, kind) => `/media/${encodeURIComponent(recordingId)}/${kind}`,
    importFile: (file, options) =>
      typeof file === 'string'
        ? Promise.reject(new Error('a browser knows no paths'))
        : sendFile(client, file, options),
    pickFiles,
    saveFile(file) {
      download(file)
      return Promise.resolve(true)
    },
    async saveFiles({ name, files }) {
      download({ fileName: `${name}.zip`, mediaType: 'application/zip', bytes: await zipFiles(files) })
      return true
    },
    pickFolder: () => Promise.resolve(null),
    comeForward() {
      window.focus()
      return Promise.resolve()
    },
    showInFolder: () => Promise.resolve(false),
  }
}

function download({ fileName, mediaType, bytes }: SavedFile): void {
  const url = URL.createObjectURL(new Blob([bytes], { type: mediaType }))
  const link = document.createElement('a')
  link.href = url
  link.download = fileName
  link.click()
  // The browser reads the URL after the click; a minute is long enough for any disk.
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}
