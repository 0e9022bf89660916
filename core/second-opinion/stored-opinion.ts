import type { TimeSpan } from '../transcript/time-span.ts'
import { packWords, unpackWords, type WordColumns } from '../words/columns.ts'
import type { Opinion } from './opinion.ts'

/** An opinion as stored and sent: plain JSON with the words as columns. */
export interface StoredOpinion {
  readonly wanted: readonly TimeSpan[]
  readonly texts: readonly {
    readonly track: number | null
    readonly spans: readonly TimeSpan[]
    readonly words: WordColumns
  }[]
}

export function packOpinion({ wanted, texts }: Opinion): StoredOpinion {
  return { wanted, texts: texts.map((text) => ({ ...text, words: packWords(text.words) })) }
}

export function unpackOpinion({ wanted, texts }: StoredOpinion): Opinion {
  return { wanted, texts: texts.map((text) => ({ ...text, words: unpackWords(text.words) })) }
}
