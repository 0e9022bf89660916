import type { MeetingFacts, StoredMoment } from '../../moments/moment.ts'
import { type CutStretch, isCutReason } from '../../transcript/cut-reason.ts'
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
  const cuts = readCuts(recording)
  const typed = (key: 'date' | 'place' | 'soundDeletedOn'): MeetingFacts =>
    recording.raw(key) === undefined ? {} : { [key]: recording.text(key) }
  return {
    ...typed('date'),
    ...typed('place'),
    ...typed('soundDeletedOn'),
    ...(moments.length === 0 ? {} : { moments }),
    ...(cuts.length === 0 ? {} : { cuts }),
  }
}

/** A reason of a later program is a person's to this one; a stretch without a length is none. */
function readCuts(recording: JsonFields): CutStretch[] {
  const cuts = recording.objects('cuts', true).map((fields): CutStretch => {
    const reason = fields.raw('reason')
    return {
      id: fields.text('id'),
      startMs: fields.time('startMs'),
      endMs: fields.time('endMs'),
      reason: isCutReason(reason) ? reason : 'person',
    }
  })
  checkUnique(cuts, recording.at('cuts'))
  return cuts.filter(({ startMs, endMs }) => endMs > startMs)
}
