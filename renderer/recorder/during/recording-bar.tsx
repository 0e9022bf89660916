import { Link, useRouterState } from '@tanstack/react-router'
import { buttonClass } from '../../ui/button.tsx'
import { keptBelowScreen } from '../../ui/kept-below.ts'
import { useSay } from '../../ui/words.tsx'
import { LevelMeter } from '../parts/meter.tsx'
import { sourceName, sourceVoice } from '../parts/source-name.ts'
import { useMeterStore, useRecorderStore } from '../running/recorder-store.ts'
import { MomentForm } from './moment-form.tsx'
import { RunningControls } from './running-controls.tsx'
import { Elapsed } from './running-screen.tsx'
import { SafeLight } from './safe-light.tsx'
import { useAskBeforeLeaving } from './use-ask-before-leaving.ts'
import { useMomentKey } from './use-moment-key.ts'
import { useStripAndTray } from './use-strip-and-tray.ts'
import styles from './during.module.css'

/** Below every other screen while this page is recording. */
export function RecordingBar() {
  const say = useSay()
  const running = useRecorderStore((state) => state.running)
  const slots = useRecorderStore((state) => state.slots)
  const meters = useMeterStore((state) => state.meters)
  const isOnScreen = useRouterState({ select: ({ location }) => location.pathname === '/record' })
  useMomentKey()
  useStripAndTray()
  useAskBeforeLeaving(running !== null)
  if (running === null || isOnScreen) return null
  return (
    <>
      <MomentForm />
      <section ref={keptBelowScreen} className={styles.bar} aria-label={say('rec.bar')}>
        <Elapsed />
        <div className={styles.barWords}>
          <b>{running.options.title}</b>
          {running.clock.pausedSinceMs === null ? <SafeLight running={running} /> : say('rec.paused')}
        </div>
        <div className={styles.barLevels}>
          {slots
            .filter(({ input }) => running.inputs.includes(input))
            .map((slot) => (
              <LevelMeter
                key={slot.input}
                slim
                label={sourceName(slot, slots, say)}
                meter={meters.get(slot.input)}
                voice={sourceVoice(slot.input, slots)}
              />
            ))}
        </div>
        <RunningControls running={running} small />
        <Link to="/record" className={buttonClass('line', 'small')}>
          {say('rec.go-to')}
          {running.notices.length > 0 && <span className={styles.count}>{running.notices.length}</span>}
        </Link>
      </section>
    </>
  )
}
