import { readTranscript } from '../../reading/read-transcript.ts'
import { translationLanguages } from '../../captions/translations/translation-marks.ts'
import type { Cue } from '../../captions/cues.ts'
import type { Word } from '../../transcript/transcript.ts'
import { brokenCues, cueVoices, namesOf } from '../reading/cue-voices.ts'
import { documentCues } from '../document-cues.ts'
import type { DocumentWithExtras, FormatOf, JsonObject, WriteOptions, WriteResult } from '../format.ts'
import { commentCount, countedLosses, personalMarks, styleMarks } from '../losses.ts'
import { areSpread } from '../reading/spread-times.ts'
import { readWhisper } from './whisper-reader.ts'
import { onlyOffset } from '../output-options.ts'
import { input } from '../format-input.ts'

/** JSON as OpenAI's Whisper writes it, with speakers as in whisperX: one segment per caption and speaker. */
export const whisper: FormatOf<'whisper'> = {
  id: 'whisper',
  label: { en: 'Whisper (JSON)', fr: 'Whisper (JSON)' },
  purpose: {
    en: 'Words with their times, for programs',
    fr: 'Les mots avec leurs temps, pour les programmes',
  },
  extension: '.whisper.json',
  mediaType: 'application/json',
  choices: { names: false, times: false, firstPage: false, captions: 'without-names' },
  output: onlyOffset,
  group: 'programs',
  input: { ...input('words'), shared: { extension: '.json', isOne: isWhisper } },
  read: readWhisper,
  write: writeWhisper,
}

function writeWhisper(document: DocumentWithExtras, options: WriteOptions): WriteResult {
  const { transcript } = document
  const names = namesOf(document, options)
  const words = new Map(
    readTranscript(transcript).paragraphs.flatMap((paragraph) =>
      paragraph.words.map((word) => [word.id, { word, speakerId: paragraph.speakerId }]),
    ),
  )
  const cues = documentCues(document, options, 'never')
  const segments = cues.flatMap((cue) => {
    const queue = cue.wordIds.flatMap((id) => words.get(id) ?? [])
    return cueVoices(cue, names).map(({ name, lines }) => {
      const own = takeWords(queue, nameId(cue, name, names), lines.join(''))
      return segmentOf(cue, lines.join(' '), name, own)
    })
  })
  const numbered = segments.map((segment, id) => `  ${JSON.stringify({ id, ...segment })}`)
  const text = segments.map((segment) => segment.text).join('')
  const list = numbered.length === 0 ? '[]' : `[\n${numbered.join(',\n')}\n ]`
  return {
    text: `{\n "text": ${JSON.stringify(text)},\n "segments": ${list},\n "language": ${JSON.stringify(transcript.language)}\n}\n`,
    losses: countedLosses([
      { code: 'comments', count: commentCount(transcript) },
      { code: 'marks', count: personalMarks(transcript) },
      { code: 'translations', count: translationLanguages(transcript).length },
      { code: 'caption-styles', count: styleMarks(transcript) },
      { code: 'speaker-turns', count: transcript.turns.length },
      { code: 'line-breaks', count: brokenCues(cues) },
    ]),
  }
}

const nameId = (cue: Cue, name: string | null, names: ReadonlyMap<string, string>): string | null =>
  cue.lines.find(({ speakerId }) => speakerId !== null && names.get(speakerId) === name)?.speakerId ?? null

const visible = (text: string): number => text.replaceAll(/\s/g, '').length

/** Takes the speaker's next words that make up a text of this length. */
function takeWords(
  queue: { word: Word; speakerId: string | null }[],
  speakerId: string | null,
  text: string,
): Word[] {
  const taken: Word[] = []
  let length = 0
  for (let index = 0; index < queue.length && length < visible(text);) {
    const next = queue[index]
    if (next === undefined || next.speakerId !== speakerId) index++
    else {
      taken.push(next.word)
      length += visible(next.word.before + next.word.text)
      queue.splice(index, 1)
    }
  }
  return taken
}

function segmentOf(cue: Cue, text: string, name: string | null, words: readonly Word[]) {
  // Times that were only spread over an imported cue are omitted.
  const hasTimes = !areSpread(words, cue)
  return {
    start: cue.startMs / 1_000,
    end: cue.endMs / 1_000,
    text: ` ${text}`,
    ...(name === null ? {} : { speaker: name }),
    ...(hasTimes ? { words: words.map(wordOf) } : {}),
  }
}

const wordOf = ({ before, text, startMs, endMs, confidence }: Word, index: number): JsonObject => ({
  word: ((index === 0 ? ' ' : before) + text).toWellFormed(),
  start: startMs / 1_000,
  end: endMs / 1_000,
  ...(confidence === null ? {} : { probability: confidence }),
})

/** By the names of the top-level members. */
function isWhisper(_start: string, text: string): boolean {
  return /"(?:segments|transcription)"\s*:/.test(text) || /^\s*\[/.test(text)
}
