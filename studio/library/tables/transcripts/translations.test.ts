import { expect, it } from 'vitest'
import type { Mark } from '#core/transcript/transcript'
import { begunTranscript, openedCalls, paragraph } from '../../testing/fixtures.ts'
import { writeMarks } from './marks.ts'

it('names the languages of translations, and none where there are no transcripts or translations', () => {
  const calls = openedCalls()
  const { transcriptId } = begunTranscript(calls, 'talk')
  calls.putParagraphs(transcriptId, [paragraph('p', 'one two three')])
  const mark = (id: string, language: string): Mark => ({
    id,
    kind: 'translation',
    fromWordId: 'pw.0',
    toWordId: 'pw.1',
    value: { language, text: 'un deux' },
  })
  expect(calls.translationLanguages([transcriptId])).toEqual([[]])
  const comment: Mark = { id: 'c', kind: 'comment', fromWordId: 'pw.0', toWordId: 'pw.0', value: 'see' }
  const marks = [mark('a', 'fr'), comment, mark('b', 'de'), mark('d', 'fr')]
  calls.store.database.transaction(() => writeMarks(calls.store, transcriptId, marks))()
  expect(calls.translationLanguages(['unknown', transcriptId])).toEqual([[], ['fr', 'de']])
})
