import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { makeCues, type Cue } from '../captions/cues.ts'
import { rulesOf } from '../captions/presets/transcript-rules.ts'
import { setTranslation } from '../captions/translations/set-translation.ts'
import { translatedCues } from '../captions/translations/translated-cues.ts'
import { CueSession } from '../captions/edits/testing/cue-session.ts'
import { randomParagraphs } from '../captions/testing/random-transcript.ts'
import { paragraph, saidWords } from '../edits/testing/samples.ts'
import { lint } from '../transcript/lint.ts'
import type { CaptionNames } from '../transcript/caption-settings.ts'
import { formats } from './formats.ts'
import { readJson } from './json/json-reader.ts'
import { json } from './json/json.ts'
import { english } from './testing/sample-document.ts'
import { srt } from './small-captions/srt.ts'
import { translatedDocument } from './translated-document.ts'
import { txt } from './documents/txt.ts'
import { vtt } from './vtt/vtt.ts'

const durationMs = 600_000
const recording = { title: 'Home', fileName: 'home.wav', durationMs, sha256: '' }

/** Anna, Ben and Anna again; the second of the three captions is not translated. */
function translated(): CueSession {
  const session = new CueSession([
    paragraph('p1', 's1', saidWords('a', 'It was late when we came home.', 0)),
    paragraph('p2', 's2', saidWords('b', 'Nobody was there.', 10_000)),
    paragraph('p3', 's1', saidWords('c', 'That is what I thought.', 20_000)),
  ])
  session.apply(setTranslation(session.context, 'fr', session.cue(0), 'Il était tard.\nNous <rentrions>.'))
  session.apply(setTranslation(session.context, 'fr', session.cue(2), 'C’est ce que je pensais.'))
  return session
}

const written = (
  session: CueSession,
  format: typeof srt | typeof vtt | typeof txt,
  names: CaptionNames = 'never',
) => {
  const made = translatedDocument({ recording, transcript: session.transcript }, 'fr', format, {
    ...english,
    captionNames: names,
  })
  const text = format.write?.(made.document, { ...english, captionNames: names, cues: made.cues }).text
  return { ...made, text }
}

describe('a translation as a document', () => {
  test('has the times of the original and the text of the translation', () => {
    const { text, losses } = written(translated(), srt)
    const [first, , third] = translated().cues
    expect(text).toContain('1\n00:00:00,000 --> ')
    expect(text).toContain('Il était tard.\nNous ‹rentrions>.')
    expect(text?.split('\n\n')).toHaveLength(2)
    expect([first?.startMs, third?.startMs]).toEqual([0, 20_000])
    expect(losses).toEqual([{ code: 'untranslated', count: 1 }])
  })

  test('names the speakers as the original does', () => {
    expect(written(translated(), srt, 'change').text).toContain('Anna\u00A0: Il était tard.')
    expect(written(translated(), vtt).text).toContain('<v Anna>C’est ce que je pensais.</v>')
  })

  test('is text in its own language for reading', () => {
    const { document, text } = written(translated(), txt)
    expect(document.transcript.language).toBe('fr')
    expect(text).toBe(
      'Anna (0:00:00)\nIl était tard. Nous <rentrions>.\n\n(0:00:20)\nC’est ce que je pensais.\n',
    )
  })

  test('is told as left out where the original is exported, and kept by .parolo.json', () => {
    const { transcript } = translated()
    const document = { recording, transcript: { ...transcript, id: '', recordingId: '' } }
    for (const format of Object.values(formats)) {
      const losses = format.write?.(document, english).losses ?? format.writeBytes?.(document, english).losses
      if (losses === undefined) continue
      const reported = losses.filter(({ code }) => code === 'translations' || code === 'marks')
      const expected = format.id === 'json' ? [] : [{ code: 'translations', count: 1 }]
      expect({ format: format.id, reported }).toEqual({ format: format.id, reported: expected })
    }
    const text = json.write?.(document, english).text ?? ''
    expect(readJson(text).document).toEqual(document)
  })
})

test('whatever is translated, the document is whole and its captions are those that are shown', () => {
  const texts = fc.array(
    fc.oneof(fc.constant(''), fc.string({ maxLength: 60 }), fc.lorem({ maxCount: 12 })),
    {
      maxLength: 12,
    },
  )
  fc.assert(
    fc.property(
      randomParagraphs.filter((paragraphs) => paragraphs.length > 0),
      texts,
      fc.constantFrom<CaptionNames>('never', 'change', 'always'),
      (paragraphs, typed, names) => {
        const session = new CueSession(paragraphs, [], durationMs)
        for (const [index, text] of typed.entries()) {
          const cue = session.cues[index]
          if (cue !== undefined) session.apply(setTranslation(session.context, 'fr', cue, text))
        }
        const { transcript } = session
        const { document, cues } = translatedDocument({ recording, transcript }, 'fr', srt, {
          ...english,
          captionNames: names,
        })
        const original = makeCues(transcript, rulesOf(transcript), { durationMs, language: 'en', names })
        const { shown } = translatedCues(transcript, original, 'fr')
        const seen = ({ startMs, endMs, lines }: Cue) => ({ startMs, endMs, lines })
        expect(cues.map(seen)).toEqual(shown.map(({ cue }) => seen(cue)))
        const known = new Set(lint(transcript).map(({ rule }) => rule))
        for (const { rule } of lint(document.transcript)) expect(known).toContain(rule)
        // Opened again, it has the same captions, apart from names.
        if (names !== 'never') return
        const again = makeCues(document.transcript, rulesOf(document.transcript), {
          durationMs,
          language: 'fr',
        })
        expect(again.map(textOf).sort()).toEqual(cues.map(textOf).sort())
      },
    ),
    { numRuns: 100 },
  )
})

const textOf = ({ startMs, endMs, lines }: Cue): string =>
  `${startMs}–${endMs} ${lines.map(({ text }) => text.replace(/^[-‐–—]\s*/u, '')).join(' / ')}`
