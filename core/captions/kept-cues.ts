import type { Transcript } from '../transcript/transcript.ts'
import { type CaptionNames, namePrefixes } from './caption-names.ts'
import type { CaptionRules } from './caption-rules.ts'
import type { Cue, CueLine } from './cues.ts'
import { cleanText } from './caption-words.ts'

interface OpenCue {
  readonly startMs: number
  readonly lines: { readonly speakerId: string | null; text: string }[]
  readonly wordIds: string[]
}

interface Marked {
  readonly starts: ReadonlyMap<string, number>
  readonly ends: ReadonlyMap<string, number>
  readonly lineStarts: ReadonlySet<string>
}

/** Whether names precede the words, and what a name may take of a line. */
export interface KeptCueNames {
  readonly names: CaptionNames
  readonly rules: Pick<CaptionRules, 'maxCharactersPerLine'>
  readonly language: string
}

/**
 * The cues that the marks of an imported file set (`cue-marks.ts`), with its times, lines and text; they may overlap or
 * break any rule. Null if a word is outside of such cues, or the captions were changed by other marks.
 */
export function keptCues(
  { paragraphs, speakers, marks }: Pick<Transcript, 'paragraphs' | 'speakers' | 'marks'>,
  { names, rules, language }: KeptCueNames,
): Cue[] | null {
  const marked = markedWords(marks)
  if (marked === null || marked.starts.size === 0) return null
  const prefixes =
    names === 'never' ? new Map<string | null, string>() : namePrefixes(speakers, rules, language)
  const cues: Cue[] = []
  let open: OpenCue | null = null
  let lastSpeaker: string | null | undefined
  for (const { kind, speakerId, words } of paragraphs) {
    if (kind === 'note') continue
    for (const [index, word] of words.entries()) {
      const startMs = marked.starts.get(word.id)
      if ((startMs === undefined) === (open === null)) return null
      if (startMs !== undefined) open = { startMs, lines: [], wordIds: [] }
      if (open === null) return null
      const line = open.lines.at(-1)
      if (line === undefined || index === 0 || marked.lineStarts.has(word.id)) {
        open.lines.push({ speakerId, text: word.text })
      } else line.text += word.before + word.text
      open.wordIds.push(word.id)
      const endMs = marked.ends.get(word.id)
      if (endMs === undefined) continue
      const lines = open.lines.flatMap((each) => {
        const text = cleanText(each.text).trim()
        return text === '' ? [] : [{ ...each, text }]
      })
      const named = lines.map((each, place): CueLine => {
        const before = place === 0 ? lastSpeaker : lines[place - 1]?.speakerId
        const isNamed = each.speakerId !== before || (names === 'always' && place === 0)
        const prefix = isNamed ? prefixes.get(each.speakerId) : undefined
        return prefix === undefined ? each : { ...each, text: `${prefix} ${each.text}` }
      })
      if (lines.length > 0) {
        cues.push({ index: cues.length, startMs: open.startMs, endMs, lines: named, wordIds: open.wordIds })
        lastSpeaker = lines.at(-1)?.speakerId
      }
      open = null
    }
  }
  return open === null ? cues : null
}

function markedWords(marks: Transcript['marks']): Marked | null {
  const starts = new Map<string, number>()
  const ends = new Map<string, number>()
  const lineStarts = new Set<string>()
  for (const mark of marks) {
    if (mark.kind === 'cue-start') starts.set(mark.fromWordId, mark.value)
    else if (mark.kind === 'cue-end') ends.set(mark.fromWordId, mark.value)
    else if (mark.kind === 'line-break') lineStarts.add(mark.fromWordId)
    else if (mark.kind === 'hide' || mark.kind === 'wording' || mark.kind === 'time') return null
  }
  return { starts, ends, lineStarts }
}
