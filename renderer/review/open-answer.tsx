import { useRef, useState } from 'react'
import { ANSWER_ENDING } from '#core/review/review-answer'
import { base64Of } from '../rpc/base64-of.ts'
import { useStudio } from '../rpc/studio-context.tsx'
import type { TranscriptSession } from '../session/transcript-session.ts'
import { Button } from '../ui/button.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { TextField } from '../ui/text-field.tsx'
import { toast } from '../ui/toast.tsx'
import { useSay } from '../ui/words.tsx'
import styles from './review.module.css'

interface OpenAnswerProps {
  readonly session: TranscriptSession
  /** It is open: its corrections are listed in Check. */
  readonly onOpened: () => void
}

/** Takes what a review page gave back: a file, or text from a message. */
export function OpenAnswer({ session, onOpened }: OpenAnswerProps) {
  const say = useSay()
  const studio = useStudio()
  const input = useRef<HTMLInputElement>(null)
  const [pasted, setPasted] = useState('')
  const [error, setError] = useState<unknown>(null)
  const open = async (file: File): Promise<void> => {
    // The words that it is compared with are those that are stored.
    await session.flush()
    const { transcriptId } = session
    const base64 = await base64Of(file)
    const { count } = await studio.call('corrections.read', { transcriptId, fileName: file.name, base64 })
    toast.show({ text: say('corrections.found', { count, file: file.name }), tone: 'done' })
    onOpened()
  }
  const run = (action: Promise<void>): void => {
    setError(null)
    action.catch(setError)
  }
  return (
    <section className={styles.answer} aria-label={say('review.answer')}>
      <h3>{say('review.answer')}</h3>
      <div className={styles.language}>
        <input
          ref={input}
          type="file"
          accept={`${ANSWER_ENDING},.json`}
          hidden
          aria-label={say('review.answer.file')}
          onChange={(event) => {
            const [file] = event.currentTarget.files ?? []
            event.currentTarget.value = ''
            if (file !== undefined) run(open(file))
          }}
        />
        <Button variant="line" size="small" icon="file" onPress={() => input.current?.click()}>
          {say('review.answer.file')}
        </Button>
        <TextField
          label={say('review.answer.paste')}
          placeholder={say('review.answer.paste')}
          value={pasted}
          onChange={setPasted}
          size="small"
        />
        {pasted.trim() !== '' && (
          <Button size="small" onPress={() => run(open(new File([pasted], say('review.answer.pasted'))))}>
            {say('review.answer.open')}
          </Button>
        )}
      </div>
      {error !== null && <ErrorNotice error={error} />}
    </section>
  )
}
