import { flushSync } from 'react-dom'
import { Button } from '../ui/button.tsx'
import { Tip } from '../ui/tooltip.tsx'
import { useSay } from '../ui/words.tsx'
import { useHasCuts } from '../cut/use-has-cuts.ts'
import type { TranscriptSession } from '../session/transcript-session.ts'
import styles from './cut-captions.module.css'

export interface WhichCaptionsProps {
  readonly session: TranscriptSession
  readonly recordingId: string
  readonly isCut: boolean
  readonly onChoose: (isCut: boolean) => void
}

/** In the row of tools: shows the captions of the cut instead of the whole recording's; not where nothing is cut. */
export function WhichCaptions({ session, recordingId, isCut, onChoose }: WhichCaptionsProps) {
  const say = useSay()
  const hasCuts = useHasCuts(session, recordingId)
  if (!hasCuts && !isCut) return null
  return (
    <Tip text={say('cut-captions.of')}>
      <Button
        size="small"
        variant="line"
        icon="cut"
        aria-label={say('cut-captions.of')}
        pressed={isCut}
        data-which-captions
        onPress={() => {
          // The other captions have a button of their own.
          flushSync(() => onChoose(!isCut))
          document.querySelector<HTMLElement>('[data-which-captions]')?.focus()
        }}
      >
        <span className={styles.words}>{say('cut-captions.cut')}</span>
      </Button>
    </Tip>
  )
}
