import type { ProgramOutputs } from '../outputs/program-output.ts'
import { percentile, type TimedWord, wordStartErrors } from '../scoring/word-starts.ts'
import { table } from './table.ts'

/**
 * Errors of word starts, by kind of speech: for each program the number of words and median / 90th
 * percentile.
 */
export function startTable(
  wordTimes: ReadonlyMap<string, readonly TimedWord[]>,
  programs: readonly ProgramOutputs[],
): string {
  const kinds = Map.groupBy(wordTimes, ([name]) =>
    name.startsWith('der/ami/') ? 'meetings' : 'read and talk',
  )
  return table(
    ['kind', ...programs.flatMap(({ program }) => [`${program}, words`, 'start off by'])],
    [...kinds].map(([kind, its]) => [
      kind,
      ...programs.flatMap(({ of }) => {
        const errors = its.flatMap(([name, reference]) =>
          wordStartErrors(reference, of.get(name)?.words ?? []),
        )
        return [errors.length, errors.length === 0 ? '–' : spread(errors)]
      }),
    ]),
  )
}

const spread = (errors: readonly number[]): string =>
  `${percentile(errors, 0.5).toFixed(0)} / ${percentile(errors, 0.9).toFixed(0)} ms`
