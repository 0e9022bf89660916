import { describe, expect, it } from 'vitest'
import { findDoubts } from '#core/doubt/doubts'
import type { DoubtEvidence } from '#core/doubt/evidence'
import { countChecked, placesToCheck } from '#core/doubt/places-to-check'
import { newRecording, paragraph, run } from '../library/testing/fixtures.ts'
import { openedService } from '../testing/opened-service.ts'
import { recordingWithTranscript } from './testing/recording-with-transcript.ts'

describe('the card of a transcript', () => {
  /** Paragraphs with three words that are likely wrong and three that are not. */
  const doubtful = (id: string, startMs: number) => {
    const spoken = paragraph(id, 'one two three four five six', startMs, { speakerId: 's1' })
    return {
      ...spoken,
      words: spoken.words.map((word, at) => ({ ...word, confidence: at < 3 ? 0.3 : 0.99 })),
    }
  }

  it('says how many places the list to check has, counted again after an edit', async () => {
    const { service, page } = await openedService()
    const { library } = service.studio
    const { recordingId, transcriptId } = await recordingWithTranscript(library, 'counted')
    await library.putParagraphs(transcriptId, [doubtful('p1', 0), doubtful('p2', 10_000)])
    const window = page()
    const listed = async () => (await window.call('recordings.getMany', { recordingIds: [recordingId] }))[0]
    expect((await listed())?.transcript).toMatchObject({ state: 'running', words: 12, places: null })

    await library.finishTranscript(transcriptId)
    const listOfEditor = async () => {
      const { evidence } = await window.call('transcripts.evidence', { transcriptId })
      const transcript = await library.transcript(transcriptId)
      const { likely } = findDoubts(transcript, JSON.parse(evidence) as DoubtEvidence)
      return { places: placesToCheck(transcript, likely), checked: countChecked(transcript) }
    }
    // Requested again until counted, as pages do after the event.
    const counted = () => expect.poll(async () => (await listed())?.transcript?.places)
    expect((await listed())?.transcript?.places).toBeNull()
    await counted().toEqual({ toCheck: 2, checked: 0 })
    const before = await listOfEditor()
    expect(before).toMatchObject({ places: { length: 2 }, checked: 0 })

    const { fromWordId, toWordId } = before.places[0]!.doubt
    const mark = { id: 'm1', kind: 'accepted', fromWordId, toWordId, value: null } as const
    const edit = { kind: 'set-mark', id: 'e1', mark } as const
    await window.call('transcripts.edit', { transcriptId, edits: [edit], baseNumber: 0 })
    expect((await listed())?.transcript).toMatchObject({ corrected: true, places: null })
    await counted().toEqual({ toCheck: 1, checked: 1 })
    expect(await listOfEditor()).toMatchObject({ places: { length: 1 }, checked: 1 })
  })

  it('is checked by a person only once one said so, until one takes it back, and a new transcript is not', async () => {
    const { service, page } = await openedService()
    const { library } = service.studio
    const { recordingId, transcriptId } = await recordingWithTranscript(library, 'checked')
    await library.finishTranscript(transcriptId)
    const window = page()
    const checkedAtMs = async () =>
      (await window.call('recordings.getMany', { recordingIds: [recordingId] }))[0]?.transcript?.checkedAtMs
    expect(await checkedAtMs()).toBeNull()
    const before = Date.now()
    await window.call('transcripts.setChecked', { transcriptId, checked: true })
    expect(await checkedAtMs()).toBeGreaterThanOrEqual(before)
    await window.call('transcripts.setChecked', { transcriptId, checked: false })
    expect(await checkedAtMs()).toBeNull()
    await window.call('transcripts.setChecked', { transcriptId, checked: true })

    const { id: jobId } = await library.requestJob({
      recordingId,
      kind: 'transcribe',
      settings: {},
      settingsKey: 'again',
    })
    const again = { recordingId, jobId, language: 'en', run, settingsKey: 'again' }
    const { id } = await library.startTranscript(again)
    await library.finishTranscript(id)
    expect(await checkedAtMs()).toBeNull()
    await expect(
      window.call('transcripts.setChecked', { transcriptId: 'none', checked: true }),
    ).rejects.toMatchObject({ error: { code: 'recording.no-transcript' } })
  })

  it('tells who speaks when', async () => {
    const { service, page } = await openedService()
    const { recordingId, transcriptId } = await recordingWithTranscript(service.studio.library, 'sure')
    await service.studio.library.putParagraphs(transcriptId, [
      paragraph('p1', 'one two'),
      paragraph('n1', 'a note', 5_000, { kind: 'note' }),
    ])
    const { transcript } = await page().call('recordings.get', { recordingId })
    expect(transcript).toMatchObject({
      words: 2,
      portrait: { speakers: [0, 1], startsMs: [0, 1_000], endsMs: [900, 1_900] },
    })
  })
})

describe('a list of many recordings', () => {
  it('comes by pages, the last added first, counted without them', async () => {
    const { service, page } = await openedService()
    const { library } = service.studio
    for (let index = 0; index < 130; index++) await library.addRecording(newRecording(`recording ${index}`))
    const { transcriptId } = await recordingWithTranscript(library, 'the last')
    await library.putParagraphs(transcriptId, [paragraph('p1', 'one two')])
    await library.finishTranscript(transcriptId)
    const browser = page({ local: false })
    const first = await browser.call('recordings.list', {})
    expect(first).toHaveLength(100)
    expect(first[0]).toMatchObject({ title: 'the last', transcript: { words: 2, state: 'done' } })
    const more = await browser.call('recordings.list', { limit: 200 })
    expect(more.slice(0, 100).map(({ id }) => id)).toEqual(first.map(({ id }) => id))
    expect(more).toHaveLength(131)
    await expect
      .poll(() => browser.call('recordings.list', { filter: 'checked' }))
      .toMatchObject([{ title: 'the last', transcript: { places: { toCheck: 0, checked: 0 } } }])
    expect(await browser.call('recordings.counts', {})).toEqual({
      all: 131,
      toCheck: 0,
      checked: 1,
      tags: [],
    })
  })

  it('gives cards by their ids, in that order, without those that are gone', async () => {
    const { service, page } = await openedService()
    const { library } = service.studio
    const [a, b] = [
      await library.addRecording(newRecording('a')),
      await library.addRecording(newRecording('b')),
    ]
    const cards = await page().call('recordings.getMany', { recordingIds: [b.id, 'gone', a.id] })
    expect(cards.map(({ title }) => title)).toEqual(['b', 'a'])
  })
})
