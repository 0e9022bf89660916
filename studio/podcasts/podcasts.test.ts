import path from 'node:path'
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { Fault } from '#contracts/errors'
import type { Library } from '../library/library.ts'
import { openLibrary } from '../library/open.ts'
import { redirect, serve } from '../network/testing/file-server.ts'
import { temporaryFolder } from '../testing/opened-service.ts'
import { addPodcast, addPodcastFile, refreshPodcast } from './podcasts.ts'
import { madePicture } from './testing/made-sounds.ts'
import { madeFeed, type PodcastServer, podcastServer, text } from './testing/podcast-server.ts'

const { signal } = new AbortController()

let library: Library
let server: PodcastServer
beforeEach(async () => {
  library = await openLibrary(path.join(await temporaryFolder(), 'library'))
  onTestFinished(() => library.close())
  server = await podcastServer()
})

const add = (from = '/feed.xml') =>
  addPodcast({ library, askedBy: 'podcasts' }, `${server.url}${from}`, signal)

async function codeOf(promise: Promise<unknown>): Promise<string> {
  const error: unknown = await promise.then(
    () => null,
    (reason: unknown) => reason,
  )
  if (error instanceof Fault) return error.code
  throw new Error('no fault', { cause: error })
}

it('adds a podcast by its address, with its picture and absolute addresses', async () => {
  server.answers['/feed.xml'] = text(
    madeFeed(
      [
        {
          number: 2,
          more: '<podcast:transcript url="2.vtt" type="text/vtt"/><podcast:chapters url="https://other.example/2.json"/>',
        },
        { number: 1, sound: 'http://other.example/1.mp3' },
      ],
      '<itunes:image href="cover.png"/>',
    ),
  )
  server.answers['/cover.png'] = serve(await madePicture())
  const { added } = await add()
  const id = added[0]?.id ?? ''
  expect(added).toEqual([{ id, isNew: true, newEpisodes: 2 }])
  expect(await library.podcasts()).toMatchObject([
    {
      id,
      address: `${server.url}/feed.xml`,
      title: 'Mending things',
      etag: '"state"',
      episodes: 2,
      hasPicture: true,
    },
  ])
  const picture = await library.podcastPicture(id)
  expect(Buffer.from(picture ?? []).subarray(0, 3)).toEqual(Buffer.from([0xff, 0xd8, 0xff]))
  expect(await library.episodes(id)).toMatchObject([
    {
      title: '2: zippers',
      soundAddress: `${server.url}/2.mp3`,
      soundBytes: 39_000_000,
      transcripts: [{ address: `${server.url}/2.vtt`, type: 'text/vtt' }],
      chaptersAddress: 'https://other.example/2.json',
    },
    { title: '1: zippers', soundAddress: 'https://other.example/1.mp3' },
  ])
})

it('lists the newest episodes of all podcasts at once', async () => {
  server.answers['/a.xml'] = text(madeFeed([{ number: 1 }, { number: 3 }, { number: 2 }]))
  server.answers['/b.xml'] = text(madeFeed([{ number: 9, title: 'glue' }]))
  const [a, b] = [(await add('/a.xml')).added[0]?.id, (await add('/b.xml')).added[0]?.id]
  const newest = await library.newestEpisodes(2)
  expect(
    new Map(newest.map(({ podcastId, episodes }) => [podcastId, episodes.map(({ title }) => title)])),
  ).toEqual(
    new Map([
      [a, ['3: zippers', '2: zippers']],
      [b, ['glue']],
    ]),
  )
})

it('asks again only when asked to, gets nothing where nothing has changed, and keeps episodes that left the feed', async () => {
  server.answers['/feed.xml'] = text(madeFeed([{ number: 2 }, { number: 1 }]))
  const id = (await add()).added[0]?.id ?? ''
  expect(await refreshPodcast({ library, askedBy: 'podcasts' }, id, signal, () => 7)).toBeNull()
  expect((await library.podcast(id)).readAtMs).toBe(7)
  server.answers['/feed.xml'] = text(
    madeFeed([{ number: 3 }, { number: 2, title: '2: buttons' }]),
    undefined,
    '"later"',
  )
  expect(await refreshPodcast({ library, askedBy: 'podcasts' }, id, signal)).toEqual({
    id,
    isNew: false,
    newEpisodes: 1,
  })
  const episodes = await library.episodes(id)
  expect(episodes.map(({ title, isListed }) => [title, isListed])).toEqual([
    ['3: zippers', true],
    ['2: buttons', true],
    ['1: zippers', false],
  ])
  expect(server.asked).toHaveLength(3)
  // The same address gives the same podcast.
  expect((await add()).added).toEqual([{ id, isNew: false, newEpisodes: 0 }])
})

it('what was fetched for it is listed, and loses its address when the podcast is removed', async () => {
  server.answers['/feed.xml'] = text(madeFeed([{ number: 1 }], '<itunes:image href="cover.png"/>'))
  const id = (await add()).added[0]?.id ?? ''
  const listed = async () =>
    (await library.connections({ limit: 9 })).map(({ purpose, title, url, askedBy }) => [
      purpose,
      title,
      url,
      askedBy,
    ])
  expect(await listed()).toEqual([
    ['picture', 'Mending things', `${server.url}/cover.png`, 'podcasts'],
    ['podcast', new URL(server.url).host, `${server.url}/feed.xml`, 'podcasts'],
  ])
  await library.removePodcast(id)
  expect(await listed()).toEqual([
    ['picture', null, null, 'podcasts'],
    ['podcast', null, null, 'podcasts'],
  ])
})

it('finds the feed that a web page names', async () => {
  server.answers['/'] = text(
    '<!doctype html><link rel="alternate" type="application/rss+xml" href="feed.xml">',
    'text/html',
  )
  server.answers['/feed.xml'] = text(madeFeed([{ number: 1 }]))
  expect((await add('/')).added).toHaveLength(1)
  expect((await library.podcasts())[0]?.address).toBe(`${server.url}/feed.xml`)
  server.answers['/itself'] = text(
    '<!doctype html><link type="application/rss+xml" href="/itself">',
    'text/html',
  )
  expect(await codeOf(add('/itself'))).toBe('podcast.web-page')
})

describe('files', () => {
  it('a list of feeds adds each, and says which could not be read', async () => {
    server.answers['/feed.xml'] = text(madeFeed([{ number: 1 }]))
    server.answers['/list.opml'] = text(
      `<opml><body><outline xmlUrl="${server.url}/gone"/><outline xmlUrl="${server.url}/feed.xml"/></body></opml>`,
    )
    const { added, failed } = await add('/list.opml')
    expect(added).toHaveLength(1)
    expect(failed).toMatchObject([{ address: `${server.url}/gone`, error: { code: 'network.refused' } }])
  })

  it('a feed is added from a file; without its own address it cannot be read again', async () => {
    const feed = (more: string) => ({
      name: 'feed.xml',
      bytes: Buffer.from(madeFeed([{ number: 1, sound: 'https://a.example/1.mp3' }], more)),
    })
    const { added } = await addPodcastFile({ library, askedBy: 'podcasts' }, feed(''), signal)
    expect(await codeOf(refreshPodcast({ library, askedBy: 'podcasts' }, added[0]?.id ?? '', signal))).toBe(
      'podcast.no-address',
    )
    const self = '<link xmlns="http://www.w3.org/2005/Atom" rel="self" href="https://a.example/f"/>'
    await addPodcastFile({ library, askedBy: 'podcasts' }, feed(self), signal)
    const addresses = (await library.podcasts()).map(({ address }) => address)
    expect(new Set(addresses)).toEqual(new Set(['https://a.example/f', null]))
    expect(server.asked).toEqual([])
  })

  it('relative addresses of a file without an address lead nowhere', async () => {
    const bytes = Buffer.from(madeFeed([{ number: 1 }]))
    expect(await codeOf(addPodcastFile({ library, askedBy: 'podcasts' }, { name: 'a', bytes }, signal))).toBe(
      'podcast.empty-feed',
    )
  })
})

it.each<[string, string, string]>([
  ['entities', '<!DOCTYPE rss [<!ENTITY a "b">]><rss/>', 'podcast.unsafe-feed'],
  ['something else', '{"version":1}', 'podcast.not-a-feed'],
  ['no sound', '<rss><channel><title>A</title></channel></rss>', 'podcast.empty-feed'],
  ['an unknown encoding', '<?xml version="1.0" encoding="x-none"?><rss/>', 'podcast.encoding'],
  ['a web page', '<html></html>', 'podcast.web-page'],
])('refuses a feed with %s, and keeps nothing of it', async (_name, body, code) => {
  server.answers['/feed.xml'] = text(body)
  expect(await codeOf(add())).toBe(code)
  expect(await library.podcasts()).toEqual([])
})

it('refuses endless redirects', async () => {
  server.answers['/feed.xml'] = redirect('/feed.xml')
  expect(await codeOf(add())).toBe('network.refused')
})

it('keeps 10,000 episodes', async () => {
  server.answers['/feed.xml'] = text(
    madeFeed(Array.from({ length: 10_000 }, (_, index) => ({ number: index + 1 }))),
  )
  const { added } = await add()
  const episodes = await library.episodes(added[0]?.id ?? '')
  expect([episodes.length, episodes[0]?.title, episodes.at(-1)?.title]).toEqual([
    10_000,
    '10000: zippers',
    '1: zippers',
  ])
})
