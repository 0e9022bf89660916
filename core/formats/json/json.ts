import type {
  CaptionSettings,
  CaptionTiming,
  FormerWord,
  Mark,
  Paragraph,
  Run,
  Speaker,
  SpeakerSegment,
  Word,
} from '../../transcript/transcript.ts'
import type { VideoFrames } from '../../frames/video-frames.ts'
import { byTime } from '../../moments/moment.ts'
import { byStart, type CutStretch } from '../../transcript/cut-reason.ts'
import { toStoredMark } from '../../transcript/marks/stored-mark.ts'
import type { DocumentWithExtras, FormatOf, JsonObject, JsonValue, WriteResult } from '../format.ts'
import { extraKeys } from './json-extra.ts'
import { keptCaptionsDocument } from './kept-captions-document.ts'
import { formatVersion, readJson } from './json-reader.ts'
import { onlySheet } from '../output-options.ts'
import { input } from '../format-input.ts'

/** The lossless format, described in docs/parolo-json.md. */
export const json: FormatOf<'json'> = {
  id: 'json',
  label: { en: 'Parolo (JSON)', fr: 'Parolo (JSON)' },
  purpose: {
    en: 'Everything, with the time of every word: to open again here, and for programs',
    fr: 'Tout, avec le temps de chaque mot\u00A0: à rouvrir ici, et pour les programmes',
  },
  extension: '.parolo.json',
  mediaType: 'application/json',
  choices: { names: false, times: false, firstPage: false, captions: null },
  output: onlySheet,
  group: 'programs',
  input: {
    ...input('words'),
    otherExtensions: ['.json'],
    shared: { extension: '.json', isOne: (start) => /"format"\s*:\s*"parolo"/.test(start) },
    isAssociated: true,
  },
  read: readJson,
  write: (document, options) => writeJson(keptCaptionsDocument(document, options)),
}

/**
 * Keys in a fixed order, one line per word, speaker, turn and mark: the same document produces the same
 * bytes, and two versions can be compared line by line.
 */
function writeJson(document: DocumentWithExtras): WriteResult {
  const { transcript } = document
  const extra = (key: string): JsonObject => document.extra?.[key] ?? {}
  const members = [
    member('format', 'parolo'),
    member('version', formatVersion),
    member('recording', recordingObject(document, extra)),
    member('language', transcript.language),
    member('run', runObject(transcript.run, extra)),
    list(
      'speakers',
      transcript.speakers.map((speaker) => speakerLine(speaker, extra)),
    ),
    list(
      'turns',
      transcript.turns.map((turn) => turnLine(turn, extra)),
    ),
    list(
      'paragraphs',
      transcript.paragraphs.map((paragraph) => paragraphLines(paragraph, extra)),
    ),
  ]
  if (transcript.marks.length > 0)
    members.push(
      list(
        'marks',
        transcript.marks.map((mark) => markLine(mark, extra)),
      ),
    )
  if (transcript.captionTiming !== undefined)
    members.push(member('captionTiming', captionTimingObject(transcript.captionTiming, extra)))
  if (transcript.captionRules !== undefined)
    members.push(member('captionRules', captionRulesObject(transcript.captionRules, extra)))
  if (transcript.fillers !== undefined) members.push(member('fillers', transcript.fillers))
  if (transcript.numbers !== undefined) members.push(member('numbers', transcript.numbers))
  for (const [key, value] of Object.entries(extra(extraKeys.document))) members.push(member(key, value))
  return { text: `{\n${members.join(',\n')}\n}\n`, losses: [] }
}

const member = (key: string, value: JsonValue): string => ` ${JSON.stringify(key)}: ${JSON.stringify(value)}`

const list = (key: string, lines: readonly string[]): string =>
  lines.length === 0 ? ` ${JSON.stringify(key)}: []` : ` ${JSON.stringify(key)}: [\n${lines.join(',\n')}\n ]`

const line = (value: JsonObject): string => `  ${JSON.stringify(value)}`

type Extra = (key: string) => JsonObject

/** Conversation details are omitted while there are none, as before this field existed. */
function recordingObject({ recording, transcript }: DocumentWithExtras, extra: Extra): JsonObject {
  const { frames } = transcript
  const {
    title,
    fileName,
    durationMs,
    sha256,
    date,
    place,
    soundDeletedOn,
    moments = [],
    cuts = [],
  } = recording
  const listed = moments.toSorted(byTime).map(({ id, kind, atMs, value }) => ({
    id,
    kind,
    atMs,
    value,
    ...extra(extraKeys.moment(id)),
  }))
  return {
    title,
    fileName,
    durationMs,
    sha256,
    ...(frames === undefined ? {} : { frames: framesObject(frames) }),
    ...(date === undefined ? {} : { date }),
    ...(place === undefined ? {} : { place }),
    ...(soundDeletedOn === undefined ? {} : { soundDeletedOn }),
    ...(listed.length === 0 ? {} : { moments: listed }),
    ...(cuts.length === 0 ? {} : { cuts: cuts.toSorted(byStart).map(cutObject) }),
    ...extra(extraKeys.recording),
  }
}

const cutObject = ({ id, startMs, endMs, reason }: CutStretch): JsonObject => ({ id, startMs, endMs, reason })

const framesObject = ({ numerator, denominator, drops, firstUs, isVariable }: VideoFrames): JsonObject => ({
  numerator,
  denominator,
  drops,
  firstUs,
  isVariable,
})

function runObject(run: Run, extra: Extra): JsonObject {
  const settings = Object.entries(run.settings).sort(([a], [b]) => (a < b ? -1 : 1))
  return {
    program: run.program,
    version: run.version,
    models: run.models.map(({ role, id, sha256 }) => ({
      role,
      id,
      sha256,
      ...extra(extraKeys.model({ role, id })),
    })),
    settings: { ...Object.fromEntries(settings), ...extra(extraKeys.settings) },
    ...extra(extraKeys.run),
  }
}

const speakerLine = ({ id, name, colour, groupId, redacted }: Speaker, extra: Extra): string =>
  line({
    id,
    name,
    colour,
    groupId,
    ...(redacted === true ? { redacted } : {}),
    ...extra(extraKeys.speaker(id)),
  })

const turnLine = (turn: SpeakerSegment, extra: Extra): string =>
  line({
    speakerId: turn.speakerId,
    startMs: turn.startMs,
    endMs: turn.endMs,
    ...extra(extraKeys.turn(turn)),
  })

const markLine = (mark: Mark, extra: Extra): string =>
  line({ ...toStoredMark(mark), ...extra(extraKeys.mark(mark.id)) })

const captionTimingObject = ({ offsetMs, ratio }: CaptionTiming, extra: Extra): JsonObject => ({
  offsetMs,
  ratio,
  ...extra(extraKeys.captionTiming),
})

/** Members in a fixed order, so that equal rules give equal bytes; those of `changes` sorted by name. */
function captionRulesObject(settings: CaptionSettings, extra: Extra): JsonObject {
  const { preset, base, frameRate, names, changes } = settings
  return {
    preset,
    ...(base === undefined ? {} : { base }),
    ...(frameRate === undefined ? {} : { frameRate }),
    ...(names === undefined ? {} : { names }),
    changes: Object.fromEntries(Object.entries(changes).sort(([a], [b]) => (a < b ? -1 : 1))),
    ...extra(extraKeys.captionRules),
  }
}

function paragraphLines(paragraph: Paragraph, extra: Extra): string {
  const { id, speakerId, language, kind, words } = paragraph
  const head = JSON.stringify({
    id,
    speakerId,
    language,
    kind,
    startMs: words[0]?.startMs ?? 0,
    endMs: words.reduce((latest, word) => Math.max(latest, word.endMs), 0),
    ...extra(extraKeys.paragraph(id)),
  })
  const lines = words.map((word) => `   ${JSON.stringify(wordObject(word, extra))}`)
  const content = lines.length === 0 ? '[]' : `[\n${lines.join(',\n')}\n  ]`
  return `  ${head.slice(0, -1)},"words":${content}}`
}

function wordObject(word: Word, extra: Extra): JsonObject {
  const was = word.was?.map((former, place) => ({
    id: former.id,
    text: former.text,
    ...timesAndOrigin(former),
    ...extra(extraKeys.formerWord(word.id, place)),
  }))
  return {
    id: word.id,
    before: word.before,
    text: word.text,
    ...timesAndOrigin(word),
    ...(was === undefined ? {} : { was }),
    ...extra(extraKeys.word(word.id)),
  }
}

const timesAndOrigin = ({ startMs, endMs, confidence, origin }: FormerWord | Word): JsonObject => ({
  startMs,
  endMs,
  confidence,
  origin,
})
