import { useMemo, useState } from 'react'
import type { Preferences } from '#contracts/preferences'
import type { ReplacePair } from '#core/find/find-replace'
import { MAX_PAIR_TEXT, MAX_PAIRS, readPairs, writePairs } from '#core/find/pair-files'
import { pickFiles } from '../../rpc/pick-files.ts'
import { usePreferences } from '../../rpc/preferences-queries.ts'
import { useHost } from '../../rpc/studio-context.tsx'
import { useChangePreferences } from '../../session/change-preferences.ts'
import { toast } from '../../ui/toast.tsx'
import { useSay } from '../../ui/words.tsx'

export type ListedPair = Preferences['replacePairs'][number]

/** A person's list of what is replaced by what, in the text and in captions. */
export interface PairList {
  /** Whether it is searched for, instead of one query. */
  readonly isOn: boolean
  readonly turn: (isOn: boolean) => void
  readonly pairs: readonly ListedPair[]
  /** The ticked ones; null while it is off. */
  readonly wanted: readonly ReplacePair[] | null
  readonly change: (pairs: readonly ListedPair[]) => void
  /** Adds the pairs of a file; the same ones only once. */
  readonly readFile: () => Promise<void>
  readonly writeFile: () => Promise<void>
}

const EMPTY: ListedPair = { find: '', by: '', isOn: true }

export function usePairList(): PairList {
  const say = useSay()
  const host = useHost()
  const setPreferences = useChangePreferences()
  const { replacePairs: stored } = usePreferences()
  const [isOn, setOn] = useState(false)
  /** Applies until preferences change: a click that leaves a field acts before what was typed there is stored. */
  const [changed, setChanged] = useState({ from: stored, to: stored })
  const pairs = changed.from === stored ? changed.to : stored
  const wanted = useMemo(() => (isOn ? pairs.filter((pair) => pair.isOn) : null), [isOn, pairs])
  const change = (next: readonly ListedPair[]): void => {
    const kept = next.slice(0, MAX_PAIRS)
    setChanged({ from: stored, to: kept })
    setPreferences({ replacePairs: kept })
  }
  return {
    isOn,
    turn: (next) => {
      setOn(next)
      if (next && pairs.length === 0) change([EMPTY])
    },
    pairs,
    wanted,
    change,
    readFile: async () => {
      const [file] = await pickFiles({ several: false, accept: '.tsv,.csv,.txt,text/plain,text/csv' })
      if (file === undefined) return
      const read = readPairs(await file.text())
      const short = read.pairs.filter(({ find, by }) => Math.max(find.length, by.length) <= MAX_PAIR_TEXT)
      const kept = pairs.filter(({ find, by }) => find !== '' || by !== '')
      const isKnown = (pair: ReplacePair): boolean =>
        kept.some(({ find, by }) => find === pair.find && by === pair.by)
      const added = short.filter((pair) => !isKnown(pair)).slice(0, MAX_PAIRS - kept.length)
      change([...kept, ...added.map((pair) => ({ ...pair, isOn: true }))])
      const left = read.left + read.pairs.length - short.length
      toast.show({ text: say('editor.pairs.read', { count: added.length, left, longest: MAX_PAIR_TEXT }) })
    },
    writeFile: async () => {
      await host.saveFile({
        fileName: `${say('editor.pairs.file')}.tsv`,
        mediaType: 'text/tab-separated-values',
        bytes: new TextEncoder().encode(writePairs(pairs.filter(({ find }) => find !== ''))),
      })
    },
  }
}

export const withPair = (
  pairs: readonly ListedPair[],
  index: number,
  change: Partial<ListedPair>,
): readonly ListedPair[] => pairs.map((pair, at) => (at === index ? { ...pair, ...change } : pair))

export const withNewPair = (pairs: readonly ListedPair[]): readonly ListedPair[] => [...pairs, EMPTY]
