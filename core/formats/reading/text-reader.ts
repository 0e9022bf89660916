import type { Paragraph, Speaker } from '../../transcript/transcript.ts'
import type { Correction, ReadResult } from '../format.ts'
import { checkLimit } from './limits.ts'
import { scriptParagraphs } from './script-paragraphs.ts'
import { speakerNamed } from './speaker-named.ts'
import { linesOf, withoutByteOrderMark } from './text-lines.ts'

/** French puts a non-breaking space before `?`, which stays with its word, as in captions. */
const breakingSpace = /[^\S\u00A0\u202F]+/

/**
 * Reads plain text: one paragraph per block between blank lines, its lines joined, and one for each line that names its
 * speaker. It has no times.
 */
export function readText(text: string): ReadResult {
  const { plain, corrections } = withoutByteOrderMark(text)
  const blocks = linesOf(plain.replaceAll('\0', '\uFFFD'))
    .join('\n')
    .split(/\n[^\S\n]*\n\s*/)
  const read = untimedText(blocks)
  return { ...read, corrections: [...corrections, ...read.corrections] }
}

/** A document of blocks of lines, whose words have no times: each is 0. */
export function untimedText(blocks: readonly string[]): ReadResult {
  let wordCount = 0
  const speakers = new Map<string, Speaker>()
  const paragraphs = scriptParagraphs(blocks).flatMap(({ name, text }, index): Paragraph[] => {
    const id = `p${index + 1}`
    const words = text.split(breakingSpace).filter((word) => word.trim() !== '')
    if (words.length === 0) return []
    wordCount += words.length
    checkLimit('words', wordCount)
    return [
      {
        id,
        speakerId: name === null ? null : speakerNamed(name, speakers).id,
        language: 'und',
        kind: 'speech',
        words: words.map((word, place) => ({
          id: `${id}.${place + 1}`,
          before: place === 0 ? '' : ' ',
          text: word,
          startMs: 0,
          endMs: 0,
          confidence: null,
          origin: 'imported',
        })),
      },
    ]
  })
  const document = {
    recording: { title: '', fileName: '', durationMs: 0, sha256: '' },
    transcript: {
      id: '',
      recordingId: '',
      language: 'und',
      run: { program: '', version: '', models: [], settings: {} },
      speakers: [...speakers.values()],
      turns: [],
      paragraphs,
      marks: [],
    },
  }
  return { document, corrections: namesFound([...speakers.keys()]), hasTimes: false }
}

const namesFound = (names: readonly string[]): Correction[] =>
  names.length === 0 ? [] : [{ code: 'names-in-text', line: null, detail: names.join(', ') }]
