import type { ModelCard } from '#contracts/calls/models'
import { opennessPoints } from '#contracts/openness-points'

type Openness = NonNullable<ModelCard['openness']>

export function countOpenness(openness: Openness): { readonly open: number; readonly part: number } {
  const values = opennessPoints.map((point) => openness[point])
  return {
    open: values.filter((value) => value === 1).length,
    part: values.filter((value) => value === 0.5).length,
  }
}
