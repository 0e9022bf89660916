import { useEffect, useState } from 'react'
import type { FindOptions } from '#core/find/find-replace'
import type { Transcript } from '#core/transcript/transcript'
import { type CreateWorker, ExpressionSearch, type SearchResult } from './expression-search.ts'

interface Searched extends SearchResult {
  readonly transcript: Transcript
  readonly query: string
  readonly choices: FindOptions
}

/**
 * Hits of a regular expression. Null during the first search, and if `isWanted` is false; after a change of
 * the text, the previous hits until the search is done.
 */
export function useExpressionSearch(
  transcript: Transcript,
  query: string,
  choices: FindOptions,
  isWanted: boolean,
  createWorker?: CreateWorker,
): Searched | null {
  const [searched, setSearched] = useState<Searched | null>(null)
  const [failure, setFailure] = useState<{ readonly error: unknown } | null>(null)
  const [search] = useState(() => new ExpressionSearch(createWorker))
  useEffect(() => {
    if (!isWanted) {
      search.close()
      return undefined
    }
    let isGone = false
    search.search(transcript, query, choices).then(
      (result) => {
        if (!isGone) setSearched({ ...result, transcript, query, choices })
      },
      (error: unknown) => {
        if (!isGone) setFailure({ error })
      },
    )
    return () => {
      isGone = true
    }
  }, [search, transcript, query, choices, isWanted])
  useEffect(() => () => search.close(), [search])
  if (failure !== null) throw failure.error
  const isSame = isWanted && searched?.query === query && searched.choices === choices
  return isSame ? searched : null
}
