import type { ExportFormat, ExportOptions } from '#contracts/export-requests'
import { Fault } from '#contracts/errors'
import { uniqueNames } from '#core/formats/file-names'
import type { SavedFile } from '../rpc/host.ts'
import type { StudioClient } from '../rpc/studio-client.ts'
import type { CardWithText } from './has-text.ts'
import { bytesOf } from './use-made-export.ts'

/**
 * Maximum total bytes: files are held in memory until they are saved together, and once more in an archive.
 */
const MAX_BYTES = 400e6

export interface ExportsWanted {
  readonly cards: readonly CardWithText[]
  readonly formats: readonly ExportFormat[]
  readonly optionsOf: (format: ExportFormat) => ExportOptions
  /** Whether files of a recording have only what is kept of it; default: none. */
  readonly isCut?: (card: CardWithText) => boolean
  readonly signal: AbortSignal
  readonly mostBytes?: number
  /** Called before each file; `number` counts from 1. */
  readonly onFile: (number: number, title: string) => void
}

export interface FailedExport {
  readonly recordingId: string
  readonly title: string
  readonly error: unknown
}

/**
 * Exports every recording in every format, one file after another, under distinct names. If one file of a recording
 * fails, none of its files are returned; recordings that are too large together with those before fail. Rejects only when `signal` aborts.
 */
export async function makeExports(
  studio: StudioClient,
  { cards, formats, optionsOf, isCut = () => false, signal, mostBytes = MAX_BYTES, onFile }: ExportsWanted,
): Promise<{ readonly files: readonly SavedFile[]; readonly failed: readonly FailedExport[] }> {
  const files: SavedFile[] = []
  const failed: FailedExport[] = []
  let bytes = 0
  for (const [index, card] of cards.entries()) {
    const { id, title, transcript } = card
    const cut = isCut(card) ? { cut: true } : {}
    try {
      const own: SavedFile[] = []
      for (const [place, format] of formats.entries()) {
        onFile(index * formats.length + place + 1, title)
        const question = { transcriptId: transcript.id, format, options: optionsOf(format), ...cut }
        const made = await studio.call('exports.make', question, { signal })
        own.push({ fileName: made.fileName, mediaType: made.mediaType, bytes: bytesOf(made) })
      }
      const ownBytes = own.reduce((sum, file) => sum + file.bytes.length, 0)
      if (bytes + ownBytes > mostBytes) throw new Fault('export.too-large')
      bytes += ownBytes
      files.push(...own)
    } catch (error) {
      signal.throwIfAborted()
      failed.push({ recordingId: id, title, error })
    }
    signal.throwIfAborted()
  }
  const names = uniqueNames(files.map(({ fileName }) => fileName))
  return {
    files: files.map((file, index) => ({ ...file, fileName: names[index] ?? file.fileName })),
    failed,
  }
}
