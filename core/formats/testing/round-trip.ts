import { makeCues, type Cue } from '../../captions/cues.ts'
import { presetFor } from '../../captions/presets/netflix.ts'
import { speakerNames } from '../../transcript/speaker-names.ts'
import type { DocumentWithExtras } from '../format.ts'
import type { FormatId } from '../formats.ts'
import { english } from './sample-document.ts'

/** What a format can represent of captions. */
export interface Holds {
  /** Times are rounded to this; 0: not compared. */
  readonly stepMs: number
  readonly lines: boolean
  readonly names: boolean
  /** The order of two speakers in one caption. */
  readonly order: boolean
  /** Characters that are replaced, so that texts are compared without them. */
  readonly replaced: RegExp | null
}

const all: Holds = { stepMs: 1, lines: true, names: true, order: true, replaced: null }

/** For each format that is written and read, except `json`, which keeps everything. */
export const holds: Partial<Record<FormatId, Holds>> = {
  vtt: all,
  srt: { ...all, names: false, replaced: /[-<>{(‹→›]/gu },
  // U+FFFE is not a valid XML character.
  ttml: { ...all, replaced: /[\uFFFD\uFFFE]/gu },
  ebuttd: { ...all, names: false, replaced: /[\uFFFD\uFFFE]/gu },
  stl: { ...all, stepMs: 0, names: false, replaced: /EUR|[^a-z]/gu },
  // Times are on frames, which the test of times compares.
  fcpxml: { ...all, stepMs: 0, names: false, replaced: /[\uFFFD\uFFFE]/gu },
  ass: { ...all, stepMs: 10 },
  sbv: { ...all, names: false, replaced: /[,\u201A]/gu },
  lrc: { ...all, stepMs: 0, lines: false, names: false, replaced: /[[(<‹]/gu },
  podcast: { ...all, order: false },
  whisper: { ...all, lines: false, order: false },
  textgrid: { ...all, order: false },
  eaf: { ...all, order: false, replaced: /[\uFFFD\uFFFE]/gu },
  audacity: { ...all, lines: false, names: false },
}

/** Captions as comparable text, reduced to what a format can represent. */
export function heldText(
  cues: readonly Cue[],
  { speakers }: DocumentWithExtras['transcript'],
  { stepMs, lines, names, order, replaced }: Holds,
): string[] {
  const labels = speakerNames(speakers, english.speakerLabel)
  const time = (ms: number): number => (stepMs === 0 ? 0 : Math.round(ms / stepMs))
  return cues.map((cue) => {
    const texts = cue.lines.map(({ speakerId, text }) => {
      const name = speakerId === null || !names ? '' : `${labels.get(speakerId)}: `
      const whole = text.normalize('NFC')
      const bare = (replaced === null ? whole : whole.replaceAll(replaced, ''))
        .split(/\s+/u)
        .filter(Boolean)
        .join(' ')
      return { name, text: bare }
    })
    // Without line breaks, each speaker's lines are joined.
    const joined = lines ? texts : byName(texts)
    const shown = joined.map((line) => line.name + line.text).filter((line) => line !== '')
    const end = stepMs === 0 ? 0 : Math.max(time(cue.startMs) + 1, time(cue.endMs))
    return `${time(cue.startMs)}–${end} ${(order ? shown : shown.toSorted()).join(' / ')}`
  })
}

function byName(lines: readonly { name: string; text: string }[]): { name: string; text: string }[] {
  const joined: { name: string; text: string }[] = []
  for (const line of lines) {
    const last = joined.at(-1)
    if (last !== undefined && last.name === line.name) last.text = `${last.text} ${line.text}`.trim()
    else joined.push({ ...line })
  }
  return joined
}

/** The cues of a read document; they must be preserved. */
export function cuesRead({ transcript, recording }: DocumentWithExtras): Cue[] {
  const cues = makeCues(transcript, presetFor('en'), { durationMs: recording.durationMs, language: 'en' })
  if (!cues.every(({ isFixed }) => isFixed === true)) throw new Error('the cues of the file were not kept')
  return cues
}
