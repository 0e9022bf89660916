import { chapterMoment } from '../../chapters/chapter.ts'
import { sampleTranscript } from '../../captions/testing/sample-transcript.ts'
import type { Mark, Paragraph } from '../../transcript/transcript.ts'
import type { DocumentWithExtras, WriteOptions } from '../format.ts'

export const english: WriteOptions = { speakerLabel: (number) => `Speaker ${number}` }

/** One of the project's own conversations as a document. */
export function sampleDocument(path: string): DocumentWithExtras {
  const { durationMs, ...transcript } = sampleTranscript(path)
  const fileName = `${path.split('/').at(-1)?.replace('.json', '')}.opus`
  return {
    recording: { title: 'A sample', fileName, durationMs, sha256: 'ab'.repeat(32) },
    transcript: { ...transcript, id: '', recordingId: '' },
  }
}

/** The document with chapters of these titles. */
export function withChapters(
  document: DocumentWithExtras,
  ...chapters: readonly (readonly [atMs: number, title: string, isListed?: boolean])[]
): DocumentWithExtras {
  const moments = chapters.map(([atMs, title, isListed = true]) =>
    chapterMoment({ id: `c${atMs}`, atMs, title, link: '', picture: '', isListed }),
  )
  return { ...document, recording: { ...document.recording, moments } }
}

/** A document of given paragraphs, with unnamed speakers. */
export function documentOf(
  paragraphs: readonly Paragraph[],
  marks: readonly Mark[] = [],
): DocumentWithExtras {
  const ids = [...new Set(paragraphs.map(({ speakerId }) => speakerId))].filter((id) => id !== null)
  return {
    recording: { title: '', fileName: 'a b.wav', durationMs: 0, sha256: '' },
    transcript: {
      id: '',
      recordingId: '',
      language: 'en',
      run: { program: 'parolo', version: '0.1.0', models: [], settings: {} },
      speakers: ids.map((id, colour) => ({ id, name: null, colour, groupId: null })),
      turns: paragraphs.flatMap(({ speakerId, words }) =>
        speakerId === null
          ? []
          : [{ speakerId, startMs: words[0]?.startMs ?? 0, endMs: words.at(-1)?.endMs ?? 0 }],
      ),
      paragraphs,
      marks,
    },
  }
}
