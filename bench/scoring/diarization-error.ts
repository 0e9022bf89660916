import { bestMapping } from './best-mapping.ts'

/** Seconds. */
export interface SpeakerTurn {
  readonly speaker: string
  readonly start: number
  readonly end: number
}

/** A scored span, in seconds. */
export interface ScoredSpan {
  readonly start: number
  readonly end: number
}

/** Seconds of speaker time: if two speak, a second counts twice. */
export interface DiarizationError {
  readonly speech: number
  readonly missed: number
  readonly falseAlarm: number
  readonly confused: number
}

/**
 * The diarization error without a collar and with overlap, under the one-to-one mapping of speakers that is
 * best for the whole file (as in NIST's md-eval). Nothing outside of `scored` counts.
 */
export function diarizationError(
  reference: readonly SpeakerTurn[],
  hypothesis: readonly SpeakerTurn[],
  scored: readonly ScoredSpan[],
): DiarizationError {
  const references = new Set(reference.map((turn) => turn.speaker))
  const hypotheses = new Set(hypothesis.map((turn) => turn.speaker))
  const stretches = stretchesOf(reference, hypothesis, scored)

  const together = [...references].map((speaker) =>
    [...hypotheses].map((other) =>
      stretches.reduce(
        (sum, one) => sum + (one.reference.has(speaker) && one.hypothesis.has(other) ? one.seconds : 0),
        0,
      ),
    ),
  )
  const columns = bestMapping(together)
  const names = [...hypotheses]
  const mapped = new Map([...references].map((speaker, row) => [speaker, names[columns[row] ?? -1]]))

  const error = { speech: 0, missed: 0, falseAlarm: 0, confused: 0 }
  for (const { seconds, reference: said, hypothesis: recognized } of stretches) {
    const right = [...said].filter((speaker) => {
      const name = mapped.get(speaker)
      return name !== undefined && recognized.has(name)
    }).length
    error.speech += seconds * said.size
    error.missed += seconds * Math.max(0, said.size - recognized.size)
    error.falseAlarm += seconds * Math.max(0, recognized.size - said.size)
    error.confused += seconds * (Math.min(said.size, recognized.size) - right)
  }
  return error
}

/** All errors as a share of the speech. */
export const errorRate = ({ speech, missed, falseAlarm, confused }: DiarizationError): number =>
  (missed + falseAlarm + confused) / speech

export function addDiarizationErrors(all: readonly DiarizationError[]): DiarizationError {
  return all.reduce(
    (sum, one) => ({
      speech: sum.speech + one.speech,
      missed: sum.missed + one.missed,
      falseAlarm: sum.falseAlarm + one.falseAlarm,
      confused: sum.confused + one.confused,
    }),
    { speech: 0, missed: 0, falseAlarm: 0, confused: 0 },
  )
}

interface Stretch {
  readonly seconds: number
  readonly reference: ReadonlySet<string>
  readonly hypothesis: ReadonlySet<string>
}

/** The scored time cut wherever anybody begins or ends; overlapping turns of one speaker count once. */
function stretchesOf(
  reference: readonly SpeakerTurn[],
  hypothesis: readonly SpeakerTurn[],
  scored: readonly ScoredSpan[],
): Stretch[] {
  const edges = [...reference, ...hypothesis, ...scored].flatMap(({ start, end }) => [start, end])
  const cuts = [...new Set(edges)].sort((a, b) => a - b)
  const stretches: Stretch[] = []
  for (const [index, start] of cuts.entries()) {
    const end = cuts[index + 1]
    if (end === undefined) break
    if (!scored.some((span) => span.start <= start && span.end >= end)) continue
    const speaking = (turns: readonly SpeakerTurn[]): ReadonlySet<string> =>
      new Set(turns.filter((turn) => turn.start <= start && turn.end >= end).map((turn) => turn.speaker))
    stretches.push({ seconds: end - start, reference: speaking(reference), hypothesis: speaking(hypothesis) })
  }
  return stretches
}
