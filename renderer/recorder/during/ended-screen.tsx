import { Link } from '@tanstack/react-router'
import { TopBar } from '../../library/top-bar.tsx'
import { Banner } from '../../ui/banner.tsx'
import { buttonClass } from '../../ui/button.tsx'
import { classNames } from '../../ui/class-names.ts'
import { usePageTitle } from '../../ui/use-page-title.ts'
import { useSay } from '../../ui/words.tsx'
import type { Ended } from '../running/recorder-store.ts'
import frame from '../../ui/page-frame.module.css'
import styles from './during.module.css'

/** Between Stop and the recording in the library: its file is created and checked. */
export function EndedScreen({ ended }: { readonly ended: Ended }) {
  const say = useSay()
  usePageTitle(ended.title)
  return (
    <div className={frame.app}>
      <TopBar kind="settings" />
      <main
        id="content"
        className={classNames(styles.sheet, styles.alone)}
        aria-label={ended.title}
        tabIndex={-1}
      >
        <div className={styles.middle}>
          <h1>{ended.title}</h1>
          <Banner
            title={say('rec.checking')}
            tone="plain"
            icon="disk"
            role="status"
            actions={
              <Link to="/" className={buttonClass('line', 'small')}>
                {say('rec.to-library')}
              </Link>
            }
          >
            <p>{say('rec.checking.more')}</p>
          </Banner>
        </div>
      </main>
    </div>
  )
}
