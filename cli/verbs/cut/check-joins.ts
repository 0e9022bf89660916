import { listedFaults, type ListedFault } from '#core/cut/listed-faults'
import { shortTime } from '#core/notation/clock'
import type { Transcript } from '#core/transcript/transcript'
import { runJoinCheck } from '#studio/job-kinds/join-check'
import { cutWithJoins } from '#studio/job-kinds/joins-to-check'
import type { Studio } from '#studio/studio'
import type { Terminal } from '../../terminal/terminal.ts'

export interface CheckedRecording {
  readonly id: string
  readonly title: string
}

/** Recognizes the joins of a recording's cut again, and prints what is wrong there. Returns the exit code. */
export async function checkJoins(
  studio: Studio,
  terminal: Terminal,
  { id, title }: CheckedRecording,
  transcriptId: string,
  signal: AbortSignal,
): Promise<number> {
  terminal.startFile()
  const isAll = await runJoinCheck(studio, id, transcriptId, {
    signal,
    onProgress: (progress) => terminal.progress(title, progress),
  })
  const cut = await cutWithJoins(studio, transcriptId)
  const found = listedFaults(cut, cut.transcript, await studio.library.checkedJoins(transcriptId))
  for (const each of found) printFault(terminal, cut.transcript, each)
  terminal.note('joins', { count: found.length }, terminal.words('cut.joins', { count: found.length }))
  if (isAll) return 0
  terminal.note('lost-passages', { file: title }, terminal.words('cut.joins.lost'))
  return 1
}

function printFault(terminal: Terminal, { paragraphs }: Transcript, listed: ListedFault): void {
  const { fault, join, paragraphId, fromWordId, toWordId } = listed
  const words = paragraphs.find(({ id }) => id === paragraphId)?.words ?? []
  const [from, to] = [fromWordId, toWordId].map((id) => words.findIndex((word) => word.id === id))
  const text = words
    .slice(from, (to ?? 0) + 1)
    .map((word) => word.before + word.text)
    .join('')
    .trim()
  terminal.lines([[shortTime(join.startMs), terminal.words(`cut.joins.${fault}`, { text })]])
}
