import { findWord } from '../edits/places.ts'
import type { TimeSpan } from '../transcript/time-span.ts'
import type { Transcript, Word } from '../transcript/transcript.ts'
import { uniteSpans } from '../transcript/unite-spans.ts'

/** Which part of a transcript is recognized again. */
export type AgainScope =
  | { readonly kind: 'words'; readonly fromWordId: string; readonly toWordId: string }
  | { readonly kind: 'paragraph'; readonly paragraphId: string }
  | { readonly kind: 'speaker'; readonly speakerId: string }
  | { readonly kind: 'all' }

/** The parts of the recording, in order; null: all of it. Empty if the words no longer exist. */
export function spansOfScope(transcript: Transcript, scope: AgainScope): TimeSpan[] | null {
  const { paragraphs } = transcript
  switch (scope.kind) {
    case 'all':
      return null
    case 'paragraph':
      return spansOf(paragraphs.filter(({ id }) => id === scope.paragraphId).map(({ words }) => words))
    case 'speaker':
      return spansOf(
        paragraphs.filter(({ speakerId }) => speakerId === scope.speakerId).map(({ words }) => words),
      )
    case 'words': {
      const [from, to] = [findWord(transcript, scope.fromWordId), findWord(transcript, scope.toWordId)]
      if (from === null || to === null) return []
      const some = paragraphs.slice(from.paragraph, to.paragraph + 1)
      return spansOf(
        some.map(({ words }, index) =>
          words.slice(index === 0 ? from.word : 0, index === some.length - 1 ? to.word + 1 : undefined),
        ),
      )
    }
  }
}

function spansOf(groups: readonly (readonly Word[])[]): TimeSpan[] {
  return uniteSpans(
    groups.flatMap((words) => {
      const [first, last] = [words[0], words.at(-1)]
      if (first === undefined || last === undefined) return []
      // A zero-length word is in a span of one millisecond.
      return [{ startMs: first.startMs, endMs: Math.max(last.endMs, first.startMs + 1) }]
    }),
  )
}
