import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useStudio } from '../rpc/studio-context.tsx'
import { Button, buttonClass } from '../ui/button.tsx'
import { toastError } from '../ui/error-notice.tsx'
import { Icon } from '../ui/icon.tsx'
import { SpeakerTrack } from '../ui/speaker-track.tsx'
import { useLanguage, useSay } from '../ui/words.tsx'
import styles from './first-start.module.css'
import { useAddRecordings } from './imports/use-add-recordings.ts'
import { peaks, sampleTurns } from './list/sample-drawing.ts'

/** An empty library: a drop area, and a sample conversation that one click opens. */
export function FirstStart() {
  const say = useSay()
  const { pick } = useAddRecordings()
  return (
    <>
      <main id="content" className={styles.first} tabIndex={-1}>
        <div className={styles.drop}>
          <div className={styles.words}>
            <h1>{say('first.title')}</h1>
            <p className={styles.lead}>{say('first.lead')}</p>
            <p className={styles.choose}>
              <Button variant="main" size="big" onPress={pick}>
                {say('first.choose')}
              </Button>
              <Link to="/record" className={buttonClass('line', 'big')}>
                <Icon name="record" filled />
                {say('rec.record')}
              </Link>
              <Link to="/podcasts" className={buttonClass('line', 'big')}>
                <Icon name="feed" />
                {say('podcasts.title')}
              </Link>
              <span>{say('first.any')}</span>
            </p>
          </div>
          <div className={styles.strip}>
            <Drawing />
          </div>
        </div>
        <Sample />
      </main>
      <footer className={styles.foot}>
        <span>
          <Icon name="home" small />
          {say('first.trust')}
        </span>
        <span>{say('first.free')}</span>
      </footer>
    </>
  )
}

/** Sound on the left, a conversation of three speakers on the right: an illustration of what Parolo does. */
function Drawing() {
  const say = useSay()
  return (
    <svg viewBox="0 0 1240 220" preserveAspectRatio="xMinYMid slice" aria-hidden="true">
      <path className={styles.peaks} d={peaks()} />
      <path
        className={styles.connectors}
        d="M412 110C428 110 424 58 440 58M568 58C586 58 586 110 604 110M818 110C836 110 838 162 856 162M994 162C1012 162 1012 110 1030 110M1142 110C1160 110 1162 58 1180 58"
      />
      <path className={styles.segment} data-v="1" d="M440 58h128M1180 58h80" />
      <path className={styles.segment} data-v="2" d="M604 110h214M1030 110h112" />
      <path className={styles.segment} data-v="3" d="M856 162h138" />
      <text className={styles.quote} data-v="1" x="440" y="38">
        {say('first.quote.1')}
      </text>
      <text className={styles.quote} data-v="2" x="604" y="90">
        {say('first.quote.2')}
      </text>
      <text className={styles.quote} data-v="3" x="856" y="194">
        {say('first.quote.3')}
      </text>
      <text className={styles.quote} data-v="2" x="1030" y="90">
        {say('first.quote.4')}
      </text>
    </svg>
  )
}

function Sample() {
  const say = useSay()
  const language = useLanguage()
  const studio = useStudio()
  const navigate = useNavigate()
  const [opening, setOpening] = useState(false)
  const { durationMs, turns } = sampleTurns[language]
  const open = async (): Promise<void> => {
    setOpening(true)
    try {
      const { recordingId } = await studio.call('recordings.addSample', { language })
      // Automatic, because settings are remembered and a sample says nothing about the user's own recordings.
      await studio.call('jobs.start', { recordingId, settings: { language: 'auto' } })
      await navigate({ to: '/recording/$id', params: { id: recordingId } })
    } catch (error) {
      toastError(error, language)
      setOpening(false)
    }
  }
  return (
    <section className={styles.sample} aria-label={say('first.sample.region')}>
      <div>
        <h2>{say('first.sample')}</h2>
        <p className={styles.meta}>{say('first.sample.about', { seconds: Math.round(durationMs / 1000) })}</p>
      </div>
      <SpeakerTrack
        segments={{
          speakers: turns.map(([speaker]) => speaker),
          startsMs: turns.map(([, startMs]) => startMs),
          endsMs: turns.map(([, , endMs]) => endMs),
        }}
        colors={[0, 1]}
        durationMs={durationMs}
      />
      <p className={styles.soon}>{say('first.sample.soon')}</p>
      <Button variant="line" disabled={opening} onPress={() => void open()}>
        {say('first.sample.open')}
      </Button>
    </section>
  )
}
