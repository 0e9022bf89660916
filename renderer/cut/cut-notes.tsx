import { useRef, useState } from 'react'
import { formatRate } from '../sound/player/format-rate.ts'
import type { Player } from '../sound/player/player.ts'
import { usePlayer } from '../sound/player/use-player.ts'
import { Button } from '../ui/button.tsx'
import { Popover } from '../ui/popover.tsx'
import { useLanguage, useSay } from '../ui/words.tsx'
import styles from './cut-bar.module.css'
import type { RecordingCut } from './use-recording-cut.ts'

export interface CutNotesProps {
  readonly player: Player
  readonly cut: RecordingCut
}

/** What a person should know of the cut: struck words that are heard, joins that are not heard as they will be. */
export function CutNotes({ player, cut: { cuts, heardWords } }: CutNotesProps) {
  const say = useSay()
  const language = useLanguage()
  const rate = usePlayer(player, (state) => state.rate)
  const count = heardWords.length
  return (
    <>
      {count > 0 && (
        <Note short={say('cut-view.heard.short', { count })}>{say('cut-view.heard', { count })}</Note>
      )}
      {cuts.length > 0 && rate !== 1 && (
        <Note short={say('cut-view.jumps.short', { rate: formatRate(rate, language) })}>
          {say('cut-view.jumps', { rate: formatRate(rate, language) })}
        </Note>
      )}
    </>
  )
}

/** As much of it as there is room for; pressing it opens the whole. */
function Note({ short, children }: { readonly short: string; readonly children: string }) {
  const button = useRef<HTMLButtonElement>(null)
  const [isOpen, setOpen] = useState(false)
  return (
    <span className={styles.note} role="note">
      <Button
        ref={button}
        size="small"
        icon="info"
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        onPress={() => setOpen(true)}
      >
        <span>{short}</span>
      </Button>
      <Popover
        label={short}
        className={styles.noteText}
        open={isOpen}
        onClose={() => setOpen(false)}
        anchor={button}
      >
        <p>{children}</p>
      </Popover>
    </span>
  )
}
