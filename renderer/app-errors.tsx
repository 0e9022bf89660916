import styles from './app-frame.module.css'
import { Button } from './ui/button.tsx'
import { ErrorPage } from './ui/error-notice.tsx'
import { ToRecordings } from './ui/to-recordings.tsx'
import { Trouble } from './ui/trouble.tsx'
import { useSay } from './ui/words.tsx'

/** Shown in place of a screen that threw: the error, with details to copy. */
export function ScreenError({ error }: { readonly error: unknown }) {
  const say = useSay()
  return (
    <main id="content" className={styles.trouble} tabIndex={-1}>
      <ErrorPage
        error={error}
        way={
          <Button variant="main" onPress={() => window.location.reload()}>
            {say('shell.reload')}
          </Button>
        }
      />
    </main>
  )
}

export function NotFound() {
  const say = useSay()
  return (
    <main id="content" className={styles.trouble} tabIndex={-1}>
      <Trouble what={say('shell.not-found')} why={say('shell.not-found.more')} way={<ToRecordings />} />
    </main>
  )
}
