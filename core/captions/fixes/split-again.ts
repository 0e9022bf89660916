import type { Paragraph } from '../../transcript/transcript.ts'
import { makeCues, type Cue } from '../cues.ts'
import type { CueFix, FixPlace } from './cue-fix.ts'

/** A line of dialogue by a speaker without a name. */
const dash = /^[-–—](?!-)/u

/**
 * Breaks a cue's lines again by the rules, into as many cues as needed, in the same time; every character but
 * spaces is kept, in order.
 */
export const splitAgain: CueFix = (place) => {
  const { cue, rules, language } = place
  const hasLines =
    cue.lines.length <= rules.maxLines &&
    cue.lines.every(({ text }) => text.length <= rules.maxCharactersPerLine)
  if (hasLines && cue.endMs - cue.startMs <= rules.maxDurationMs) return null
  const { paragraphs, ids } = wordsOf(place)
  // Names and dashes are already part of the text, and a pause inside a cue is unknown.
  const own = {
    ...rules,
    sharesCues: false,
    gapMs: 0,
    closeGapsUnderMs: 0,
    lingerMs: 0,
    startToleranceMs: 0,
    pauseMs: Infinity,
  }
  const made = makeCues({ paragraphs, speakers: [], marks: [] }, own, { durationMs: cue.endMs, language })
  if (made.length === 0) return null
  return { cues: made.map((part, index) => placed(part, index, made, ids, place)) }
}

function placed(
  part: Cue,
  index: number,
  made: readonly Cue[],
  ids: ReadonlyMap<string, string>,
  { cue, rules }: FixPlace,
): Cue {
  const isLast = index === made.length - 1
  const nextMs = made[index + 1]?.startMs ?? cue.endMs
  const endMs = isLast ? cue.endMs : Math.max(part.startMs + 1, nextMs - rules.gapMs)
  return {
    index: cue.index,
    startMs: index === 0 ? cue.startMs : part.startMs,
    endMs: Math.min(endMs, part.startMs + rules.maxDurationMs),
    lines: part.lines.map(({ speakerId, text }) => ({ speakerId: speakerOf(speakerId), text })),
    wordIds: [...new Set(part.wordIds.flatMap((id) => ids.get(id) ?? []))],
  }
}

/** Speakers of lines are numbered to distinguish several without a name. */
const lineSpeaker = (number: number, speakerId: string | null): string => `${number}:${speakerId ?? ''}`
const speakerOf = (key: string | null): string | null => key?.slice(key.indexOf(':') + 1) || null

/** The cue's text as words spread over its time, each with the id of the transcript's word it represents. */
function wordsOf({ cue, language }: FixPlace): { paragraphs: Paragraph[]; ids: Map<string, string> } {
  const texts = cue.lines.map(({ text }) => text.split(/[ \t]+/).filter((word) => word !== ''))
  const count = texts.flat().length
  const length = texts.flat().reduce((sum, text) => sum + text.length, 0)
  const ids = new Map<string, string>()
  const timeAt = (position: number): number =>
    cue.startMs + Math.round(((cue.endMs - cue.startMs) * position) / Math.max(1, length))
  const paragraphs: Paragraph[] = []
  let position = 0
  let number = 0
  for (const [line, { speakerId, text }] of cue.lines.entries()) {
    const words = (texts[line] ?? []).map((word, at) => {
      const id = `w${number}`
      // If the words do not correspond one for one, the nearest by position.
      const known = cue.wordIds[Math.floor((number * cue.wordIds.length) / Math.max(1, count))]
      if (known !== undefined) ids.set(id, known)
      number++
      const startMs = timeAt(position)
      position += word.length
      return {
        id,
        before: at === 0 ? '' : ' ',
        text: word,
        startMs,
        endMs: timeAt(position),
        confidence: null,
        origin: 'imported' as const,
      }
    })
    const last = paragraphs.at(-1)
    const isSame = last !== undefined && cue.lines[line - 1]?.speakerId === speakerId && !dash.test(text)
    if (isSame) {
      const [first, ...others] = words
      const joined = first === undefined ? [] : [{ ...first, before: ' ' }, ...others]
      paragraphs[paragraphs.length - 1] = { ...last, words: [...last.words, ...joined] }
    } else {
      paragraphs.push({
        id: `p${line}`,
        speakerId: lineSpeaker(line, speakerId),
        language,
        kind: 'speech',
        words,
      })
    }
  }
  return { paragraphs, ids }
}
