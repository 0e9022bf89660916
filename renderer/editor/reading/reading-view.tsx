import { useEffect, useMemo, useRef, useState } from 'react'
import { redactedText } from '#core/outgoing/redacted-text'
import { readTranscript } from '#core/reading/read-transcript'
import { paragraphText, type Transcript } from '#core/transcript/transcript'
import type { TranscriptSession } from '../../session/transcript-session.ts'
import { useTranscriptAfterTyping } from '../../session/use-transcript-after-typing.ts'
import { Button } from '../../ui/button.tsx'
import { formatDuration } from '../../ui/format-duration.ts'
import { useSay } from '../../ui/words.tsx'
import { useSpeakerNames } from '../use-speaker-names.ts'
import styles from './reading.module.css'
import { useCopiedWithNames } from './use-copied-with-names.ts'

export interface ReadingViewProps {
  readonly session: TranscriptSession
  readonly onClose: () => void
}

/** Turns on one page: enough to read for a while, few enough for any screen reader. */
const turnsOnAPage = 60

/**
 * The transcript as plain headings and paragraphs, page by page; each page is fully in the document for screen readers.
 */
export function ReadingView({ session, onClose }: ReadingViewProps) {
  const say = useSay()
  const whole = useTranscriptAfterTyping(session)
  const transcript = useMemo(
    () => readTranscript({ ...whole, ...redactedText(whole, whole.language) }),
    [whole],
  )
  const names = useSpeakerNames(session)
  const turns = useMemo(() => turnsOf(transcript), [transcript])
  const [wanted, setWanted] = useState(0)
  const view = useRef<HTMLElement>(null)
  const top = useRef<HTMLHeadingElement>(null)
  // The control that opened it may be in a drawer that closes, losing the focus.
  useEffect(() => top.current?.focus(), [])
  const pages = Math.max(1, Math.ceil(turns.length / turnsOnAPage))
  const page = Math.min(wanted, pages - 1)
  const go = (to: number): void => {
    setWanted(to)
    top.current?.focus()
    top.current?.scrollIntoView({ block: 'start' })
  }
  useCopiedWithNames(view, transcript)
  return (
    <article ref={view} className={styles.reading} lang={transcript.language}>
      <div className={styles.head}>
        <h2 ref={top} tabIndex={-1}>
          {say('editor.reading.page', { page: page + 1, pages })}
        </h2>
        <Button variant="line" size="small" icon="pen" onPress={onClose}>
          {say('editor.reading.close')}
        </Button>
      </div>
      {turns.slice(page * turnsOnAPage, (page + 1) * turnsOnAPage).map((turn) => (
        <section key={turn.id}>
          <h3>
            {names.get(turn.speakerId ?? '') ?? say('speaker.unknown')}, {formatDuration(turn.startMs)}
          </h3>
          {turn.texts.map(({ id, text, language }) => (
            <p key={id} data-paragraph={id} lang={language === 'und' ? undefined : language}>
              {text}
            </p>
          ))}
        </section>
      ))}
      {pages > 1 && (
        <nav className={styles.pages} aria-label={say('editor.reading.pages')}>
          <Button variant="line" icon="back" disabled={page === 0} onPress={() => go(page - 1)}>
            {say('editor.reading.previous')}
          </Button>
          <Button variant="line" icon="fwd" disabled={page === pages - 1} onPress={() => go(page + 1)}>
            {say('editor.reading.next')}
          </Button>
        </nav>
      )}
    </article>
  )
}

interface Turn {
  readonly id: string
  readonly speakerId: string | null
  readonly startMs: number
  readonly texts: { readonly id: string; readonly text: string; readonly language: string }[]
}

function turnsOf({ paragraphs }: Pick<Transcript, 'paragraphs'>): Turn[] {
  const turns: Turn[] = []
  for (const paragraph of paragraphs) {
    const { id, speakerId, language, words } = paragraph
    const text = { id, text: paragraphText(paragraph), language }
    const last = turns.at(-1)
    if (last !== undefined && last.speakerId === speakerId) last.texts.push(text)
    else turns.push({ id, speakerId, startMs: words[0]?.startMs ?? 0, texts: [text] })
  }
  return turns
}
