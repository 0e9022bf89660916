import { Fault } from '#contracts/errors'
import type { DocumentWithExtras } from '#core/formats/format'
import { transcriptDocument } from '#studio/export/transcript-document'
import type { StoredRecording } from '#studio/library/tables/recordings'
import type { TranscriptFacts } from '#studio/library/tables/transcript-facts'
import { otherCard } from '#studio/recording/running-cards'
import { writtenRecordings } from '#studio/recording/written-recordings'
import { deleteRecording, type Studio } from '#studio/studio'
import { resolveFromCallerDir, type Invocation } from '../arguments.ts'
import { shortClockTime } from '../clock-time.ts'
import type { Terminal } from '../terminal.ts'
import { printResult } from './results.ts'

/** Finds a recording by id or its beginning, title, or file. */
export async function namedRecording(studio: Studio, invocation: Invocation): Promise<StoredRecording> {
  const reference = invocation.words.join(' ')
  if (reference === '') throw new Fault('usage.missing-file', { verb: invocation.verb })
  try {
    return await studio.library.recording(reference)
  } catch (error) {
    if (!(error instanceof Fault) || error.code !== 'recording.unknown') throw error
    const byPath = studio.library.recording(resolveFromCallerDir(reference))
    return byPath.catch((other: unknown) => {
      // The error names the reference that the user gave.
      throw other instanceof Fault && other.code === 'recording.unknown' ? error : other
    })
  }
}

/** The transcript the user means: the corrected one, else the newest finished one. */
function chosen(transcripts: readonly TranscriptFacts[], reference: string): TranscriptFacts {
  const found = transcripts.find((one) => one.current && one.state === 'done')
  if (!found) throw new Fault('recording.no-transcript', { reference })
  return found
}

export async function openDocument(
  studio: Studio,
  recording: StoredRecording,
): Promise<{ document: DocumentWithExtras; facts: TranscriptFacts }> {
  const facts = chosen(await studio.library.transcriptsOf(recording.id), recording.title)
  return { document: await transcriptDocument(studio.library, facts.id), facts }
}

/** A recording without a transcript has no language. */
function stateMessage(state: string | null, language: string | null) {
  if (language === null) return 'state.not-transcribed'
  return state === 'done' ? 'state.done' : 'state.unfinished'
}

export async function runList(studio: Studio, terminal: Terminal): Promise<number> {
  const lines = await studio.library.recordingLines()
  const running = (await writtenRecordings(studio.dataFolder)).filter(({ isAlive }) => isAlive)
  if (lines.length + running.length === 0) terminal.note('empty', {}, terminal.words('list.empty'))
  const rows = lines.map(({ id, title, durationMs, language, speakers, state }) =>
    [
      id,
      durationMs === null ? '-' : shortClockTime(durationMs),
      language ?? '-',
      terminal.words('show.speakers', { count: speakers }),
      terminal.words(stateMessage(state, language)),
      title,
    ].join('\t'),
  )
  for (const card of await Promise.all(running.map(otherCard))) {
    rows.push(
      [
        card.runningId,
        shortClockTime(card.durationMs),
        '-',
        terminal.words('show.speakers', { count: 0 }),
        terminal.words('state.recording'),
        card.title,
      ].join('\t'),
    )
  }
  // Written in one call: thousands of small writes take longer than reading the library.
  if (rows.length > 0) terminal.result(`${rows.join('\n')}\n`)
  return 0
}

export async function runShow(studio: Studio, terminal: Terminal, invocation: Invocation): Promise<number> {
  const { document } = await openDocument(studio, await namedRecording(studio, invocation))
  await printResult(terminal, document, 'txt', { name: document.recording.title })
  return 0
}

const MOST_HITS = 200

export async function runSearch(studio: Studio, terminal: Terminal, invocation: Invocation): Promise<number> {
  const words = invocation.words.join(' ')
  if (words.trim() === '') throw new Fault('usage.missing-file', { verb: 'search' })
  const titles = await studio.library.titlesWith(words, MOST_HITS)
  const hits = await studio.library.search(words, MOST_HITS)
  if (titles.length + hits.length === 0) {
    terminal.note('nothing-found', { words }, terminal.words('search.none'))
  }
  for (const { recordingId, title } of titles) terminal.result(`${recordingId}\t${title}\t-\t-\t-\n`)
  for (const hit of hits) {
    const speaker =
      hit.speakerName ??
      (hit.speakerNumber === null
        ? terminal.words('speaker.unknown')
        : terminal.words('speaker.numbered', { number: hit.speakerNumber }))
    terminal.result(
      `${hit.recordingId}\t${hit.title}\t${shortClockTime(hit.startMs)}\t${speaker}\t${hit.snippet}\n`,
    )
  }
  return 0
}

export async function runDelete(studio: Studio, terminal: Terminal, invocation: Invocation): Promise<number> {
  const recording = await namedRecording(studio, invocation)
  const files = await deleteRecording(studio, recording.id)
  terminal.note(
    'deleted',
    { id: recording.id, files },
    terminal.words('result.deleted', { title: recording.title, files }),
  )
  return 0
}
