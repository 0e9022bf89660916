import { Outlet, useNavigate, useRouterState } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { useMenuActions, useMenuLanguage, useOpenedFiles } from './rpc/app-bridge.tsx'
import styles from './app-frame.module.css'
import { focusSearch } from './library/search/focus-search.ts'
import { helpOfScreen } from './help/help-of-screen.ts'
import { useMediaEndings } from './exports/use-media-endings.ts'
import { DropAnywhere } from './library/imports/drop-anywhere.tsx'
import { useAddRecordings } from './library/imports/use-add-recordings.ts'
import { OpenedTranscripts } from './library/imports/opened-transcripts.tsx'
import { JobDialog } from './library/job-dialog/job-dialog.tsx'
import { useNotifyWhenDone } from './jobs/use-notify-when-done.ts'
import { useTranscribedAgain } from './jobs/use-transcribed-again.ts'
import { ContinueRecording } from './recorder/during/continue-recording.tsx'
import { RecordingInOtherTab } from './recorder/during/recording-in-other-tab.tsx'
import { RecordingBar } from './recorder/during/recording-bar.tsx'
import { useConnection, useStudio } from './rpc/studio-context.tsx'
import { KeysSheet } from './keys/keys-sheet.tsx'
import { openKeysSheet } from './keys/keys-sheet-store.ts'
import { useKeyActions } from './keys/use-key-actions.ts'
import { Button } from './ui/button.tsx'
import { toast } from './ui/toast.tsx'
import { Trouble } from './ui/trouble.tsx'
import { useLanguage, useSay } from './ui/words.tsx'
import { useWatchNotices } from './watch/use-watch-notices.ts'

/**
 * The frame around every screen: file drop, keyboard shortcuts and their overview, notifications, the banner
 * for a lost connection.
 */
export function AppFrame() {
  const say = useSay()
  const navigate = useNavigate()
  const { add, pick } = useAddRecordings()
  const settings = (): void => void navigate({ to: '/settings/$section', params: { section: 'look' } })
  const record = (): void => void navigate({ to: '/record' })
  const help = (): void => void navigate({ to: '/help/$page', params: { page: helpOfScreen() } })
  useKeyActions<'app'>({
    keys: openKeysSheet,
    help,
    settings,
    record,
    'search-library': () => {
      if (!focusSearch()) void navigate({ to: '/search', search: {} }).then(focusSearch)
    },
  })
  useMenuActions({
    keys: openKeysSheet,
    help,
    'how-it-works': () => void navigate({ to: '/how-it-works/$section', params: { section: 'steps' } }),
    settings,
    library: () => void navigate({ to: '/' }),
    'add-recordings': pick,
    record,
  })
  useMenuLanguage(useLanguage())
  useOpenedFiles(add)
  useFocusOnArrival()
  useNotifyWhenDone()
  useTranscribedAgain()
  useWatchNotices()
  useMediaEndings()
  return (
    <div className={styles.frame}>
      <a
        className={styles.skip}
        href="#content"
        onClick={(event) => {
          // The URL's hash contains the route, so the skip link moves the focus itself.
          event.preventDefault()
          document.getElementById('content')?.focus()
        }}
      >
        {say('shell.skip')}
      </a>
      <LostConnection />
      <RecordingInOtherTab />
      <div className={styles.screen}>
        <Outlet />
      </div>
      <RecordingBar />
      <ContinueRecording />
      <KeysSheet />
      <JobDialog />
      <OpenedTranscripts />
      <DropAnywhere />
    </div>
  )
}

/** If the focus was on the previous screen, it moves to the new one, so that the keyboard starts at its beginning. */
function useFocusOnArrival(): void {
  const path = useRouterState({ select: ({ resolvedLocation }) => resolvedLocation?.pathname })
  useEffect(() => {
    if (path !== undefined && document.activeElement === document.body)
      document.getElementById('content')?.focus({ preventScroll: true })
  }, [path])
}

/** Shorter interruptions of the connection are not reported. */
const TOLERATED_MS = 1_200

function LostConnection() {
  const connection = useConnection()
  return connection === 'connected' ? null : <LostBanner isRefused={connection === 'refused'} />
}

/** Mounted while the connection is lost; shows a strip after a moment, and a note once it is back. */
function LostBanner({ isRefused }: { readonly isRefused: boolean }) {
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
    <Trouble
      form="strip"
      what={say(isRefused ? 'shell.refused' : 'shell.lost')}
      why={say(isRefused ? 'shell.refused.more' : 'shell.lost.more')}
      {...(retry && {
        way: (
          <Button variant="line" size="small" onPress={retry}>
            {say('shell.lost.retry')}
          </Button>
        ),
      })}
    />
  )
}
