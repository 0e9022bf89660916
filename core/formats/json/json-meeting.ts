import type { MeetingFacts, StoredMoment } from '../../moments/moment.ts'
import { extraKeys } from './json-extra.ts'
import { checkUnique, type JsonFields, type Reading } from './json-fields.ts'

/** What a person typed about the conversation, and its moments; omitted if there is nothing. */
export function readMeeting(recording: JsonFields, reading: Reading): MeetingFacts {
  const moments = recording.objects('moments', true).map((fields): StoredMoment => {
    const moment = {
      id: fields.text('id'),
      kind: fields.text('kind'),
      atMs: fields.time('atMs'),
      value: fields.raw('value') ?? null,
    }
    reading.keep(extraKeys.moment(moment.id), fields)
    return moment
  })
  checkUnique(moments, recording.at('moments'))
  const typed = (key: 'date' | 'place' | 'soundDeletedOn'): MeetingFacts =>
    recording.raw(key) === undefined ? {} : { [key]: recording.text(key) }
  return {
    ...typed('date'),
    ...typed('place'),
    ...typed('soundDeletedOn'),
    ...(moments.length === 0 ? {} : { moments }),
  }
}
