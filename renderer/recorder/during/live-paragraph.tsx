import { memo } from 'react'
import { formatDuration } from '../../ui/format-duration.ts'
import { useSay } from '../../ui/words.tsx'
import type { FlowParagraph } from './live-flow.ts'
import { LiveLineText } from './live-line.tsx'
import { LiveName } from './live-name.tsx'
import styles from './live-text.module.css'

export interface LiveParagraphProps {
  readonly paragraph: FlowParagraph
  readonly voice: number
  /** Name of the source itself. */
  readonly sourceName: string
  /** The line that is the tab stop, if it is in this paragraph. */
  readonly stopId: string | null
  readonly hintId: string
}

/** The speaker, the start time and the text; or a note that the text is pending. */
export const LiveParagraph = memo(function LiveParagraph({
  paragraph,
  voice,
  sourceName,
  stopId,
  hintId,
}: LiveParagraphProps) {
  const say = useSay()
  const { source, startMs, endMs, lines } = paragraph
  const time = formatDuration(startMs)
  return (
    <div className={styles.paragraph} data-v={voice}>
      <div className={styles.who}>
        <LiveName paragraph={paragraph} sourceName={sourceName} isStop={stopId !== null} />
        <time>{time}</time>
      </div>
      <i className={styles.seam} style={{ left: `${source * 12}px` }} aria-hidden="true" />
      {lines.length === 0 ? (
        <p className={styles.soon}>{say('live.left-out', { from: time, to: formatDuration(endMs) })}</p>
      ) : (
        <p>
          {lines.map((line) => (
            <LiveLineText key={line.id} line={line} isStop={line.id === stopId} hintId={hintId} />
          ))}
        </p>
      )}
    </div>
  )
}, isSame)

/** Each line creates all paragraphs again. */
function isSame(a: LiveParagraphProps, b: LiveParagraphProps): boolean {
  const { lines } = b.paragraph
  return (
    a.voice === b.voice &&
    a.paragraph.name === b.paragraph.name &&
    a.sourceName === b.sourceName &&
    a.stopId === b.stopId &&
    a.paragraph.endMs === b.paragraph.endMs &&
    a.paragraph.lines.length === lines.length &&
    a.paragraph.lines.every(({ text }, index) => text === lines[index]?.text)
  )
}
