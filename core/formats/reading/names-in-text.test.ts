import { describe, expect, test } from 'vitest'
import { makeCues } from '../../captions/cues.ts'
import { presetFor } from '../../captions/presets/netflix.ts'
import { documentCues } from '../document-cues.ts'
import type { DocumentWithExtras } from '../format.ts'
import { srt } from '../small-captions/srt.ts'
import { readSrt } from '../small-captions/srt-reader.ts'
import { english, sampleDocument } from '../testing/sample-document.ts'

const srtOf = (...texts: readonly string[]): string =>
  texts.map((text, at) => `${at + 1}\n00:00:0${at},000 --> 00:00:0${at},900\n${text}\n`).join('\n')

const voicesOf = ({ transcript }: DocumentWithExtras): (string | null)[] => {
  const names = new Map(transcript.speakers.map(({ id, name }) => [id, name]))
  return transcript.paragraphs.map(({ speakerId }) => names.get(speakerId ?? '') ?? null)
}

const textsOf = ({ transcript, recording }: DocumentWithExtras): string[] =>
  makeCues(transcript, presetFor('en'), { durationMs: recording.durationMs, language: 'en' }).map(
    ({ lines }) => lines.map(({ text }) => text).join('\n'),
  )

describe('names in the text of captions', () => {
  test('that recur are the speakers; captions show the same text', () => {
    const texts = [
      'Nora Field: Hello,',
      'and welcome.',
      'Thanks.',
      'SAM: Yes',
      'SAM: Indeed.',
      'Nora Field: So:\nwell.',
    ]
    const { document, corrections } = readSrt(srtOf(...texts))
    expect(voicesOf(document)).toEqual(['Nora Field', 'Nora Field', null, 'SAM', 'SAM', 'Nora Field'])
    expect(textsOf(document)).toEqual(texts)
    const words = document.transcript.paragraphs.flatMap((paragraph) => paragraph.words)
    expect(words.map(({ text }) => text)).not.toContain('Field:')
    expect(corrections).toEqual([{ code: 'names-in-text', line: null, detail: 'Nora Field, SAM' }])
  })

  test.each([
    ['once', ['Nora: Hello.', 'Yes.']],
    ['a word that is no name', ['Note: This.', 'Note: That.']],
    ['a word that begins a sentence', ['Well: I think so.', 'Late.', 'Well: let us go.']],
    ['a French word that begins a sentence', ['Bon : on y va.', 'Oui.', 'Bon : ça suffit.']],
    ['capitals of such a word', ['LOOK: a bird.', 'LOOK: a plane.']],
    ['a numbered part', ['Step 1: open', 'the box.', 'Step 1: again.']],
    ['a French numbered part', ['Étape 2 : ouvrir.', 'Étape 2 : encore.']],
    ['an hour', ['At 10: we left.', 'At 10: we came.']],
    ['small letters', ['one thing: this', 'one thing: that']],
    ['a time', ['At 10:30 we left', 'At 10:30 we left']],
    ['nothing behind it', ['Nora:', 'Nora:']],
  ])('are none: %s', (_, texts) => {
    const { document, corrections } = readSrt(srtOf(...texts))
    expect(document.transcript.speakers).toEqual([])
    expect(corrections).toEqual([])
    expect(textsOf(document)).toEqual(texts)
  })

  test.each(['Speaker 1', 'Locuteur 2', 'NARRATOR', 'Voix 1', 'Dr. Who', 'Rose'])('are names: %s', (name) => {
    const { document } = readSrt(srtOf(`${name}: Hello.`, `${name}: Yes.`))
    expect(voicesOf(document)).toEqual([name, name])
  })

  test('our own SRT has its speakers again', () => {
    const sample = sampleDocument('resources/samples/conversation-en.json')
    const speakers = sample.transcript.speakers.map((speaker, index) => ({
      ...speaker,
      name: ['Nora Field', 'Sam'][index] ?? null,
    }))
    const document = { ...sample, transcript: { ...sample.transcript, speakers } }
    const options = { ...english, captionNames: 'always' as const }
    const { document: again } = readSrt(srt.write!(document, options).text)
    const names = new Map(speakers.map(({ id, name }) => [id, name]))
    const shown = documentCues(document, options)
    expect(voicesOf(again)).toEqual(shown.map(({ lines }) => names.get(lines[0]?.speakerId ?? '')))
    expect(textsOf(again)).toEqual(shown.map(({ lines }) => lines.map(({ text }) => text).join('\n')))
  })
})
