import { expect, test } from 'vitest'
import type { Speaker } from '../transcript/transcript.ts'
import { rttm } from './rttm.ts'
import { documentOf, english, sampleDocument } from './testing/sample-document.ts'

const speaker = (id: string, name: string | null): Speaker => ({ id, name, colour: 0, groupId: null })

test('the sample conversation, overlap and all', async () => {
  const { text } = rttm.write!(sampleDocument('resources/samples/conversation-en.json'), english)
  await expect(text).toMatchFileSnapshot('rttm.golden')
})

test('no spaces in fields, one field a speaker, turns in order, none without length', () => {
  const document = documentOf([])
  const transcript = {
    ...document.transcript,
    speakers: [speaker('s1', 'Nora  B'), speaker('s2', 'Nora B'), speaker('s 3', null)],
    turns: [
      { speakerId: 's2', startMs: 2_000, endMs: 3_001 },
      { speakerId: 's1', startMs: 0, endMs: 2_500 },
      { speakerId: 's 3', startMs: 3_600_000, endMs: 3_600_020 },
      { speakerId: 's1', startMs: 9, endMs: 9 },
    ],
  }
  const { text, losses } = rttm.write!({ ...document, transcript }, { ...english, name: 'my talk-2' })
  expect(text).toBe(
    'SPEAKER my_talk-2 1 0.000 2.500 <NA> <NA> Nora_B <NA> <NA>\n' +
      'SPEAKER my_talk-2 1 2.000 1.001 <NA> <NA> Nora_B_2 <NA> <NA>\n' +
      'SPEAKER my_talk-2 1 3600.000 0.020 <NA> <NA> s_3 <NA> <NA>\n',
  )
  expect(losses).toEqual([{ code: 'empty-turns', count: 1 }])
  expect(rttm.write!({ ...document, transcript }, english).text).toContain('SPEAKER a_b 1 ')
})
