import { type RefObject, useEffect, useMemo, useRef } from 'react'
import { columnParts, type ColumnPart } from '#core/second-opinion/column-parts'
import type { Difference } from '#core/second-opinion/difference'
import type { Paragraph } from '#core/transcript/transcript'
import {
  changeCheck,
  changeComparing,
  type Comparing,
  type EditorStore,
  useEditor,
} from '../editor/editor-store.ts'
import { useSpeakerNames } from '../editor/use-speaker-names.ts'
import type { TranscriptSession } from '../session/transcript-session.ts'
import type { Player } from '../sound/player/player.ts'
import { useTranscriptAfterTyping } from '../session/use-transcript-after-typing.ts'
import { classNames } from '../ui/class-names.ts'
import { formatDuration } from '../ui/format-duration.ts'
import { useSay } from '../ui/words.tsx'
import styles from './opinion.module.css'
import { type SecondText, useSecondText } from './opinion-queries.ts'
import { textOf } from './text-of.ts'
import { playDifference } from './play-difference.ts'
import { useDifferences } from './use-differences.ts'
import { itemKeyOf } from './use-differences-in-text.ts'

export interface SideBySideProps {
  readonly session: TranscriptSession
  readonly player: Player
  readonly store: EditorStore
  readonly comparing: Comparing
}

/**
 * Both texts in columns, paragraph by paragraph, with the differences highlighted; a time or a difference
 * plays both.
 */
export function SideBySide(props: SideBySideProps) {
  const { text } = useSecondText(props.session.transcriptId, props.comparing.text)
  return text === null || text === undefined ? null : <Columns {...props} text={text} />
}

function Columns({ session, player, store, text }: SideBySideProps & { readonly text: SecondText }) {
  const say = useSay()
  const transcript = useTranscriptAfterTyping(session)
  const names = useSpeakerNames(session)
  // The second column is exactly the second text, including differences in only capitals and punctuation.
  const open = useDifferences(session, text, true)
  const grouped = useMemo(() => Map.groupBy(open ?? [], ({ paragraphId }) => paragraphId), [open])
  const items = useEditor(store, (state) => state.check.items)
  const openKey = useEditor(store, (state) => state.check.open?.key ?? null)
  const wanted = useRef<string | null>(null)
  const choose = (difference: Difference): void => {
    if (difference.kind === 'writing') changeComparing(store, { withWriting: true })
    wanted.current = itemKeyOf(difference)
    openWanted(store, wanted)
    playDifference(player, difference)
  }
  // A difference in capitals or punctuation is listed a moment later.
  useEffect(() => openWanted(store, wanted), [items, store])
  return (
    <div className={styles.columns} lang={transcript.language}>
      <div className={styles.columnHeads}>
        <span />
        <h2>{say('opinion.column.now')}</h2>
        <h2>{say('opinion.column.new')}</h2>
      </div>
      {transcript.paragraphs.map((paragraph) => (
        <PairedParagraph
          key={paragraph.id}
          paragraph={paragraph}
          parts={columnParts(paragraph, grouped.get(paragraph.id) ?? [])}
          name={names.get(paragraph.speakerId ?? '') ?? say('speaker.unknown')}
          openKey={openKey}
          onPlay={() => player.seek(paragraph.words[0]?.startMs ?? 0)}
          onChoose={choose}
        />
      ))}
    </div>
  )
}

/** Opens the difference in the list, without the focus, as soon as it is there. */
function openWanted(store: EditorStore, wanted: RefObject<string | null>): void {
  const item = store.getState().check.items.find(({ key }) => key === wanted.current)
  if (item === undefined) return
  wanted.current = null
  changeCheck(store, { open: item, isCorrecting: false })
}

interface PairedParagraphProps {
  readonly paragraph: Paragraph
  readonly parts: readonly ColumnPart[]
  readonly name: string
  readonly openKey: string | null
  readonly onPlay: () => void
  readonly onChoose: (difference: Difference) => void
}

function PairedParagraph({ paragraph, parts, name, openKey, onPlay, onChoose }: PairedParagraphProps) {
  const startMs = paragraph.words[0]?.startMs ?? 0
  const column = (side: 'now' | 'other') => (
    <p>
      {parts.map((part, index) => {
        const words = part[side]
        if (part.difference === null) return <span key={index}>{textOf(words)} </span>
        const { difference } = part
        return (
          <Marked
            key={index}
            text={textOf(words)}
            isOpen={itemKeyOf(difference) === openKey}
            follows={side === 'now'}
            onChoose={() => onChoose(difference)}
          />
        )
      })}
    </p>
  )
  return (
    <section className={styles.pair}>
      <button type="button" className={styles.when} onClick={onPlay}>
        <b>{name}</b>
        <time>{formatDuration(startMs)}</time>
      </button>
      {column('now')}
      {column('other')}
    </section>
  )
}

interface MarkedProps {
  readonly text: string
  readonly isOpen: boolean
  /** Whether it is scrolled into view when it is opened. */
  readonly follows: boolean
  readonly onChoose: () => void
}

function Marked({ text, isOpen, follows, onChoose }: MarkedProps) {
  const say = useSay()
  const mark = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (isOpen && follows) mark.current?.scrollIntoView({ block: 'center' })
  }, [isOpen, follows])
  return (
    <>
      <button
        ref={mark}
        type="button"
        className={classNames(styles.hit, styles.marked, isOpen && styles.hitNow)}
        aria-current={isOpen}
        onClick={onChoose}
      >
        {text === '' ? <i aria-label={say('opinion.nothing')}>–</i> : text}
      </button>{' '}
    </>
  )
}
