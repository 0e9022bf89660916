import { describe, expect, it } from 'vitest'
import type { DocumentWithExtras } from '#core/formats/format'
import { formatList } from '#core/formats/formats'
import { shiftedDocument } from '#core/formats/shifted-document'
import { sampleDocument } from '#core/formats/testing/sample-document'
import { redactedDocument } from '#core/redaction/redacted-document'
import type { TimeSpan } from '#core/transcript/time-span'
import { makeExport } from './make-export.ts'

const document = sampleDocument('resources/samples/conversation-en.json')
const textOf = async (...[format, output]: [Parameters<typeof makeExport>[1], object]): Promise<string> =>
  (await makeExport(document, format, { output })).text ?? ''

describe('options of exported files', () => {
  it('move all times', async () => {
    expect(await textOf('srt', {})).toMatch(/^1\n00:00:00,500 /u)
    expect(await textOf('srt', { offsetMs: 61_500 })).toMatch(/^1\n00:01:02,000 /u)
    expect(await textOf('json', { offsetMs: 61_500 })).toBe(await textOf('json', {}))
  })

  it('count frames at a rate, with or without dropped numbers', async () => {
    expect(await textOf('edl', { frameRate: 29.97, offsetMs: 59_560 })).toMatch(
      /\nFCM: DROP FRAME\n[^]* 00:01:00;02 /u,
    )
    const kept = await textOf('edl', { frameRate: 29.97, dropFrame: false, offsetMs: 59_560 })
    expect(kept).toMatch(/\nFCM: NON-DROP FRAME\n[^]* 00:01:00:00 /u)
    expect(await textOf('fcpxml', { frameRate: 29.97, dropFrame: false })).toContain('tcFormat="NDF"')
  })

  it('are bytes of the encoding, whose losses are reported; a format that has one encoding keeps it', async () => {
    const output = { encoding: 'windows-1252', lineEnds: 'crlf' } as const
    const { recording, transcript } = document
    const [first, ...others] = transcript.paragraphs
    const words = first!.words.map((word, index) => (index === 0 ? { ...word, text: 'Łódź' } : word))
    const changed = {
      recording,
      transcript: { ...transcript, paragraphs: [{ ...first!, words }, ...others] },
    }
    const srt = await makeExport(changed, 'srt', { output })
    expect(Buffer.from(srt.bytes).toString('latin1')).toMatch(/^1\r\n00:00:00,500 --> [\d:,]+\r\n\?\xF3d\?/u)
    expect(srt.losses).toContainEqual({ code: 'characters', count: 2 })
    const vtt = await makeExport(changed, 'vtt', { output })
    expect(Buffer.from(vtt.bytes).toString('utf8')).toMatch(/^WEBVTT\r\n\r\n1\r\n[^]*Łódź/u)
  })
})

it('says what is redacted as a whole in the file of a language, and in no file of another', async () => {
  const { recording, transcript } = document
  const words = transcript.paragraphs[0]!.words
  const [first, last] = [words[0]!.id, words.at(-1)!.id]
  const value = { language: 'fr', text: 'Sans rapport avec ces mots.' }
  const marks = [
    { id: 'r', kind: 'redaction', fromWordId: first, toWordId: first, value: null },
    { id: 't', kind: 'translation', fromWordId: first, toWordId: last, value },
  ] as const
  const redacted = redactedDocument({ recording, transcript: { ...transcript, marks } })
  const countIn = async (format: 'srt' | 'json', translation?: string): Promise<number> => {
    const { losses } = await makeExport(redacted, format, translation === undefined ? {} : { translation })
    return losses.find(({ code }) => code === 'unplaced-redactions')?.count ?? 0
  }
  expect([await countIn('srt', 'fr'), await countIn('json'), await countIn('srt')]).toEqual([1, 1, 0])
})

describe('names that captions are to show and that nobody has', () => {
  const { recording, transcript } = document
  const [first] = transcript.speakers
  const named = (name: (id: string) => string | null) => ({
    recording,
    transcript: {
      ...transcript,
      speakers: transcript.speakers.map((speaker) => ({ ...speaker, name: name(speaker.id) })),
    },
  })
  const unknown = {
    recording,
    transcript: {
      ...transcript,
      paragraphs: transcript.paragraphs.map((paragraph) => ({ ...paragraph, speakerId: null })),
    },
  }
  const all = transcript.speakers.length
  const lossesOf = async (given: typeof document, names: 'never' | 'change' | 'always') => {
    const showing = formatList.filter(({ choices }) => choices.captions === 'with-names')
    expect(showing.length).toBeGreaterThan(7)
    const found = await Promise.all(
      showing.map(async ({ id }) => {
        const { losses } = await makeExport(given, id, { captionNames: names })
        return losses.filter(({ code }) => code === 'unnamed-speakers' || code === 'unknown-speakers')
      }),
    )
    expect(new Set(found.map((each) => JSON.stringify(each))).size).toBe(1)
    return found[0]
  }

  it('are reported by every format that shows names, once they are asked for', async () => {
    expect(
      await lossesOf(
        named(() => null),
        'change',
      ),
    ).toEqual([{ code: 'unnamed-speakers', count: all }])
    expect(
      await lossesOf(
        named(() => ' '),
        'always',
      ),
    ).toEqual([{ code: 'unnamed-speakers', count: all }])
    expect(
      await lossesOf(
        named((id) => (id === first?.id ? 'Nora' : null)),
        'always',
      ),
    ).toEqual([{ code: 'unnamed-speakers', count: all - 1 }])
    expect(await lossesOf(unknown, 'change')).toEqual([{ code: 'unknown-speakers', count: 1 }])
    expect(
      await lossesOf(
        named(() => null),
        'never',
      ),
    ).toEqual([])
    expect(await lossesOf(document, 'always')).toEqual([])
  })

  it('are reported for a translation, and asked for by the rules of the transcript', async () => {
    const { marks, paragraphs } = transcript
    const words = paragraphs[0]!.words
    const value = { language: 'fr', text: 'Bonjour.' }
    const [fromWordId, toWordId] = [words[0]!.id, words.at(-1)!.id]
    const translated = {
      recording,
      transcript: {
        ...named(() => null).transcript,
        captionRules: { preset: 'netflix', names: 'always' as const, changes: {} },
        marks: [...marks, { id: 't1', kind: 'translation' as const, fromWordId, toWordId, value }],
      },
    }
    const { losses } = await makeExport(translated, 'srt', { translation: 'fr' })
    expect(losses).toContainEqual({ code: 'unnamed-speakers', count: all })
  })
})

describe('the sound around items of minutes', () => {
  const moments = [{ id: 'd', kind: 'decision', atMs: 20_000, value: 'We go.' }]
  const meeting = { ...document, recording: { ...document.recording, moments } }
  const askedOf = async (given: DocumentWithExtras, output: object): Promise<(readonly TimeSpan[])[]> => {
    const asked: (readonly TimeSpan[])[] = []
    const soundAround = (spans: readonly TimeSpan[]) => {
      asked.push(spans)
      return Promise.resolve(null)
    }
    const { text } = await makeExport(given, 'minutes-html', { output, soundAround })
    expect(text).not.toContain('<audio')
    return asked
  }

  it('is asked for only where it was chosen, on the clock of the recording', async () => {
    expect(await askedOf(meeting, {})).toEqual([])
    const [spans] = await askedOf(meeting, { soundAround: true })
    expect(spans).toHaveLength(1)
    expect(await askedOf(shiftedDocument(meeting, 3_000), { soundAround: true })).toEqual([spans])
    const none = { ...meeting, recording: document.recording }
    expect(await askedOf(none, { soundAround: true })).toEqual([])
  })
})
