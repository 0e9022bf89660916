import { describe, expect, it, test } from 'vitest'
import { bestTranscript, transcriptEnding } from '../../podcasts/media-types.ts'
import { detectAmong, detectFormat } from './detect-format.ts'
import type { FormatOf } from '../format.ts'
import { type FormatId, formatList } from '../formats.ts'
import { isMediaFile } from '../media-files.ts'
import { readAmong } from './read-bytes.ts'
import {
  associatedExtensions,
  extensionsOf,
  isCaptionFile,
  isReadFile,
  readExtensions,
} from './read-files.ts'
import { untimedText } from './text-reader.ts'
import { srt } from '../small-captions/srt.ts'

describe('every format', () => {
  it.each(formatList)('$id has a reader if its files are opened, and none otherwise', (format) => {
    expect(format.read !== undefined || format.readBytes !== undefined).toBe(format.input !== null)
  })

  it.each(formatList)('$id is opened by each of its extensions, which no recording has', (format) => {
    if (format.input === null) return
    for (const extension of extensionsOf(format)) {
      expect(isReadFile(`A talk${extension.toUpperCase()}`)).toBe(true)
      expect(isMediaFile(`talk${extension}`)).toBe(false)
    }
    for (const other of format.input.otherExtensions) {
      if (other !== '.json') expect(detectFormat(`talk${other}`, '')).toBe(format.id)
    }
  })
})

test('captions, documents and pages are told by their names', () => {
  expect(isCaptionFile('a.webvtt')).toBe(true)
  expect(isCaptionFile('a.lrc')).toBe(false)
  expect(isReadFile('minutes of May.minutes.docx')).toBe(true)
  expect(isReadFile('a.html')).toBe(false)
  expect(isReadFile('a.mp3')).toBe(false)
  expect(isReadFile('json')).toBe(false)
})

test('a format that is put into the list is opened wherever files are', () => {
  const made: FormatOf<'made-up'> = {
    ...srt,
    id: 'made-up',
    extension: '.mup',
    mediaType: 'text/x-mup',
    input: {
      otherExtensions: ['.mupp'],
      times: 'lines',
      isAssociated: true,
      feed: { rank: 9, mediaTypes: ['text/mup'] },
    },
    read: (text) => untimedText([text]),
  }
  const formats: readonly FormatOf<FormatId | 'made-up'>[] = [...formatList, made]
  const read = readAmong(formats, 'A talk.MUPP', new TextEncoder().encode('Hello.'))
  expect(read.format).toBe('made-up')
  expect(read.document.transcript.paragraphs[0]?.words[0]?.text).toBe('Hello.')
  expect(detectAmong(formats, 'a.mup', '')).toBe('made-up')
  expect(readExtensions(undefined, formats)).toEqual([...readExtensions(), '.mup', '.mupp'])
  expect(readExtensions(['none'], formats)).not.toContain('.mup')
  expect(isReadFile('a.mup', formats)).toBe(true)
  expect(isCaptionFile('a.mupp', formats)).toBe(true)
  expect(associatedExtensions(formats).at(-1)).toEqual(['mup', 'mupp'])
  expect(transcriptEnding('text/mup', formats)).toBe('.mup')
  expect(bestTranscript([{ type: 'text/x-mup' }, { type: 'text/html' }], formats)?.type).toBe('text/x-mup')
})
