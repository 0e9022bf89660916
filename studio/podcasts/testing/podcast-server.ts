import { type Answer, type FileServer, fileServer, refuse } from '../../network/testing/file-server.ts'

export interface PodcastServer {
  readonly url: string
  readonly asked: FileServer['asked']
  /** The response for each path; others are refused with 404. May be changed at any time. */
  readonly answers: Record<string, Answer>
}

/** A podcast's server on this computer. */
export async function podcastServer(answers: Record<string, Answer> = {}): Promise<PodcastServer> {
  const server = await fileServer((request, response) => {
    const path = (request.url ?? '').split('?')[0] ?? ''
    const answer = answers[path] ?? refuse(404)
    answer(request, response)
  })
  return { url: server.url, asked: server.asked, answers }
}

/** Responds with a text, or with 304 if its state is known. */
export const text =
  (body: string | Uint8Array, type = 'application/rss+xml', etag = '"state"'): Answer =>
  (request, response) => {
    if (request.headers['if-none-match'] === etag) response.writeHead(304, { etag }).end()
    else response.writeHead(200, { 'content-type': type, etag }).end(body)
  }

export interface MadeItem {
  readonly number: number
  readonly title?: string
  readonly sound?: string
  readonly length?: number
  /** Further elements. */
  readonly more?: string
}

/** A feed with these items, in this order. */
export function madeFeed(items: readonly MadeItem[], more = ''): string {
  const list = items.map(
    ({
      number,
      title = `${number}: zippers`,
      sound = `/${number}.mp3`,
      length = 39_000_000,
      more: inside = '',
    }) =>
      `<item><guid>g${number}</guid><title>${title}</title><pubDate>${new Date(Date.UTC(2026, 0, number)).toUTCString()}</pubDate>
       <enclosure url="${sound}" type="audio/mpeg" length="${length}"/>${inside}</item>`,
  )
  return `<?xml version="1.0"?><rss version="2.0" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" xmlns:podcast="https://podcastindex.org/namespace/1.0">
    <channel><title>Mending things</title><link>https://mending.example/</link>${more}${list.join('')}</channel></rss>`
}
