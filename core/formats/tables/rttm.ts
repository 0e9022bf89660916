import { translationLanguages } from '../../captions/translations/translation-marks.ts'
import type { Speaker, Transcript, SpeakerSegment } from '../../transcript/transcript.ts'
import type { DocumentWithExtras, FormatOf, WriteOptions, WriteResult } from '../format.ts'
import { commentCount, countedLosses, personalMarks, styleMarks } from '../losses.ts'
import { utf8Lines } from '../output-options.ts'

/** NIST Rich Transcription Time Marked: who speaks when, including overlap, without words. */
export const rttm: FormatOf<'rttm'> = {
  id: 'rttm',
  label: { en: 'RTTM', fr: 'RTTM' },
  purpose: { en: 'Who speaks when, for programs', fr: 'Qui parle quand, pour les programmes' },
  extension: '.rttm',
  mediaType: 'text/plain',
  choices: { names: false, times: false, firstPage: false, captions: null },
  output: { ...utf8Lines, offset: true },
  group: 'programs',
  input: null,
  write: writeRttm,
}

/** The single voice of a text that does not name speakers. */
const UNKNOWN = 'unknown'

function writeRttm({ transcript, recording }: DocumentWithExtras, options: WriteOptions): WriteResult {
  const file = field(options.name ?? recording.fileName.replace(/\.[^.]*$/, '')) || '_'
  const labels = speakerFields(transcript.speakers)
  const saysWho = transcript.speakers.length > 0 || transcript.turns.length > 0
  const all =
    transcript.turns.length > 0 ? transcript.turns : paragraphTurns(transcript, saysWho ? null : UNKNOWN)
  const turns = all.filter((turn) => turn.endMs > turn.startMs)
  const lines = turns
    .toSorted((a, b) => a.startMs - b.startMs || a.endMs - b.endMs)
    .map((turn) => {
      const name = labels.get(turn.speakerId) ?? field(turn.speakerId)
      return `SPEAKER ${file} 1 ${seconds(turn.startMs)} ${seconds(turn.endMs - turn.startMs)} <NA> <NA> ${name} <NA> <NA>\n`
    })
  const words = transcript.paragraphs.reduce((sum, paragraph) => sum + paragraph.words.length, 0)
  return {
    text: lines.join(''),
    losses: countedLosses([
      { code: 'words', count: words },
      { code: 'comments', count: commentCount(transcript) },
      { code: 'marks', count: personalMarks(transcript) },
      { code: 'translations', count: translationLanguages(transcript).length },
      { code: 'caption-styles', count: styleMarks(transcript) },
      { code: 'speakers', count: saysWho ? 0 : turns.length },
      { code: 'empty-turns', count: all.length - turns.length },
    ]),
  }
}

/** Fields are separated by spaces and therefore cannot contain any. */
const field = (text: string): string => text.toWellFormed().replace(/[\s\p{Cc}]+/gu, '_')

const seconds = (ms: number): string => (ms / 1_000).toFixed(3)

/** A name as a field; speakers with the same name get a number. */
function speakerFields(speakers: readonly Speaker[]): Map<string, string> {
  const fields = new Map<string, string>()
  const taken = new Set<string>()
  for (const speaker of speakers) {
    const base = field(speaker.name?.trim() ?? '') || field(speaker.id) || 'speaker'
    let label = base
    for (let number = 2; taken.has(label); number++) label = `${base}_${number}`
    taken.add(label)
    fields.set(speaker.id, label)
  }
  return fields
}

/**
 * For a file without turns: each paragraph of a speaker is a turn.
 * @param voice for paragraphs without a speaker; null: they are omitted
 */
function paragraphTurns(
  { paragraphs }: Pick<Transcript, 'paragraphs'>,
  voice: string | null,
): SpeakerSegment[] {
  return paragraphs.flatMap(({ speakerId, kind, words }) => {
    const [first] = words
    const speaker = speakerId ?? (kind === 'speech' ? voice : null)
    if (speaker === null || first === undefined) return []
    const endMs = words.reduce((latest, word) => Math.max(latest, word.endMs), first.startMs)
    return [{ speakerId: speaker, startMs: first.startMs, endMs }]
  })
}
