import { expect, test } from 'vitest'
import type { Speaker } from '../../transcript/transcript.ts'
import type { DocumentWithExtras } from '../format.ts'
import { rttm } from './rttm.ts'
import { srt as srtFormat } from '../small-captions/srt.ts'
import { documentOf, english, sampleDocument } from '../testing/sample-document.ts'

const readSrt = (text: string): DocumentWithExtras => srtFormat.read!(text).document

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

test('a text that does not say who speaks is one voice, which is reported; notes are none', () => {
  const srt = readSrt(
    '1\n00:00:01,000 --> 00:00:02,500\nHello there.\n\n2\n00:00:04,000 --> 00:00:05,000\nBye.\n',
  )
  const { text, losses } = rttm.write!(srt, { ...english, name: 'talk' })
  expect(text).toBe(
    'SPEAKER talk 1 1.000 1.500 <NA> <NA> unknown <NA> <NA>\n' +
      'SPEAKER talk 1 4.000 1.000 <NA> <NA> unknown <NA> <NA>\n',
  )
  expect(losses).toContainEqual({ code: 'speakers', count: 2 })
  const { transcript } = srt
  const notes = transcript.paragraphs.map((paragraph) => ({ ...paragraph, kind: 'note' as const }))
  expect(rttm.write!({ ...srt, transcript: { ...transcript, paragraphs: notes } }, english).text).toBe('')
})
