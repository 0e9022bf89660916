import { jsonMark } from '../mark-kind.ts'

const VERTICAL = ['top', 'middle', 'bottom'] as const
const HORIZONTAL = ['left', 'center', 'right'] as const

export interface CuePosition {
  readonly vertical: (typeof VERTICAL)[number]
  readonly horizontal: (typeof HORIZONTAL)[number]
}

/** Position on the picture of the cues of these words. */
export const position = jsonMark(
  'position',
  {
    onEdit: 'stays',
    divides: 'both',
    inNewer: 'kept-words',
    onRedacted: 'both',
    effect: 'style',
    isResettable: true,
    onTrim: 'goes',
    settles: null,
    silenceOf: null,
    whenGone: null,
    mapTimes: null,
    holdsText: false,
    outlastsWords: false,
    named: {
      set: { en: 'changing the position of a caption', fr: 'le changement de position d’un sous-titre' },
      removed: {
        en: 'restoring the position of a caption',
        fr: 'le rétablissement de la position d’un sous-titre',
      },
    },
  },
  isPosition,
)

function isPosition(value: unknown): value is CuePosition {
  if (typeof value !== 'object' || value === null) return false
  const { vertical, horizontal, ...others } = value as Record<string, unknown>
  return (
    VERTICAL.some((one) => one === vertical) &&
    HORIZONTAL.some((one) => one === horizontal) &&
    Object.keys(others).length === 0
  )
}
