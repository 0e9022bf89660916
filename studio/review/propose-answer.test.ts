import { expect, it } from 'vitest'
import type { ReviewAnswer } from '#core/review/review-answer'
import { recordingWithTranscript } from '../api/testing/recording-with-transcript.ts'
import type { Library } from '../library/library.ts'
import { openedLibrary, paragraph } from '../library/testing/fixtures.ts'
import { proposeCorrections } from '../corrections/propose-corrections.ts'

async function opened(): Promise<{ library: Library; transcriptId: string; answer: ReviewAnswer }> {
  const library = await openedLibrary()
  const { transcriptId } = await recordingWithTranscript(library, 'a')
  const said = paragraph('p1', 'one two three')
  await library.putParagraphs(transcriptId, [said])
  await library.finishTranscript(transcriptId)
  const words = said.words.map(({ id, before, text }) => [id, before, text] as const)
  return {
    library,
    transcriptId,
    answer: {
      format: 'parolo-review',
      version: 1,
      review: 'r',
      transcript: transcriptId,
      title: 'Talk',
      reviewer: ' Zoé ',
      answered: '2026-11-30T07:00:00.000Z',
      paragraphs: [{ id: 'p1', words, text: 'one too three' }],
      right: [],
      comments: [],
      voices: [],
    },
  }
}

const bytesOf = (answer: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(answer))
const file = (bytes: Uint8Array) => ({ fileName: 'a.parolo-review.json', bytes })

it('the answer of a review page is a set of corrections with the person’s name, which the same file replaces', async () => {
  const { library, transcriptId, answer } = await opened()
  for (let time = 0; time < 2; time += 1) {
    const { set } = await proposeCorrections(library, transcriptId, file(bytesOf(answer)))
    expect(set).toMatchObject({ by: 'Zoé', atMs: Date.parse(answer.answered), source: { format: 'review' } })
    expect(set.items).toMatchObject([{ kind: 'words', text: 'too' }])
    await library.addProposedCorrections(set)
    expect(await library.proposedCorrections(transcriptId)).toEqual([set])
  }
})

it('refuses another recording’s answer, and changes nothing', async () => {
  const { library, transcriptId, answer } = await opened()
  const words = [
    ['x1', '', 'one'],
    ['x2', ' ', 'two'],
  ]
  const other = { ...answer, transcript: 'other', paragraphs: [{ id: 'x', words, text: 'one' }] }
  await expect(proposeCorrections(library, transcriptId, file(bytesOf(other)))).rejects.toMatchObject({
    code: 'review.other-recording',
  })
  expect(await library.proposedCorrections(transcriptId)).toEqual([])
})

const hostile: readonly (readonly [what: string, changes: object | string])[] = [
  ['what is cut off', '{"format":"parolo-review",'],
  ['a later version', { version: 2 }],
  ['a huge text', { paragraphs: [{ id: 'p', words: [['a', '', 'b']], text: 'a'.repeat(100_001) }] }],
  [
    'too many comments',
    { comments: Array.from({ length: 10_001 }, () => ({ fromWordId: 'a', toWordId: 'a', text: 'b' })) },
  ],
  ['a name that is no text', { reviewer: { toString: 'x' } }],
  ['no date', { answered: 'soon' }],
]

it('refuses what no page gives back', async () => {
  const { library, transcriptId, answer } = await opened()
  for (const [what, changes] of hostile) {
    const bytes =
      typeof changes === 'string' ? new TextEncoder().encode(changes) : bytesOf({ ...answer, ...changes })
    const refused = await proposeCorrections(library, transcriptId, file(bytes)).catch(
      (error: unknown) => error,
    )
    expect([what, refused]).toEqual([what, expect.objectContaining({ code: 'review.no-answer' })])
  }
})
