import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { oneVoiceEn } from '../../cli/testing/speech.ts'

export interface PodcastServer {
  /** URL of the feed. */
  readonly feed: string
  /** Requested paths. */
  readonly asked: string[]
  /** Number of episodes from the next request for the feed on. */
  episodes: number
  readonly close: () => Promise<void>
}

/**
 * A podcast on this computer: each episode is 20 s of speech with chapters, the newest also with a
 * transcript.
 */
export async function startPodcastServer(episodes: number): Promise<PodcastServer> {
  const sound = await readFile(oneVoiceEn)
  const asked: string[] = []
  const state = { episodes }
  const server = createServer((request, response) => {
    const at = request.url ?? ''
    asked.push(at)
    if (at === '/feed.xml')
      response.setHeader('content-type', 'application/rss+xml').end(feedOf(state.episodes))
    else if (/^\/\d+\.opus$/u.test(at)) response.setHeader('content-length', sound.length).end(sound)
    else if (/^\/\d+\.json$/u.test(at)) response.end(CHAPTERS)
    else if (/^\/\d+\.vtt$/u.test(at)) response.end(TRANSCRIPT)
    else response.writeHead(404).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return Object.assign(state, {
    feed: `http://127.0.0.1:${port}/feed.xml`,
    asked,
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  })
}

const CHAPTERS =
  '{"version":"1.2.0","chapters":[{"startTime":0,"title":"Hello"},{"startTime":9,"title":"Glue"}]}'
const TRANSCRIPT = 'WEBVTT\n\n00:00.000 --> 00:09.000\n<v Ana>What glue is for</v>\n'

function feedOf(episodes: number): string {
  const items = Array.from({ length: episodes }, (_, index) => {
    const number = episodes - index
    const transcript = index === 0 ? `<podcast:transcript url="/${number}.vtt" type="text/vtt"/>` : ''
    return `<item><guid>${number}</guid><title>${number}: zippers</title><pubDate>${new Date(Date.UTC(2020, 0, number)).toUTCString()}</pubDate>
      <description>Notes of ${number}</description><enclosure url="/${number}.opus" type="audio/ogg" length="39000000"/>
      <podcast:chapters url="/${number}.json" type="application/json+chapters"/>${transcript}</item>`
  })
  return `<?xml version="1.0"?><rss xmlns:podcast="https://podcastindex.org/namespace/1.0"><channel><title>Mending things</title><podcast:person>Ana Lopez</podcast:person><podcast:person role="guest">Bo</podcast:person>${items.join('')}</channel></rss>`
}
