import fc from 'fast-check'
import { expect, it } from 'vitest'
import { readChaptersJson, writeChaptersJson } from '../formats/json/chapters-json.ts'
import { UnreadableText } from '../formats/reading/unreadable-text.ts'
import { chapterMoment, chaptersAmong, type FoundChapter, oneATime } from './chapter.ts'
import { writeChaptersMetadata } from './chapters-metadata.ts'

const chapter = (atMs: number, title: string, more: Partial<FoundChapter> = {}): FoundChapter => ({
  atMs,
  title,
  link: '',
  picture: '',
  isListed: true,
  ...more,
})

const anyChapter = fc.record({
  atMs: fc.nat(10_000_000),
  title: fc.string({ maxLength: 40 }).map((text) => text.trim()),
  link: fc.constantFrom('', 'https://a.example/'),
  picture: fc.constantFrom('', 'https://a.example/a.png'),
  isListed: fc.boolean(),
})

it('are moments of the recording, and no other moment is one', () => {
  fc.assert(
    fc.property(fc.uniqueArray(anyChapter, { selector: ({ atMs }) => atMs }), (found) => {
      const chapters = found.map((one, index) => ({ ...one, id: `c${index}` }))
      const moments = [
        ...chapters.map(chapterMoment),
        { id: 'b', kind: 'bookmark', atMs: 5, value: 'x' },
        { id: 'x', kind: 'chapter', atMs: 5, value: 'no object' },
      ]
      expect(chaptersAmong(moments)).toEqual(chapters.toSorted((a, b) => a.atMs - b.atMs))
    }),
  )
})

it('come back from the JSON of Podcasting 2.0', () => {
  fc.assert(
    fc.property(fc.array(anyChapter, { maxLength: 20 }), (found) => {
      const sorted = oneATime(found)
      expect(readChaptersJson(writeChaptersJson(sorted))).toEqual(sorted)
    }),
  )
})

it('reads what other programs write', () => {
  const text = JSON.stringify({
    version: '1.2.0',
    chapters: [
      { startTime: 168.5, title: ' Two ', url: 'https://a.example/', img: 'javascript:alert(1)' },
      { startTime: '0', title: 'One' },
      { startTime: 168.5, title: 'picture only', toc: false },
      { startTime: -4, title: 'before' },
      { title: 'nowhere' },
      'no chapter',
    ],
  })
  expect(readChaptersJson(text)).toEqual([
    chapter(0, 'One'),
    chapter(168_500, 'Two', { link: 'https://a.example/' }),
  ])
  for (const wrong of ['', '[]', '{"chapters":{}}', '<html>']) {
    expect(() => readChaptersJson(wrong)).toThrow(UnreadableText)
  }
})

it('are written for ffmpeg with an end each, without what it would take as its own signs', () => {
  const text = writeChaptersMetadata(
    [
      chapter(0, 'a=b;c#d\\e\nf'),
      chapter(500, 'hidden', { isListed: false }),
      chapter(2_000, 'two'),
      chapter(9_000, 'late'),
    ],
    5_000,
  )
  expect(text).toBe(
    String.raw`;FFMETADATA1
[CHAPTER]
TIMEBASE=1/1000
START=0
END=2000
title=a\=b\;c\#d\\e f
[CHAPTER]
TIMEBASE=1/1000
START=2000
END=5000
title=two
`,
  )
})
