import { expect, it } from 'vitest'
import { feedLines } from './feed-lines.ts'
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
  expect(feedLines(files.slice(2), '', 'und')).toContain('url="…/14.chapters.json"')
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
