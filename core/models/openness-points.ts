/** The fourteen points of the openness index (Liesenfeld, Lopez, Dingemanse 2023). */
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
] as const

export type OpennessPoint = (typeof opennessPoints)[number]

/** 1 open, 0.5 in part, 0 closed; omitted: nothing was found about it. */
export type Openness = Readonly<Partial<Record<OpennessPoint, 0 | 0.5 | 1>>>
