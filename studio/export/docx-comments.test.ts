import { expect, it } from 'vitest'
import { documentOf } from '#core/formats/testing/sample-document'
import { saidWords, paragraph } from '#core/edits/testing/samples'
import { elementsNamed, readXml, type XmlElement } from '#core/formats/reading/xml-tree'
import type { Mark } from '#core/transcript/transcript'
import { formats, formatIds } from '#core/formats/formats'
import { readDocx } from '#core/formats/documents/docx-reader'
import { makeExport } from './make-export.ts'
import { unzip } from './testing/unzip.ts'

const paragraphs = [
  paragraph('p1', 's1', saidWords('c1', 'Who was there last night?', 0)),
  paragraph('p2', 's2', saidWords('c2', 'Nobody. They all went home.', 2_100)),
]
const on = (id: string, from: string, to: string) => ({ id, fromWordId: from, toWordId: to })
const marks: Mark[] = [
  { ...on('a', 'c2.3', 'c2.4'), kind: 'comment', value: 'Really <home> & "away"?\nAsk.' },
  { ...on('b', 'c1.4', 'c2.0'), kind: 'comment', value: 'across' },
  { ...on('c', 'c1.4', 'c1.4'), kind: 'comment', value: 'night or day' },
  { ...on('d', 'c1.4', 'c2.0'), kind: 'comment-resolved', value: 'b' },
]
const tree = (xml: string): XmlElement => readXml(xml, () => undefined)
const textOf = (element: XmlElement): string =>
  elementsNamed(element, 't')
    .map(({ children }) => children.filter((child) => typeof child === 'string').join(''))
    .join('')

it('comments are Word’s own, on their words, and resolved ones are marked as resolved', async () => {
  const { bytes, losses } = await makeExport(documentOf(paragraphs, marks), 'docx', {})
  expect(losses.map(({ code }) => code)).not.toContain('comments')
  expect(losses.map(({ code }) => code)).not.toContain('marks')
  const files = unzip(bytes)
  const xml = files.get('word/comments.xml') ?? ''
  const written = elementsNamed(tree(xml), 'comment')
  expect(written.map((each) => elementsNamed(each, 'p').map(textOf))).toEqual([
    ['night or day'],
    ['across'],
    ['Really <home> & "away"?', 'Ask.'],
  ])
  // The time of writing is unknown.
  expect(xml).not.toContain('w:date')
  const ids = [...xml.matchAll(/w14:paraId="(\w{8})"/gu)].map(([, id]) => id)
  expect(files.get('word/commentsExtended.xml')).toContain(
    `<w15:commentEx w15:paraId="${ids[0]}" w15:done="0"/><w15:commentEx w15:paraId="${ids[1]}" w15:done="1"/><w15:commentEx w15:paraId="${ids[2]}" w15:done="0"/>`,
  )
  expect(files.get('[Content_Types].xml')).toContain('PartName="/word/commentsExtended.xml"')
  expect(files.get('word/_rels/document.xml.rels')).toContain('Target="commentsExtended.xml"')

  const document = files.get('word/document.xml') ?? ''
  expect(commentedText(document)).toEqual({ 0: 'night?', 1: 'night?|Nobody.', 2: 'went home.' })
  expect(document.match(/<w:commentReference w:id="\d"\/>/gu)).toHaveLength(3)
  expect(readDocx(bytes).document.transcript.paragraphs.map(({ words }) => words.length)).toContain(5)
})

it('a document without comments has no part for them', async () => {
  const { bytes } = await makeExport(documentOf(paragraphs), 'docx', {})
  expect([...unzip(bytes).keys()]).not.toContain('word/commentsExtended.xml')
})

it('every other format says that it leaves comments out, but the lossless one and projects', async () => {
  const document = documentOf(paragraphs, marks)
  for (const id of formatIds) {
    if (formats[id].write === undefined && formats[id].writeBytes === undefined) continue
    const { losses, text } = await makeExport(document, id, {})
    const reported = losses.find(({ code }) => code === 'comments')
    if (id === 'json') expect(text).toContain('"value":"b"')
    else if (id === 'qdpx') expect(reported).toBeUndefined()
    else expect([id, reported?.count]).toEqual([id, 3])
  }
})

/** The text between the start and the end of each comment, with `|` between paragraphs. */
function commentedText(document: string): Record<string, string> {
  const found: Record<string, string> = {}
  const open = new Set<string>()
  for (const [token, start, end, text] of document.matchAll(
    /<w:commentRangeStart w:id="(\d)"\/>|<w:commentRangeEnd w:id="(\d)"\/>|<w:t[^>]*>([^<]*)<\/w:t>|<\/w:p>/gu,
  )) {
    if (start !== undefined) {
      open.add(start)
      found[start] = ''
    } else if (end !== undefined) open.delete(end)
    else for (const id of open) found[id] += token === '</w:p>' ? '|' : (text ?? '')
  }
  // The line with the speaker's name is between two paragraphs.
  return Object.fromEntries(Object.entries(found).map(([id, each]) => [id, each.replace(/\|[^|]*\|/u, '|')]))
}
