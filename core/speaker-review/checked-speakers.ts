import type { Transcript } from '../transcript/transcript.ts'

/** Ids of the words whose speaker a person checked. */
export function checkedSpeakers({
  paragraphs,
  marks,
}: Pick<Transcript, 'paragraphs' | 'marks'>): ReadonlySet<string> {
  const checks = marks.filter(({ kind }) => kind === 'speaker-checked')
  if (checks.length === 0) return new Set()
  const order = paragraphs.flatMap(({ words }) => words.map(({ id }) => id))
  const indexById = new Map(order.map((id, index) => [id, index]))
  return new Set(
    checks.flatMap(({ fromWordId, toWordId }) => {
      const [from, to] = [indexById.get(fromWordId), indexById.get(toWordId)]
      return from === undefined || to === undefined ? [] : order.slice(from, to + 1)
    }),
  )
}
