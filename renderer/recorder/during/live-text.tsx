import { memo } from 'react'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { formatDuration } from '../../ui/format-duration.ts'
import { useSay } from '../../ui/words.tsx'
import { sourceVoice } from '../parts/source-name.ts'
import { useRecorder } from '../parts/use-recorder.tsx'
import type { PageLiveText } from '../running/live-text-store.ts'
import { type Running, useRecorderStore } from '../running/recorder-store.ts'
import { liveParagraphs } from './live-paragraphs.ts'
import styles from './live-text.module.css'
import { useFollowEnd } from './use-follow-end.ts'

export interface LiveTextProps {
  readonly running: Running
  readonly live: PageLiveText
}

/** What was said so far. Lines are fixed: more follow below, and none changes. */
export function LiveText({ running, live }: LiveTextProps) {
  const say = useSay()
  const slots = useRecorderStore((state) => state.slots)
  const { ref, onScroll, isAtEnd, toEnd } = useFollowEnd(live.lines)
  return (
    <div className={styles.live}>
      <TextState live={live} />
      <div
        ref={ref}
        className={styles.flow}
        role="log"
        aria-label={say('live.text')}
        // Keys scroll it.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        onScroll={onScroll}
      >
        {live.lines.length === 0 && live.state === 'following' && (
          <p className={styles.soon}>{say('live.nothing-yet')}</p>
        )}
        {live.lines.length === 0 && live.state === 'loading' && (
          <p className={styles.soon}>{say('live.loading')}</p>
        )}
        {liveParagraphs(live.lines).map(({ id, source, startMs, endMs, text }) => (
          <Paragraph
            key={id}
            lane={source}
            voice={sourceVoice(running.inputs[source] ?? -1, slots)}
            name={running.options.sources[source]?.name ?? ''}
            time={formatDuration(startMs)}
            until={formatDuration(endMs)}
            text={text}
          />
        ))}
      </div>
      {!isAtEnd && (
        <Button className={styles.latest} variant="line" size="small" onPress={toEnd}>
          {say('live.latest')}
        </Button>
      )}
    </div>
  )
}

interface ParagraphProps {
  readonly lane: number
  readonly voice: number
  readonly name: string
  readonly time: string
  readonly until: string
  readonly text: string | null
}

const Paragraph = memo(function Paragraph({ lane, voice, name, time, until, text }: ParagraphProps) {
  const say = useSay()
  return (
    <div className={styles.paragraph} data-v={voice}>
      <div className={styles.who}>
        <b>{name}</b>
        <time>{time}</time>
      </div>
      <i className={styles.seam} style={{ left: `${lane * 12}px` }} aria-hidden="true" />
      {text === null ? (
        <p className={styles.soon}>{say('live.left-out', { from: time, to: until })}</p>
      ) : (
        <p>{text}</p>
      )}
    </div>
  )
})

/** Why text does not come just now, if it does not. */
function TextState({ live: { state, error } }: { readonly live: PageLiveText }) {
  const say = useSay()
  const { willTranscribe } = useRecorder()
  if (state === 'off' || state === 'loading' || state === 'following') return null
  return (
    <div className={styles.state}>
      <Banner
        title={say(`live.${state}`)}
        tone="warn"
        icon="warn"
        role={state === 'behind' ? 'status' : 'alert'}
      >
        {error !== null && <p>{error.message}</p>}
        <p>{say('live.after-stop', { transcribes: willTranscribe ? 'yes' : 'no' })}</p>
      </Banner>
    </div>
  )
}
