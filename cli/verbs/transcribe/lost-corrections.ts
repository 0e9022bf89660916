import type { Library } from '#studio/library/library'
import { keptLiveText } from '#studio/live-text/kept-live-text'
import { shortTime } from '#core/notation/clock'
import type { Terminal } from '../../terminal/terminal.ts'

/**
 * Lists the corrections and names that a person made while recording and that have no place in the new
 * transcript.
 */
export async function reportLostCorrections(
  library: Library,
  terminal: Terminal,
  file: string,
  { recordingId, transcriptId }: { readonly recordingId: string; readonly transcriptId: string },
): Promise<void> {
  if ((await library.liveText(recordingId))?.takenBy !== transcriptId) return
  const { corrections = [], names = [] } = (await keptLiveText(library, recordingId))?.lost ?? {}
  const count = corrections.length + names.length
  if (count === 0) return
  const empty = terminal.words('live.lost.empty')
  const lines = [
    terminal.words('live.lost', { count }),
    ...corrections.map(({ source, startMs, was, text }) => {
      const values = { time: shortTime(startMs), source, was: was || empty, text: text || empty }
      return `  ${terminal.words('live.lost.line', values)}`
    }),
    ...names.map(({ source, name }) => `  ${source}  ${terminal.words('live.lost.name', { name })}`),
  ]
  terminal.note('lost-corrections', { file, corrections, names }, lines.join('\n'))
}
