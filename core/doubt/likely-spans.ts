import { LIKELY, rateOfReason } from './order.ts'
import type { DoubtReason } from './reasons.ts'

/** A span of words by their indexes in reading order, both ends included. */
export interface PlacedSpan {
  from: number
  to: number
  readonly reasons: DoubtReason[]
}

interface EstimatedWords {
  /** How likely each word is wrong, in reading order; null for words that are not doubted. */
  readonly estimates: readonly (number | null)[]
  /** Number of words in each paragraph. */
  readonly paragraphs: readonly number[]
}

/** At most this many words between two likely errors are included with them: one place, not two. */
const MAX_BETWEEN = 2

/**
 * The places that are likely to be wrong: words with a high estimate, joined when close together in a paragraph, with
 * the reasons of the spans that touch them; and spans whose reason alone makes them likely.
 * @param spans all doubtful spans, in order
 */
export function likelySpans(spans: readonly PlacedSpan[], words: EstimatedWords): PlacedSpan[] {
  const runs = likelyRuns(words)
  let next = 0
  for (const run of runs) {
    while ((spans[next]?.from ?? Infinity) < run.from - MAX_SPAN) next += 1
    for (let at = next; (spans[at]?.from ?? Infinity) <= run.to; at += 1) {
      const span = spans[at]
      if (span !== undefined && span.to >= run.from) addReasons(run.reasons, reasonsFor(run, span))
    }
    if (run.reasons.length === 0) run.reasons.push({ reason: 'unsure-passage' })
  }
  const byReason = spans.filter(({ reasons }) => reasons.some((reason) => rateOfReason(reason) >= LIKELY))
  const joined = withOffers(runs, byReason)
  const inRun = new Set(joined.map(({ from, to }) => `${from} ${to}`))
  return [...joined, ...byReason.filter(({ from, to }) => !inRun.has(`${from} ${to}`))].sort(
    (a, b) => a.from - b.from || a.to - b.to,
  )
}

/** A doubt about who says a whole turn is no reason to doubt some of its words. */
function reasonsFor({ from, to }: PlacedSpan, span: PlacedSpan): readonly DoubtReason[] {
  if (span.from === from && span.to === to) return span.reasons
  return span.reasons.filter(({ reason }) => reason !== 'speaker-unsure')
}

/** A run that a term of the glossary or another model's text overlaps becomes one place with it: it is offered once. */
function withOffers(runs: readonly PlacedSpan[], spans: readonly PlacedSpan[]): PlacedSpan[] {
  let joined = [...runs]
  for (const span of spans) {
    if (!span.reasons.some(isOffer)) continue
    const touching = joined.filter(({ from, to }) => from <= span.to && span.from <= to)
    const [first, ...others] = touching
    if (first === undefined) continue
    first.from = Math.min(span.from, first.from)
    first.to = Math.max(span.to, ...touching.map(({ to }) => to))
    for (const { reasons } of others) addReasons(first.reasons, reasons)
    joined = joined.filter((run) => !others.includes(run))
  }
  return joined
}

const isOffer = ({ reason }: DoubtReason): boolean =>
  reason === 'near-glossary-term' || reason === 'other-model-differs'

/** Upper limit for a span: a passage of 30 s never has more words. */
const MAX_SPAN = 300

function likelyRuns({ estimates, paragraphs }: EstimatedWords): PlacedSpan[] {
  const runs: PlacedSpan[] = []
  let start = 0
  for (const count of paragraphs) {
    let last: PlacedSpan | undefined
    for (let index = start; index < start + count; index += 1) {
      if ((estimates[index] ?? 0) < LIKELY) continue
      if (last !== undefined && index - last.to - 1 <= MAX_BETWEEN) last.to = index
      else runs.push((last = { from: index, to: index, reasons: [] }))
    }
    start += count
  }
  return runs
}

/** Duplicate reasons of one kind are listed once; for a word's bands, only the least confident. */
function addReasons(reasons: DoubtReason[], more: readonly DoubtReason[]): void {
  for (const reason of more) {
    if (reason.reason === 'low-probability') {
      const at = reasons.findIndex((each) => each.reason === 'low-probability')
      const known = reasons[at]
      if (known === undefined) reasons.push(reason)
      else if (known.reason === 'low-probability' && known.band < reason.band) reasons[at] = reason
    } else if (!reasons.some((each) => saysTheSame(each, reason))) reasons.push(reason)
  }
}

function saysTheSame(one: DoubtReason, other: DoubtReason): boolean {
  if (one.reason === 'second-decode-differs' && other.reason === 'second-decode-differs') {
    return one.other === other.other && one.between === other.between
  }
  return JSON.stringify(one) === JSON.stringify(other)
}
