import { useNavigate } from '@tanstack/react-router'
import { useEffect } from 'react'
import type { RunningCard } from '#contracts/calls/recorder'
import { useRunningRecordings } from '../../rpc/recorder-queries.ts'
import { useHost } from '../../rpc/studio-context.tsx'
import { Button } from '../../ui/button.tsx'
import { toastError } from '../../ui/error-notice.tsx'
import { toast } from '../../ui/toast.tsx'
import { Trouble } from '../../ui/trouble.tsx'
import { useLanguage, useSay } from '../../ui/words.tsx'
import { useRecorderStore } from '../running/recorder-store.ts'
import { callRecordingTab, onCalledFromOtherTab } from './other-tab.ts'

/** After so long without having come forward, the page that records must be found by hand. */
const COMES_WITHIN_MS = 500

/** While another page of this program records: says so, and goes to it. */
export function RecordingInOtherTab() {
  const own = useRecorderStore(({ running }) => running?.runningId ?? null)
  const ended = useRecorderStore((state) => state.ended?.runningId ?? null)
  const { data } = useRunningRecordings()
  useComeWhenCalled(own)
  const card = data?.find(
    ({ runningId, elsewhere, isAttended, state }) =>
      !elsewhere && isAttended && state !== 'finishing' && runningId !== ended,
  )
  return own !== null || card === undefined ? null : <OtherTab card={card} />
}

function OtherTab({ card: { runningId, title, state } }: { readonly card: RunningCard }) {
  const say = useSay()
  const goTo = (): void => {
    callRecordingTab(runningId)
    // A browser may refuse to let a page come forward.
    setTimeout(() => {
      if (document.visibilityState === 'visible' && document.hasFocus())
        toast.show({ text: say('rec.other-tab.find', { title }) })
    }, COMES_WITHIN_MS)
  }
  return (
    <Trouble
      form="strip"
      announced="status"
      what={say(state === 'paused' ? 'rec.other-tab.paused' : 'rec.other-tab', { title })}
      why={say('rec.other-tab.more')}
      way={
        <Button variant="line" size="small" onPress={goTo}>
          {say('rec.go-to')}
        </Button>
      }
    />
  )
}

/** The page that records shows the recording and comes forward. */
function useComeWhenCalled(own: string | null): void {
  const host = useHost()
  const language = useLanguage()
  const navigate = useNavigate()
  useEffect(() => {
    if (own === null) return
    return onCalledFromOtherTab(own, () => {
      void navigate({ to: '/record' })
      host.comeForward().catch((error: unknown) => toastError(error, language))
    })
  }, [own, host, language, navigate])
}
