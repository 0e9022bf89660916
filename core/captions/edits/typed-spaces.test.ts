import { expect, it } from 'vitest'
import { applyEdits } from '../../edits/apply-edits.ts'
import { paragraphText, type Transcript } from '../../transcript/transcript.ts'
import { makeCues } from '../cues.ts'
import { rulesOf } from '../presets/transcript-rules.ts'
import { typeInCue } from './type-in-cue.ts'

const words = ['It', 'was.', 'The', 'place', 'opened.'].map((text, index) => ({
  id: `w${index}`,
  before: index === 0 ? '' : ' ',
  text,
  startMs: index * 500,
  endMs: index * 500 + 400,
  confidence: null,
  origin: 'recognised' as const,
}))
const transcript: Transcript = {
  id: 't',
  recordingId: 'r',
  language: 'en',
  run: { program: 'parolo', version: '0', models: [], settings: {} },
  speakers: [],
  turns: [],
  paragraphs: [{ id: 'p', speakerId: null, language: 'en', kind: 'speech', words }],
  marks: [],
}

it.each([
  // A word that is still to come has its space on both sides.
  ['It was. All  The place opened.', 'It was. All The place opened.'],
  ['It was. \nThe  place opened. ', 'It was. The place opened.'],
  ['It was.\tThe place \t opened.', 'It was.\tThe place opened.'],
])('typing %j in a caption leaves one space between words', (typed, expected) => {
  const rules = rulesOf(transcript)
  const options = { durationMs: 10_000, language: 'en' }
  const cues = makeCues(transcript, rules, options)
  const [cue] = cues
  if (cue === undefined || cues.length > 1) throw new Error('one caption is expected')
  let ids = 0
  const context = { transcript, cues, rules, ...options, newId: () => `e${++ids}` }
  const after = applyEdits(transcript, typeInCue(context, cue, typed)).transcript
  expect(after.paragraphs.map(paragraphText)).toEqual([expected])
})
