import path from 'node:path'
import { Readable } from 'node:stream'
import { protocol, type Session } from 'electron'
import { Fault } from '#contracts/errors'
import { mediaKinds, type MediaKind } from '#contracts/wire'
import { readRange } from '#contracts/byte-range'
import { PAGE_ORIGIN } from './page-origin.ts'
import { fileBlocks } from '#studio/drives/file-blocks'
import { factsIfThere } from '#studio/drives/files'
import type { MediaFile } from '#studio/originals/media-file'

/** Scripts and styles only from the program, and nothing from other origins. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "media-src 'self' media: blob:",
  "connect-src 'self' media:",
  "font-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

const mediaTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.ttf': 'font/ttf',
  '.map': 'application/json',
}

interface Answer {
  readonly status: number
  readonly headers: Record<string, string>
  readonly body: Readable | null
}

/** Before the app is ready: gives page and media their own origins, with all the features of https. */
export function registerSchemes(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
    {
      scheme: 'media',
      privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true, corsEnabled: true },
    },
  ])
}

/** `app://parolo/…`: only the built page. `media://recording/<id>/<kind>`: only by id, with Range. */
export function serveSchemes(
  session: Session,
  pageFolder: string,
  mediaFile: (recordingId: string, kind: MediaKind) => Promise<MediaFile | null>,
): void {
  serve(session, 'app', (url, range) => pageAnswer(url, range, pageFolder))
  serve(session, 'media', (url, range) => mediaAnswer(url, range, mediaFile))
}

async function pageAnswer(url: URL, range: string | null, folder: string): Promise<Answer> {
  if (url.host !== 'parolo') return nothing(404)
  const name = decoded(url.pathname === '/' ? '/index.html' : url.pathname)
  if (name === null) return nothing(404)
  const file = path.join(folder, name)
  if (!file.startsWith(folder + path.sep)) return nothing(404)
  const answer = await fileAnswer(file, mediaTypes[path.extname(file)] ?? 'application/octet-stream', range)
  return { ...answer, headers: { ...answer.headers, 'Content-Security-Policy': CONTENT_SECURITY_POLICY } }
}

async function mediaAnswer(
  url: URL,
  range: string | null,
  mediaFile: (recordingId: string, kind: MediaKind) => Promise<MediaFile | null>,
): Promise<Answer> {
  const [, recordingId = '', wanted = ''] = url.pathname.split('/')
  const kind = mediaKinds.find((known) => known === wanted)
  if (url.host !== 'recording' || kind === undefined) return nothing(404)
  const id = decoded(recordingId)
  const found = id === null ? null : await mediaFile(id, kind)
  if (found === null) return nothing(404)
  const answer = await fileAnswer(found.path, found.mediaType, range)
  // The page has another origin: its canvas and fetch may read media, which only the page can request.
  return { ...answer, headers: { ...answer.headers, 'Access-Control-Allow-Origin': PAGE_ORIGIN } }
}

async function fileAnswer(file: string, mediaType: string, range: string | null): Promise<Answer> {
  const facts = await factsIfThere(file).catch((error: unknown) => {
    if (error instanceof Fault && error.code === 'drive.silent') return 'silent' as const
    throw error
  })
  if (facts === 'silent') return nothing(503)
  if (facts?.kind !== 'file') return nothing(404)
  const body = (start: number, end: number) => Readable.from(fileBlocks(file, facts, { start, end }))
  const common = {
    'Content-Type': mediaType,
    'Accept-Ranges': 'bytes',
    'X-Content-Type-Options': 'nosniff',
  }
  const wanted = readRange(range ?? undefined, facts.bytes)
  if (wanted === 'unsatisfiable') {
    return { status: 416, headers: { ...common, 'Content-Range': `bytes */${facts.bytes}` }, body: null }
  }
  if (wanted === null) {
    return {
      status: 200,
      headers: { ...common, 'Content-Length': String(facts.bytes) },
      body: facts.bytes === 0 ? null : body(0, facts.bytes - 1),
    }
  }
  return {
    status: 206,
    headers: {
      ...common,
      'Content-Length': String(wanted.end - wanted.start + 1),
      'Content-Range': `bytes ${wanted.start}-${wanted.end}/${facts.bytes}`,
    },
    body: body(wanted.start, wanted.end),
  }
}

/** Null if it cannot be part of a file name: malformed percent-encoding, a NUL byte. */
function decoded(text: string): string | null {
  if (/%(?![\da-f]{2})|%00/iu.test(text)) return null
  try {
    return decodeURIComponent(text)
  } catch (error) {
    // The bytes are not UTF-8.
    if (error instanceof URIError) return null
    throw error
  }
}

const nothing = (status: number): Answer => ({ status, headers: {}, body: null })

function serve(
  session: Session,
  scheme: string,
  answer: (url: URL, range: string | null) => Promise<Answer>,
): void {
  // Electron 25 and later; the older API is kept for the version used in tests.
  if ('handle' in session.protocol) {
    session.protocol.handle(scheme, async (request) => {
      const { status, headers, body } = await answer(new URL(request.url), request.headers.get('range'))
      const stream = body === null ? null : (Readable.toWeb(body) as unknown as BodyInit)
      return new Response(stream, { status, headers })
    })
    return
  }
  const older = session.protocol as Electron.Protocol
  older.registerStreamProtocol(scheme, (request, callback) => {
    answer(new URL(request.url), rangeOf(request.headers))
      .then(({ status, headers, body }) =>
        callback({ statusCode: status, headers, data: body ?? Readable.from([]) }),
      )
      .catch((error: unknown) => {
        process.stderr.write(`${scheme}: ${String(error)}\n`)
        callback({ statusCode: 500, data: Readable.from([]) })
      })
  })
}

function rangeOf(headers: Readonly<Record<string, string>>): string | null {
  const name = Object.keys(headers).find((each) => each.toLowerCase() === 'range')
  return name === undefined ? null : (headers[name] ?? null)
}
