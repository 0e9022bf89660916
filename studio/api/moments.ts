import type { GroupApi } from '#contracts/calls/calls'
import { chapterMoment, chaptersAmong } from '#core/chapters/chapter'
import { knownMoments } from '#core/moments/read-moment'
import { minutesDate } from '../export/minutes-date.ts'
import type { Studio } from '../studio.ts'
import type { CallOptions } from './call-options.ts'

export function momentApi({ library }: Pick<Studio, 'library'>): GroupApi<'moments', CallOptions> {
  return {
    list: async ({ recordingId }) => knownMoments(await library.moments(recordingId)),
    async set({ recordingId, moment }) {
      await library.setMoment(recordingId, moment)
      return {}
    },
    chapters: async ({ recordingId }) => chaptersAmong(await library.moments(recordingId)),
    async setChapter({ recordingId, chapter }) {
      await library.setMoment(recordingId, chapterMoment(chapter))
      return {}
    },
    async remove({ recordingId, momentId }) {
      await library.removeMoment(recordingId, momentId)
      return {}
    },
    async meeting({ recordingId }, { language }) {
      const knownDate = await minutesDate(library, recordingId, language)
      return { typed: await library.typedMeeting(recordingId), knownDate }
    },
    async setMeeting({ recordingId, typed }) {
      await library.setTypedMeeting(recordingId, typed)
      return {}
    },
  }
}
