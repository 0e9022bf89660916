import { useMemo } from 'react'
import { isAboutSpeaker } from '#core/doubt/places-to-check'
import type { CheckReason } from '../check-reason.ts'
import { doubtItem } from './doubt-item.ts'
import { isAboutModel } from './other-model.ts'
import { isAboutTerm } from './glossary-terms.ts'

/** Words that may be wrong by what the recognizer, the sound or the text itself tells. */
export const unsureWords: CheckReason = {
  id: 'unsure',
  label: 'check.reason.unsure',
  useItems({ places, say, names }) {
    return useMemo(
      () =>
        places
          ?.filter(({ doubt }) => !isAboutTerm(doubt) && !isAboutModel(doubt) && !isAboutSpeaker(doubt))
          .map((place) => doubtItem(place, 'unsure', { say, names })) ?? null,
      [places, say, names],
    )
  },
}
