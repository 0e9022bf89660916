import { describe, expect, test } from 'vitest'
import { makeCues } from './cues.ts'
import { presetFor } from './presets/netflix.ts'
import { sampleTranscript } from './testing/sample-transcript.ts'
import { cuesOf, shown } from './testing/shown-cues.ts'
import { spoken, type ScriptedTurn } from './testing/spoken.ts'

describe.each([
  'resources/samples/conversation-en.json',
  'resources/samples/conversation-fr.json',
  'fixtures/speech/meeting-en.json',
])('%s', (path) => {
  const transcript = sampleTranscript(path)
  const { language, durationMs } = transcript
  const cues = makeCues(transcript, presetFor(language), { durationMs, language })

  test('reads as it should', async () => {
    const text = cues.map(
      (cue) => `${cue.startMs}–${cue.endMs}\n${shown([cue]).join('').replaceAll(' / ', '\n')}\n`,
    )
    await expect(text.join('\n')).toMatchFileSnapshot(
      `testing/${path.split('/').at(-1)?.replace('.json', '.golden')}`,
    )
  })

  test('no cue flickers, is read too fast, or starts off its first word', () => {
    const starts = new Map(
      transcript.paragraphs.flatMap(({ words }) => words.map((word) => [word.id, word.startMs])),
    )
    for (const cue of cues) {
      const characters = cue.lines.reduce((sum, line) => sum + line.text.length, 0)
      const seconds = (cue.endMs - cue.startMs) / 1_000
      expect(seconds).toBeGreaterThan(0.834)
      expect(characters / seconds).toBeLessThan(24)
      expect(cue.startMs).toBe(starts.get(cue.wordIds[0] ?? ''))
    }
  })
})

// Work that grew with the square of the words would take longer than a test may.
test('100,000 words are cut', () => {
  const text =
    'The place opened in 1932, and it was run by a woman called Rosa Keller. She repaired bicycles there.'
  const turns = Array.from({ length: 5_000 }, (_, index): ScriptedTurn => [
    index % 2 === 0 ? 'A' : 'B',
    index * 7_000,
    index * 7_000 + 7_100,
    text,
  ])
  const paragraphs = spoken(turns)
  expect(cuesOf(paragraphs).length).toBeGreaterThan(9_000)
})
