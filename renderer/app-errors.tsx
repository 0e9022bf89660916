import { Link } from '@tanstack/react-router'
import styles from './app-frame.module.css'
import { Button, buttonClass } from './ui/button.tsx'
import { EmptyState } from './ui/empty-state.tsx'
import { ErrorNotice } from './ui/error-notice.tsx'
import { useSay } from './ui/words.tsx'

/** Shown in place of a screen that threw: the error, with details to copy. */
export function ScreenError({ error }: { readonly error: unknown }) {
  const say = useSay()
  return (
    <main id="content" className={styles.trouble} tabIndex={-1}>
      <ErrorNotice error={error} />
      <p>
        <Button variant="line" onPress={() => window.location.reload()}>
          {say('shell.reload')}
        </Button>
      </p>
    </main>
  )
}

export function NotFound() {
  const say = useSay()
  return (
    <main id="content" className={styles.trouble} tabIndex={-1}>
      <EmptyState
        title={say('shell.not-found')}
        action={
          <Link to="/" className={buttonClass('line')}>
            {say('shell.to-library')}
          </Link>
        }
      />
    </main>
  )
}
