import { Outlet, useNavigate, useRouterState } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { useMenuActions, useMenuLanguage, useOpenedFiles } from './shell/app-bridge.tsx'
import styles from './app-frame.module.css'
import { focusSearch } from './library/focus-search.ts'
import { DropAnywhere } from './library/imports/drop-anywhere.tsx'
import { useAddRecordings } from './library/imports/use-add-recordings.ts'
import { OpenedTranscripts } from './library/imports/opened-transcripts.tsx'
import { JobDialog } from './library/job-dialog.tsx'
import { useNotifyWhenDone } from './library/use-notify-when-done.ts'
import { useConnection, useStudio } from './rpc/studio-context.tsx'
import { KeysSheet } from './keys/keys-sheet.tsx'
import { openKeysSheet } from './keys/keys-sheet-store.ts'
import { useKeyActions } from './keys/use-key-actions.ts'
import { Banner } from './ui/banner.tsx'
import { Button } from './ui/button.tsx'
import { toast } from './ui/toast.tsx'
import { useLanguage, useSay } from './ui/words.tsx'

/** What lies around every screen: dropping files, keys, the sheet of keys, notifications, the lost connection. */
export function AppFrame() {
  const say = useSay()
  const navigate = useNavigate()
  const { add, pick } = useAddRecordings()
  const settings = (): void => void navigate({ to: '/settings/$section', params: { section: 'models' } })
  useKeyActions({
    keys: openKeysSheet,
    settings,
    'search-library': () => {
      if (!focusSearch()) void navigate({ to: '/search', search: {} }).then(focusSearch)
    },
  })
  useMenuActions({
    keys: openKeysSheet,
    settings,
    library: () => void navigate({ to: '/' }),
    'add-recordings': pick,
  })
  useMenuLanguage(useLanguage())
  useOpenedFiles(add)
  useFocusOnArrival()
  useNotifyWhenDone()
  return (
    <div className={styles.frame}>
      <a
        className={styles.skip}
        href="#content"
        onClick={(event) => {
          // The address holds the route, so the jump is made by hand.
          event.preventDefault()
          document.getElementById('content')?.focus()
        }}
      >
        {say('shell.skip')}
      </a>
      <LostConnection />
      <div className={styles.screen}>
        <Outlet />
      </div>
      <KeysSheet />
      <JobDialog />
      <OpenedTranscripts />
      <DropAnywhere />
    </div>
  )
}

/** A new screen takes the focus where the old one took it along, so that the keyboard goes on from its beginning. */
function useFocusOnArrival(): void {
  const path = useRouterState({ select: ({ resolvedLocation }) => resolvedLocation?.pathname })
  useEffect(() => {
    if (path !== undefined && document.activeElement === document.body)
      document.getElementById('content')?.focus({ preventScroll: true })
  }, [path])
}

/** A blink of the connection is not worth a word. */
const TOLERATED_MS = 1_200

function LostConnection() {
  return useConnection() === 'connected' ? null : <LostBanner />
}

/** There as long as the connection is away; says so after a moment, and when it is back. */
function LostBanner() {
  const say = useSay()
  const studio = useStudio()
  const [shown, setShown] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setShown(true), TOLERATED_MS)
    return () => clearTimeout(timer)
  }, [])
  useEffect(() => {
    if (!shown) return
    return () => {
      toast.show({ text: say('shell.found-again'), tone: 'done' })
    }
  }, [shown, say])
  if (!shown) return null
  const retry = 'retry' in studio && typeof studio.retry === 'function' ? (studio.retry as () => void) : null
  return (
    <div className={styles.lost}>
      <Banner
        title={say('shell.lost')}
        actions={
          retry && (
            <Button variant="line" size="small" onPress={retry}>
              {say('shell.lost.retry')}
            </Button>
          )
        }
      >
        <p>{say('shell.lost.more')}</p>
      </Banner>
    </div>
  )
}
