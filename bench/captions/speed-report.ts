import type { Transcript } from '#core/transcript/transcript'
import { syntheticText, THREE_HOURS } from '../../e2e/support/synthetic-transcript.ts'
import { type Cell, met, table } from '../report/table.ts'
import { type CaptionSpeed, measureCaptionSpeed } from './caption-speed.ts'

/** Silence between paragraphs, if any: too long for cues of two parts to extend across. */
const PAUSE_MS = 4_000
const MAX_MAKE_MS = 1_000
const MAX_EDIT_MS = 5

interface Row {
  readonly what: string
  readonly ms: (speed: CaptionSpeed) => number
  readonly most?: number
}

const ROWS: readonly Row[] = [
  { what: 'all cues', ms: ({ makeMs }) => makeMs, most: MAX_MAKE_MS },
  { what: 'cues after an edit of text', ms: ({ textEditMs }) => textEditMs, most: MAX_EDIT_MS },
  { what: 'cues after a mark', ms: ({ markEditMs }) => markEditMs, most: MAX_EDIT_MS },
  { what: 'edits that split a cue', ms: ({ splitMs }) => splitMs },
  { what: 'edits that join two', ms: ({ joinMs }) => joinMs },
  { what: 'edits that set an end', ms: ({ timesMs }) => timesMs },
  { what: 'edits of typing in a cue', ms: ({ typeMs }) => typeMs },
  { what: '“fix all” of 5,000 cues', ms: ({ fixAllMs }) => fixAllMs },
]

/** Times for 100,000 words, with and without pauses between paragraphs. */
export function reportSpeed(say: (line: string) => void): string {
  const speeds = [PAUSE_MS, 0].map((pauseMs) => {
    say(pauseMs > 0 ? '  with pauses' : '  without pauses')
    return measureCaptionSpeed(longTranscript(pauseMs))
  })
  const rows = ROWS.map(({ what, ms, most }): Cell[] => [
    what,
    ...speeds.map((speed) => `${shown(ms(speed))} ms`),
    most === undefined ? '' : `${most.toLocaleString('en')} ms`,
    most === undefined ? '' : speeds.map((speed) => met(ms(speed) < most)).join(', '),
  ])
  const counts = speeds.map(({ cues }) => cues.toLocaleString('en'))
  return `### Speed

100,000 words in 2,500 paragraphs under Netflix's rules; medians of 3 runs, of edits at 11 places,
each 3 times (cues also after its undoing); by the processor's clock of one thread, so that other programs do not count.

${table(['time', `with pauses of 4 s (${counts[0]} cues)`, `without any (${counts[1]} cues)`, 'aim', ''], rows)}`
}

const shown = (ms: number): string => (ms < 100 ? ms.toFixed(1) : String(Math.round(ms)))

function longTranscript(pauseMs: number): {
  readonly transcript: Transcript
  readonly durationMs: number
  readonly language: string
} {
  const { speakers, turns, paragraphs } = syntheticText(THREE_HOURS)
  const later = paragraphs.map((paragraph, index) => ({
    ...paragraph,
    words: paragraph.words.map((word) => ({
      ...word,
      startMs: word.startMs + index * pauseMs,
      endMs: word.endMs + index * pauseMs,
    })),
  }))
  const transcript: Transcript = {
    id: 't',
    recordingId: 'r',
    language: 'en',
    run: { program: 'parolo', version: '0', models: [], settings: {} },
    speakers,
    turns: pauseMs === 0 ? turns : [],
    paragraphs: later,
    marks: [],
  }
  return { transcript, language: 'en', durationMs: THREE_HOURS.durationMs + paragraphs.length * pauseMs }
}
