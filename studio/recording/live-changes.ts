import { Fault } from '#contracts/errors'
import type { DecodedLine, LiveChange } from '#core/live-text/live-record'
import type { RunningRecording } from './running-recording.ts'

/**
 * Stores a line with the recording; if the recording ends at that moment, or on a full disk, it ends without
 * the line.
 */
export async function keepLine({ writer }: RunningRecording, line: DecodedLine): Promise<void> {
  try {
    await writer.note({ kind: 'live-line', line })
  } catch (error) {
    if (!(error instanceof Fault)) throw error
  }
}

/**
 * Stores a person's change of the text while recording; resolves once it is on disk. Faults: `edit.refused`
 * for an unknown line or source, those of `RecordingWriter.note`.
 */
export async function changeLiveText(running: RunningRecording, change: LiveChange): Promise<void> {
  const { live, writer, options, listeners } = running
  const isLine = (lineId: string, source: number | null): boolean =>
    live.lines.some(
      (line) => line.id === lineId && line.words !== null && (source === null || line.source === source),
    )
  const isThere =
    change.kind === 'line'
      ? isLine(change.lineId, null)
      : change.source < options.sources.length &&
        [...(change.lineIds ?? []), ...(change.typedIn ?? [])].every((lineId) =>
          isLine(lineId, change.source),
        )
  if (!isThere) throw new Fault('edit.refused')
  await writer.note({ kind: 'live-change', change })
  live.changes.push(change)
  for (const listener of listeners) listener({ kind: 'live' })
}
