import { expect, it } from 'vitest'
import { sampleDocument } from '../formats/testing/sample-document.ts'
import { searchDocuments } from './search-documents.ts'

it('are an action and a document for each paragraph, in the bulk format', () => {
  const document = sampleDocument('resources/samples/conversation-en.json')
  const facts = { recordingId: 'abc', tags: ['News'] }
  const written = searchDocuments({ ...document, recording: { ...document.recording, date: '1998' } }, facts)
  expect(written.endsWith('\n')).toBe(true)
  const lines = written
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Readonly<Record<string, unknown>>)
  const { paragraphs, speakers } = document.transcript
  expect(lines).toHaveLength(2 * paragraphs.length)
  const [action, first] = lines
  expect(action).toEqual({ index: { _index: 'parolo', _id: `abc/${paragraphs[0]?.id}` } })
  expect(first).toMatchObject({
    recordingId: 'abc',
    title: document.recording.title,
    date: '1998',
    tags: ['News'],
    startMs: paragraphs[0]?.words[0]?.startMs,
    endMs: paragraphs[0]?.words.at(-1)?.endMs,
    speaker: speakers.find(({ id }) => id === paragraphs[0]?.speakerId)?.name ?? null,
  })
  expect(first?.text).toMatch(/^\S.*\S$/u)
  expect(new Set(lines.flatMap(({ index }) => (index as { _id: string } | undefined)?._id ?? [])).size).toBe(
    paragraphs.length,
  )
})
