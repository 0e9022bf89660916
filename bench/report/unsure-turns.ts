import { clusterPieces, labelTurns } from '#core/speakers/diarize'
import { hearVoices, type HeardPiece } from '#core/speaker-review/heard-voices'
import { stitch } from '#core/windows/stitch'
import { bestMapping } from '../scoring/best-mapping.ts'
import type { HeardSound } from '../speakers/heard-sound.ts'
import { percent, table } from './table.ts'
import type { SpeakerTurn } from '../scoring/diarization-error.ts'

/** A span that the segmentation assigns to one voice, compared with the speakers found. */
export interface ComparedTurn {
  readonly margin: number
  readonly seconds: number
  readonly isWrong: boolean
}

interface Known {
  readonly known: { readonly turns: readonly SpeakerTurn[]; readonly speakers: number }
  readonly heard: HeardSound
}

/**
 * Margins of turns and whether they are another speaker's, with the count given: the basis of
 * `estimateWrongSpeaker`.
 */
export function comparedTurns({ known, heard }: Known): ComparedTurn[] {
  const centroids = clusterPieces(heard.pieces, heard.embeddings, { speakers: known.speakers })
  const stitched = stitch(heard.windows, heard.sampleCount)
  const turns = labelTurns(stitched, heard.pieces, heard.embeddings, centroids, heard.sampleCount).map(
    ({ speaker, startMs, endMs }) => ({ speakerId: String(speaker), startMs, endMs }),
  )
  const voices = hearVoices({ pieces: heard.pieces, embeddings: heard.embeddings, turns })
  const names = [...new Set(known.turns.map(({ speaker }) => speaker))]
  const saidBy = (piece: HeardPiece): number => {
    const shares = names.map((name) =>
      known.turns.reduce((sum, { speaker, start, end }) => {
        const common = Math.min(end * 1000, piece.endMs) - Math.max(start * 1000, piece.startMs)
        return speaker === name ? sum + Math.max(0, common) : sum
      }, 0),
    )
    return shares.indexOf(Math.max(...shares))
  }
  const said = voices.pieces.map(saidBy)
  const mapping = bestMapping(
    voices.speakerIds.map((_, speaker) =>
      names.map((_name, name) =>
        voices.pieces.reduce(
          (sum, piece, index) =>
            sum + (piece.speaker === speaker && said[index] === name ? piece.endMs - piece.startMs : 0),
          0,
        ),
      ),
    ),
  )
  return runsOf(voices.pieces).flatMap((run) => {
    const first = voices.pieces[run[0] ?? 0]
    if (first === undefined) return []
    const means = voices.speakerIds.map((_, speaker) => meanOf(run, voices.pieces, speaker))
    const own = means[first.speaker]
    const others = means.flatMap((mean, speaker) =>
      speaker === first.speaker || mean === null ? [] : [mean],
    )
    if (own == null || others.length === 0) return []
    const wrong = run.filter((index) => said[index] !== mapping[first.speaker]).length
    return [
      {
        margin: own - Math.max(...others),
        seconds: run.reduce((sum, index) => sum + secondsOf(voices.pieces[index]), 0),
        isWrong: wrong * 2 > run.length,
      },
    ]
  })
}

const secondsOf = (piece: HeardPiece | undefined): number =>
  piece === undefined ? 0 : (piece.endMs - piece.startMs) / 1000

function runsOf(pieces: readonly HeardPiece[]): number[][] {
  const runs: number[][] = []
  for (const [index, piece] of pieces.entries()) {
    const last = pieces[index - 1]
    const goesOn = last?.speaker === piece.speaker && last.localSpeaker === piece.localSpeaker
    if (goesOn) runs.at(-1)?.push(index)
    else runs.push([index])
  }
  return runs
}

function meanOf(run: readonly number[], pieces: readonly HeardPiece[], speaker: number): number | null {
  let [sum, seconds] = [0, 0]
  for (const index of run) {
    const similarity = pieces[index]?.similarities[speaker]
    if (similarity == null) continue
    sum += similarity * secondsOf(pieces[index])
    seconds += secondsOf(pieces[index])
  }
  return seconds === 0 ? null : sum / seconds
}

const STEPS = [-Infinity, -0.1, 0, 0.05, 0.1, 0.15, 0.2, 0.3, Infinity]

/** How often a turn is another speaker's, by its margin. */
export function unsureReport(all: readonly Known[]): string {
  const compared = all.flatMap(comparedTurns)
  const rows = STEPS.slice(1).map((to, index) => {
    const from = STEPS[index] ?? 0
    const own = compared.filter(({ margin }) => margin >= from && margin < to)
    const wrong = own.filter(({ isWrong }) => isWrong).length
    const range = from === -Infinity ? `under ${to}` : to === Infinity ? `from ${from}` : `${from} to ${to}`
    return [range, own.length, wrong, own.length === 0 ? '–' : percent(wrong / own.length)]
  })
  return `### Uncertain turns

By how much more similar the voice of a turn is to its own speaker than to the next one (a difference of cosines, the turn
left out of its speaker's voice), how often it is another speaker's. All sounds above, the count given.

${table(['margin', 'turns', 'of another speaker', 'share'], rows)}`
}
