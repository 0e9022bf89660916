import type { ComparedSteps } from '../stages/compare-steps.ts'
import { chanceOfAsManyWorse } from '../scoring/sign-test.ts'
import { STEPS } from '../stages/step-texts.ts'
import { type Cell, table } from './table.ts'

/** A recording at one speed. */
export interface SteppedRecording extends ComparedSteps {
  readonly name: string
  /** Language, kind of speech, and whether it is several recordings. */
  readonly group: string
  readonly speed: number
}

/** Errors of the raw engine's text and of the text after each step, by group. */
export function stepErrorTable(recordings: readonly SteppedRecording[]): string {
  return table(
    ['speech', 'words', 'raw engine', ...STEPS.map((step) => `+ ${step}`), 'Parolo less raw'],
    byGroup(recordings).map(([group, its]): Cell[] => {
      const errors = [0, ...STEPS.map((_, index) => index + 1)].map((step) =>
        sum(its.map((one) => one.errors[step] ?? 0)),
      )
      const words = sum(its.map((one) => one.words))
      return [group, words, ...errors, signed((errors.at(-1) ?? 0) - (errors[0] ?? 0))]
    }),
  )
}

/** Errors more and fewer than the raw engine's by the step that brought or removed them, by group. */
export function lostByStepTable(recordings: readonly SteppedRecording[]): string {
  return table(
    ['speech', ...STEPS, 'all', 'of the more, at an edge', 'places worse, better', 'by chance'],
    byGroup(recordings).map(([group, its]): Cell[] => {
      const places = its.flatMap((one) => one.places)
      const counts = STEPS.map((step) => {
        const errors = places.flatMap((place) => place.steps.filter((one) => one.step === step))
        return { lost: sum(errors.map(({ lost }) => lost)), won: sum(errors.map(({ won }) => won)) }
      })
      const all = { lost: sum(counts.map(({ lost }) => lost)), won: sum(counts.map(({ won }) => won)) }
      const atEdge = places.filter(({ isAtEdge }) => isAtEdge).flatMap(({ steps }) => steps)
      const worse = changed(places, 'lost')
      const better = changed(places, 'won')
      return [
        group,
        ...[...counts, all].map(moreAndFewer),
        sum(atEdge.map(({ lost }) => lost)),
        `${worse}, ${better}`,
        `${Math.round(100 * chanceOfAsManyWorse(worse, better))} %`,
      ]
    }),
  )
}

/** Each place with more errors than the raw engine has. */
export function lostPlacesTable(recordings: readonly SteppedRecording[]): string {
  return table(
    ['recording', 'said', 'raw engine', 'Parolo', 'step', 'edge'],
    recordings.flatMap(({ name, places }) =>
      places.flatMap(({ said, first, last, steps, isAtEdge }): Cell[][] => {
        const lost = steps.filter((one) => one.lost > 0)
        if (lost.length === 0) return []
        const named = lost.map((one) => `${one.step} ${one.lost}`).join(', ')
        return [[name, ...[said, first, last].map(short), named, isAtEdge ? 'yes' : '']]
      }),
    ),
  )
}

function byGroup(recordings: readonly SteppedRecording[]): [string, SteppedRecording[]][] {
  const groups = [...Map.groupBy(recordings, ({ group }) => group)]
  const isJoined = ({ group }: SteppedRecording): boolean => group.endsWith('joined')
  return [
    ...groups,
    ['all single', recordings.filter((one) => !isJoined(one))],
    ['all joined', recordings.filter(isJoined)],
  ]
}

/** A table pads all rows to its longest text. */
const MAX_LETTERS = 60
const short = (text: string): string =>
  text.length > MAX_LETTERS ? `${text.slice(0, MAX_LETTERS)} …` : text || '–'

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0)
const changed = (places: ComparedSteps['places'], how: 'lost' | 'won'): number =>
  places.filter(({ steps }) => steps.some((step) => step[how] > 0)).length
const signed = (count: number): string => (count > 0 ? `+${count}` : String(count))
const moreAndFewer = ({ lost, won }: { lost: number; won: number }): string =>
  lost + won === 0 ? '–' : `+${lost} −${won}`
