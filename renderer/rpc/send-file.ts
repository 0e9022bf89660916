import type { AddedFile } from '#contracts/calls/recordings'
import type { WireError } from '#contracts/errors'
import { CallFailed } from './call-failed.ts'
import type { ImportProgress } from './host.ts'
import { PART_BYTES } from './part-bytes.ts'
import type { StudioClient } from './studio-client.ts'

/** Consecutive attempts without progress before the upload fails. */
const TRIES = 6
const RETRY_MS = 500

export interface SendOptions {
  readonly signal: AbortSignal
  readonly onProgress: (progress: ImportProgress) => void
  readonly recordingId?: string
  /** For tests. */
  readonly fetch?: typeof globalThis.fetch
  readonly retryMs?: number
}

/**
 * Uploads a file in parts (PUT `/import/<id>`, `Content-Range: bytes from-to/total`) and creates a recording
 * from it. After a failed part it continues from the position the studio reports; while the studio is
 * unreachable it waits. One part is in memory at a time.
 */
export async function sendFile(client: StudioClient, file: File, options: SendOptions): Promise<AddedFile> {
  const { signal, onProgress, recordingId } = options
  const put = options.fetch ?? fetch
  const report = (sentBytes: number): void =>
    onProgress({ fileName: file.name, sentBytes, totalBytes: file.size })
  let furthest = -1
  let tries = 0
  for (;;) {
    signal.throwIfAborted()
    try {
      const begun = await client.call(
        'imports.begin',
        {
          fileName: file.name,
          bytes: file.size,
          modifiedAtMs: file.lastModified,
          ...(recordingId === undefined ? {} : { recordingId }),
        },
        { signal },
      )
      let sent = begun.received
      report(sent)
      while (sent < file.size) {
        const end = Math.min(file.size, sent + PART_BYTES)
        const answer = await put(`/import/${encodeURIComponent(begun.importId)}`, {
          method: 'PUT',
          headers: {
            'Content-Type': 'application/octet-stream',
            'Content-Range': `bytes ${sent}-${end - 1}/${file.size}`,
          },
          body: file.slice(sent, end),
          signal,
        })
        if (!answer.ok) throw await refusal(answer)
        sent = end
        report(sent)
        if (sent > furthest) {
          furthest = sent
          tries = 0
        }
      }
      return await client.call('imports.finish', { importId: begun.importId }, { signal })
    } catch (error) {
      signal.throwIfAborted()
      if (mayPass(error) && client.connection === 'lost') {
        await studioIsBack(client, signal)
        continue
      }
      tries += 1
      if (!mayPass(error) || tries >= TRIES) throw error
      await pause((options.retryMs ?? RETRY_MS) * tries, signal)
    }
  }
}

/** Connection errors are retried; a refusal by the studio is final. */
function mayPass(error: unknown): boolean {
  if (error instanceof CallFailed)
    return error.error.code === 'connection.lost' || error.error.code === 'import.incomplete'
  return error instanceof TypeError
}

/** Waits, without a limit, until the program is running again: the parts received so far are kept. */
function studioIsBack(client: StudioClient, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = (): void => {
      forget()
      reject(signal.reason as Error)
    }
    const forget = client.onConnection((state) => {
      if (state !== 'connected') return
      forget()
      signal.removeEventListener('abort', stop)
      resolve()
    })
    signal.addEventListener('abort', stop, { once: true })
  })
}

async function refusal(answer: Response): Promise<Error> {
  const text = await answer.text()
  if (answer.headers.get('Content-Type')?.startsWith('application/json'))
    return new CallFailed(JSON.parse(text) as WireError)
  return new TypeError(`${answer.status} ${answer.statusText} ${text.slice(0, 500)}`)
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = (): void => {
      clearTimeout(timer)
      reject(signal.reason as Error)
    }
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', stop)
      resolve()
    }, ms)
    signal.addEventListener('abort', stop, { once: true })
  })
}
