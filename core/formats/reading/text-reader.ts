import type { Paragraph } from '../../transcript/transcript.ts'
import type { ReadResult } from '../format.ts'
import { checkLimit } from './limits.ts'
import { withoutByteOrderMark } from './text-lines.ts'

/** Reads plain text: one paragraph per block between blank lines, its lines joined. It has no times. */
export function readText(text: string): ReadResult {
  const { plain, corrections } = withoutByteOrderMark(text)
  const blocks = plain.replaceAll('\0', '\uFFFD').split(/(?:\r\n|\n|\r)[^\S\r\n]*(?:\r\n|\n|\r)\s*/)
  return { document: untimedDocument(blocks), corrections, hasTimes: false }
}

/** A document of paragraphs whose words have no times: each is 0. */
export function untimedDocument(texts: readonly string[]): ReadResult['document'] {
  let wordCount = 0
  const paragraphs = texts.flatMap((text, index): Paragraph[] => {
    const id = `p${index + 1}`
    const words = text.split(/\s+/).filter((word) => word !== '')
    if (words.length === 0) return []
    wordCount += words.length
    checkLimit('words', wordCount)
    return [
      {
        id,
        speakerId: null,
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
  return {
    recording: { title: '', fileName: '', durationMs: 0, sha256: '' },
    transcript: {
      id: '',
      recordingId: '',
      language: 'und',
      run: { program: '', version: '', models: [], settings: {} },
      speakers: [],
      turns: [],
      paragraphs,
      marks: [],
    },
  }
}
