/** The fourteen points of the openness index (Liesenfeld, Lopez, Dingemanse 2023): 1 open, 0.5 in part, 0 closed. */
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
