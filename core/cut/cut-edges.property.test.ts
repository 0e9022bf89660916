import fc from 'fast-check'
import { expect, it } from 'vitest'
import { applyEdit } from '../edits/apply.ts'
import { conversation } from '../edits/testing/samples.ts'
import { lintMark } from '../transcript/marks/lint-mark.ts'
import { findCutEdges, resetCutEdges, setCutEdge, type ShownCut } from './cut-edges.ts'
import { findKeptSpans, type WantedCut } from './find-kept-spans.ts'
import type { TimeSpan } from '../transcript/time-span.ts'
import { cutSpans } from './joins.ts'
import { randomCut } from './testing/random-cuts.ts'

function shownOf(wanted: WantedCut): ShownCut {
  const { stretches = [] } = wanted
  const shown = {
    ...wanted,
    // Several marks on the same words hide each other's edges.
    transcript: { ...conversation([]), ...wanted.transcript, marks: wanted.transcript.marks.slice(0, 1) },
    stretches: stretches.map((span, place) => ({ ...span, id: `s${place}`, reason: 'pause' as const })),
  }
  return { ...shown, kept: findKeptSpans(shown).kept }
}

/** As a screen shows them: within the trim. */
function cutsOf({ kept, part, durationMs }: ShownCut): TimeSpan[] {
  const whole = { startMs: part?.startMs ?? 0, endMs: Math.min(part?.endMs ?? durationMs, durationMs) }
  return cutSpans(kept).flatMap((cut) => {
    const [startMs, endMs] = [Math.max(cut.startMs, whole.startMs), Math.min(cut.endMs, whole.endMs)]
    return endMs - startMs >= 1 ? [{ startMs, endMs }] : []
  })
}

const without = ({ kept: _kept, ...wanted }: ShownCut): Omit<ShownCut, 'kept'> => wanted

it('wherever an edge is moved within its limits, it is there or within what else is cut; set back, it is where it was', () => {
  let made = 0
  const newId = (): string => `new${(made += 1)}`
  fc.assert(
    fc.property(randomCut, fc.nat(20), fc.double({ min: 0, max: 1, noNaN: true }), (given, at, share) => {
      const shown = shownOf(given)
      // With a video it goes to the nearest frame, outside of kept words.
      const { frames } = given
      const nearMs = frames === undefined ? 1 : (1_000 * frames.denominator) / frames.numerator + 1
      // Only marks that keep the rules are stored.
      fc.pre(
        shown.transcript.marks.every(
          (mark) =>
            lintMark(mark, { count: 1, durationMs: shown.durationMs, captionTiming: undefined }).length === 0,
        ),
      )
      const edges = cutsOf(shown).flatMap((cut) => findCutEdges(shown, cut))
      const edge = edges[at % Math.max(1, edges.length)]
      if (edge === undefined) return
      const { side, minMs, maxMs } = edge
      const target = Math.round(minMs + share * (maxMs - minMs))
      const change = setCutEdge(shown.transcript, edge, target, newId)
      const limits = { durationMs: shown.durationMs }
      const moved: Omit<ShownCut, 'kept'> =
        'edit' in change
          ? { ...without(shown), transcript: applyEdit(shown.transcript, change.edit, limits).transcript }
          : {
              ...without(shown),
              stretches: shown.stretches.map((each) =>
                each.id === change.stretch.id ? change.stretch : each,
              ),
            }
      const { kept } = findKeptSpans(moved)
      const cuts = cutsOf({ ...moved, kept })
      const isThere = cuts.some(
        ({ startMs, endMs }) => Math.abs((side === 'start' ? startMs : endMs) - target) <= nearMs,
      )
      // What is cut beside it may begin within the same frame.
      const isInside = cuts.some(
        ({ startMs, endMs }) => target > startMs - nearMs + 1 && target < endMs + nearMs - 1,
      )
      // Shorter sound without a word is cut too.
      const isShort = cuts.some(
        ({ startMs, endMs }) =>
          target > startMs && target < endMs && Math.min(target - startMs, endMs - target) < 40 + nearMs,
      )
      // Stretches, and words of other paragraphs, which may be said at the same time.
      const isMoreCut = shown.stretches.length > 0 || shown.transcript.paragraphs.length > 1
      expect(isThere || isShort || (isInside && isMoreCut)).toBe(true)
      if (shown.stretches.length > 0) return
      if (edge.isSet || 'stretch' in edge.source || edge.source.mark.kind !== 'cut') return
      const set = { ...moved, kept }
      const moving = cuts.flatMap((cut) => findCutEdges(set, cut)).filter((each) => each.side === side)
      const [back] = resetCutEdges(moved.transcript, moving, newId)
      if (back === undefined) return
      const restored = { ...moved, transcript: applyEdit(moved.transcript, back, limits).transcript }
      expect(cutSpans(findKeptSpans(restored).kept)).toEqual(cutSpans(shown.kept))
    }),
    { numRuns: 300 },
  )
})
