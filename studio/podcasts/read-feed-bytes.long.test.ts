import { expect, it } from 'vitest'
import { readFeedBytes } from './read-feed-bytes.ts'

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)
const feed = (inside: string): Uint8Array =>
  bytesOf(`<rss version="2.0"><channel><title>A</title>${inside}</channel></rss>`)
const item =
  '<item><guid>1</guid><title>One</title><enclosure url="https://a.example/1.mp3" type="audio/mpeg"/></item>'

it('a long feed is read in a thread as a short one is at once', async () => {
  const short = await readFeedBytes(feed(item), 'a.xml')
  const long = await readFeedBytes(feed(item + ' '.repeat(100_000)), 'a.xml')
  expect(long).toEqual(short)
  const page = bytesOf(
    `<!doctype html><html><head><link rel="alternate" type="application/rss+xml" href="/feed"></head>${' '.repeat(100_000)}</html>`,
  )
  await expect(readFeedBytes(page, 'a.html')).rejects.toMatchObject({
    reason: 'web-page',
    namedFeed: '/feed',
  })
})

it('one of millions of elements is refused, and others are answered meanwhile', async () => {
  let answered = 0
  const timer = setInterval(() => answered++, 1)
  const bomb = readFeedBytes(feed('<a/>'.repeat(2_100_000)), 'bomb.xml')
  await expect(bomb).rejects.toMatchObject({ code: 'podcast.not-a-feed', values: { from: 'bomb.xml' } })
  clearInterval(timer)
  expect(answered).toBeGreaterThan(10)
}, 60_000)
