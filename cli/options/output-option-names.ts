/** Options of the files that a command writes, with the kind of each. */
export const outputOptions = {
  offset: 'value',
  fps: 'value',
  'drop-frame': 'value',
  encoding: 'value',
  bom: 'switch',
  'line-ends': 'value',
  'word-times': 'switch',
  'model-note': 'switch',
  'no-places': 'switch',
  'speaker-colors': 'switch',
  'caption-box': 'switch',
  'no-sound': 'switch',
} as const
