import { useState } from 'react'
import { createPortal } from 'react-dom'
import type { Hit } from '#core/find/find-replace'
import type { TranscriptSession } from '../../session/transcript-session.ts'
import { showKey } from '../../keys/show-key.ts'
import { useLanguage } from '../../ui/words.tsx'
import { type EditorStore, useEditor } from '../editor-store.ts'
import { FindBar } from './find-bar.tsx'
import { ReplacePreview } from './replace-preview.tsx'
import { usePairList } from './use-pair-list.ts'
import { firstChoices, replaceIn, useFind } from './use-find.ts'

export interface FindInTextProps {
  readonly session: TranscriptSession
  readonly store: EditorStore
  readonly withReplace: boolean
  /** Element that receives the preview of replacing. */
  readonly preview: HTMLElement | null
}

/** Find and replace in the open transcript. */
export function FindInText({ session, store, withReplace, preview }: FindInTextProps) {
  const language = useLanguage()
  const surface = useEditor(store, (state) => state.surface)
  const [query, setQuery] = useState(() => chosenText(session, store))
  const [replacement, setReplacement] = useState('')
  const [choices, setChoices] = useState(firstChoices)
  const [startId] = useState(() => store.getState().selection.paragraphId)
  const list = usePairList()
  const find = useFind(session, surface, query, choices, startId, withReplace ? list.wanted : null)
  /** Number of hits replaced by the last action, until the query changes. */
  const [replaced, setReplaced] = useState<number | null>(null)

  const go = (index: number): void => {
    setReplaced(null)
    find.setNow(index)
    const hit = find.hits[index]
    if (hit !== undefined) surface?.selectText(hit.paragraphId, hit.from, hit.to)
  }
  const replace = (hits: readonly Hit[]): void => {
    setReplaced(replaceIn(session, find, hits, replacement))
  }
  return (
    <>
      <FindBar
        find={find}
        query={query}
        onQuery={(text) => {
          setQuery(text)
          setReplaced(null)
        }}
        replaced={replaced}
        replacement={replacement}
        onReplacement={setReplacement}
        withReplace={withReplace}
        onWithReplace={(isOn) => store.setState({ find: isOn ? 'replace' : 'find' })}
        choices={choices}
        onChoices={setChoices}
        onGo={go}
        onReplace={replace}
        list={list}
        onClose={() => {
          store.setState({ find: 'closed' })
          surface?.focus()
        }}
      />
      {withReplace &&
        preview !== null &&
        createPortal(
          <ReplacePreview
            session={session}
            find={find}
            replacement={replacement}
            undoKeys={showKey('Mod+Z', language)}
          />,
          preview,
        )}
    </>
  )
}

/** The selected text if it is a few words of one paragraph. */
function chosenText(session: TranscriptSession, store: EditorStore): string {
  const { range } = store.getState().selection
  if (range === null) return ''
  for (const { words } of session.state.transcript.paragraphs) {
    const from = words.findIndex((word) => word.id === range.fromWordId)
    const to = words.findIndex((word) => word.id === range.toWordId)
    if (from < 0 || to < 0 || to - from > 8) continue
    const text = words
      .slice(from, to + 1)
      .map((word) => word.before + word.text)
      .join('')
    return text.trim().replaceAll(/^[\p{P}\s]+|[\p{P}\s]+$/gu, '')
  }
  return ''
}
