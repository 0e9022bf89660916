import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  begunTranscript,
  newRecording,
  openedCalls,
  paragraph,
  run,
  speaker,
} from '../../testing/fixtures.ts'

function filled() {
  const calls = openedCalls()
  const { recording, transcriptId } = begunTranscript(calls)
  calls.saveSpeakersAndTurns(transcriptId, [speaker('s9', 'Ada'), speaker('s3')], [], [])
  calls.putParagraphs(transcriptId, [
    paragraph('p1', "We had a café at l'École", 0, { speakerId: 's3' }),
    paragraph('p2', 'The budget for the café, the budget for 2026', 10_000, { speakerId: 's9' }),
    paragraph('p3', 'applause', 20_000, { kind: 'sound' }),
  ])
  return { calls, recording, transcriptId }
}

describe('search', () => {
  it('tells where, when, and who', () => {
    const { calls, recording, transcriptId } = filled()
    expect(calls.search('ecole', 10)).toEqual([
      {
        recordingId: recording.id,
        title: 'meeting',
        transcriptId,
        paragraphId: 'p1',
        startMs: 2500,
        speakerId: 's3',
        speakerName: null,
        speakerNumber: 2,
        snippet: "We had a café at l'École",
        words: [{ id: 'p1w.5', text: "l'École", startMs: 2500, endMs: 2900 }],
      },
    ])
    const [hit] = calls.search('budget', 10)
    expect(hit).toMatchObject({ speakerName: 'Ada', speakerNumber: 1, startMs: 10_500 })
    expect(hit?.words.map((word) => word.id)).toEqual(['p2w.1', 'p2w.6'])
    expect(calls.search('applause', 10)[0]).toMatchObject({ speakerId: null, speakerNumber: null })
  })

  it('wants all the words, whatever accents and case, the last one begun', () => {
    const { calls } = filled()
    const ids = (words: string) => calls.search(words, 10).map((hit) => hit.paragraphId)
    expect(ids('CAFE').toSorted()).toEqual(['p1', 'p2'])
    expect(ids('cafe budget')).toEqual(['p2'])
    expect(ids('cafe bud')).toEqual(['p2'])
    expect(ids('caf budget')).toEqual([])
    expect(ids("l'école")).toEqual(['p1'])
    expect(ids('école !')).toEqual(['p1'])
    expect(ids('2026')).toEqual(['p2'])
  })

  it('finds what a speaker says by the name, with other words too', () => {
    const { calls } = filled()
    const ids = (words: string) => calls.search(words, 10).map((hit) => hit.paragraphId)
    expect(ids('ADA')).toEqual(['p2'])
    expect(ids('budget ada')).toEqual(['p2'])
    expect(ids('ada école')).toEqual([])
    expect(calls.search('ada', 10)[0]).toMatchObject({ startMs: 10_000, words: [], speakerName: 'Ada' })
    expect(calls.search('ada', 10)[0]?.snippet).toBe('The budget for the café, the budget for 2026')
  })

  it('names a paragraph once that says the name of its own speaker', () => {
    const { calls, transcriptId } = filled()
    calls.putParagraphs(transcriptId, [paragraph('p4', 'Ada here', 30_000, { speakerId: 's9' })])
    expect(calls.search('ada', 10).map((hit) => hit.paragraphId)).toEqual(['p4', 'p2'])
    expect(calls.search('ada', 1)).toHaveLength(1)
  })

  it('finds titles, the last added first', () => {
    const calls = openedCalls()
    for (const title of ['Réunion du comité', 'Other', 'reunion 2']) {
      calls.addRecording(newRecording(title, { title }))
    }
    expect(calls.titlesWith('reunion', 10).map(({ title }) => title)).toEqual([
      'reunion 2',
      'Réunion du comité',
    ])
    expect(calls.titlesWith('comite reunion', 10).map(({ title }) => title)).toEqual(['Réunion du comité'])
    expect(calls.titlesWith('!', 10)).toEqual([])
  })

  it('finds recordings by their tags and their date, each word in whichever', () => {
    const calls = openedCalls()
    const { id } = calls.addRecording(newRecording('News', { title: 'News at noon' }))
    calls.addRecording(newRecording('Other', { title: 'News at night' }))
    calls.setTags(id, ['Régional', 'to keep'])
    calls.setTypedMeeting(id, { date: '1998-03-02', place: '' })
    for (const words of ['regional', '1998', 'news 1998', '"to keep" noon', '1998-03-02', 'news reg'])
      expect(calls.titlesWith(words, 10).map(({ title }) => title)).toEqual(['News at noon'])
    expect(calls.titlesWith('keep to', 10)).toHaveLength(1)
    for (const words of ['"noon Régional"', '1999', 'regional night'])
      expect(calls.titlesWith(words, 10)).toEqual([])
    expect(calls.titlesWith('news', 1)).toHaveLength(1)
  })

  it('finds the words in quotes where they follow one another', () => {
    const calls = openedCalls()
    const { transcriptId } = begunTranscript(calls)
    calls.putParagraphs(transcriptId, [
      paragraph('p1', 'the old workshop was warm', 0),
      paragraph('p2', 'an old and dusty workshop', 10_000),
    ])
    calls.finishTranscript(transcriptId)
    const found = (words: string) =>
      calls
        .search(words, 10)
        .map(({ paragraphId }) => paragraphId)
        .sort()
    expect(found('old workshop')).toEqual(['p1', 'p2'])
    expect(found('"old workshop"')).toEqual(['p1'])
    expect(found('"old workshop" warm')).toEqual(['p1'])
    expect(calls.search('"old workshop"', 1)[0]?.words.map(({ text }) => text)).toEqual(['old', 'workshop'])
  })

  it('gives as many as are asked for', () => {
    expect(filled().calls.search('café', 1)).toHaveLength(1)
  })

  it('finds each recording once, though it was transcribed twice', () => {
    const { calls, recording, transcriptId } = filled()
    calls.finishTranscript(transcriptId)
    const job = calls.requestJob({
      recordingId: recording.id,
      kind: 'transcribe',
      settings: {},
      settingsKey: 'k2',
    })
    const again = calls.startTranscript({
      recordingId: recording.id,
      jobId: job.id,
      language: 'en',
      run,
      settingsKey: 'k2',
    })
    calls.putParagraphs(again.id, [paragraph('p1', 'the budget')])
    expect(calls.search('budget', 10).map((hit) => hit.transcriptId)).toEqual([transcriptId])
    calls.finishTranscript(again.id)
    expect(calls.search('budget', 10).map((hit) => hit.transcriptId)).toEqual([again.id])
  })

  it('finds of a very common word the paragraphs that say most of it, among those written last', () => {
    const { calls, transcriptId } = filled()
    const many = Array.from({ length: 5_100 }, (_, index) =>
      paragraph(`m${index}`, `and so it was in the year ${index}`, 30_000 + index),
    )
    calls.putParagraphs(transcriptId, [...many, paragraph('last', 'the year, the year of the years', 90_000)])
    const [best, ...others] = calls.search('the', 3)
    expect(best).toMatchObject({ paragraphId: 'last', snippet: 'the year, the year of the years' })
    expect(best?.words).toHaveLength(3)
    expect(others).toHaveLength(2)
  })

  it('takes whatever is typed', () => {
    const { calls } = filled()
    const typed = [
      '',
      ' ',
      '"',
      '""',
      '*',
      'a" OR "b',
      'NEAR(',
      'text:x',
      '-',
      '^a',
      '(',
      "l'",
      '\0',
      'a\0b',
      '{a}',
      '😀',
    ]
    for (const words of typed) expect(() => calls.search(words, 5)).not.toThrow()
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 20 }), (words) => {
        expect(() => calls.search(words, 5)).not.toThrow()
      }),
      { numRuns: 300 },
    )
  })

  it('cuts the text around a hit', () => {
    const { calls, transcriptId } = filled()
    const many = Array.from({ length: 60 }, (_, index) => `w${index}`).join(' ')
    calls.putParagraphs(transcriptId, [paragraph('p9', `${many} needle ${many}`, 90_000)])
    const snippet = calls.search('needle', 1)[0]?.snippet ?? ''
    expect(snippet).toMatch(/^….*needle.*…$/)
    expect(snippet.length).toBeLessThan(120)
  })
})
