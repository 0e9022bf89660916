import { cutCount } from '#core/cut/joins'
import { shortTime } from '#core/notation/clock'
import { cutTranscriptDocument } from '#studio/export/recording-cut'
import type { Studio } from '#studio/studio'
import type { Terminal } from '../terminal/terminal.ts'

/** The document of the cut; prints what it does not have as the whole one does. */
export async function documentOfCut(
  studio: Studio,
  terminal: Terminal,
  transcriptId: string,
  title: string,
): Promise<Awaited<ReturnType<typeof cutTranscriptDocument>>> {
  const made = await cutTranscriptDocument(studio, transcriptId, { isTitled: true })
  const { document, notes, cut } = made
  const facts = {
    title,
    length: shortTime(document.recording.durationMs),
    time: shortTime(cut.of.durationMs),
    count: cutCount(cut.kept, cut.of.part),
  }
  terminal.note('cut', facts, terminal.words('cut.kept', facts))
  const counts = [
    ['heard', cut.heardWords.length],
    ['partly', notes.partlyCut.length],
    ['moments', notes.cutMoments],
    ['chapters', notes.joinedChapters],
  ] as const
  for (const [kind, count] of counts)
    if (count > 0) terminal.note(`cut-${kind}`, { count }, terminal.words(`cut.${kind}`, { count }))
  return made
}
