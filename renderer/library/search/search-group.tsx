import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { Speaker } from '#core/transcript/transcript'
import { formatDay } from '../../ui/format-date.ts'
import { formatDuration } from '../../ui/format-duration.ts'
import { voiceNumber } from '../../ui/voice.ts'
import { useLanguage, useSay } from '../../ui/words.tsx'
import { bareWord, type HitPart, hitParts, namedParts } from './hit-parts.ts'
import styles from '../library.module.css'
import type { Hit, RecordingHits } from './search-groups.ts'
import own from './search-screen.module.css'

export interface SearchGroupProps {
  readonly group: RecordingHits
  /** The query as typed. */
  readonly words: string
  /** Undefined until known. */
  readonly about: { readonly addedAtMs: number; readonly durationMs: number | null } | undefined
  /** Of the recording's current transcript, as far as known. */
  readonly speakers: readonly Speaker[]
  /** Name of its library, if several are searched. */
  readonly library: string | null
  /**
   * For a recording in another library, which cannot be linked to: opens it at a time in ms; null: at its
   * start.
   */
  readonly onOpen: ((atMs: number | null) => void) | null
  readonly nowMs: number
}

/** A found recording with its hits, each opening at its time. */
export function SearchGroup({
  group: { recordingId, title, hits },
  words,
  about,
  speakers,
  library,
  onOpen,
  nowMs,
}: SearchGroupProps) {
  const language = useLanguage()
  const facts = about
    ? [
        formatDay(about.addedAtMs, nowMs, language),
        ...(about.durationMs === null ? [] : [formatDuration(about.durationMs)]),
      ].join(', ')
    : ''
  const place = { recordingId, onOpen }
  return (
    <section>
      <h2 className={styles.group}>
        <Place {...place} className={own.title} atMs={null}>
          <Parts parts={namedParts(title, words)} />
        </Place>
        <span className={styles.meta}>{facts}</span>
        {library !== null && <span className={own.library}>{library}</span>}
      </h2>
      <ul>
        {hits.map((hit) => (
          <li key={hit.paragraphId} className={own.hit}>
            <Place {...place} className={own.link} atMs={hit.startMs}>
              <HitLine hit={hit} words={words} speakers={speakers} />
            </Place>
          </li>
        ))}
      </ul>
    </section>
  )
}

interface HitLineProps {
  readonly hit: Hit
  readonly words: string
  readonly speakers: readonly Speaker[]
}

function HitLine({ hit, words, speakers }: HitLineProps) {
  const say = useSay()
  const speaker = speakers.find(({ id }) => id === hit.speakerId)
  return (
    <>
      <time>{formatDuration(hit.startMs)}</time>
      <span className={own.voice} data-v={voiceNumber(speaker?.colour)}>
        {hit.speakerName === null ? (
          hit.speakerNumber !== null && say('speaker.numbered', { number: hit.speakerNumber })
        ) : (
          <Parts parts={namedParts(hit.speakerName, words)} />
        )}
      </span>
      <span>
        <Parts
          parts={hitParts(
            hit.snippet,
            hit.words.map(({ text }) => bareWord(text)),
          )}
        />
      </span>
    </>
  )
}

interface PlaceProps {
  readonly recordingId: string
  readonly atMs: number | null
  readonly onOpen: SearchGroupProps['onOpen']
  readonly className: string | undefined
  readonly children: ReactNode
}

/** Opens a position in a recording: a link, or a button if its library has to be opened first. */
function Place({ recordingId, atMs, onOpen, className, children }: PlaceProps) {
  if (onOpen !== null)
    return (
      <button type="button" className={className} onClick={() => onOpen(atMs)}>
        {children}
      </button>
    )
  return (
    <Link
      className={className}
      to="/recording/$id"
      params={{ id: recordingId }}
      {...(atMs === null ? {} : { search: { at: atMs } })}
    >
      {children}
    </Link>
  )
}

function Parts({ parts }: { readonly parts: readonly HitPart[] }) {
  return parts.map((part, index) =>
    // Parts have no identity other than their position.
    // oxlint-disable-next-line react/no-array-index-key
    part.hit ? <mark key={index}>{part.text}</mark> : part.text,
  )
}
