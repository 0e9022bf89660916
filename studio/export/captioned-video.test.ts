import { expect, it } from 'vitest'
import { readSrt } from '#core/formats/srt-reader'
import type { Mark } from '#core/transcript/marks/mark'
import { probed, useFilms } from '../sound/captioned/testing/films.ts'
import { makeCaptionedVideo } from './captioned-video.ts'

const { madeFile, fileOf } = useFilms()

it('has the captions of the second language, and says that they are in it', async () => {
  const { document } = readSrt('1\n00:00:01,000 --> 00:00:02,000\nHello there.\n')
  const [paragraph] = document.transcript.paragraphs
  const [first] = paragraph?.words ?? []
  const last = paragraph?.words.at(-1)
  const mark: Mark = {
    id: 'm',
    kind: 'translation',
    fromWordId: first?.id ?? '',
    toWordId: last?.id ?? '',
    value: { language: 'fr', text: 'Bonjour.' },
  }
  const transcript = { ...document.transcript, language: 'en', marks: [...document.transcript.marks, mark] }
  const output = fileOf('film.mp4')
  const { losses } = await makeCaptionedVideo(
    { ...document, transcript },
    'mp4',
    { media: madeFile('film.mp4'), output },
    { translation: 'fr' },
    { signal: new AbortController().signal, onProgress: () => undefined },
  )
  expect(losses).toEqual([])
  const { streams } = await probed(output)
  expect(streams.find(({ codec_name }) => codec_name === 'mov_text')?.tags?.language).toBe('fra')
})
