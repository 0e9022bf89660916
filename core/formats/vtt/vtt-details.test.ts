import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { randomParagraphs } from '../../captions/testing/random-transcript.ts'
import { documentCues } from '../document-cues.ts'
import type { DocumentWithExtras } from '../format.ts'
import type { CueDetail } from '../output-options.ts'
import { documentOf, english, sampleDocument } from '../testing/sample-document.ts'
import { readVtt } from './vtt-reader.ts'
import { vtt } from './vtt.ts'
import { wordsById, wordStamps } from '../reading/word-stamps.ts'

const usual: Record<CueDetail, boolean> = {
  wordTimes: false,
  modelNote: false,
  places: true,
  speakerColors: false,
  captionBox: false,
}
const write = (document: DocumentWithExtras, details: Partial<typeof usual>) =>
  vtt.write?.(document, { ...english, details: { ...usual, ...details } }) ?? expect.unreachable()

describe('times of words in WebVTT', () => {
  it('come back as they were, for any transcript', () => {
    fc.assert(
      fc.property(randomParagraphs, (paragraphs) => {
        const document = documentOf(paragraphs)
        const words = wordsById(document.transcript)
        const { text, losses } = write(document, { wordTimes: true })
        expect(losses.map(({ code }) => code)).not.toContain('word-times')
        const back = readVtt(text)
        // Only for words attached to the one before, which are part of that word when read back.
        for (const { code } of back.corrections) expect(code).toBe('word-times-dropped')
        const starts = new Set(
          back.document.transcript.paragraphs.flatMap((each) => each.words.map(({ startMs }) => startMs)),
        )
        for (const cue of documentCues(document, english, 'never')) {
          let latest = cue.startMs
          for (const { startMs, line, at } of wordStamps(cue, words)) {
            expect(startMs).toBeGreaterThan(latest)
            expect(startMs).toBeLessThan(cue.endMs)
            expect(at).toBeLessThan(cue.lines[line]?.text.length ?? 0)
            // A word attached to the one before has its time inside that word.
            if (/^(?:\s|)$/u.test(cue.lines[line]?.text.charAt(at - 1) ?? ''))
              expect(starts).toContain(startMs)
            latest = startMs
          }
        }
        // Without the times the file is the default one.
        expect(text.replaceAll(/<\d\d:\d\d:\d\d\.\d{3}>/gu, '')).toBe(write(document, {}).text)
      }),
      { numRuns: 60 },
    )
  })

  it('are those of nearly every word of a conversation', () => {
    const document = sampleDocument('resources/samples/conversation-en.json')
    const { text } = write(document, { wordTimes: true })
    const given = readVtt(text).document.transcript.paragraphs.flatMap(({ words }) => words)
    const own = document.transcript.paragraphs.flatMap(({ words }) => words)
    expect(given.map((word) => word.text)).toEqual(own.map((word) => word.text))
    const same = given.filter(({ startMs }, index) => startMs === own[index]?.startMs)
    // The caption starts with its first word.
    expect(same.length / own.length).toBeGreaterThan(0.85)
  })

  it('of other programs are read: in italics, without hours, within a word or of several', () => {
    const payload = '<v Ada>It <00:01.500><i>was <00:02.000>the</i> sea</v>'
    const { document, corrections } = readVtt(`WEBVTT\n\n00:01.000 --> 00:03.000\n${payload}\n`)
    expect(corrections).toEqual([])
    const [paragraph] = document.transcript.paragraphs
    expect(paragraph?.words.map(({ text, startMs, endMs }) => [text, startMs, endMs])).toEqual([
      ['It', 1_000, 1_500],
      ['was', 1_500, 2_000],
      ['the', 2_000, 2_500],
      ['sea', 2_500, 3_000],
    ])
    const karaoke = readVtt(
      'WEBVTT\n\n00:01.000 --> 00:03.000\nka<00:01.500>ra<00:02.000>oke bar <00:02.800>is\n',
    )
    expect(karaoke.document.transcript.paragraphs[0]?.words).toMatchObject([
      { text: 'karaoke', startMs: 1_000 },
      { text: 'bar', endMs: 2_800 },
      { text: 'is', startMs: 2_800, endMs: 3_000 },
    ])
    expect(karaoke.corrections).toEqual([
      { code: 'word-times-dropped', line: 3, detail: '<00:01.500> <00:02.000>' },
    ])
  })
})

describe('on request WebVTT', () => {
  const document = sampleDocument('resources/samples/conversation-en.json')

  it('names the program and its models in a note', () => {
    const run = {
      program: 'parolo',
      version: '0.1.0',
      models: [{ role: 'recogniser', id: 'whisper --> x', sha256: 'ab' }],
      settings: {},
    } as const
    const { text } = write({ ...document, transcript: { ...document.transcript, run } }, { modelNote: true })
    expect(text).toMatch(/^WEBVTT\n\nNOTE\nparolo 0\.1\.0\nrecognizer: whisper -> x \(SHA-256 ab\)\n\n1\n/u)
    expect(readVtt(text).document).toEqual(readVtt(write(document, {}).text).document)
  })

  it('gives each speaker a color', () => {
    const [first, ...others] = document.transcript.speakers
    const speakers = [{ ...first!, name: 'A "b" --> c' }, ...others]
    const { text } = write(
      { ...document, transcript: { ...document.transcript, speakers } },
      { speakerColors: true },
    )
    expect(text).toContain(
      'WEBVTT\n\nSTYLE\n::cue(v[voice="A \\22 b\\22  --\\3e  c"]) { color: #FFFFFF; }\n::cue(v[voice="',
    )
    expect(readVtt(text).corrections).toEqual([])
  })

  it('leaves out places', () => {
    const placed = readVtt('WEBVTT\n\n00:01.000 --> 00:02.000 line:0\nUp here\n').document
    expect(write(placed, {}).text).toContain('00:00:02.000 line:0\n')
    expect(write(placed, { places: false }).text).toContain('00:00:02.000\n')
  })
})
