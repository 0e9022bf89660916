import { useEffect, useMemo, useState } from 'react'
import {
  findAll,
  findPairs,
  replaceHits,
  type FindOptions,
  type Hit,
  type ReplacePair,
} from '#core/find/find-replace'
import type { Transcript } from '#core/transcript/transcript'
import type { TranscriptSession } from '../../session/transcript-session.ts'
import { useTranscriptAfterTyping } from '../../session/use-transcript-after-typing.ts'
import type { Surface } from '../surface/surface.ts'
import type { ParagraphHits } from '../surface/text-marks.ts'
import type { SearchRefusal } from './expression-search.ts'
import { useExpressionSearch } from './use-expression-search.ts'
import { isLeftOut, type LeftOut, placesOfHits, toggled } from './left-out.ts'

/** Search options that the user can switch. */
export type FindChoices = FindOptions

export const firstChoices: FindChoices = {
  matchCase: false,
  wholeWord: false,
  accents: 'ignore',
  regularExpression: false,
}

export interface Found {
  /** The transcript that was searched. */
  readonly transcript: Transcript
  readonly hits: readonly Hit[]
  readonly refused: SearchRefusal | null
}

export interface FindState extends Found {
  /** A regular expression is being searched for. */
  readonly isSearching: boolean
  readonly now: number
  readonly setNow: (index: number) => void
  /** Hits that the user did not exclude from replacing. */
  readonly taken: ReadonlySet<Hit>
  readonly toggle: (hit: Hit) => void
}

/** Searches the text for `query` once typing pauses. */
export function useFind(
  session: TranscriptSession,
  surface: Surface | null,
  query: string,
  choices: FindChoices,
  /** The caret's paragraph: the first hit shown is the next one from here. */
  fromParagraphId: string | null,
  pairs: readonly ReplacePair[] | null = null,
): FindState {
  return useFindIn(useTranscriptAfterTyping(session), surface, query, choices, fromParagraphId, pairs)
}

/** Searches paragraphs for `query`, for a regular expression in a worker; marks the hits in the text and scrolls to the current one. */
export function useFindIn(
  transcript: Transcript,
  surface: Surface | null,
  query: string,
  choices: FindChoices,
  fromParagraphId: string | null,
  /** Searched for instead of the query; null for none. */
  pairs: readonly ReplacePair[] | null = null,
): FindState {
  const isExpression = choices.regularExpression && query !== '' && pairs === null
  const text = useMemo(() => {
    if (isExpression) return { hits: [], refused: null, transcript }
    const hits = pairs === null ? findAll(transcript, query, choices) : findPairs(transcript, pairs, choices)
    return { hits, refused: null, transcript }
  }, [transcript, query, choices, isExpression, pairs])
  const expression = useExpressionSearch(transcript, query, choices, isExpression)
  const found: Found = expression ?? text
  const isSearching = isExpression && expression === null
  const first = (): number => firstFrom(found, fromParagraphId)
  const [wanted, setNow] = useState(first)
  const [leftOut, setLeftOut] = useState<LeftOut>(new Map())
  const places = useMemo(() => placesOfHits(found.transcript, found.hits), [found])
  const taken = useMemo(() => {
    const isTaken = (index: number): boolean => {
      const place = places[index]
      return place === undefined || !isLeftOut(leftOut, place)
    }
    return new Set(found.hits.filter((_, index) => isTaken(index)))
  }, [found, places, leftOut])
  const now = found.hits.length === 0 ? -1 : Math.min(wanted, found.hits.length - 1)
  const hit = found.hits[now]

  useEffect(() => {
    if (surface === null) return
    const byParagraph = new Map<string, ParagraphHits>()
    const grouped = Map.groupBy(found.hits, (each) => each.paragraphId)
    for (const paragraph of found.transcript.paragraphs) {
      const spans = grouped.get(paragraph.id)
      if (spans !== undefined) byParagraph.set(paragraph.id, { paragraph, spans })
    }
    surface.setHits(byParagraph, hit ?? null)
  }, [surface, found, hit])
  useEffect(() => {
    return () => surface?.setHits(new Map(), null)
  }, [surface])
  // A new query starts at its own first hit, with none excluded.
  const question = pairs ?? query
  const [asked, setAsked] = useState(isSearching ? null : question)
  if (!isSearching && asked !== question) {
    setAsked(question)
    setNow(first())
    setLeftOut(new Map())
  }
  return {
    ...found,
    isSearching,
    now,
    setNow,
    taken,
    toggle: (each) => {
      const place = places[found.hits.indexOf(each)]
      if (place !== undefined) setLeftOut(toggled(leftOut, places, place))
    },
  }
}

/** Index of the first hit in the paragraph or after it; of the first hit if there is none. */
function firstFrom({ transcript, hits }: Found, paragraphId: string | null): number {
  const places = new Map(transcript.paragraphs.map(({ id }, index) => [id, index]))
  const from = places.get(paragraphId ?? '') ?? 0
  return Math.max(
    0,
    hits.findIndex((hit) => (places.get(hit.paragraphId) ?? 0) >= from),
  )
}

/** Replaces hits in one undo step; returns how many. Hits whose text has changed since the search are skipped. */
export function replaceIn(
  session: TranscriptSession,
  found: Found,
  hits: readonly Hit[],
  replacement: string,
): number {
  const { transcript } = session.state
  const current = new Map(transcript.paragraphs.map((paragraph) => [paragraph.id, paragraph]))
  const searched = new Map(found.transcript.paragraphs.map((paragraph) => [paragraph.id, paragraph]))
  const valid = hits.filter((hit) => current.get(hit.paragraphId) === searched.get(hit.paragraphId))
  const edits = replaceHits(transcript, valid, replacement, () => session.newId())
  if (edits.length === 0) return 0
  session.apply(edits, { stepId: edits[0]?.id ?? session.newId(), origin: 'find' })
  return valid.length
}
