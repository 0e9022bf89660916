import { formatDecimals } from '#core/notation/numbers'
import type { ChapterSuggestion } from '#core/chapters/suggest-chapters'
import { Button } from '../ui/button.tsx'
import { formatDuration } from '../ui/format-duration.ts'
import { IconButton } from '../ui/icon-button.tsx'
import { useLocale, useSay } from '../ui/words.tsx'

export interface SuggestionActsProps {
  readonly suggestion: ChapterSuggestion
  /** Also mentions that another speaker follows the pause. */
  readonly withSpeaker?: boolean
  /** Class of the text about the pause. */
  readonly pauseClass: string | undefined
  readonly onAdd: (atMs: number) => void
  readonly onDismiss: (atMs: number) => void
}

/** Accepts or dismisses a suggested start of a chapter, and gives the reason for it. */
export function SuggestionActs({
  suggestion,
  withSpeaker = false,
  pauseClass,
  onAdd,
  onDismiss,
}: SuggestionActsProps) {
  const say = useSay()
  const locale = useLocale()
  const { atMs, pauseMs, isOtherSpeaker } = suggestion
  const time = formatDuration(atMs)
  const reason = withSpeaker && isOtherSpeaker ? 'chapters.pause-speaker' : 'chapters.pause'
  return (
    <>
      <Button
        variant="line"
        size="small"
        icon="plus"
        aria-label={say('chapters.here-at', { time })}
        onPress={() => onAdd(atMs)}
      >
        {say('chapters.here')}
      </Button>
      <IconButton
        icon="x"
        size="small"
        label={say('chapters.suggest.dismiss', { time })}
        onPress={() => onDismiss(atMs)}
      />
      <span className={pauseClass}>{say(reason, { seconds: formatDecimals(pauseMs / 1_000, locale) })}</span>
    </>
  )
}
