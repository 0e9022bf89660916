import { describe, expect, it } from 'vitest'
import type { Transcript } from '../../transcript/transcript.ts'
import { checkDocument } from './check-document.ts'
import { sampleDocument } from '../testing/sample-document.ts'
import { UnreadableText } from './unreadable-text.ts'

const sample = sampleDocument('resources/samples/conversation-en.json')
const good = sample.transcript

function refusal(transcript: Transcript): UnreadableText | null {
  try {
    checkDocument({ ...sample, transcript })
    return null
  } catch (error) {
    if (error instanceof UnreadableText) return error
    throw error
  }
}

const withWord = (paragraph: number, word: number, change: object): Transcript => ({
  ...good,
  paragraphs: good.paragraphs.map((each, index) =>
    index === paragraph
      ? { ...each, words: each.words.map((one, place) => (place === word ? { ...one, ...change } : one)) }
      : each,
  ),
})

describe('checkDocument', () => {
  it('has nothing against what Parolo writes, also with words that last no time', () => {
    expect(refusal(good)).toBeNull()
    const [first] = good.paragraphs[0]?.words ?? []
    expect(refusal(withWord(0, 0, { endMs: first?.startMs ?? 0, origin: 'recognised' }))).toBeNull()
  })

  it.each<[string, Transcript, string]>([
    ['a word of no text', withWord(0, 1, { text: ' ' }), 'paragraphs[0].words[1]'],
    ['a word that ends before it starts', withWord(1, 0, { endMs: 0 }), 'paragraphs[1].words[0]'],
    ['a confidence above 1', withWord(0, 0, { confidence: 2 }), 'paragraphs[0].words[0]'],
    [
      'a turn that ends before it starts',
      { ...good, turns: [{ speakerId: good.speakers[0]?.id ?? '', startMs: 9, endMs: 3 }] },
      'turns[0]',
    ],
    [
      'half a colour',
      {
        ...good,
        speakers: good.speakers.map((each, index) => (index === 1 ? { ...each, colour: 1.5 } : each)),
      },
      'speakers[1].colour',
    ],
    ...['../../x', -1, 1.5, true].map((track): [string, Transcript, string] => [
      `the track ${track}`,
      { ...good, run: { ...good.run, settings: { track } } },
      'run.settings.track',
    ]),
  ])('refuses %s, and says where', (_, transcript, path) => {
    expect(refusal(transcript)).toMatchObject({ reason: 'wrong-shape', path })
  })
})
