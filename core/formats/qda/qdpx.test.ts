import fc from 'fast-check'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { hostileParagraphs } from '../../captions/testing/hostile-words.ts'
import { randomParagraphs } from '../../captions/testing/random-transcript.ts'
import { spoken } from '../../captions/testing/spoken.ts'
import { redactedDocument } from '../../redaction/redacted-document.ts'
import type { Mark } from '../../transcript/marks/mark.ts'
import type { DocumentWithExtras } from '../format.ts'
import { elementsNamed, readXml, textIn, type XmlElement } from '../reading/xml-tree.ts'
import { brokenRefiRules } from '../testing/refi-rules.ts'
import { documentOf, english } from '../testing/sample-document.ts'
import { guidOf } from './guid.ts'
import { qdaProject } from './project-qde.ts'
import { qdaText } from './qda-text.ts'
import { qdpx } from './qdpx.ts'

const tree = (xml: string): XmlElement =>
  readXml(xml, ({ detail }) => {
    throw new Error(detail)
  })
const filesOf = (document: DocumentWithExtras): Record<string, string> =>
  Object.fromEntries(
    Object.entries(unzipSync(qdpx.writeBytes?.(document, english).bytes ?? new Uint8Array())).map(
      ([name, bytes]) => [name, strFromU8(bytes)],
    ),
  )
const attributes = (element: XmlElement, name: string) =>
  elementsNamed(element, name).map((each) => each.attributes)
/** By code points, as the standard counts. */
const slice = (text: string, from: string | undefined, to: string | undefined): string =>
  Array.from(text).slice(Number(from), Number(to)).join('')

const paragraphs = spoken([
  ['A', 1_000, 3_000, 'Hello 👋🏽 there. We begin.'],
  ['B', 3_500, 5_000, 'Très bien.'],
  [null, 6_000, 7_000, 'Yes.'],
])
const on = (from: string, to: string) => ({ fromWordId: from, toWordId: to })
const marks: Mark[] = [
  { id: 'c1', kind: 'comment', ...on('p0.1', 'p0.2'), value: 'A <wave> & "more"\nAsk.' },
  { id: 'c2', kind: 'comment', ...on('p0.4', 'p1.0'), value: 'across' },
  { id: 'd', kind: 'comment-resolved', ...on('p0.4', 'p1.0'), value: 'c2' },
]

describe('a REFI-QDA project', () => {
  it('has the text, speakers as codes with what they say, and comments as notes', () => {
    const files = filesOf(documentOf(paragraphs, marks))
    const project = tree(files['project.qde'] ?? '')
    expect(brokenRefiRules(project)).toEqual([])
    const [source] = attributes(project, 'TextSource')
    expect(Object.keys(files)).toEqual(['project.qde', `Sources/${source?.['guid']}.txt`])
    expect(source?.['plainTextPath']).toBe(`internal://${source?.['guid']}.txt`)
    const text = files[`Sources/${source?.['guid']}.txt`] ?? ''
    expect(text).toBe('Speaker 1: Hello 👋🏽 there. We begin.\nSpeaker 2: Très bien.\nYes.\n')
    const names = new Map(attributes(project, 'Code').map(({ guid, name }) => [guid, name]))
    const notes = new Map(
      elementsNamed(project, 'Note').map((note) => [
        note.attributes['guid'],
        [note.attributes['name'], textIn(note)],
      ]),
    )
    const selected = elementsNamed(project, 'PlainTextSelection').map((selection) => [
      slice(text, selection.attributes['startPosition'], selection.attributes['endPosition']),
      attributes(selection, 'CodeRef').map(({ targetGUID }) => names.get(targetGUID)),
      attributes(selection, 'NoteRef').map(({ targetGUID }) => notes.get(targetGUID)),
    ])
    expect(selected).toEqual([
      ['Hello 👋🏽 there. We begin.', ['Speaker 1'], []],
      ['Très bien.', ['Speaker 2'], []],
      ['👋🏽 there.', [], [['Comment 1', 'A <wave> & "more"\nAsk.']]],
      ['begin.\nSpeaker 2: Très', [], [['Comment 2 (resolved)', 'across']]],
    ])
    const { losses } = qdpx.writeBytes?.(documentOf(paragraphs, marks), english) ?? { losses: [] }
    expect(losses.map(({ code }) => code)).toEqual(['word-times', 'speaker-turns'])
  })

  it('with sound has the same text once more, synchronized with it in milliseconds', () => {
    const { qde, sources, sound } = qdaProject(documentOf(paragraphs, marks), english, '.mp3')
    const project = tree(qde)
    expect(brokenRefiRules(project)).toEqual([])
    const [audio] = attributes(project, 'AudioSource')
    expect(audio?.['path']).toBe(`internal://${sound}`)
    expect(sound).toBe(`${audio?.['guid']}.mp3`)
    const [transcript] = elementsNamed(project, 'Transcript')
    const own = transcript?.attributes['guid']
    expect(sources.map(({ name }) => name)).toContain(`${own}.txt`)
    const text = sources.find(({ name }) => name === `${own}.txt`)?.text ?? ''
    const points = attributes(project, 'SyncPoint')
    const at = (word: string): number | undefined => {
      const place = Array.from(text.slice(0, text.indexOf(word))).length
      const found = points.find(({ position }) => Number(position) === place)
      return found === undefined ? undefined : Number(found['timeStamp'])
    }
    expect([at('Hello'), at('Très'), at('Yes')]).toEqual([1_000, 3_500, 6_000])
    expect(at('We')).toBe(paragraphs[0]?.words[3]?.startMs)
    // A comment begins within a sentence.
    expect(at('begin')).toBeGreaterThan(at('We') ?? 0)
    const byGuid = new Map(points.map((point) => [point['guid'], point['position']]))
    const spans = elementsNamed(project, 'TranscriptSelection').map(
      ({ attributes: { fromSyncPoint, toSyncPoint } }) =>
        slice(text, byGuid.get(fromSyncPoint), byGuid.get(toSyncPoint)),
    )
    expect(spans).toEqual(['Hello 👋🏽 there. We begin.', 'Très bien.', '👋🏽 there.', 'begin.\nSpeaker 2: Très'])
  })

  it('has no redacted word, and the same bytes each time', () => {
    const secret: Mark[] = [
      { id: 'r', kind: 'redaction', ...on('p1.1', 'p1.1'), value: null },
      { id: 'c', kind: 'comment', ...on('p1.1', 'p1.1'), value: 'bien' },
    ]
    const document = redactedDocument(documentOf(paragraphs, secret))
    const files = filesOf(document)
    expect(JSON.stringify(files)).not.toContain('bien')
    expect(JSON.stringify(files)).toContain('Très [redacted]')
    expect(qdpx.writeBytes?.(document, english).bytes).toEqual(qdpx.writeBytes?.(document, english).bytes)
  })

  it('without words is a project with an empty text', () => {
    const files = filesOf(documentOf([]))
    expect(brokenRefiRules(tree(files['project.qde'] ?? ''))).toEqual([])
    expect(Object.values(files)[1]).toBe('')
  })

  it('of any text counts in code points, and its times rise with its positions', () => {
    fc.assert(
      fc.property(fc.oneof(randomParagraphs, hostileParagraphs), fc.string(), (given, name) => {
        const document = documentOf(given)
        const speakers = document.transcript.speakers.map((each) => ({ ...each, name }))
        const named = { ...document, transcript: { ...document.transcript, speakers } }
        const { qde, sources } = qdaProject(named, english, '.mp3')
        const project = tree(qde)
        expect(brokenRefiRules(project)).toEqual([])
        const text = sources[0]?.text ?? ''
        const points = Array.from(text)
        expect(text.isWellFormed()).toBe(true)
        expect(text).not.toContain('\r')
        const { placeOf } = qdaText(named.transcript, new Map())
        const bare = qdaText(named.transcript, new Map()).text
        for (const { words } of given)
          for (const { id, text: word } of words) {
            const place = placeOf.get(id)
            if (place === undefined) expect(word.trim()).toBe('')
            else
              expect(Array.from(bare).slice(place.start, place.end).join('').replaceAll(/\s+/gu, ' ')).toBe(
                word.toWellFormed().trim().replaceAll(/\s+/gu, ' '),
              )
          }
        let [position, time] = [-1, 0]
        for (const point of attributes(project, 'SyncPoint')) {
          expect(Number(point['position'])).toBeGreaterThan(position)
          expect(Number(point['timeStamp'])).toBeGreaterThanOrEqual(time)
          position = Number(point['position'])
          time = Number(point['timeStamp'])
        }
        expect(position).toBeLessThanOrEqual(points.length)
        for (const { startPosition, endPosition } of attributes(project, 'PlainTextSelection')) {
          expect(Number(startPosition)).toBeLessThan(Number(endPosition))
          expect(points.slice(Number(startPosition), Number(endPosition)).join('')).not.toContain('\n')
        }
      }),
      { numRuns: 40 },
    )
  })
})

it('GUIDs of different names differ, also where names are alike', () => {
  const made = new Set<string>()
  for (let first = 0; first < 60; first++)
    for (let second = 0; second < 60; second++) made.add(guidOf(String(first), String(second)))
  expect(made.size).toBe(3_600)
  for (const guid of made)
    expect(guid).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/u)
  expect(guidOf('1', '23')).not.toBe(guidOf('12', '3'))
  expect(guidOf('a')).toBe(guidOf('a'))
})
