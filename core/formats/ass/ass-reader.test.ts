import { expect, test } from 'vitest'
import { readAss } from './ass-reader.ts'
import { found } from '../testing/read-cues.ts'
import { UnreadableText } from '../reading/unreadable-text.ts'

const events = (...lines: string[]): string =>
  [
    '[Script Info]',
    'Title: Vélos',
    '[Events]',
    'Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text',
    ...lines,
  ].join('\r\n')

test('texts with commas, line ends, tags, no-break spaces; in any order; comments are left aside', () => {
  const text = events(
    'Dialogue: 0,0:00:05.00,0:00:06.50,Default,,0,0,0,,Later',
    'Comment: 0,0:00:00.00,0:00:09.00,Default,,0,0,0,,Not shown',
    String.raw`Dialogue: 0,0:00:01.00,0:00:02.50,Default,Nora,0,0,0,,{\b1}One{\b0}, two\Nthree\hfour \{5\}`,
  )
  const { document, corrections } = readAss(text)
  expect(found({ document, corrections })).toEqual({
    cues: ['1000–2500 Nora: One, two / Nora: three\u00A0four {5}', '5000–6500 Later'],
    codes: ['tags-dropped'],
  })
  expect(corrections[0]).toEqual({ code: 'tags-dropped', line: 7, detail: String.raw`{\b1} {\b0}` })
  expect(document.recording.title).toBe('Vélos')
})

test('SubStation Alpha 4.00, drawings, times that are none', () => {
  const text = [
    '[Events]',
    'Format: Marked, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text',
    'Dialogue: Marked=0,0:00:01.00,0:00:02.00,Default,NTP,0000,0000,0000,!Effect,One',
    String.raw`Dialogue: Marked=0,0:00:02.00,0:00:03.00,Default,NTP,0000,0000,0000,,{\p1}m 0 0 l 1 1{\p0}`,
    'Dialogue: Marked=0,soon,0:00:03.00,Default,NTP,0000,0000,0000,,Lost',
  ].join('\n')
  expect(found(readAss(text))).toEqual({
    cues: ['1000–2000 NTP: One'],
    codes: ['tags-dropped', 'time-unreadable', 'empty-cue'],
  })
  expect(() => readAss('some text')).toThrow(UnreadableText)
})
