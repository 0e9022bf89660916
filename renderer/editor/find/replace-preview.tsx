import { replacementOf, type Hit } from '#core/find/find-replace'
import { paragraphText, type Transcript } from '#core/transcript/transcript'
import type { TranscriptSession } from '../../session/transcript-session.ts'
import { bringIntoView } from '../../ui/bring-into-view.ts'
import { Checkbox } from '../../ui/checkbox.tsx'
import { formatDuration } from '../../ui/format-duration.ts'
import { voiceNumber } from '../../ui/voice.ts'
import { useSay } from '../../ui/words.tsx'
import { useSpeakerNames } from '../use-speaker-names.ts'
import styles from './find.module.css'
import type { FindState } from './use-find.ts'

/** Further hits are not drawn but are replaced. */
const mostShown = 200
/** Characters of context shown on either side. */
const around = 48

export interface ReplacePreviewProps {
  readonly session: TranscriptSession
  readonly find: FindState
  readonly replacement: string
  readonly undoKeys: string
}

/** Shows the text after replacing; each hit can be excluded. */
export function ReplacePreview({ session, find, replacement, undoKeys }: ReplacePreviewProps) {
  const say = useSay()
  const names = useSpeakerNames(session)
  const { hits, taken, toggle, transcript } = find
  const byId = new Map(transcript.paragraphs.map((paragraph) => [paragraph.id, paragraph]))
  const colors = new Map(transcript.speakers.map(({ id, colour }) => [id, colour]))
  return (
    <aside className={styles.preview} aria-label={say('editor.preview')}>
      <header>
        <h2>{say('editor.preview')}</h2>
        <p>
          {say('editor.preview.count', {
            count: taken.size,
            all: hits.length,
            keys: undoKeys,
          })}
        </p>
      </header>
      <ol>
        {hits.slice(0, mostShown).map((hit) => {
          const paragraph = byId.get(hit.paragraphId)
          if (paragraph === undefined) return null
          const time = formatDuration(timeOf(transcript, hit))
          const isTaken = taken.has(hit)
          const text = paragraphText(paragraph)
          return (
            <li
              key={`${hit.paragraphId} ${hit.from}`}
              ref={hit === find.hits[find.now] ? bringIntoView : null}
              aria-current={hit === find.hits[find.now] ? 'true' : undefined}
            >
              <Checkbox
                checked={isTaken}
                onChange={() => toggle(hit)}
                label={say('editor.preview.replace-at', { time })}
              />
              <p className={styles.who}>
                <b data-v={voiceNumber(colors.get(paragraph.speakerId ?? ''))}>
                  {names.get(paragraph.speakerId ?? '') ?? say('speaker.unknown')}
                </b>{' '}
                <time>{time}</time>
              </p>
              <p className={isTaken ? styles.reads : styles.stays}>
                {cutStart(text.slice(0, hit.from))}
                {isTaken ? (
                  <>
                    <del>{text.slice(hit.from, hit.to)}</del> <ins>{replacementOf(hit, replacement)}</ins>
                  </>
                ) : (
                  text.slice(hit.from, hit.to)
                )}
                {cutEnd(text.slice(hit.to))}
              </p>
            </li>
          )
        })}
      </ol>
      {hits.length > mostShown && (
        <p className={styles.more}>{say('editor.preview.more', { count: hits.length - mostShown })}</p>
      )}
    </aside>
  )
}

function timeOf({ paragraphs }: Transcript, hit: Hit): number {
  const words = paragraphs.find((paragraph) => paragraph.id === hit.paragraphId)?.words ?? []
  let end = 0
  for (const word of words) {
    end += word.before.length + word.text.length
    if (end > hit.from) return word.startMs
  }
  return words[0]?.startMs ?? 0
}

function cutStart(text: string): string {
  if (text.length <= around) return text
  return `…${text.slice(text.indexOf(' ', text.length - around))}`
}

function cutEnd(text: string): string {
  if (text.length <= around) return text
  const end = text.lastIndexOf(' ', around)
  return `${text.slice(0, end < 0 ? around : end)}…`
}
