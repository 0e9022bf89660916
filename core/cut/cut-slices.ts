import { firstAbove } from './first-above.ts'
import { joinsOf } from './joins.ts'
import type { KeptSpans } from './kept-spans.ts'

/** Samples of the recording that are added to the sound of the cut. */
export interface CutSlice {
  readonly startSample: number
  readonly samples: number
  /** Where they begin in the cut. */
  readonly atSample: number
  /** Of a fade: the gain of the first sample, and by how much that of each next one differs. Omitted: as they are. */
  readonly fade?: { readonly first: number; readonly step: number }
}

/**
 * What the sound of the cut is made of from one of its samples on, in order of time. Fades are slices of their own, which
 * are added to the sound beside their join; all sums are those of `Splicer`.
 * @param most how many samples a slice has at most
 */
export function* cutSlices(
  kept: Pick<KeptSpans, 'spans' | 'rate'>,
  fromSample: number,
  most: number,
): Generator<CutSlice> {
  const { spans } = kept
  const joins = joinsOf(kept)
  const begins = new Float64Array([0, ...joins.map(({ atSample }) => atSample)])
  for (let place = Math.max(0, firstAbove(begins, fromSample) - 1); place < spans.length; place += 1) {
    const span = spans[place] ?? { startSample: 0, endSample: 0 }
    const begin = begins[place] ?? 0
    const [before, join] = [joins[place - 1], joins[place]]
    if (before !== undefined && begin >= fromSample) yield fadeOut(before)
    const end = begin + span.endSample - span.startSample
    for (let at = Math.max(begin, fromSample); at < end; at += most)
      yield {
        startSample: span.startSample + at - begin,
        samples: Math.min(most, end - at),
        atSample: at,
      }
    if (join !== undefined && join.atSample - join.fadeSamples >= fromSample) yield fadeIn(join)
  }
}

type Join = ReturnType<typeof joinsOf>[number]

const fadeOut = ({ endSample, atSample, fadeSamples }: Join): CutSlice => {
  const step = 1 / (fadeSamples + 1)
  return { startSample: endSample, samples: fadeSamples, atSample, fade: { first: 1 - step, step: -step } }
}

const fadeIn = ({ startSample, atSample, fadeSamples }: Join): CutSlice => {
  const step = 1 / (fadeSamples + 1)
  return {
    startSample: startSample - fadeSamples,
    samples: fadeSamples,
    atSample: atSample - fadeSamples,
    fade: { first: step, step },
  }
}

/** The samples of a slice with its fade, in place. */
export function fadeSlice(samples: Float32Array, { fade }: CutSlice): void {
  if (fade === undefined) return
  for (let at = 0; at < samples.length; at += 1)
    samples[at] = (samples[at] ?? 0) * (fade.first + fade.step * at)
}
