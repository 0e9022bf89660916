import { useEffect, useMemo } from 'react'
import type { FoundPlace } from '#core/cut/found-places'
import { pausesInText } from '#core/cut/pauses-in-text'
import { formatDecimals } from '#core/notation/numbers'
import { useEditor } from '../../editor/editor-store.ts'
import type { PauseChip } from '../../editor/surface/pause-chips.ts'
import { useLanguage, useSay } from '../../ui/words.tsx'
import type { CutBarProps } from '../cut-bar-props.ts'
import type { RecordingCut } from '../use-recording-cut.ts'
import { usePlaceChanges } from './use-place-changes.ts'

export interface PauseChipsProps extends CutBarProps {
  readonly cut: RecordingCut
  readonly places: readonly FoundPlace[]
}

/** Long pauses in the text: each is shortened, or restored, where it is pressed. */
export function PauseChips({ session, recording, store, cut, places }: PauseChipsProps) {
  const say = useSay()
  const language = useLanguage()
  const surface = useEditor(store, (state) => state.surface)
  const changes = usePlaceChanges(session, recording.id, 'pause')
  const { paragraphs } = cut.transcript
  const chips = useMemo(() => {
    const seconds = (ms: number): string => formatDecimals(ms / 1_000, language, 1)
    const byParagraph = new Map<string, PauseChip[]>()
    for (const { place, paragraphId, wordId, lengthMs } of pausesInText(paragraphs, places)) {
      const less = seconds(
        place.isCut
          ? place.stretches.reduce((sum, { startMs, endMs }) => sum + endMs - startMs, 0)
          : place.endMs - place.startMs,
      )
      const chip = {
        id: place.id,
        startMs: place.startMs,
        endMs: place.endMs,
        wordId,
        text: say('cut-view.found.seconds', { seconds: seconds(lengthMs) }),
        label: say(place.isCut ? 'cut-view.pause.cut' : 'cut-view.pause', {
          seconds: seconds(lengthMs),
          less,
        }),
        isCut: place.isCut,
      }
      const own = byParagraph.get(paragraphId)
      if (own === undefined) byParagraph.set(paragraphId, [chip])
      else own.push(chip)
    }
    return byParagraph
  }, [paragraphs, places, say, language])
  useEffect(
    () =>
      surface?.setPauses(chips, (id) => {
        const place = places.find((each) => each.id === id)
        if (place !== undefined) (place.isCut ? changes.restore : changes.cut)([place])
      }),
    [surface, chips, places, changes],
  )
  useEffect(() => () => surface?.setPauses(new Map(), () => undefined), [surface])
  return null
}
