import { expect, test } from 'vitest'
import { conversation } from '../../edits/testing/samples.ts'
import type { Mark } from '../../transcript/transcript.ts'
import { makeCues } from '../cues.ts'
import { leftOutByCue } from './left-out-words.ts'
import { presetFor } from '../presets/netflix.ts'

const hide = (fromWordId: string, toWordId: string): Mark => ({
  id: `h ${fromWordId}`,
  kind: 'hide',
  fromWordId,
  toWordId,
  value: null,
})
const byCue = (marks: readonly Mark[]): [number, string[]][] => {
  const transcript = conversation(marks)
  const cues = makeCues(transcript, presetFor('en'), { durationMs: 8_000, language: 'en' })
  return [...leftOutByCue(transcript, cues)].map(([index, words]) => [index, words.map(({ text }) => text)])
}

test('a turn that is left out whole is reported with the caption before it', () => {
  expect(byCue([hide('c2.0', 'c2.4')])).toEqual([[0, ['Nobody. They all went home.']]])
})

test('words at the start are reported with the first caption, two runs one after the other', () => {
  expect(byCue([hide('c1.0', 'c1.1'), hide('c1.3', 'c1.3')])).toEqual([[0, ['Who was', 'last']]])
})

test('where nothing is left they are reported without a caption', () => {
  expect(byCue([hide('c1.0', 'c3.4')]).map(([index]) => index)).toEqual([-1])
  expect(byCue([])).toEqual([])
})
