import { describe, expect, it } from 'vitest'
import type { DocumentWithExtras } from '#core/formats/format'
import { documentOf } from '#core/formats/testing/sample-document'
import { paragraph, speaker } from '../library/testing/fixtures.ts'
import { withOthersAnswered } from '../processes/testing/others-answered.ts'
import { makeExportAside } from './export-aside.ts'
import { makeExport } from './make-export.ts'

/** A document with this many words, ten in each paragraph. */
function documentOfWords(words: number): DocumentWithExtras {
  const paragraphs = Array.from({ length: words / 10 }, (_, at) =>
    paragraph(`p${at}`, 'Nobody minds that the meeting begins a little late today.', at * 6_000, {
      speakerId: 's1',
    }),
  )
  const document = documentOf(paragraphs)
  return { ...document, transcript: { ...document.transcript, speakers: [speaker('s1', 'Ada')] } }
}

const long = documentOfWords(20_100)

describe('a long document', () => {
  it('is written to the same bytes, and others are answered meanwhile', async () => {
    const options = { name: 'talk', captionNames: 'change', output: { offsetMs: 500 } } as const
    for (const format of ['vtt', 'stl', 'pdf'] as const) {
      const here = await makeExport(long, format, options)
      const { bytes, ...aside } = await withOthersAnswered(makeExportAside(long, format, options))
      expect(aside).toEqual({ ...here, bytes: undefined })
      expect({ format, isSame: Buffer.compare(bytes, here.bytes) === 0 }).toEqual({ format, isSame: true })
    }
  })

  it('has the sheet that is asked for here, where a thread has no library', async () => {
    let asked = 0
    const sheet = () => {
      asked += 1
      return Promise.reject(new Error('asked here'))
    }
    await expect(makeExportAside(long, 'vtt', { sheet, output: { sheet: true } })).rejects.toThrow(
      'asked here',
    )
    await makeExportAside(long, 'vtt', { sheet })
    expect(asked).toBe(1)
  })

  it('tells the faults of writing, and gives up when that is asked for', async () => {
    await expect(makeExportAside(long, 'srt', { translation: 'fr' })).rejects.toMatchObject({
      code: 'translation.unknown',
      values: { language: 'fr' },
    })
    const controller = new AbortController()
    const making = makeExportAside(long, 'srt', {}, { signal: controller.signal })
    setImmediate(() => controller.abort())
    await expect(making).rejects.toMatchObject({ code: 'job.cancelled' })
  })

  it('costs its export alone where that takes too long or too much memory', async () => {
    const fault = { code: 'export.not-made', values: { file: 'talk.srt' } }
    const options = { name: 'talk' }
    await expect(makeExportAside(long, 'srt', options, { mostSeconds: 0.01 })).rejects.toMatchObject(fault)
    await expect(makeExportAside(long, 'srt', options, { mostMegabytes: 12 })).rejects.toMatchObject(fault)
  })
})
