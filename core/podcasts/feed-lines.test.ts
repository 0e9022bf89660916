import { expect, it } from 'vitest'
import { feedGaps, feedLines, soundLines } from './feed-lines.ts'
import { readFeed } from './read-feed.ts'

const files = [
  { name: '14 café & co.vtt', kind: 'vtt' },
  { name: '14.json', kind: 'podcast' },
  { name: '14.chapters.json', kind: 'chapters' },
] as const

it('names each file with its type, and captions as such', () => {
  expect(feedLines(files, 'https://a.example/14/', 'fr')).toBe(
    `<podcast:transcript url="https://a.example/14/14%20caf%C3%A9%20%26%20co.vtt" type="text/vtt" language="fr" rel="captions"/>
<podcast:transcript url="https://a.example/14/14.json" type="application/json" language="fr"/>
<podcast:chapters url="https://a.example/14/14.chapters.json" type="application/json+chapters"/>`,
  )
  expect(feedLines([{ name: '14.txt', kind: 'notes' }], '', 'fr')).toBe('')
  expect(feedGaps([{ name: '14.txt', kind: 'notes' }], null, '')).toEqual([])
  expect(feedLines(files.slice(2), '', 'und')).toContain('url="…/14.chapters.json"')
})

const sound = {
  address: null,
  name: '14 & 15.mp3',
  bytes: 38_000_001,
  type: 'audio/mpeg',
  durationMs: 2_828_400,
}

it('gives size and length of the sound, which a feed reader reads as they were meant', () => {
  const lines = soundLines(sound, 'https://a.example/14')
  expect(lines).toBe(
    `<enclosure url="https://a.example/14/14%20%26%2015.mp3" length="38000001" type="audio/mpeg"/>
<itunes:duration>2828</itunes:duration>`,
  )
  const address = 'https://b.example/14.mp3?a=1&b="2"'
  const read = readFeed(
    `<rss xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"><channel><item>${soundLines({ ...sound, address }, '')}</item></channel></rss>`,
  )
  if (read.kind !== 'feed') throw new Error('a list')
  expect(read.feed.episodes[0]).toMatchObject({
    sound: { address, type: 'audio/mpeg', bytes: 38_000_001 },
    durationMs: 2_828_000,
  })
  expect(soundLines({ ...sound, durationMs: 0 }, '')).not.toContain('itunes')
})

it('says what the lines lack', () => {
  const there = { ...sound, address: 'https://b.example/14.mp3' }
  expect(feedGaps(files, null, 'https://a.example')).toEqual([])
  expect(feedGaps(files, sound, ' ')).toEqual(['folder'])
  expect(feedGaps([], there, '')).toEqual([])
  expect(feedGaps([], sound, '')).toEqual(['folder'])
  expect(feedGaps([], { ...there, type: null }, '')).toEqual(['type'])
  expect(soundLines({ ...sound, type: null }, '')).toContain(
    'url="…/14%20%26%2015.mp3" length="38000001" type="…"',
  )
})

it('is read by a feed reader as it was meant', () => {
  const lines = feedLines(files, 'https://a.example/a"b<c>', 'en')
  const read = readFeed(
    `<rss xmlns:podcast="https://podcastindex.org/namespace/1.0"><channel><item><enclosure url="a.mp3"/>${lines}</item></channel></rss>`,
  )
  if (read.kind !== 'feed') throw new Error('a list')
  expect(read.feed.episodes[0]).toMatchObject({
    transcripts: [
      { address: 'https://a.example/a"b<c>/14%20caf%C3%A9%20%26%20co.vtt', type: 'text/vtt', language: 'en' },
      { type: 'application/json' },
    ],
    chapters: 'https://a.example/a"b<c>/14.chapters.json',
  })
})
