import { clusterPieces } from '#core/speakers/cluster/cluster-pieces'
import { secondsToFrames } from '#core/windows/frames'
import type { Piece } from '#core/speakers/pieces'

/**
 * Clusters three hours of synthetic speech, the worst case: pieces of 1.5 s without a pause, each with
 * another voice, so that no two join to one item. Prints `{pieces, speakers, seconds}`; a separate process,
 * so that its memory can be measured.
 */

const PIECE_SECONDS = 1.5
const PIECES = (3 * 3600) / PIECE_SECONDS
const DIMENSIONS = 192
const VOICES = 6
/** About the similarity of two pieces of one voice in a room: cosine .6–.7. */
const NOISE = 0.75

/** Numerical Recipes' linear congruential generator: every run gets the same numbers. */
let state = 1
const random = (): number => {
  state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
  return (state + 0.5) / 2 ** 32
}
const gaussian = (): number => Math.sqrt(-2 * Math.log(random())) * Math.cos(2 * Math.PI * random())

function unitVector(value: (dimension: number) => number): Float32Array {
  const vector = Float32Array.from({ length: DIMENSIONS }, (_, dimension) => value(dimension))
  const length = Math.hypot(...vector)
  return vector.map((one) => one / length)
}

const voices = Array.from({ length: VOICES }, () => unitVector(gaussian))
const pieces: Piece[] = []
const embeddings: Float32Array[] = []
for (let index = 0; index < PIECES; index++) {
  const startFrame = Math.round(secondsToFrames(index * PIECE_SECONDS))
  const endFrame = Math.round(secondsToFrames((index + 1) * PIECE_SECONDS))
  const voice = voices[Math.floor(random() * VOICES)] as Float32Array
  pieces.push({
    localSpeaker: index,
    runs: [[startFrame, endFrame]],
    seconds: PIECE_SECONDS,
    startFrame,
    endFrame,
    overlapped: false,
  })
  embeddings.push(
    unitVector((dimension) => (voice[dimension] as number) + (NOISE * gaussian()) / Math.sqrt(DIMENSIONS)),
  )
}

const startedAt = performance.now()
const speakers = clusterPieces(pieces, embeddings, { speakers: null }).length
const seconds = (performance.now() - startedAt) / 1000
process.stdout.write(JSON.stringify({ pieces: pieces.length, voices: VOICES, speakers, seconds }))
