import type { FindOptions, FindRefused, Hit } from '#core/find/find-replace'
import type { Paragraph } from '#core/transcript/transcript'

// Separate from the code that starts the worker: a worker that imports it cannot be built.

export interface SearchRequest {
  readonly texts: readonly { readonly id: string; readonly text: string }[]
  readonly query: string
  readonly choices: FindOptions
}

export type FromSearcher =
  | { readonly kind: 'ready' }
  | { readonly kind: 'found'; readonly hits: readonly Hit[] }
  | { readonly kind: 'refused'; readonly reason: FindRefused['reason'] }

/** Paragraphs with these texts, as far as a search uses them. */
export function searchedParagraphs(texts: SearchRequest['texts']): Paragraph[] {
  return texts.map(({ id, text }) => ({
    id,
    speakerId: null,
    language: 'und',
    kind: 'speech',
    words: [{ id: '', before: '', text, startMs: 0, endMs: 0, confidence: null, origin: 'written' }],
  }))
}
