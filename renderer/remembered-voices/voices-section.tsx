import { formatLongDate } from '#core/notation/dates'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { RememberedVoice } from '#contracts/calls/voices'
import { Button } from '../ui/button.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { Loading } from '../ui/loading.tsx'
import { localeOf, useLanguage, useSay } from '../ui/words.tsx'
import { ForgetDialog, type Forgotten } from './forget-dialog.tsx'
import styles from './remembered-voices.module.css'
import { useForget } from './use-forget.ts'
import { useRememberedVoices } from './use-remembered-voices.ts'
import { useSamples } from './use-samples.ts'

/** Every remembered voice: since when, from which recordings, to play and to forget. */
export function VoicesSection() {
  const say = useSay()
  const { data: voices, error } = useRememberedVoices()
  const [asked, setAsked] = useState<Forgotten | null>(null)
  if (error) return <ErrorNotice error={error} />
  if (voices === undefined) return <Loading />
  return (
    <>
      <p className={styles.lead}>{say('remembered-voices.lead')}</p>
      {voices.length === 0 ? (
        <p className={styles.meta}>{say('remembered-voices.none')}</p>
      ) : (
        <>
          <ul className={styles.voices}>
            {voices.map((voice) => (
              <VoiceItem key={voice.id} voice={voice} onForget={() => setAsked({ voice })} />
            ))}
          </ul>
          <Button variant="line" className={styles.all} onPress={() => setAsked({ count: voices.length })}>
            {say('remembered-voices.forget.all')}
          </Button>
        </>
      )}
      {asked !== null && <ForgetDialog forgotten={asked} onClose={() => setAsked(null)} />}
    </>
  )
}

function VoiceItem({ voice, onForget }: { readonly voice: RememberedVoice; readonly onForget: () => void }) {
  const say = useSay()
  const language = useLanguage()
  const samples = useSamples()
  const forget = useForget()
  const { name, createdAtMs, parts } = voice
  const date = formatLongDate(createdAtMs, localeOf(language))
  return (
    <li className={styles.voice}>
      <p>
        <span className={styles.who}>{name}</span>{' '}
        <span className={styles.meta}>{say('remembered-voices.since', { date })}</span>
      </p>
      <Button
        variant="line"
        size="small"
        aria-label={say('remembered-voices.forget.label', { name })}
        onPress={onForget}
      >
        {say('remembered-voices.forget')}
      </Button>
      <ul className={styles.parts}>
        {parts.map((part) => {
          const { recordingId, title, seconds, isComparable } = part
          return (
            <li key={recordingId}>
              <IconButton
                icon="play"
                variant="line"
                size="small"
                label={say('remembered-voices.hear', { name, title })}
                onPress={() => samples.play(part)}
              />
              <span>
                <Link to="/recording/$id" params={{ id: recordingId }}>
                  {title}
                </Link>{' '}
                <span className={styles.meta}>
                  {say('remembered-voices.part', { seconds: Math.round(seconds) })}
                  {!isComparable && `; ${say('remembered-voices.other-model')}`}
                </span>
              </span>
              {parts.length > 1 && (
                <IconButton
                  icon="x"
                  size="small"
                  label={say('remembered-voices.forget.part', { name, title })}
                  onPress={() => forget.part(voice, part)}
                />
              )}
            </li>
          )
        })}
      </ul>
    </li>
  )
}
