import { Link } from '@tanstack/react-router'
import { languageName } from '../../languages/language-name.ts'
import { openKeysSheet } from '../../keys/keys-sheet-store.ts'
import { buttonClass } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { formatDuration } from '../../ui/format-duration.ts'
import { Icon } from '../../ui/icon.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { usePageTitle } from '../../ui/use-page-title.ts'
import { localeOf, useLanguage, useSay } from '../../ui/words.tsx'
import { useElapsedMs } from '../parts/use-now.ts'
import { useRecorder, useTry } from '../parts/use-recorder.tsx'
import { type Running, useRecorderStore } from '../running/recorder-store.ts'
import { MomentForm } from './moment-form.tsx'
import { MomentList } from './moment-list.tsx'
import { RunningControls } from './running-controls.tsx'
import { RunningNotices } from './running-notices.tsx'
import { RunningSources } from './running-sources.tsx'
import { SafeLight } from './safe-light.tsx'
import { useMomentKindKeys } from './use-moment-key.ts'
import styles from './during.module.css'

/** A recording while it is made. */
export function RunningScreen() {
  const running = useRecorderStore((state) => state.running)
  return running === null ? null : <RunningRecording running={running} />
}

function RunningRecording({ running }: { readonly running: Running }) {
  const say = useSay()
  const language = useLanguage()
  const recorder = useRecorder()
  const attempt = useTry()
  const { options, clock } = running
  const isPaused = clock.pausedSinceMs !== null
  useMomentKindKeys()
  usePageTitle(`${say(isPaused ? 'rec.paused' : 'rec.recording')}: ${options.title}`)
  const since = new Intl.DateTimeFormat(localeOf(language), { timeStyle: 'short' }).format(clock.startedAtMs)
  return (
    <div className={styles.app}>
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
      </header>
      <div className={styles.work}>
        <main id="content" className={styles.sheet} aria-label={options.title} tabIndex={-1}>
          <RunningNotices running={running} />
          <div className={styles.middle}>
            <h2>{say('rec.moments')}</h2>
            <MomentList />
            <p className={styles.meta}>
              {say(recorder.willTranscribe ? 'rec.text-follows' : 'rec.text-later')}
            </p>
          </div>
        </main>
        <aside className={styles.side} aria-label={say('rec.sources')}>
          <h2>{say('rec.sources')}</h2>
          <RunningSources running={running} />
          <div className={styles.agree}>
            <Checkbox
              checked={options.consent?.given ?? false}
              onChange={(given) => attempt(() => recorder.actions.setConsent(given))}
            >
              {say('rec.consent')}
            </Checkbox>
          </div>
        </aside>
      </div>
      <MomentForm />
      <section className={styles.dock} aria-label={say('rec.bar')}>
        <div className={styles.time}>
          <Elapsed />
          {isPaused && <b>{say('rec.paused')}</b>}
          <SafeLight running={running} />
        </div>
        <RunningControls running={running} />
        <span />
      </section>
    </div>
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
