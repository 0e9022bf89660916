import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { spoken } from '#core/captions/testing/spoken'
import type { DocumentWithExtras } from '#core/formats/format'
import { documentOf } from '#core/formats/testing/sample-document'
import { redactedDocument } from '#core/redaction/redacted-document'
import type { Mark } from '#core/transcript/marks/mark'
import type { TimeSpan } from '#core/transcript/time-span'
import { trimmedDocument } from '#core/trim/trimmed-document'
import { ffmpeg, lavfi, run, useFilms } from '../sound/captioned/testing/films.ts'
import { wrongSound } from '../sound/captioned/testing/wrong-sound.ts'
import { isMadeAsCut, makeCaptionedVideo } from './captioned-video.ts'
import { cutOfPart } from './testing/cut-of-part.ts'
import { withMediaSound } from './recording-sound.ts'

const { fileOf } = useFilms()
const { signal } = new AbortController()
const lengthMs = 6_000
const part = { startMs: 1_500, endMs: 4_500 }
/** White between these times, black elsewhere; a chapter before, within and after them; a tone all the time. */
let film = ''

beforeAll(async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'parolo-outgoing-'))
  const chapters = path.join(folder, 'chapters.txt')
  const times = { Before: [0, 1_000], Within: [1_600, 4_000], After: [4_800, 6_000] }
  const listed = Object.entries(times).map(
    ([title, [from, to]]) => `[CHAPTER]\nTIMEBASE=1/1000\nSTART=${from}\nEND=${to}\ntitle=${title}\n`,
  )
  await writeFile(chapters, `;FFMETADATA1\n${listed.join('')}`)
  film = path.join(folder, 'film.mkv')
  const white = "drawbox=color=white:t=fill:enable='between(t,1.49,4.45)'"
  await ffmpeg(
    lavfi(`color=black:size=160x90:rate=20:duration=${lengthMs / 1_000},${white}`),
    lavfi(`sine=duration=${lengthMs / 1_000}`),
    ['-i', chapters, '-map', '0:v', '-map', '1:a', '-map_chapters', '2'],
    ['-c:v', 'libx264', '-g', '40', '-c:a', 'aac', film],
  )
  return () => rm(folder, { recursive: true, force: true })
})

/** As a library gives it: trimmed, with a redacted word. */
function left(kept: TimeSpan | null, isRedacted: boolean): DocumentWithExtras {
  const paragraphs = spoken([
    ['A', 300, 900, 'Before'],
    ['A', 2_000, 2_400, 'Two'],
    ['A', 2_600, 3_000, 'secret'],
    ['A', 3_200, 4_000, 'words.'],
    ['A', 5_000, 5_800, 'After'],
  ])
  const secret = { fromWordId: 'p2.0', toWordId: 'p2.0' }
  const marks: Mark[] = isRedacted ? [{ id: 'm', kind: 'redaction', ...secret, value: null }] : []
  const whole = documentOf(paragraphs, marks)
  const document = { ...whole, recording: { ...whole.recording, durationMs: lengthMs } }
  return redactedDocument(kept === null ? document : trimmedDocument(document, kept))
}

/** Mean brightness of each picture. */
async function brightness(file: string): Promise<number[]> {
  const words = [
    '-v',
    'error',
    '-i',
    file,
    '-map',
    '0:v:0',
    '-vf',
    'scale=1:1:flags=area',
    '-pix_fmt',
    'gray',
  ]
  const { stdout } = await run('ffmpeg', [...words, '-f', 'rawvideo', '-'], { encoding: 'buffer' })
  return [...stdout]
}

async function chaptersOf(file: string): Promise<(string | undefined)[]> {
  const { stdout } = await run('ffprobe', ['-v', 'error', '-show_chapters', '-of', 'json', file])
  const { chapters } = JSON.parse(stdout) as { chapters: { tags?: { title?: string } }[] }
  return chapters.map(({ tags }) => tags?.title)
}

async function captionsOf(file: string): Promise<string> {
  return (await run('ffmpeg', ['-v', 'error', '-i', file, '-map', '0:s:0', '-f', 'srt', '-'])).stdout
}

const ways = [
  ['trimmed', part, false, 0],
  ['trimmed at its end alone', { startMs: 0, endMs: 4_500 }, false, 0],
  ['redacted', null, true, 0],
  ['trimmed and redacted', part, true, 0],
  ['trimmed and redacted, with captions that are later', part, true, 700],
  ['trimmed, with captions that are earlier', part, false, -900],
] as const

describe.each(['mp4', 'mkv', 'burn'] as const)('a film (%s)', (id) => {
  // Where captions are is the same in each.
  it.each(ways.filter(([, , , offsetMs]) => id === 'mp4' || offsetMs === 0))(
    'that is %s has nothing of what was left out',
    async (_, kept, isRedacted, offsetMs) => {
      const output = fileOf(`out.${id === 'mkv' ? 'mkv' : 'mp4'}`)
      const document = left(kept, isRedacted)
      const cut = isMadeAsCut(document.part, id)
        ? { cut: await cutOfPart(film, document, fileOf('films')) }
        : {}
      const files = { media: film, output }
      await makeCaptionedVideo(document, id, files, { output: { offsetMs } }, { signal, ...cut })
      const silences = isRedacted ? [{ startMs: 2_600, endMs: 3_000 }] : []
      expect(document.silences ?? []).toHaveLength(silences.length)
      const audible = kept ?? { startMs: 0, endMs: lengthMs }
      expect(await wrongSound(output, audible, document.silences ?? [])).toEqual([])
      if (kept === part) expect(Math.min(...(await brightness(output)))).toBeGreaterThan(120)
      const chapters = await chaptersOf(output)
      if (isRedacted || kept !== null) expect(chapters).not.toContain('After')
      if (kept === part) expect(chapters).not.toContain('Before')
      // A film of its own has chapters of the document.
      if (!isRedacted && !isMadeAsCut(document.part, id)) expect(chapters).toContain('Within')
      if (id === 'burn') return
      const captions = await captionsOf(output)
      if (isRedacted) expect(captions).not.toContain('secret')
      if (kept !== null) expect(captions).not.toContain('After')
      const first = (kept === part ? 500 : 300) + offsetMs
      const shown = /^\d+\r?\n00:00:(\d\d),(\d{3})/u.exec(captions)
      // AAC in Matroska begins a frame early: all of the film is 23 ms later.
      const shownMs = Number(shown?.[1]) * 1_000 + Number(shown?.[2])
      expect(Math.abs(shownMs - Math.max(0, first))).toBeLessThan(30)
    },
  )
})

it('the sound of a page that is trimmed and redacted', async () => {
  const { silences = [] } = left(part, true)
  await withMediaSound(film, { signal, silences, part }, async (soundOf) => {
    const sound = await soundOf()
    if ('lost' in sound || sound.path === null) throw new Error('no sound')
    expect(await wrongSound(sound.path, part, silences)).toEqual([])
  })
})
