import type {
  FormerWord,
  Mark,
  ModelRole,
  Paragraph,
  ParagraphKind,
  Run,
  Speaker,
  Transcript,
  SpeakerSegment,
  Word,
  WordOrigin,
} from '../../transcript/transcript.ts'
import { isVideoFrames, type VideoFrames } from '../../frames/video-frames.ts'
import { withCaptionRules } from '../../transcript/caption-settings.ts'
import { withCaptionTiming } from '../../transcript/caption-timing.ts'
import { withFillers } from '../../transcript/filler-choice.ts'
import { withNumbers } from '../../transcript/number-choice.ts'
import { lintMark } from '../../transcript/marks/lint-mark.ts'
import { readStoredMark, type StoredMark } from '../../transcript/marks/stored-mark.ts'
import { readCaptionRules, readCaptionTiming, readFillers, readNumbers } from './json-caption-rules.ts'
import { readMeeting } from './json-meeting.ts'
import type { Correction, JsonObject, JsonValue, ReadResult } from '../format.ts'
import { extraKeys } from './json-extra.ts'
import { checkJsonDepth } from './json-depth.ts'
import { checkUnique, JsonFields, type Reading } from './json-fields.ts'
import { checkLimit } from '../reading/limits.ts'
import { UnreadableText } from '../reading/unreadable-text.ts'
import { withoutByteOrderMark } from '../reading/text-lines.ts'

export const formatVersion = 1

const roles: readonly ModelRole[] = [
  'recogniser',
  'language',
  'segmentation',
  'embedding',
  'speech-detection',
]
const kinds: readonly ParagraphKind[] = ['speech', 'sound', 'note']
const origins: readonly WordOrigin[] = ['recognised', 'edited', 'written', 'imported']

/**
 * Missing optional fields are filled in and reported; unknown ones are kept. A newer version or a wrong shape throws
 * UnreadableText with its path. The ids of transcript and recording are assigned by the library and returned empty.
 */
export function readJson(text: string): ReadResult {
  const corrections: Correction[] = []
  const extra: Record<string, JsonObject> = {}
  const reading: Reading = {
    keep: (key, fields) => {
      const rest = fields.rest()
      if (rest !== null) extra[key] = rest
    },
    correct: (correction) => corrections.push(correction),
  }
  const root = new JsonFields(parsed(text, reading), '', reading.correct)
  checkFormat(root)
  const recording = root.object('recording')
  const paragraphs = readParagraphs(root, reading)
  const facts = {
    title: recording.text('title', ''),
    fileName: recording.text('fileName', ''),
    durationMs: recording.time('durationMs', lastEnd(paragraphs)),
    sha256: recording.text('sha256', ''),
    ...readMeeting(recording, reading),
  }
  const frames = readFrames(recording, reading)
  reading.keep(extraKeys.recording, recording)
  const transcript = readTranscript(root, paragraphs, frames, reading)
  reading.keep(extraKeys.document, root)
  const document = { recording: facts, transcript }
  return { document: Object.keys(extra).length === 0 ? document : { ...document, extra }, corrections }
}

function parsed(text: string, { correct }: Reading): JsonValue {
  const { plain, corrections } = withoutByteOrderMark(text)
  for (const correction of corrections) correct(correction)
  checkJsonDepth(plain)
  try {
    const value: JsonValue = JSON.parse(plain)
    return value
  } catch (cause) {
    throw new UnreadableText('not-json', '', cause instanceof Error ? cause.message : String(cause))
  }
}

function checkFormat(root: JsonFields): void {
  if (root.raw('format') !== 'parolo') throw new UnreadableText('not-parolo', 'format', '"parolo" expected')
  const version = root.number('version')
  if (!Number.isInteger(version) || version < 1) {
    throw new UnreadableText('wrong-shape', 'version', `a whole number from 1 expected, found ${version}`)
  }
  if (version > formatVersion) {
    throw new UnreadableText('newer-version', 'version', `${version} is newer than ${formatVersion}`)
  }
}

const lastEnd = (paragraphs: readonly Paragraph[]): number =>
  paragraphs.reduce((latest, { words }) => words.reduce((end, word) => Math.max(end, word.endMs), latest), 0)

/** The frames of the recording's video, null without one; invalid ones are dropped and reported. */
function readFrames(recording: JsonFields, { correct }: Reading): VideoFrames | null {
  const value = recording.raw('frames')
  if (value === undefined) return null
  if (isVideoFrames(value)) {
    const { numerator, denominator, drops, firstUs, isVariable } = value
    return { numerator, denominator, drops, firstUs, isVariable }
  }
  correct({ code: 'default-filled', line: null, detail: recording.at('frames') })
  return null
}

function readTranscript(
  root: JsonFields,
  paragraphs: readonly Paragraph[],
  frames: VideoFrames | null,
  reading: Reading,
): Transcript {
  const language = root.text('language', 'und')
  const turns = root.objects('turns', true).map((fields) => readTurn(fields, reading))
  const speakers = root.objects('speakers', true).map((fields, index) => readSpeaker(fields, index, reading))
  checkLimit('speakers', speakers.length)
  checkUnique(speakers, 'speakers')
  const named = [...turns, ...paragraphs].flatMap(({ speakerId }) => (speakerId === null ? [] : [speakerId]))
  const transcript = {
    id: '',
    recordingId: '',
    language,
    run: readRun(root, reading),
    speakers: withMissing(speakers, named, reading),
    turns,
    paragraphs,
    marks: readMarks(root, paragraphs, reading),
    ...(frames === null ? {} : { frames }),
  }
  const timed = withCaptionTiming<Transcript>(transcript, readCaptionTiming(root, reading))
  const ruled = withCaptionRules(timed, readCaptionRules(root, reading))
  return withNumbers(withFillers(ruled, readFillers(root, reading)), readNumbers(root, reading))
}

function readParagraphs(root: JsonFields, reading: Reading): Paragraph[] {
  const words = new Set<string>()
  const paragraphs = root.objects('paragraphs').map((fields): Paragraph => {
    const paragraph = {
      id: fields.text('id'),
      speakerId: fields.textOrNull('speakerId'),
      language: fields.text('language', 'und'),
      kind: fields.oneOf('kind', kinds, 'speech'),
      words: fields.objects('words').map((word, index) => readWord(word, index, reading)),
    }
    for (const [index, { id }] of paragraph.words.entries()) {
      if (words.has(id))
        throw new UnreadableText(
          'wrong-shape',
          `${fields.at('words')}[${index}].id`,
          `"${id}" is there twice`,
        )
      words.add(id)
    }
    checkLimit('words', words.size)
    // Derived from the words, so that they always agree.
    fields.raw('startMs')
    fields.raw('endMs')
    reading.keep(extraKeys.paragraph(paragraph.id), fields)
    return paragraph
  })
  checkUnique(paragraphs, 'paragraphs')
  return paragraphs.map((paragraph) => ({
    ...paragraph,
    words: paragraph.words.map((word) => withSoundFormer(word, words, reading)),
  }))
}

/** Drops former words that could not be restored: another word has the id, or the times are out of order. */
function withSoundFormer(word: Word, ids: ReadonlySet<string>, { correct }: Reading): Word {
  const { was, ...rest } = word
  if (was === undefined) return word
  const isSound = was.every(({ id, startMs, endMs }, index) => {
    const isFree = id === word.id || !ids.has(id)
    return isFree && startMs <= endMs && startMs >= (was[index - 1]?.endMs ?? 0)
  })
  if (isSound && new Set(was.map(({ id }) => id)).size === was.length) return word
  correct({ code: 'former-words-dropped', line: null, detail: word.id })
  return rest
}

function readWord(fields: JsonFields, index: number, reading: Reading): Word {
  const word = {
    id: fields.text('id'),
    before: fields.text('before', index === 0 ? '' : ' '),
    text: fields.text('text'),
    startMs: fields.time('startMs'),
    endMs: fields.time('endMs'),
    confidence: fields.numberOrNull('confidence'),
    origin: fields.oneOf('origin', origins, 'imported'),
  }
  const was = fields.objects('was', true).map((former, place) => {
    const formerWord = readFormerWord(former)
    reading.keep(extraKeys.formerWord(word.id, place), former)
    return formerWord
  })
  reading.keep(extraKeys.word(word.id), fields)
  return was.length === 0 ? word : { ...word, was }
}

function readFormerWord(fields: JsonFields): FormerWord {
  return {
    id: fields.text('id'),
    text: fields.text('text'),
    startMs: fields.time('startMs'),
    endMs: fields.time('endMs'),
    confidence: fields.numberOrNull('confidence'),
    origin: fields.oneOf('origin', origins, 'imported'),
  }
}

function readTurn(fields: JsonFields, reading: Reading): SpeakerSegment {
  const turn = {
    speakerId: fields.text('speakerId'),
    startMs: fields.time('startMs'),
    endMs: fields.time('endMs'),
  }
  reading.keep(extraKeys.turn(turn), fields)
  return turn
}

function readSpeaker(fields: JsonFields, index: number, reading: Reading): Speaker {
  const speaker = {
    id: fields.text('id'),
    name: fields.textOrNull('name'),
    colour: fields.number('colour', index),
    groupId: fields.textOrNull('groupId'),
    ...(fields.isSet('redacted') ? { redacted: true as const } : {}),
  }
  reading.keep(extraKeys.speaker(speaker.id), fields)
  return speaker
}

/** A speaker that turns or paragraphs refer to but that is not in the list is added without a name. */
function withMissing(
  speakers: readonly Speaker[],
  named: readonly string[],
  { correct }: Reading,
): Speaker[] {
  const complete = [...speakers]
  const known = new Set(speakers.map((speaker) => speaker.id))
  for (const id of named) {
    if (known.has(id)) continue
    known.add(id)
    complete.push({ id, name: null, colour: complete.length, groupId: null })
    correct({ code: 'speaker-added', line: null, detail: id })
  }
  return complete
}

function readMarks(root: JsonFields, paragraphs: readonly Paragraph[], reading: Reading): Mark[] {
  const words = paragraphs.flatMap((paragraph) => paragraph.words)
  const places = new Map(words.map(({ id }, place) => [id, place]))
  const marks = root.objects('marks', true).flatMap((fields) => {
    const stored = {
      id: fields.text('id'),
      kind: fields.text('kind'),
      fromWordId: fields.text('fromWordId'),
      toWordId: fields.text('toWordId'),
      value: fields.textOrNull('value'),
    }
    const [from, to] = [places.get(stored.fromWordId), places.get(stored.toWordId)]
    if (from === undefined || to === undefined) {
      reading.correct({ code: 'mark-dropped', line: null, detail: fields.path })
      return []
    }
    reading.keep(extraKeys.mark(stored.id), fields)
    return [markOf(stored, { count: to - from + 1, first: words[from], last: words[to] })]
  })
  checkUnique(marks, 'marks')
  return marks
}

/** A mark that violates the rules of its kind is kept as a mark of unknown kind rather than rejecting the file. */
function markOf(
  stored: StoredMark,
  {
    count,
    first,
    last,
  }: { readonly count: number; readonly first: Word | undefined; readonly last: Word | undefined },
): Mark {
  const mark = readStoredMark(stored)
  const place = {
    count,
    startMs: first?.startMs ?? 0,
    endMs: last?.endMs ?? 0,
    durationMs: undefined,
  }
  if (count <= 0 || lintMark(mark, place).length === 0) return mark
  const { id, kind: name, fromWordId, toWordId, value } = stored
  return { id, kind: 'unknown', name, fromWordId, toWordId, value }
}

function readRun(root: JsonFields, reading: Reading): Run {
  if (root.raw('run') === undefined) {
    reading.correct({ code: 'default-filled', line: null, detail: 'run' })
    return { program: '', version: '', models: [], settings: {} }
  }
  const fields = root.object('run')
  const run = {
    program: fields.text('program', ''),
    version: fields.text('version', ''),
    models: fields.objects('models', true).map((model) => {
      const identity = {
        role: model.oneOf('role', roles),
        id: model.text('id'),
        sha256: model.text('sha256', ''),
      }
      reading.keep(extraKeys.model(identity), model)
      return identity
    }),
    settings: readSettings(fields, reading),
  }
  reading.keep(extraKeys.run, fields)
  return run
}

/** Settings are plain values; others are kept as unknown fields. */
function readSettings(run: JsonFields, reading: Reading): Run['settings'] {
  if (run.raw('settings') === undefined) return {}
  const fields = run.object('settings')
  const settings = fields.plainValues()
  reading.keep(extraKeys.settings, fields)
  return settings
}
