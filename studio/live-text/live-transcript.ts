import { carryCorrections } from '#core/live-text/carry-corrections'
import { type DecodedLine, GivenNames, type LiveRecord } from '#core/live-text/live-record'
import { LIVE_TEXT_STEP } from '#core/live-text/live-steps'
import { wordsOfSources } from '#core/live-text/placed-words'
import type { RecordedSource } from '#core/recording/journal-entry'
import { trackPrefix } from '#core/tracks/track-ids'
import { trackOfRun } from '#core/tracks/mix'
import type { Run, Speaker, Transcript, SpeakerSegment, Word } from '#core/transcript/transcript'
import { Fault } from '#contracts/errors'
import { paragraphsOf } from '../recognition/words/live-paragraphs.ts'
import type { Library } from '../library/library.ts'

/** One such transcript per recording. */
const KEY = 'live-text'

/**
 * Makes a transcript of the text as it was while recording, with a speaker for each source; a person's
 * corrections are included as edits. An existing one becomes current again. Faults: `recording.unknown`,
 * `recording.no-transcript` for a recording without such text.
 */
export async function makeLiveTranscript(
  library: Library,
  recordingId: string,
  version: string,
): Promise<{ readonly transcriptId: string }> {
  const recording = await library.recording(recordingId)
  const [text, facts] = [await library.liveText(recordingId), await library.recordedFacts(recordingId)]
  const { title, path, fileName, bytes, mtimeMs, sha256 } = recording
  if (text === null || facts === null || !hasWords(text))
    throw new Fault('recording.no-transcript', { reference: title })
  const durationMs = recording.durationMs ?? facts.durationMs
  const transcript = liveTranscript(text, facts.sources, { version, language: facts.language, durationMs })
  const { edits } = carryCorrections(text, transcript, wordsOfSources(transcript, facts.sources.length))
  const about = { title, fileName, sha256, durationMs }
  const { transcriptId, isNew } = await library.importTranscript({
    recording: { path, fileName, title, bytes, mtimeMs, sha256 },
    track: { index: trackOfRun(transcript.run.settings), durationMs },
    settingsKey: KEY,
    transcript,
    members: { extra: {}, facts: { given: about, kept: about } },
    step: { prefix: LIVE_TEXT_STEP, edits },
  })
  if (!isNew) await library.makeNewest(transcriptId)
  return { transcriptId }
}

export function hasWords({ lines }: LiveRecord): boolean {
  return lines.some(({ words }) => words !== null && words.length > 0)
}

interface About {
  readonly version: string
  /** As set for the recording, or `auto`. */
  readonly language: string
  readonly durationMs: number
}

/** The text as decoded, without a person's corrections. */
export function liveTranscript(
  record: LiveRecord,
  sources: readonly RecordedSource[],
  { version, language: set, durationMs }: About,
): Transcript {
  const language = set === 'auto' ? mainLanguage(record) : set
  const names = new GivenNames(record.changes)
  const speakers: Speaker[] = []
  const speakerIds = new Map<string, string>()
  const speakerOf = (line: DecodedLine): string => {
    const name = names.ofLine(line) ?? sources[line.source]?.name ?? null
    const key = `${line.source} ${name}`
    const id = speakerIds.get(key) ?? `s${speakers.length + 1}`
    if (!speakerIds.has(key)) speakers.push({ id, name, colour: speakers.length, groupId: null })
    speakerIds.set(key, id)
    return id
  }
  const turnsOf = (source: number): SpeakerSegment[] =>
    record.lines
      .filter((line) => line.source === source && line.words !== null)
      .map((line) => ({ speakerId: speakerOf(line), startMs: line.startMs, endMs: line.endMs }))
      .toSorted((a, b) => a.startMs - b.startMs)
  const tracks = sources.map((_, source) => ({ turns: turnsOf(source), strength: () => 0 }))
  const words = record.lines
    .toSorted((a, b) => a.source - b.source || a.startMs - b.startMs)
    .flatMap(({ source, words: own }, line) =>
      (own ?? []).map((word, index): Word => ({
        ...word,
        id: `${trackPrefix(source)}c${line}.${index}`,
        origin: 'recognised',
      })),
    )
  const settings: Run['settings'] = { liveText: true, ...(sources.length > 1 ? { tracks: 'all' } : {}) }
  return {
    id: '',
    recordingId: '',
    language,
    run: { program: 'parolo', version, models: [], settings },
    speakers,
    turns: tracks.flatMap(({ turns }) => turns).toSorted((a, b) => a.startMs - b.startMs),
    paragraphs: paragraphsOf(words, { tracks, language, endMs: durationMs }),
    marks: [],
  }
}

/** The language of most words; `und` if the model found none. */
function mainLanguage({ lines }: LiveRecord): string {
  const counts = new Map<string, number>()
  for (const { language, words } of lines)
    if (language !== '') counts.set(language, (counts.get(language) ?? 0) + (words?.length ?? 0))
  return [...counts].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? 'und'
}
