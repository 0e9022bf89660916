import { formatDate } from '#core/notation/dates'
import { Link } from '@tanstack/react-router'
import { languageName } from '../../ui/language-name.ts'
import { openKeysSheet } from '../../keys/keys-sheet-store.ts'
import { buttonClass } from '../../ui/button.tsx'
import { classNames } from '../../ui/class-names.ts'
import { formatDuration } from '../../ui/format-duration.ts'
import { Icon } from '../../ui/icon.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { usePageTitle } from '../../ui/use-page-title.ts'
import { localeOf, useLanguage, useSay } from '../../ui/words.tsx'
import { useElapsedMs } from '../parts/use-now.ts'
import { useRecorder } from '../parts/use-recorder.tsx'
import { type PageLiveText, useLiveTextStore } from '../running/live-text-store.ts'
import { type Running, useRecorderStore } from '../running/recorder-store.ts'
import { LiveSide } from './live-side.tsx'
import { LiveText } from './live-text.tsx'
import { MomentForm } from './moment-form.tsx'
import { MomentList } from './moment-list.tsx'
import { RunningConsent } from './running-consent.tsx'
import { RunningControls } from './running-controls.tsx'
import { RunningNotices } from './running-notices.tsx'
import { RunningSources } from './running-sources.tsx'
import { RunningWave } from './running-wave.tsx'
import { SafeLight } from './safe-light.tsx'
import { SmallWindowButton } from './small-window-button.tsx'
import { useMomentKindKeys } from './use-moment-key.ts'
import { keptBelow } from '../../ui/kept-below.ts'
import frame from '../../ui/page-frame.module.css'
import styles from './during.module.css'

/** A recording in progress. */
export function RunningScreen() {
  const running = useRecorderStore((state) => state.running)
  return running === null ? null : <RunningRecording running={running} />
}

function RunningRecording({ running }: { readonly running: Running }) {
  const say = useSay()
  const language = useLanguage()
  const { options, clock, runningId } = running
  const live = useLiveTextStore((state) => (state.live?.runningId === runningId ? state.live : null))
  const isPaused = clock.pausedSinceMs !== null
  useMomentKindKeys()
  usePageTitle(
    say('shell.act-on', { act: say(isPaused ? 'rec.paused' : 'rec.recording'), what: options.title }),
  )
  const since = formatDate(clock.startedAtMs, localeOf(language), { timeStyle: 'short' })
  return (
    <div className={frame.app}>
      <header className={styles.top}>
        <Link to="/" className={buttonClass('quiet', 'normal', true)} aria-label={say('shell.library')}>
          <Icon name="back" />
        </Link>
        <h1 className={styles.title}>
          <b>{options.title}</b>
          <span>
            {say('rec.recording.since', { time: since })}
            {options.language !== 'auto' && `, ${languageName(options.language, language)}`}
          </span>
        </h1>
        <IconButton icon="keys" label={say('shell.keys')} onPress={openKeysSheet} />
        <SmallWindowButton />
      </header>
      <div className={styles.work}>
        <main
          id="content"
          className={classNames(styles.sheet, live !== null && styles.withText)}
          aria-label={options.title}
          tabIndex={-1}
        >
          <RunningNotices running={running} />
          {live === null ? <MomentsAlone /> : <LiveText running={running} live={live} />}
        </main>
        {live === null ? (
          <aside className={styles.side} aria-label={say('rec.sources')}>
            <h2>{say('rec.sources')}</h2>
            <RunningSources running={running} />
            <RunningConsent running={running} />
          </aside>
        ) : (
          <LiveSide running={running} live={live} />
        )}
      </div>
      <MomentForm />
      <section ref={keptBelow} className={styles.bottom} aria-label={say('rec.bar')}>
        <RunningWave running={running} />
        <div className={styles.dock}>
          <div className={styles.time}>
            <Elapsed />
            {isPaused && <b>{say('rec.paused')}</b>}
            <SafeLight running={running} />
          </div>
          <RunningControls running={running} />
          <TextLag live={live} />
        </div>
      </section>
    </div>
  )
}

/** Shown without text while recording. */
function MomentsAlone() {
  const say = useSay()
  const { willTranscribe } = useRecorder()
  return (
    <div className={styles.middle}>
      <h2>{say('rec.moments')}</h2>
      <MomentList />
      <p className={styles.meta}>{say(willTranscribe ? 'rec.text-follows' : 'rec.text-later')}</p>
    </div>
  )
}

/** A shorter delay is normal between speech and text. */
const TOLD_LAG_MS = 3_000

function TextLag({ live }: { readonly live: PageLiveText | null }) {
  const say = useSay()
  const isBehind = live !== null && (live.state === 'following' || live.state === 'behind')
  return (
    <span className={styles.lag}>
      {isBehind && live.lagMs >= TOLD_LAG_MS && say('live.lag', { seconds: Math.round(live.lagMs / 1_000) })}
    </span>
  )
}

export function Elapsed() {
  const say = useSay()
  const ms = useElapsedMs()
  return (
    <span role="timer" aria-label={say('rec.elapsed')} className={styles.clock}>
      {formatDuration(ms)}
    </span>
  )
}
