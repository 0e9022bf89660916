import { execFile } from 'node:child_process'
import { copyFile, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { existsSync, readFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { describeFault } from '#contracts/describe-fault'
import { Fault } from '#contracts/errors'
import { decodeTrack, soundFiles } from './decode.ts'
import { probe } from './probe.ts'

const evaldata = fileURLToPath(new URL('../../../shared/evaldata/', import.meta.url))
const table = path.join(evaldata, 'hostile/EXPECT.tsv')
const speech = fileURLToPath(new URL('../../fixtures/speech/two-voices-8s-en.opus', import.meta.url))

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'parolo-hostile-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

/** The result for a file: its number of samples, or the code of a fault with messages in both languages. */
async function outcomeOf(file: string): Promise<number | string> {
  const cache = path.join(folder, 'cache')
  const files = soundFiles(cache, 'recording', 0)
  try {
    const { sampleCount } = await decodeTrack(await probe(file), 0, files, {
      signal: new AbortController().signal,
    })
    const kept = await readdir(path.join(cache, 'recording'))
    expect(kept.sort()).toEqual(['track-0.levels', 'track-0.pcm', 'track-0.peaks', 'track-0.webm'])
    return sampleCount
  } catch (error) {
    if (!(error instanceof Fault)) throw error
    for (const language of ['en', 'fr'] as const) {
      const { message, remedy } = describeFault(error, language)
      if (!remedy || /none|undefined/u.test(message))
        throw new Error(`no words for ${error.code}`, { cause: error })
    }
    // No partially decoded file is left.
    const left = existsSync(path.join(cache, 'recording')) ? await readdir(path.join(cache, 'recording')) : []
    if (left.length > 0) throw new Error(`left behind: ${left.join(', ')}`, { cause: error })
    return error.code
  } finally {
    await rm(cache, { recursive: true, force: true })
  }
}

type Expected = 'accepted' | 'refused' | 'no audio' | 'either'

/** The note in the table's last column, if it is unambiguous. */
function expectedBy(note: string): Expected {
  if (/no audio track/u.test(note) && note.startsWith('message')) return 'no audio'
  if (/^(accept|reject)[^:]*,? or /u.test(note) || /: decode or reject/u.test(note)) return 'either'
  if (note.startsWith('accept') || note.startsWith('no speech')) return 'accepted'
  if (note.startsWith('reject')) return 'refused'
  return 'either'
}

const isRefused = (outcome: number | string) => typeof outcome === 'string' && outcome.startsWith('media.')
const fitting: Readonly<Record<Expected, (outcome: number | string) => boolean>> = {
  accepted: (outcome) => typeof outcome === 'number',
  refused: isRefused,
  'no audio': (outcome) => outcome === 'media.no-audio',
  either: (outcome) => typeof outcome === 'number' || isRefused(outcome),
}

const rows = existsSync(table)
  ? readFileSync(table, 'utf8')
      .trimEnd()
      .split('\n')
      .slice(1)
      .map((line) => line.split('\t'))
      .map((columns) => ({ file: columns[0] ?? '', note: columns.at(-1) ?? '' }))
  : []

describe('the collection of hostile media', () => {
  it.skipIf(rows.length === 0)('is there (left out: no ../shared/evaldata)', () => {
    expect(rows.length).toBeGreaterThan(70)
  })

  it.each(rows)('$file ($note)', async ({ file, note }) => {
    const outcome = await outcomeOf(path.join(evaldata, file))
    expect(fitting[expectedBy(note)](outcome)).toBe(true)
  })

  it.runIf(rows.length > 0)(
    'its table leaves a choice for few files (left out: no ../shared/evaldata)',
    () => {
      const counts = { accepted: 0, refused: 0, 'no audio': 0, either: 0 }
      for (const { note } of rows) counts[expectedBy(note)]++
      expect(counts.accepted).toBeGreaterThan(35)
      expect(counts.refused).toBeGreaterThan(10)
    },
  )
})

describe('files that are not what their name says', () => {
  const made = async (name: string, text: string | Uint8Array) => {
    const file = path.join(folder, name)
    await mkdir(path.dirname(file), { recursive: true })
    await writeFile(file, text)
    return file
  }

  it('an .mp3 that is a concat script, beside what it names', async () => {
    await copyFile(speech, path.join(folder, 'other.opus'))
    expect(await outcomeOf(await made('list.mp3', "ffconcat version 1.0\nfile 'other.opus'\n"))).toBe(
      'media.unsupported',
    )
  })

  it.each(['playlist.mp3', 'playlist.m3u8'])(
    '%s that is an HLS playlist, beside what it names',
    async (name) => {
      await copyFile(speech, path.join(folder, 'other.ts'))
      const text = '#EXTM3U\n#EXT-X-TARGETDURATION:10\n#EXTINF:8,\nother.ts\n#EXT-X-ENDLIST\n'
      expect(await outcomeOf(await made(name, text))).toMatch(/^media\.(unsupported|unreadable)$/u)
    },
  )

  it('a playlist that reaches for the network', async () => {
    const text = '#EXTM3U\n#EXT-X-TARGETDURATION:10\n#EXTINF:8,\nhttp://127.0.0.1:9/a.ts\n#EXT-X-ENDLIST\n'
    expect(await outcomeOf(await made('far.mp3', text))).toMatch(/^media\.(unsupported|unreadable)$/u)
  })

  it('a DASH manifest, an SDP description, an image, an SVG', async () => {
    const dash = '<?xml version="1.0"?><MPD xmlns="urn:mpeg:dash:schema:mpd:2011" type="static"></MPD>'
    expect(await outcomeOf(await made('a.mpd', dash))).toMatch(/^media\./u)
    const sdp = 'v=0\no=- 0 0 IN IP4 127.0.0.1\ns=x\nc=IN IP4 127.0.0.1\nt=0 0\nm=audio 5004 RTP/AVP 0\n'
    expect(await outcomeOf(await made('a.sdp', sdp))).toMatch(/^media\./u)
    expect(await outcomeOf(await made('a.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>'))).toMatch(
      /^media\./u,
    )
    const pixel =
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
    expect(await outcomeOf(await made('a.png', Buffer.from(pixel, 'base64')))).toMatch(/^media\./u)
  })

  it('text, nothing at all, and what ends at once', async () => {
    expect(await outcomeOf(await made('notes.wav', 'this is a note'))).toBe('media.unreadable')
    expect(await outcomeOf(await made('empty.mp3', ''))).toBe('media.empty-file')
    const whole = await readFile(speech)
    expect(await outcomeOf(await made('stub.opus', whole.subarray(0, 60)))).toMatch(/^media\./u)
  })

  it('a recording that was cut off keeps what is there', async () => {
    const whole = await readFile(speech)
    const outcome = await outcomeOf(await made('cut.opus', whole.subarray(0, Math.round(whole.length / 2))))
    expect(outcome).toBeGreaterThan(2 * 16_000)
    expect(outcome).toBeLessThan(6 * 16_000)
  })

  it('names that ffmpeg could take for something else', async () => {
    const whole = await readFile(speech)
    for (const name of [
      '-i.opus',
      'concat:a|b.opus',
      'http:x.opus',
      'a%03d.opus',
      "it's a [test] é 中.opus",
      '%d.mp3',
    ]) {
      expect(await outcomeOf(await made(name, whole))).toBeGreaterThan(7 * 16_000)
    }
  })

  it('a folder, a pipe, a device, nothing there', async () => {
    expect(await outcomeOf(folder)).toBe('media.not-a-file')
    expect(await outcomeOf(path.join(folder, 'nowhere.mp3'))).toBe('media.not-found')
    expect(await outcomeOf(path.join(speech, 'inside.mp3'))).toBe('media.not-found')
    if (process.platform === 'win32') return
    const pipe = path.join(folder, 'pipe.mp3')
    await promisify(execFile)('mkfifo', [pipe])
    expect(await outcomeOf(pipe)).toBe('media.not-a-file')
    expect(await outcomeOf('/dev/zero')).toBe('media.not-a-file')
  })
})
