import path from 'node:path'
import { Fault } from '#contracts/errors'
import { searchDocuments } from '#core/archive/search-documents'
import { transcriptDocument } from '#studio/export/transcript-document'
import { writeNewFile } from '#studio/export/write-new-file'
import type { Studio } from '#studio/studio'
import { wantedRecordings } from '../../library/wanted-recordings.ts'
import { choice, type Invocation, isOn, resolveFromCallerDir, text } from '../../options/arguments.ts'
import { shownPath } from '../../results/results.ts'
import type { Terminal } from '../../terminal/terminal.ts'

/** Search engines accept up to 100 MB at once, and work best with less. */
const BYTES_A_FILE = 20e6

/**
 * Writes the current transcripts of the named recordings, or of all, as `opensearch-0001.ndjson`, …: files of
 * a size that a search engine accepts at once. Redacted words are placeholders, as in every export.
 */
export async function runExportToSearch(
  studio: Studio,
  terminal: Terminal,
  invocation: Invocation,
  signal: AbortSignal,
): Promise<number> {
  choice(invocation, 'to', ['opensearch'] as const, 'opensearch')
  const folder = resolveFromCallerDir(text(invocation, 'out') ?? '.')
  const overwrite = isOn(invocation, 'overwrite')
  const toStdout = isOn(invocation, 'stdout')
  let [parts, bytes, files, recordings]: [string[], number, number, number] = [[], 0, 0, 0]
  const flush = async (): Promise<void> => {
    if (parts.length === 0) return
    const content = parts.join('')
    ;[parts, bytes] = [[], 0]
    if (toStdout) {
      terminal.result(content)
      return
    }
    const file = path.join(folder, `opensearch-${String(++files).padStart(4, '0')}.ndjson`)
    const outcome = await writeNewFile(file, content, overwrite)
    const key = outcome === 'written' ? 'result.written' : 'result.done-before'
    terminal.note(outcome, { file, format: 'opensearch' }, terminal.words(key, { file: shownPath(file) }))
  }
  for await (const recordingId of wantedRecordings(studio, invocation.words)) {
    if (signal.aborted) throw new Fault('job.cancelled')
    const { transcript, tags } = await studio.library.card(recordingId)
    // A transcript that is still being written is exported once it is done.
    if (transcript?.state !== 'done') continue
    const document = await transcriptDocument(studio.library, transcript.id)
    const part = searchDocuments(document, { recordingId, tags })
    if (bytes + part.length > BYTES_A_FILE) await flush()
    parts.push(part)
    bytes += Buffer.byteLength(part)
    recordings++
  }
  await flush()
  if (recordings === 0) terminal.note('empty', {}, terminal.words('list.empty'))
  return 0
}
