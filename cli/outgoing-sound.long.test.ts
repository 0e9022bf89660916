import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, it } from 'vitest'
import { openLibrary } from '#studio/library/open'
import { wrongSound } from '../studio/sound/captioned/testing/wrong-sound.ts'
import { ffmpeg } from './testing/ffmpeg.ts'
import { redactWord } from './testing/redact-word.ts'
import { runInProcess } from './testing/run-in-process.ts'
import { type TestHome, testHome } from './testing/test-home.ts'

const lengthMs = 5_000
const part = { startMs: 1_000, endMs: 4_000 }
/** A caption of one word, so that its time is known. */
const srt = `1
00:00:00,200 --> 00:00:00,900
Before

2
00:00:02,000 --> 00:00:02,600
Secret

3
00:00:03,000 --> 00:00:03,600
open

4
00:00:04,200 --> 00:00:04,800
After
`
const silences = [{ startMs: 1_880, endMs: 2_720 }]

/** A film with a tone, in a library; the word "Secret" is redacted. */
async function opened(isTrimmed: boolean): Promise<TestHome> {
  const place = await testHome()
  const picture = ['-f', 'lavfi', '-i', `color=gray:size=160x90:rate=10:duration=${lengthMs / 1_000}`]
  const tone = ['-f', 'lavfi', '-i', `sine=duration=${lengthMs / 1_000}`]
  await ffmpeg(picture, tone, '-c:v', 'libx264', '-c:a', 'aac', path.join(place.folder, 'talk.mp4'))
  await writeFile(path.join(place.folder, 'talk.srt'), srt)
  expect((await runInProcess(['add', 'talk.srt'], place)).exitCode).toBe(0)
  const library = await openLibrary(place.home)
  const [recording] = await library.recordings()
  const recordingId = recording?.id ?? ''
  if (isTrimmed) await library.setTrim(recordingId, part)
  const [facts] = await library.transcriptsOf(recordingId)
  await redactWord(library, facts?.id ?? '', 'Secret')
  await library.close()
  return place
}

/** The sound in a page, as a file. */
async function soundOfPage(page: string): Promise<string> {
  const html = await readFile(page, 'utf8')
  expect(html).not.toMatch(/Secret|After/u)
  const base64 = /src="data:audio\/webm;base64,([^"]+)"/u.exec(html)?.[1] ?? ''
  await writeFile(`${page}.webm`, Buffer.from(base64, 'base64'))
  return `${page}.webm`
}

it('parolo export: films, sound and pages are the kept part, silent where words are redacted, whatever the delay', async () => {
  const place = await opened(true)
  const words = ['--format', 'html,mp4,burn,flac', '--offset', '0.5', '--out', 'out']
  const result = await runInProcess(['export', 'talk', ...words], place)
  expect(result).toMatchObject({ exitCode: 0 })
  const out = (name: string): string => path.join(place.folder, 'out', name)
  expect(await wrongSound(await soundOfPage(out('talk.html')), part, silences)).toEqual([])
  for (const file of ['talk.captions.mp4', 'talk.burned.mp4', 'talk.flac'])
    expect(await wrongSound(out(file), part, silences)).toEqual([])
})

it('parolo convert: a text of ours with placeholders silences the recording beside it, and says so', async () => {
  const place = await opened(false)
  const all = { startMs: 0, endMs: lengthMs }
  expect((await runInProcess(['export', 'talk', '--format', 'json,vtt', '--out', '.'], place)).exitCode).toBe(
    0,
  )
  for (const text of ['talk.parolo.json', 'talk.vtt']) {
    const words = ['--format', 'html,mp4', '--media', 'talk.mp4', '--out', text.slice(5)]
    const result = await runInProcess(['convert', text, ...words], place)
    expect(result).toMatchObject({ exitCode: 0 })
    expect(result.stderr).toContain('1 place is redacted in the text: the sound is silent there.')
    const out = (name: string): string => path.join(place.folder, text.slice(5), name)
    const html = await readFile(out('talk.html'), 'utf8')
    const base64 = /src="data:audio\/webm;base64,([^"]+)"/u.exec(html)?.[1] ?? ''
    await writeFile(out('page.webm'), Buffer.from(base64, 'base64'))
    for (const file of ['page.webm', 'talk.captions.mp4'])
      expect(await wrongSound(out(file), all, silences)).toEqual([])
  }
})
