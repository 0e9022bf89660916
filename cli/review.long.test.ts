import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, it } from 'vitest'
import type { ReviewData } from '#core/review/review-data'
import { openLibrary } from '#studio/library/open'
import { wrongSound } from '../studio/sound/captioned/testing/wrong-sound.ts'
import { ffmpeg } from './testing/ffmpeg.ts'
import { redactWord } from './testing/redact-word.ts'
import { runInProcess } from './testing/run-in-process.ts'
import { type TestHome, testHome } from './testing/test-home.ts'

const vtt = `WEBVTT

00:00.200 --> 00:00.900
<v Anna>Erstwhile

00:02.000 --> 00:02.600
<v Anna>Secret

00:03.000 --> 00:03.600
<v Ben>Open
`

/** A tone of 5 s in which Anna and Ben speak, in a library; "Secret" is redacted. */
async function opened(): Promise<TestHome> {
  const place = await testHome()
  await ffmpeg(['-f', 'lavfi', '-i', 'sine=duration=5'], path.join(place.folder, 'talk.wav'))
  await writeFile(path.join(place.folder, 'talk.vtt'), vtt)
  expect((await runInProcess(['add', 'talk.vtt'], place)).exitCode).toBe(0)
  const library = await openLibrary(place.home)
  const [recording] = await library.recordings()
  const [facts] = await library.transcriptsOf(recording?.id ?? '')
  await redactWord(library, facts?.id ?? '', 'Secret')
  await library.close()
  return place
}

const review = (place: TestHome, ...words: string[]) =>
  runInProcess(['review', 'talk', '--lang', 'en', ...words], place)

async function pageAt(place: TestHome, name: string) {
  const file = path.join(place.folder, name)
  const html = await readFile(file, 'utf8')
  const json = /<script type="application\/json" id="review">(.*)<\/script>/u.exec(html)?.[1] ?? ''
  const base64 = /<script type="text\/plain" id="sound">([^<]*)<\/script>/u.exec(html)?.[1] ?? ''
  const bytes = Buffer.from(base64, 'base64')
  await writeFile(`${file}.webm`, bytes)
  return { html, bytes, data: JSON.parse(json) as ReviewData, sound: `${file}.webm` }
}

it('parolo review writes one page with text and sound, of which nothing redacted is left', async () => {
  const place = await opened()
  const { exitCode, stderr } = await review(place, '--for', 'Zoé', '--out', 'page.html')
  expect({ exitCode, stderr }).toMatchObject({ exitCode: 0 })
  expect(stderr).toMatch(/About \d+\skB, with 0:05 of sound\./u)
  const { html, bytes, data, sound } = await pageAt(place, 'page.html')
  expect(html).not.toContain('Secret')
  expect(bytes.includes('Secret')).toBe(false)
  expect(html).toMatch(/\[redacted\].*Open/su)
  expect(data.sound?.spans).toEqual([[0, 5_000]])
  expect(await wrongSound(sound, { startMs: 0, endMs: 5_000 }, [{ startMs: 1_880, endMs: 2_720 }])).toEqual(
    [],
  )
  // Not replaced unless that is asked for.
  expect(await review(place, '--out', 'page.html')).toMatchObject({ exitCode: 1 })
})

it('is limited to one speaker’s words and sound, and has none at all if that is asked for', async () => {
  const place = await opened()
  expect(await review(place, '--speaker', 'ben', '--out', 'ben.html')).toMatchObject({ exitCode: 0 })
  const ben = await pageAt(place, 'ben.html')
  expect(ben.html).not.toMatch(/Anna|Erstwhile|\[redacted\]/u)
  expect(ben.data.sound?.spans).toEqual([[2_800, 3_800]])
  expect(await wrongSound(ben.sound, { startMs: 2_800, endMs: 3_800 }, [])).toEqual([])
  const silent = await review(place, '--sound', 'none', '--page-language', 'fr', '--out', 'silent.html')
  expect(silent).toMatchObject({ exitCode: 0 })
  const { html, data } = await pageAt(place, 'silent.html')
  expect(data.sound).toBeNull()
  expect(html).toContain('Cette page est sans le son.')
  const nobody = await review(place, '--speaker', 'Eve')
  expect(nobody).toMatchObject({ exitCode: 1 })
  expect(nobody.stderr).toContain('Anna, Ben')
})
