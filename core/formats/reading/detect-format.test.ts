import { expect, test } from 'vitest'
import { detectFormat } from './detect-format.ts'
import { formatIds, formats } from '../formats.ts'
import { readBytes } from './read-bytes.ts'
import { english, sampleDocument } from '../testing/sample-document.ts'
import { UnreadableText } from './unreadable-text.ts'

const sample = sampleDocument('resources/samples/conversation-en.json')

test.each(formatIds)('%s is recognized by what this program writes', (id) => {
  const text = formats[id].write?.(sample, english).text ?? ''
  expect(detectFormat(`A talk${formats[id].extension}`, text)).toBe(id)
})

test.each([
  ['talk.json', '{"text": "x", "segments": [{"start": 0, "end": 1, "text": "x"}]}', 'whisper'],
  ['talk.json', '{"transcription": []}', 'whisper'],
  ['talk.json', '[{"start": 0, "text": "x"}]', 'whisper'],
  ['talk.json', '{"version": "1.0.0", "segments": [{"startTime": 0, "body": "x"}]}', 'podcast'],
  ['talk.xml', '<tt xmlns="http://www.w3.org/2006/10/ttaf1">', 'ttml'],
  ['talk.DFXP', '', 'ttml'],
  ['talk.ssa', '', 'ass'],
  ['talk.textgrid', '', 'textgrid'],
  ['labels.txt', '0.1\t0.2\tone\n', 'audacity'],
  // A person's text may have this name.
  ['The director.cut.txt', 'Once more, please.\n', 'txt'],
  ['talk.txt', 'Hello.\n', 'txt'],
  ['talk.xml', '<rss>', null],
  ['talk.mp3', '', null],
  ['talk', '', null],
])('%s with %j', (name, text, format) => {
  expect(detectFormat(name, text)).toBe(format)
})

test('a file is read in its encoding, and one of no known format is refused', () => {
  const bytes = Uint8Array.from('1\n00:00:01,000 --> 00:00:02,000\n\xE9t\xE9\n', (each) => each.charCodeAt(0))
  const { document, format, corrections } = readBytes('a.srt', bytes)
  expect(format).toBe('srt')
  expect(document.transcript.paragraphs[0]?.words[0]?.text).toBe('été')
  expect(corrections).toEqual([{ code: 'encoding', line: null, detail: 'windows-1252' }])
  expect(() => readBytes('a.mp3', bytes)).toThrow(UnreadableText)
  expect(() => readBytes('a.edl', bytes)).toThrow(UnreadableText)
})

test('plain text has paragraphs and no times', () => {
  const { document, hasTimes } = readBytes(
    'a.txt',
    new TextEncoder().encode('One two\nthree.\n \n\nFour.\r\n\r\nFive.'),
  )
  expect(hasTimes).toBe(false)
  expect(document.transcript.paragraphs.map(({ words }) => words.map(({ text }) => text).join(' '))).toEqual([
    'One two three.',
    'Four.',
    'Five.',
  ])
})
