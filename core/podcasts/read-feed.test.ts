import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Feed } from './feed.ts'
import { MAX_EPISODES } from './feed.ts'
import { readFeed } from './read-feed.ts'
import { UnreadableFeed } from './unreadable-feed.ts'

const NAMES =
  'xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" xmlns:podcast="https://podcastindex.org/namespace/1.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:atom="http://www.w3.org/2005/Atom"'

const rss = (inside: string): string =>
  `<?xml version="1.0"?><rss version="2.0" ${NAMES}><channel><title>Mending things</title>${inside}</channel></rss>`

const item = (inside: string, number = 1): string =>
  `<item><guid>g${number}</guid><title>${number}: zippers</title><enclosure url="https://a.example/${number}.mp3" type="audio/mpeg" length="39000000"/>${inside}</item>`

function feedOf(text: string): Feed {
  const read = readFeed(text)
  if (read.kind !== 'feed') throw new Error('a list')
  return read.feed
}

function reasonOf(text: string): UnreadableFeed {
  try {
    readFeed(text)
  } catch (error) {
    if (error instanceof UnreadableFeed) return error
    throw error
  }
  throw new Error('it was read')
}

describe('RSS', () => {
  it('reads what a podcast says of itself and its episodes', () => {
    const feed = feedOf(
      rss(
        `<itunes:author>Ana &amp; Bo</itunes:author><link>https://a.example/</link><atom:link rel="self" href="https://a.example/feed.xml"/>
         <description>&lt;p&gt;Repair&lt;/p&gt;&lt;p&gt;caf&#233;&lt;/p&gt;</description><image><url>https://a.example/small.png</url></image><itunes:image href="https://a.example/large.png"/>
         ${item(`<pubDate>Mon, 23 Nov 2026 09:00:00 +0100</pubDate><itunes:duration>47:08</itunes:duration>
           <content:encoded><![CDATA[Two<br>lines &eacute;]]></content:encoded><description>short</description>
           <podcast:transcript url="14.vtt" type="text/vtt; charset=utf-8" language="fr"/>
           <podcast:transcript url="14.json" type="application/json"/>
           <podcast:chapters url="14.chapters.json" type="application/json+chapters"/>`)}`,
      ),
    )
    expect(feed).toEqual({
      title: 'Mending things',
      author: 'Ana & Bo',
      notes: 'Repair\n\ncafé',
      link: 'https://a.example/',
      picture: 'https://a.example/large.png',
      address: 'https://a.example/feed.xml',
      remarks: [],
      episodes: [
        {
          guid: 'g1',
          title: '1: zippers',
          publishedAtMs: Date.UTC(2026, 10, 23, 8),
          durationMs: 2_828_000,
          notes: 'Two\nlines é',
          link: '',
          picture: '',
          sound: { address: 'https://a.example/1.mp3', type: 'audio/mpeg', bytes: 39_000_000 },
          transcripts: [
            { address: '14.vtt', type: 'text/vtt', language: 'fr' },
            { address: '14.json', type: 'application/json', language: '' },
          ],
          chapters: '14.chapters.json',
          people: [],
        },
      ],
    })
  })

  it('takes hosts and guests from the episode, else from the podcast; authors and crew are not people who speak', () => {
    const feed = feedOf(
      rss(
        `<itunes:author>A company</itunes:author><podcast:person>Ana Lopez</podcast:person><podcast:person role="Editor" group="post-production">Cy</podcast:person>
         ${item('')}
         ${item('<podcast:person role="Host">Ana Lopez</podcast:person><podcast:person role="guest">Bo &amp;amp; friends</podcast:person><podcast:person role="Co-Host">ana lópez</podcast:person><podcast:person role="GUEST HOST"> Dee </podcast:person><podcast:person role="guest"/>', 2)}
         ${item('<podcast:person role="cover art designer" group="visuals">Eve</podcast:person>', 3)}`,
      ),
    )
    expect(feed.episodes.map(({ people }) => people)).toEqual([
      ['Ana Lopez'],
      ['Ana Lopez', 'Bo & friends', 'Dee'],
      [],
    ])
    expect(
      feedOf(
        rss(item(Array.from({ length: 99 }, (_, at) => `<podcast:person>P${at}</podcast:person>`).join(''))),
      ).episodes[0]?.people,
    ).toHaveLength(30)
  })

  it('knows namespaces by their address, whatever their prefix, and by the usual prefix if none is declared', () => {
    const other = `<rss xmlns:i="http://www.itunes.com/DTDs/PodCast-1.0.dtd"><channel><title>A</title>${item('<i:duration>61</i:duration>')}</channel></rss>`
    expect(feedOf(other).episodes[0]?.durationMs).toBe(61_000)
    const undeclared = `<rss><channel><title>A</title>${item('<itunes:duration>61</itunes:duration>')}</channel></rss>`
    expect(feedOf(undeclared).episodes[0]?.durationMs).toBe(61_000)
  })

  it('leaves out entries without sound, and the second of two with one guid', () => {
    const feed = feedOf(
      rss(`<item><title>news</title></item><item><enclosure url="a.pdf" type="application/pdf"/></item>
        ${item('')}${item('<link>later</link>')}<item><enclosure url="https://a.example/b.M4A?x=1"/></item>`),
    )
    expect(feed.episodes.map(({ guid, link }) => [guid, link])).toEqual([
      ['g1', ''],
      ['https://a.example/b.M4A?x=1', ''],
    ])
  })

  it('takes no length that cannot be one', () => {
    for (const length of ['0', '1', '-5', '1e9', '999999999999999999999', 'large']) {
      const feed = feedOf(rss(`<item><enclosure url="a.mp3" length="${length}"/></item>`))
      expect([length, feed.episodes[0]?.sound.bytes]).toEqual([length, null])
    }
  })
})

it('reads Atom with enclosures', () => {
  const feed = feedOf(
    `<feed xmlns="http://www.w3.org/2005/Atom"><title>Words</title><link rel="self" href="https://b.example/atom"/><author><name>Cy</name></author>
     <entry><id>urn:1</id><title type="html">One &amp;amp; two</title><published>2026-11-23T09:00:00Z</published><link href="https://b.example/1"/>
       <link rel="enclosure" href="1.ogg" type="audio/ogg" length="2000"/></entry></feed>`,
  )
  expect(feed).toMatchObject({ title: 'Words', author: 'Cy', address: 'https://b.example/atom' })
  expect(feed.episodes).toMatchObject([
    {
      guid: 'urn:1',
      title: 'One & two',
      publishedAtMs: Date.UTC(2026, 10, 23, 9),
      link: 'https://b.example/1',
      sound: { address: '1.ogg', type: 'audio/ogg', bytes: 2_000 },
    },
  ])
})

it('reads the feeds of an OPML list, each once', () => {
  const read = readFeed(
    '<opml version="2.0"><body><outline text="all"><outline type="rss" xmlUrl="https://a.example/f"/><outline xmlurl="https://b.example/f"/></outline><outline xmlUrl="https://a.example/f"/></body></opml>',
  )
  expect(read).toEqual({
    kind: 'list',
    list: { addresses: ['https://a.example/f', 'https://b.example/f'] },
  })
})

describe('feeds that are none, broken or hostile', () => {
  it('refuses entities of the feed, and expands none', () => {
    const bomb = `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><rss><channel><title>&b;</title>${item('')}</channel></rss>`
    expect(reasonOf(bomb).reason).toBe('entities')
    const outside = `<!DOCTYPE rss [<!entity % x SYSTEM "file:///etc/passwd">]><rss><channel>${item('')}</channel></rss>`
    expect(reasonOf(outside).reason).toBe('entities')
    expect(feedOf(rss(item('')).replace('Mending', '&undeclared; Mending')).title).toContain('Mending things')
  })

  it('says what a web page is, and which feed it names', () => {
    const page = `\uFEFF<!-- x --><!DOCTYPE html><html><head><link rel="stylesheet" href="a.css"><link type='application/rss+xml' rel=alternate href='/feed?a=1&amp;b=2'></head></html>`
    expect(reasonOf(page)).toMatchObject({ reason: 'web-page', namedFeed: '/feed?a=1&b=2' })
    expect(reasonOf('<html></html>')).toMatchObject({ reason: 'web-page', namedFeed: '' })
  })

  it.each([
    ['', 'not-a-feed'],
    ['not XML at all', 'not-a-feed'],
    ['{"version":"1.0"}', 'not-a-feed'],
    ['<svg xmlns="http://www.w3.org/2000/svg"/>', 'not-a-feed'],
    ['<rss/>', 'not-a-feed'],
    [rss(''), 'empty'],
    ['<opml><body/></opml>', 'empty'],
    ['<a>'.repeat(200), 'not-a-feed'],
  ])('refuses %j', (text, reason) => {
    expect(reasonOf(text).reason).toBe(reason)
  })

  it('reads what there is of a feed that was cut off, and tells it', () => {
    const whole = rss(item('') + item('', 2))
    const cut = feedOf(whole.slice(0, whole.lastIndexOf('zippers')))
    expect([cut.episodes.length, cut.remarks]).toEqual([1, ['incomplete']])
  })

  it('reads 10,000 episodes, and no more than its limit', () => {
    const many = (count: number) => rss(Array.from({ length: count }, (_, index) => item('', index)).join(''))
    expect(feedOf(many(10_000)).episodes).toHaveLength(10_000)
    const cut = feedOf(many(MAX_EPISODES + 5))
    expect([cut.episodes.length, cut.remarks]).toEqual([MAX_EPISODES, ['too-many-episodes']])
  })

  it('reads or refuses any text, and loses nothing before the damage', () => {
    const whole = rss(item('<description>x</description>') + item('', 2))
    fc.assert(
      fc.property(fc.nat(whole.length), fc.nat(40), fc.string({ maxLength: 20 }), (at, removed, put) => {
        const text = whole.slice(0, at) + put + whole.slice(at + removed)
        try {
          readFeed(text)
        } catch (error) {
          expect(error).toBeInstanceOf(UnreadableFeed)
        }
      }),
    )
  })
})
