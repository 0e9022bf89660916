import { useState } from 'react'
import { Tabs } from '../../ui/tabs.tsx'
import { useSay } from '../../ui/words.tsx'
import { useRecorderStore } from '../running/recorder-store.ts'
import type { LiveTextProps } from './live-text.tsx'
import styles from './live-text.module.css'
import { MomentList } from './moment-list.tsx'
import { RunningConsent } from './running-consent.tsx'
import { RunningLevels, RunningSources } from './running-sources.tsx'
import { SpeakingSoFar } from './speaking-so-far.tsx'

type Panel = 'speaking' | 'moments' | 'sources'
const LATEST_MOMENTS = 4

/** Next to the text: speaking time, moments, sources; levels are always shown. */
export function LiveSide({ running, live }: LiveTextProps) {
  const say = useSay()
  const [panel, setPanel] = useState<Panel>('speaking')
  const moments = useRecorderStore((state) => state.running?.moments.length ?? 0)
  return (
    <aside className={styles.side} aria-label={say('live.panel')}>
      <Tabs
        label={say('live.panel')}
        className={styles.fill}
        listClassName={styles.sideTabs}
        panelClassName={styles.panel}
        chosen={panel}
        onChoose={setPanel}
        tabs={[
          {
            id: 'speaking',
            label: say('speaking.title'),
            panel: (
              <>
                <SpeakingSoFar running={running} live={live} />
                <h2>{say('live.latest-moments')}</h2>
                <MomentList most={LATEST_MOMENTS} />
              </>
            ),
          },
          {
            id: 'moments',
            label: say('rec.moments'),
            count: moments === 0 ? undefined : moments,
            panel: <MomentList />,
          },
          {
            id: 'sources',
            label: say('rec.sources'),
            panel: (
              <>
                <RunningSources running={running} />
                <RunningConsent running={running} />
              </>
            ),
          },
        ]}
      />
      {panel !== 'sources' && <RunningLevels running={running} className={styles.meters} />}
    </aside>
  )
}
