import type { Word } from '#core/transcript/transcript'
import { comparableText } from '../scoring/comparable-text.ts'
import { differingPlaces, type Place } from './places.ts'
import { type Step, type StepText, STEPS } from './step-texts.ts'
import { stepsOfErrors } from './step-of-error.ts'

/** A place in which the last text has more or fewer errors than the first. */
export interface ChangedPlace {
  readonly said: string
  readonly first: string
  readonly last: string
  readonly steps: readonly { readonly step: Step; readonly lost: number; readonly won: number }[]
  /** Whether a decode of the last text begins or ends there, between the words that all texts have. */
  readonly isAtEdge: boolean
}

export interface ComparedSteps {
  readonly words: number
  /** Of the first text and after each step. */
  readonly errors: readonly number[]
  readonly places: readonly ChangedPlace[]
}

/** @param texts the first, and one after each step */
export function compareSteps(reference: string, texts: readonly StepText[]): ComparedSteps {
  const said = comparableText(reference)
  const own = texts.map(({ words }) => words.flatMap(timedWords))
  const places = differingPlaces(
    said,
    own.map((words) => words.map(({ text }) => text)),
  )
  const last = own.at(-1) ?? []
  const textOf = (words: readonly { text: string }[], span = { start: 0, end: 0 }): string =>
    words
      .slice(span.start, span.end)
      .map(({ text }) => text)
      .join(' ')
  const changed = places.flatMap((place): ChangedPlace[] => {
    const steps = stepsOfErrors(place.errors).flatMap((errors, index) => {
      const step = STEPS[index]
      return step === undefined || errors.lost + errors.won === 0 ? [] : [{ step, ...errors }]
    })
    if (steps.length === 0) return []
    return [
      {
        said: said.slice(place.reference.start, place.reference.end).join(' '),
        first: textOf(own[0] ?? [], place.texts[0]),
        last: textOf(last, place.texts.at(-1)),
        steps,
        isAtEdge: hasEdge(last, place, texts.at(-1)?.edgesMs ?? []),
      },
    ]
  })
  const errors = texts.map((_, index) => places.reduce((sum, place) => sum + (place.errors[index] ?? 0), 0))
  return { words: said.length, errors, places: changed }
}

interface Timed {
  readonly text: string
  readonly startMs: number
}

const timedWords = ({ text, startMs }: Word): Timed[] =>
  comparableText(text).map((word) => ({ text: word, startMs }))

function hasEdge(words: readonly Timed[], { texts }: Place, edgesMs: readonly number[]): boolean {
  const span = texts.at(-1)
  if (span === undefined) return false
  const from = words[span.start - 1]?.startMs ?? -Infinity
  const until = words[span.end]?.startMs ?? Infinity
  return edgesMs.some((edge) => edge > from && edge <= until)
}
