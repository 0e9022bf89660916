import { type Openness, opennessPoints } from '#core/models/openness-points'

export interface OpennessCounts {
  readonly open: number
  readonly part: number
  /** Points about which nothing was found. */
  readonly unknown: number
}

export function countOpenness(openness: Openness): OpennessCounts {
  const values = opennessPoints.map((point) => openness[point])
  const count = (value: (typeof values)[number]): number => values.filter((one) => one === value).length
  return { open: count(1), part: count(0.5), unknown: count(undefined) }
}
