import { useMemo, useState } from 'react'
import type { Cue } from '#core/captions/cues'
import { replaceInCues, searchedCues } from '#core/captions/edits/replace-in-cues'
import type { Hit } from '#core/find/find-replace'
import { FindBar } from '../../editor/find/find-bar.tsx'
import { ReplacePreview } from '../../editor/find/replace-preview.tsx'
import { type PairList, usePairList } from '../../editor/find/use-pair-list.ts'
import { type FindChoices, type FindState, firstChoices, useFindIn } from '../../editor/find/use-find.ts'
import { showKey } from '../../keys/show-key.ts'
import type { TranscriptSession } from '../../session/transcript-session.ts'
import { useLanguage } from '../../ui/words.tsx'
import type { CaptionEditor } from '../editing/caption-editor.ts'

export type FindMode = 'closed' | 'find' | 'replace'

export interface FindInCaptionsProps {
  readonly finding: FindingInCaptions
  readonly mode: FindMode
  readonly onMode: (mode: FindMode) => void
  /** A hit is in this caption. */
  readonly onGo: (index: number) => void
  readonly onClose: () => void
}

export interface FindingInCaptions {
  readonly find: FindState
  readonly query: string
  readonly setQuery: (query: string) => void
  readonly replacement: string
  readonly setReplacement: (replacement: string) => void
  readonly choices: FindChoices
  readonly setChoices: (choices: FindChoices) => void
  /** Number of hits replaced by the last action; null if the query changed since. */
  readonly replaced: number | null
  readonly replace: (hits: readonly Hit[]) => void
  readonly list: PairList
}

const noCues: readonly Cue[] = []

/** What is searched for in the captions as they are shown, own wordings too; nothing while it is closed. */
export function useFindingInCaptions(
  session: TranscriptSession,
  editor: CaptionEditor,
  cues: readonly Cue[],
  mode: FindMode,
  /** Index of the caption from which a new query is searched for. */
  here: number,
): FindingInCaptions {
  const isOpen = mode !== 'closed'
  const list = usePairList()
  const [query, setQuery] = useState('')
  const [replacement, setReplacement] = useState('')
  const [choices, setChoices] = useState(firstChoices)
  const [replaced, setReplaced] = useState<number | null>(null)
  const wanted = isOpen ? cues : noCues
  const searched = useMemo(() => searchedCues(session.state.transcript, wanted), [session, wanted])
  const pairs = mode === 'replace' ? list.wanted : null
  const find = useFindIn(searched, null, isOpen ? query : '', choices, String(here), pairs)
  return {
    find,
    query,
    setQuery: (text) => {
      setQuery(text)
      setReplaced(null)
    },
    replacement,
    setReplacement,
    choices,
    setChoices,
    replaced,
    replace: (hits) => {
      const { edits, count } = replaceInCues(editor.context(), find.transcript, hits, replacement)
      if (edits.length > 0) session.apply(edits, { stepId: session.newId(), origin: 'find' })
      setReplaced(count)
    },
    list,
  }
}

/** Find and replace in the captions. */
export function FindInCaptions({ finding, mode, onMode, onGo, onClose }: FindInCaptionsProps) {
  const { find, query, setQuery, replacement, setReplacement, choices, setChoices, replaced, replace, list } =
    finding
  return (
    <FindBar
      find={find}
      query={query}
      onQuery={setQuery}
      replaced={replaced}
      replacement={replacement}
      onReplacement={setReplacement}
      withReplace={mode === 'replace'}
      onWithReplace={(isOn) => onMode(isOn ? 'replace' : 'find')}
      choices={choices}
      onChoices={setChoices}
      onGo={(index) => {
        find.setNow(index)
        const hit = find.hits[index]
        if (hit !== undefined) onGo(Number(hit.paragraphId))
      }}
      onReplace={replace}
      onClose={onClose}
      list={list}
    />
  )
}

/** How the captions will read. */
export function CaptionsReplacePreview({
  session,
  finding: { find, replacement },
}: {
  readonly session: TranscriptSession
  readonly finding: FindingInCaptions
}) {
  const language = useLanguage()
  return (
    <ReplacePreview
      session={session}
      find={find}
      replacement={replacement}
      undoKeys={showKey('Mod+Z', language)}
    />
  )
}
