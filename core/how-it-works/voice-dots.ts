import { coverage, speakerSpans } from '../paragraphs/speaker-spans.ts'
import { spanOf, type VoicesInput } from '../speaker-review/own-pieces.ts'

/**
 * A short span of speech as a dot: dots close together are similar voices. Both coordinates are from 0 to 1.
 */
export interface VoiceDot {
  readonly x: number
  readonly y: number
  /** Its main speaker; null: nobody. */
  readonly speakerId: string | null
}

/** More would overlap in a picture. */
const MAX_DOTS = 120
/** Enough for a picture; each round at least doubles the precision. */
const ROUNDS = 60

/** The spans of speech of a recording, projected on the two directions in which they differ most. */
export function voiceDots(parts: readonly VoicesInput[]): VoiceDot[] {
  const all = parts.flatMap(({ pieces, embeddings, turns }) => {
    const speakers = speakerSpans(turns)
    return pieces.flatMap((piece, index) => {
      const vector = embeddings[index]
      if (vector == null || piece.overlapped) return []
      const span = spanOf(piece)
      const most = speakers
        .map((speaker) => ({ id: speaker.speakerId, covered: coverage(speaker, span) }))
        .reduce<{ id: string | null; covered: number }>(
          (best, one) => (one.covered > best.covered ? one : best),
          { id: null, covered: 0 },
        )
      return [{ vector, speakerId: most.id }]
    })
  })
  const step = Math.max(1, all.length / MAX_DOTS)
  const shown = Array.from(
    { length: Math.min(all.length, MAX_DOTS) },
    (_, index) => all[Math.floor(index * step)],
  ).filter((one) => one !== undefined)
  const places = project(shown.map(({ vector }) => vector))
  return shown.map(({ speakerId }, index) => ({ ...(places[index] as { x: number; y: number }), speakerId }))
}

/** Principal components by power iteration with a fixed start, so that the picture is the same each time. */
function project(vectors: readonly Float32Array[]): { x: number; y: number }[] {
  const size = vectors[0]?.length ?? 0
  const mean = new Float64Array(size)
  for (const vector of vectors)
    for (let at = 0; at < size; at++) mean[at] = (mean[at] ?? 0) + (vector[at] ?? 0)
  const rows = vectors.map((vector) =>
    Float64Array.from(vector, (value, at) => value - (mean[at] ?? 0) / vectors.length),
  )
  const first = direction(rows, null)
  const second = direction(rows, first)
  const points = rows.map((row) => ({ x: product(row, first), y: product(row, second) }))
  return fitted(points)
}

/** The unit vector along which the rows differ most, orthogonal to `other`. */
function direction(rows: readonly Float64Array[], other: Float64Array | null): Float64Array {
  const size = rows[0]?.length ?? 0
  // The most distant row is a good, reproducible start.
  const start = rows.reduce<Float64Array>(
    (far, row) => (length(without(row, other)) > length(without(far, other)) ? row : far),
    new Float64Array(size),
  )
  let found = unit(without(start, other))
  for (let round = 0; round < ROUNDS; round++) {
    const next = new Float64Array(size)
    for (const row of rows) {
      const along = product(row, found)
      for (let at = 0; at < size; at++) next[at] = (next[at] ?? 0) + along * (row[at] ?? 0)
    }
    found = unit(without(next, other))
  }
  return found
}

function without(vector: Float64Array, other: Float64Array | null): Float64Array {
  if (other === null) return vector
  const along = product(vector, other)
  return vector.map((value, at) => value - along * (other[at] ?? 0))
}

function unit(vector: Float64Array): Float64Array {
  const whole = length(vector)
  return whole < 1e-9 ? vector.map(() => 0) : vector.map((value) => value / whole)
}

const length = (vector: Float64Array): number => Math.sqrt(product(vector, vector))

function product(one: Float64Array, other: Float64Array): number {
  let sum = 0
  for (let at = 0; at < one.length; at++) sum += (one[at] ?? 0) * (other[at] ?? 0)
  return sum
}

/** Scaled into a square of side 1, keeping relative distances. */
function fitted(points: readonly { readonly x: number; readonly y: number }[]): { x: number; y: number }[] {
  const ranges = (['x', 'y'] as const).map((axis) => {
    const values = points.map((point) => point[axis])
    return { least: Math.min(...values), most: Math.max(...values) }
  })
  const [across, up] = ranges as [{ least: number; most: number }, { least: number; most: number }]
  const scale = Math.max(across.most - across.least, up.most - up.least)
  const place = (value: number, { least, most }: { least: number; most: number }): number =>
    scale < 1e-9 ? 0.5 : round(0.5 + (value - (least + most) / 2) / scale)
  return points.map(({ x, y }) => ({ x: place(x, across), y: place(y, up) }))
}

const round = (value: number): number => Math.round(value * 1000) / 1000
