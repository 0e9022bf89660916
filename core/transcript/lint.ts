import { shortestWordMs } from './shortest-word.ts'
import { lintMark } from './marks/lint-mark.ts'
import { kindOf } from './marks/stored-mark.ts'
import type { Transcript, Word } from './transcript.ts'

export type LintRule =
  | 'duplicate-paragraph-id'
  | 'duplicate-word-id'
  | 'duplicate-speaker-id'
  | 'duplicate-mark-id'
  | 'empty-id'
  | 'empty-word'
  | 'empty-paragraph'
  | 'time-not-whole'
  | 'time-negative'
  | 'time-after-end'
  | 'word-ends-before-start'
  | 'recognised-word-too-short'
  | 'words-out-of-order'
  | 'confidence-out-of-range'
  | 'unknown-speaker'
  | 'turn-ends-before-start'
  | 'mark-without-word'
  | 'mark-backwards'
  | 'mark-value'
  | 'mark-span'

/** One violated rule, and the id of the item that violates it (`turn 3` for a turn). */
export interface LintProblem {
  readonly rule: LintRule
  readonly id: string
  readonly detail: string
}

/**
 * The single list of invariants of a transcript; returns the violations, none for a valid transcript.
 *
 * Ids are unique within their kind and not empty. Times are whole milliseconds from 0 to `durationMs` (if
 * given). Inside a paragraph no word starts before the previous one has ended; different paragraphs may
 * overlap, as people talk over one another. A turn lasts at least a millisecond, a recognized word at least
 * `shortestWordMs`; any other word may have zero length. Marks are on existing words, in reading order, and
 * satisfy the rules of their kind (`marks/kinds`); some remain when no words are left.
 */
export function lint(transcript: Transcript, durationMs?: number): LintProblem[] {
  const problems: LintProblem[] = []
  const report = (rule: LintRule, id: string, detail = ''): void => {
    problems.push({ rule, id, detail })
  }
  const checkTime = (id: string, name: string, ms: number): void => {
    if (!Number.isSafeInteger(ms)) report('time-not-whole', id, `${name} ${ms}`)
    else if (ms < 0) report('time-negative', id, `${name} ${ms}`)
    else if (durationMs !== undefined && ms > durationMs) report('time-after-end', id, `${name} ${ms}`)
  }
  const uniqueIds = (items: readonly { readonly id: string }[], rule: LintRule): Set<string> => {
    const seen = new Set<string>()
    for (const { id } of items) {
      if (id === '') report('empty-id', id, rule)
      if (seen.has(id)) report(rule, id)
      seen.add(id)
    }
    return seen
  }

  const speakers = uniqueIds(transcript.speakers, 'duplicate-speaker-id')
  uniqueIds(transcript.paragraphs, 'duplicate-paragraph-id')
  uniqueIds(transcript.marks, 'duplicate-mark-id')

  const checkWord = (word: Word): void => {
    if (word.id === '') report('empty-id', word.id, 'word')
    if (word.text.trim() === '') report('empty-word', word.id)
    checkTime(word.id, 'start', word.startMs)
    checkTime(word.id, 'end', word.endMs)
    if (word.endMs < word.startMs) report('word-ends-before-start', word.id)
    else if (word.origin === 'recognised' && word.endMs - word.startMs < shortestWordMs) {
      report('recognised-word-too-short', word.id, `${word.endMs - word.startMs} ms`)
    }
    const { confidence } = word
    // Written so that NaN is rejected too.
    if (confidence !== null && !(confidence >= 0 && confidence <= 1)) {
      report('confidence-out-of-range', word.id, String(confidence))
    }
  }

  const placeOfWord = new Map<string, number>()
  for (const paragraph of transcript.paragraphs) {
    if (paragraph.speakerId !== null && !speakers.has(paragraph.speakerId)) {
      report('unknown-speaker', paragraph.id, paragraph.speakerId)
    }
    if (paragraph.kind === 'speech' && paragraph.words.length === 0) report('empty-paragraph', paragraph.id)
    let previous: Word | undefined
    for (const word of paragraph.words) {
      checkWord(word)
      if (previous !== undefined && word.startMs < previous.endMs) {
        report('words-out-of-order', word.id, `starts at ${word.startMs}, before ${previous.endMs}`)
      }
      if (placeOfWord.has(word.id)) report('duplicate-word-id', word.id)
      else placeOfWord.set(word.id, placeOfWord.size)
      previous = word
    }
  }

  transcript.turns.forEach((turn, index) => {
    const id = `turn ${index}`
    checkTime(id, 'start', turn.startMs)
    checkTime(id, 'end', turn.endMs)
    if (!(turn.endMs > turn.startMs)) report('turn-ends-before-start', id)
    if (!speakers.has(turn.speakerId)) report('unknown-speaker', id, turn.speakerId)
  })

  for (const mark of transcript.marks) {
    if (placeOfWord.size === 0 && kindOf(mark.kind)?.behavior.outlastsWords === true) continue
    const from = placeOfWord.get(mark.fromWordId)
    const to = placeOfWord.get(mark.toWordId)
    if (from === undefined) report('mark-without-word', mark.id, mark.fromWordId)
    if (to === undefined && mark.toWordId !== mark.fromWordId) {
      report('mark-without-word', mark.id, mark.toWordId)
    }
    if (from === undefined || to === undefined) continue
    if (from > to) {
      report('mark-backwards', mark.id)
      continue
    }
    const { captionTiming } = transcript
    for (const { rule, detail } of lintMark(mark, { count: to - from + 1, durationMs, captionTiming })) {
      report(rule, mark.id, detail)
    }
  }
  return problems
}
