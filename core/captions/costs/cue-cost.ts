import type { CaptionRules } from '../caption-rules.ts'
import { leastMsOf } from './reading-time.ts'
import type { CostTable } from './cost-table.ts'

/** A span of atoms that might become a cue. */
export interface Candidate {
  readonly from: number
  /** Exclusive. */
  readonly to: number
  /** End of its last word. */
  readonly spokenUntilMs: number
  /** Where its last sentence begins; `from` if none begins inside. */
  readonly lastSentence: number
  readonly characters: number
  readonly words: number
}

/** The cost of a cue regardless of its lines: its time on the screen, and what its edges cut. */
export function cueCost(table: CostTable, cue: Candidate): number {
  return table.rules.costs.cue + timeCost(table, cue) + edgeCost(table, cue)
}

function timeCost(table: CostTable, { from, to, spokenUntilMs, characters, words }: Candidate): number {
  const { rules } = table
  const { costs } = rules
  const startMs = table.startsMs[from] ?? 0
  const nextMs = to < table.count ? (table.startsMs[to] ?? 0) : Infinity
  const roomMs = Math.max(0, nextMs - startMs)
  const spokenMs = spokenUntilMs + rules.lingerMs - startMs
  const shownMs = Math.min(Math.max(spokenMs, rules.minDurationMs), roomMs, rules.maxDurationMs)
  const lackingMs = Math.max(0, rules.minDurationMs - roomMs)
  const readableMs = Math.min(shownMs, roomMs - rules.gapMs)
  return (
    (lackingMs / 100) * costs.lackingTime +
    Math.max(0, 1 - shownMs / costs.comfortableMs) * costs.shortCue +
    readingCost(
      leastMsOf(characters, words, rules) - readableMs,
      (table.spareBefore[from] ?? 0) + (table.spareAfter[to] ?? 0),
      rules,
    )
  )
}

/** @param spareMs how much of the missing reading time the neighbors can give */
function readingCost(lackingMs: number, spareMs: number, { costs }: CaptionRules): number {
  if (lackingMs <= 0) return 0
  const borrowedMs = Math.min(lackingMs, spareMs)
  const leftMs = lackingMs - borrowedMs
  const unreadable = leftMs > 0 ? costs.unreadable + (leftMs / 100) * costs.lackingReading : 0
  return Math.min(costs.readingLimit, (borrowedMs / 100) * costs.borrowedReading + unreadable)
}

function edgeCost(table: CostTable, { from, to, lastSentence, characters }: Candidate): number {
  const { costs } = table.rules
  const goesOn = continues(table, to)
  const isTooShort = characters < costs.fewCharacters && (goesOn || continues(table, from))
  const cutsSentence = table.sentenceStarts[to] !== 1 && lastSentence > from
  return (
    (table.mustBreak[to] === 1 ? 0 : (table.cueBreakCosts[to] ?? 0)) +
    (cutsSentence ? costs.sentenceCut : 0) +
    (isTooShort ? (1 - characters / costs.fewCharacters) * costs.fewWords : 0)
  )
}

/** Whether one voice speaks on both sides of this place without a mandatory break. */
function continues(table: CostTable, at: number): boolean {
  if (at === 0 || at >= table.count || table.mustBreak[at] === 1) return false
  return table.voices[at] === table.voices[at - 1]
}
