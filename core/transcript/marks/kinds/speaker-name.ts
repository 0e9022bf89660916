import { mustLieOnOneWord } from '../lint-rules.ts'
import { jsonMark } from '../mark-kind.ts'

/** Whether the cue that begins with this word shows the speaker's name, overriding the export's setting. */
export const speakerName = jsonMark<'speaker-name', boolean>(
  'speaker-name',
  {
    onEdit: 'goes',
    divides: 'start',
    inNewer: 'start',
    onRedacted: 'first',
    effect: 'text',
    isResettable: true,
    onTrim: 'goes',
    settles: null,
    silenceOf: null,
    whenGone: null,
    mapTimes: null,
    holdsText: false,
    outlastsWords: false,
    named: {
      set: { en: 'changing the speaker’s name in a caption', fr: 'le changement de nom dans un sous-titre' },
      removed: {
        en: 'restoring the speaker’s name in a caption',
        fr: 'le rétablissement du nom dans un sous-titre',
      },
    },
  },
  (value): value is boolean => typeof value === 'boolean',
  mustLieOnOneWord,
)
