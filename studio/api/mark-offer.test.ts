import { expect, it } from 'vitest'
import { addComment } from '#core/comments/comment-edits'
import { commentedWords } from '#core/comments/commented-words'
import { carryMarks } from '#core/captions/edits/carry-marks'
import type { Mark, Transcript } from '#core/transcript/transcript'
import { newRecording, openedLibrary, paragraph, run, temporaryFolder } from '../library/testing/fixtures.ts'
import type { Library } from '../library/library.ts'
import { modelStore, type Studio } from '../studio.ts'
import { declineMarkOffer, markOffer } from './mark-offer.ts'
import { recordingDetails } from './recording-details.ts'

/** A recording with finished transcripts of the same words, oldest first. */
async function recordingWith(library: Library, texts: readonly string[], marks: readonly Mark[] = []) {
  const ids: string[] = []
  const recording = newRecording('talk')
  for (const [index, text] of texts.entries()) {
    const transcript: Transcript = {
      id: 'x',
      recordingId: 'x',
      language: 'en',
      run,
      speakers: [],
      turns: [],
      paragraphs: [paragraph(`p${index}`, text)],
      marks: index === 0 ? marks : [],
    }
    const { transcriptId } = await library.importTranscript({
      recording,
      track: { index: 0, durationMs: 9_000 },
      settingsKey: `k${index}`,
      transcript,
      members: { extra: {}, facts: { given: factsOf, kept: factsOf } },
    })
    ids.push(transcriptId)
  }
  return ids as [string, string, ...string[]]
}
const factsOf = { title: 'talk', fileName: 'talk.mp3', durationMs: 9_000, sha256: 'a' }

let made = 0
const newId = () => `id${(made += 1)}`

async function comment(library: Library, transcriptId: string, wordId: string) {
  const transcript = await library.transcript(transcriptId)
  const on = commentedWords(transcript, wordId, wordId)
  if (on === null) throw new Error('no such word')
  const edits = addComment(transcript, on, 'why?', newId)
  const { editNumber } = await library.applyEdits(transcriptId, edits, { baseNumber: 0, stepId: newId() })
  return editNumber
}

it('marks are offered to the newest transcript, on the pages of both, until it has had them', async () => {
  const library = await openedLibrary()
  const [first, second, third] = await recordingWith(library, ['so it was', 'so it is', 'so it was'])
  expect(await markOffer(library, first)).toBeNull()
  await comment(library, first, 'p0w.2')
  const offer = await markOffer(library, first)
  expect(offer).toMatchObject({ fromTranscriptId: first, toTranscriptId: third, count: 1 })
  expect(await markOffer(library, third!)).toEqual(offer)
  expect(await markOffer(library, second)).toMatchObject({ fromTranscriptId: first, toTranscriptId: second })

  const [from, to] = [await library.transcript(first), await library.transcript(third!)]
  const { edits } = carryMarks(from, to, newId, new Set(offer?.markIds))
  await library.applyEdits(third!, edits, { baseNumber: 0, stepId: newId() })
  expect(await markOffer(library, first)).toBeNull()
  // If undone, it is offered again; if deleted there, it is not.
  await library.undo(third!, newId())
  expect(await markOffer(library, third!)).toEqual(offer)
  await library.redo(third!, newId())
  const { marks } = await library.transcript(third!)
  const removed = {
    kind: 'remove-mark',
    id: newId(),
    markId: marks[0]?.id ?? '',
    markKind: 'comment',
  } as const
  await library.applyEdits(third!, [removed], { baseNumber: 9 })
  expect(await markOffer(library, third!)).toBeNull()
})

it('marks without a place are not offered again, others of the pair are', async () => {
  const library = await openedLibrary()
  const [first, second] = await recordingWith(library, ['so it was', 'so it is'])
  await comment(library, first, 'p0w.0')
  await comment(library, first, 'p0w.1')
  const pair = { fromTranscriptId: first, toTranscriptId: second }
  const [lost, other] = (await markOffer(library, first))?.markIds ?? []
  await declineMarkOffer(library, { ...pair, markIds: [lost ?? ''] })
  expect(await markOffer(library, second)).toEqual({ ...pair, markIds: [other], count: 1 })
  await declineMarkOffer(library, { ...pair, markIds: [other ?? ''] })
  expect(await markOffer(library, second)).toBeNull()
})

it('what is declined stays declined for that pair', async () => {
  const library = await openedLibrary()
  const [first, second] = await recordingWith(library, ['so it was', 'so it is'])
  await comment(library, first, 'p0w.0')
  await declineMarkOffer(library, { fromTranscriptId: first, toTranscriptId: second })
  expect(await markOffer(library, first)).toBeNull()
  expect(await markOffer(library, second)).toBeNull()
})

it('marks of an imported file are offered once a person changed them', async () => {
  const library = await openedLibrary()
  const at = { fromWordId: 'p0w.1', toWordId: 'p0w.1' }
  const [first, second] = await recordingWith(
    library,
    ['so it was', 'so it is'],
    [
      { ...at, id: 'cue.1', kind: 'cue-start', value: 500 },
      { ...at, id: 'cue.2', kind: 'cue-end', value: 900 },
    ],
  )
  expect(await markOffer(library, second)).toBeNull()
  const mark: Mark = { ...at, id: 'cue.1', kind: 'cue-start', value: 450 }
  await library.applyEdits(first, [{ kind: 'set-mark', id: newId(), mark }], { baseNumber: 0 })
  expect(await markOffer(library, second)).toMatchObject({ markIds: ['cue.1'], count: 1 })
})

it('details name the other transcripts: each can be chosen, whatever was corrected', async () => {
  const folder = temporaryFolder()
  const library = await openedLibrary(folder)
  const [first, second, third] = await recordingWith(library, ['so it was', 'so it is', 'so'])
  const { recordingId } = await library.transcript(first)
  const others = async () => {
    const studio = { library, models: modelStore(folder) } as Studio
    const details = await recordingDetails(studio, recordingId, true)
    return details.otherTranscripts.map(({ id, corrected }) => ({ id, corrected }))
  }
  expect(await others()).toEqual([
    { id: first, corrected: false },
    { id: second, corrected: false },
  ])
  await comment(library, first, 'p0w.0')
  expect(await others()).toEqual([
    { id: second, corrected: false },
    { id: third, corrected: false },
  ])
  await library.chooseTranscript(second)
  expect(await others()).toEqual([
    { id: first, corrected: true },
    { id: third, corrected: false },
  ])
})

it('an unknown transcript is refused', async () => {
  await expect(markOffer(await openedLibrary(), 'none')).rejects.toMatchObject({
    code: 'recording.no-transcript',
  })
})
