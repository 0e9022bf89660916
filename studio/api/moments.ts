import { localeFor } from '#core/notation/locale'
import type { GroupApi } from '#contracts/calls/calls'
import { chapterMoment, chaptersAmong } from '#core/chapters/chapter'
import { knownMoments } from '#core/moments/read-moment'
import { minutesDate } from '../export/minutes-date.ts'
import type { Studio } from '../studio.ts'
import type { CallOptions } from './call-options.ts'

export function momentApi({ library }: Pick<Studio, 'library'>): GroupApi<'moments', CallOptions> {
  return {
    list: async ({ recordingId }) => knownMoments(await library.moments(recordingId)),
    async set({ recordingId, moment, stepId }) {
      await library.setMoment(recordingId, moment, stepId)
      return {}
    },
    chapters: async ({ recordingId }) => chaptersAmong(await library.moments(recordingId)),
    async setChapter({ recordingId, chapter, stepId }) {
      await library.setMoment(recordingId, chapterMoment(chapter), stepId)
      return {}
    },
    async remove({ recordingId, momentId, stepId }) {
      await library.removeMoment(recordingId, momentId, stepId)
      return {}
    },
    async takeBack({ recordingId, stepId }) {
      await library.takeBackMoments(recordingId, stepId)
      return {}
    },
    async meeting({ recordingId }, { language, locale }) {
      const knownDate = await minutesDate(library, recordingId, localeFor(language, locale))
      return { typed: await library.typedMeeting(recordingId), knownDate }
    },
    async setMeeting({ recordingId, typed }) {
      await library.setTypedMeeting(recordingId, typed)
      return {}
    },
  }
}
