import { useEffect, useRef, useState } from 'react'
import type { Cue } from '#core/captions/cues'
import { type FixChoice, fixChoices } from '#core/captions/fixes/fix-choices'
import type { CaptionEditor } from '../editing/caption-editor.ts'
import type { ShownCues } from '../cues/cue-store.ts'

/** A caption that is current for less than this is skipped. */
const REST_MS = 60
/** While typing in a caption: looking for fixes may take longer than the interval between keys. */
const TYPING_REST_MS = 400

interface Found {
  readonly cue: Cue
  readonly choices: readonly FixChoice[]
}

/**
 * The fixes of a caption with problems, searched for once it has been current for a moment; null until then.
 */
export function useFixChoices(
  editor: CaptionEditor,
  { problems }: Pick<ShownCues, 'problems'>,
  cue: Cue | undefined,
): readonly FixChoice[] | null {
  const [found, setFound] = useState<Found | null>(null)
  const hasProblem = cue !== undefined && problems.has(cue.index)
  const lastIndex = useRef<number | null>(null)
  useEffect(() => {
    const isChanged = cue?.index === lastIndex.current
    lastIndex.current = cue?.index ?? null
    if (cue === undefined || !hasProblem) return undefined
    const timer = setTimeout(
      () => setFound({ cue, choices: fixChoices(editor.context(), cue.index) }),
      isChanged ? TYPING_REST_MS : REST_MS,
    )
    return () => clearTimeout(timer)
  }, [editor, cue, hasProblem])
  if (cue === undefined || !hasProblem) return null
  return found?.cue === cue ? found.choices : null
}
