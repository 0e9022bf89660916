import type { EvalRecording } from '../evaldata/recordings.ts'
import type { ProgramOutputs } from '../outputs/program-output.ts'
import type { MeasuredRun } from '../measure/run-measured.ts'
import { addWordErrors, errorCount } from '../scoring/word-errors.ts'
import { scoreWords } from './error-tables.ts'
import { met, percent, table, times } from './table.ts'

export interface PeerRuns {
  readonly ours: MeasuredRun
  readonly quick: MeasuredRun
  readonly theirsTextAlone: MeasuredRun
  /** With word times, like ours. */
  readonly theirs: MeasuredRun
}

export interface PeerHearings {
  readonly ours: ProgramOutputs
  readonly quick: ProgramOutputs
  readonly theirs: ProgramOutputs
  readonly raw: ProgramOutputs
}

const MOST = { errors: 0.95, inALanguage: 1.05, time: 1.3, quickErrors: 1.05, quickTime: 0.8 }
/** In a language with few words this many more errors are tolerated. */
const FEW_ERRORS = 5
/** Share of the words of a kind of speech, above the raw engine. */
const MAX_ABOVE_RAW = 1 / 200

/** The aims relative to faster-whisper and the raw engine, and the results of this run. */
export function peerAims(
  recordings: readonly EvalRecording[],
  { ours, quick, theirs, raw }: PeerHearings,
  runs: PeerRuns,
): string {
  const errors = (outputs: ProgramOutputs, its = recordings): number => {
    const scores = scoreWords(its, outputs)
    return errorCount(addWordErrors([...scores.values()]))
  }
  const words = (its: readonly EvalRecording[]): number =>
    addWordErrors([...scoreWords(its, ours).values()]).words
  const ratioRow = (what: string, ratio: number, most: number) => [
    what,
    times(ratio),
    times(most),
    met(ratio <= most),
  ]
  const languages = [...Map.groupBy(recordings, ({ language }) => language)]
    .map(([language, its]) => ({ language, mine: errors(ours, its), peer: errors(theirs, its) }))
    .filter(({ mine, peer }) => mine > peer * MOST.inALanguage && mine - peer > FEW_ERRORS)
  const kinds = [...Map.groupBy(recordings, ({ kind }) => kind)]
    .map(([kind, its]) => ({ kind, above: (errors(ours, its) - errors(raw, its)) / words(its) }))
    .filter(({ above }) => above > MAX_ABOVE_RAW)
  return table(
    ['aim', 'measured', 'at most', ''],
    [
      ratioRow('errors against faster-whisper', errors(ours) / errors(theirs), MOST.errors),
      [
        'languages with more errors than it',
        languages.map(({ language, mine, peer }) => `${language} ${mine} / ${peer}`).join(', ') || 'none',
        `${times(MOST.inALanguage)} or ${FEW_ERRORS}`,
        met(languages.length === 0),
      ],
      [
        'kinds of speech with more errors than the raw engine',
        kinds.map(({ kind, above }) => `${kind} +${percent(above)}`).join(', ') || 'none',
        percent(MAX_ABOVE_RAW),
        met(kinds.length === 0),
      ],
      ratioRow(
        'time against faster-whisper with word times',
        runs.ours.seconds / runs.theirs.seconds,
        MOST.time,
      ),
      ratioRow('--quick: errors against faster-whisper', errors(quick) / errors(theirs), MOST.quickErrors),
      ratioRow(
        '--quick: time against faster-whisper with word times',
        runs.quick.seconds / runs.theirs.seconds,
        MOST.quickTime,
      ),
    ],
  )
}
