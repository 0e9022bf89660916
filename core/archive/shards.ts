interface Timed {
  readonly durationMs: number
}

const MS_AN_HOUR = 3_600_000

/**
 * Divides recordings into the fewest shards of about `hours` of sound each, all of similar length, the
 * longest first; within a shard the longest recording first. The same recordings give the same shards in
 * whatever order they are passed.
 *
 * @param order orders recordings of equal length
 */
export function equalShards<Recording extends Timed>(
  recordings: readonly Recording[],
  hours: number,
  order: (recording: Recording) => string,
): Recording[][] {
  if (recordings.length === 0) return []
  const total = recordings.reduce((sum, { durationMs }) => sum + durationMs, 0)
  const count = Math.min(recordings.length, Math.max(1, Math.ceil(total / (hours * MS_AN_HOUR))))
  const sorted = [...recordings].sort(
    (a, b) => b.durationMs - a.durationMs || (order(a) < order(b) ? -1 : order(a) > order(b) ? 1 : 0),
  )
  const heap = new ShardHeap<Recording>(count)
  for (const recording of sorted) heap.addToShortest(recording)
  return heap.longestFirst()
}

interface Shard<Recording> {
  readonly index: number
  readonly recordings: Recording[]
  durationMs: number
}

/** A binary heap with the shortest shard on top; on a tie, the one with fewer recordings. */
class ShardHeap<Recording extends Timed> {
  readonly #shards: Shard<Recording>[]

  constructor(count: number) {
    this.#shards = Array.from({ length: count }, (_, index) => ({ index, recordings: [], durationMs: 0 }))
  }

  addToShortest(recording: Recording): void {
    const shortest = this.#shards[0] as Shard<Recording>
    shortest.recordings.push(recording)
    shortest.durationMs += recording.durationMs
    this.#sink()
  }

  longestFirst(): Recording[][] {
    return [...this.#shards]
      .sort((a, b) => b.durationMs - a.durationMs || a.index - b.index)
      .map(({ recordings }) => recordings)
  }

  #sink(): void {
    const shards = this.#shards
    let place = 0
    for (;;) {
      const [left, right] = [2 * place + 1, 2 * place + 2]
      let least = place
      if (left < shards.length && isBefore(shards[left], shards[least])) least = left
      if (right < shards.length && isBefore(shards[right], shards[least])) least = right
      if (least === place) return
      ;[shards[place], shards[least]] = [shards[least] as Shard<Recording>, shards[place] as Shard<Recording>]
      place = least
    }
  }
}

function isBefore(a: Shard<unknown> | undefined, b: Shard<unknown> | undefined): boolean {
  if (a === undefined || b === undefined) return false
  return (a.durationMs - b.durationMs || a.recordings.length - b.recordings.length || a.index - b.index) < 0
}
