import type { ModelCard } from '#contracts/calls/models'

type Openness = NonNullable<ModelCard['openness']>
export type OpennessPoint = keyof Openness

/** The contract's opennessPoints in their order (a test compares); its file brings zod along. */
export const opennessPoints = [
  'code',
  'base-data',
  'base-weights',
  'tuning-data',
  'tuning-weights',
  'licence',
  'code-docs',
  'architecture',
  'preprint',
  'paper',
  'model-card',
  'datasheet',
  'package',
  'api',
] as const satisfies readonly OpennessPoint[]

export function countOpenness(openness: Openness): { readonly open: number; readonly part: number } {
  const values = opennessPoints.map((point) => openness[point])
  return {
    open: values.filter((value) => value === 1).length,
    part: values.filter((value) => value === 0.5).length,
  }
}
