import { Link } from '@tanstack/react-router'
import { Banner } from '../../ui/banner.tsx'
import { Button, buttonClass } from '../../ui/button.tsx'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { formatDuration } from '../../ui/format-duration.ts'
import { useSay } from '../../ui/words.tsx'
import { type Ended, useRecorderStore } from '../running/recorder-store.ts'

/** The result of a recording that stopped, by itself or on request. */
export function EndedNotice() {
  const ended = useRecorderStore((state) => state.ended)
  if (ended === null) return null
  return (
    <>
      {ended.reason !== 'asked' && <StoppedByItself ended={ended} />}
      {ended.reason !== 'kept' && <Finishing ended={ended} />}
    </>
  )
}

function StoppedByItself({ ended }: { readonly ended: Ended }) {
  const say = useSay()
  const time = formatDuration(ended.reason === 'kept' ? ended.keptMs : ended.durationMs)
  const of = ended.reason === 'asked' ? 'rec.ended.elsewhere' : (`rec.ended.${ended.reason}` as const)
  return (
    <Banner
      title={say(of)}
      icon={ended.reason === 'disk-full' ? 'disk' : 'info'}
      actions={
        ended.reason === 'disk-full' && (
          <Link className={buttonClass('line', 'small')} to="/storage">
            {say('library.space.what')}
          </Link>
        )
      }
    >
      <p>{say(`${of}.more`, { time })}</p>
    </Banner>
  )
}

function Finishing({ ended }: { readonly ended: Ended }) {
  const say = useSay()
  if (ended.state === 'failed') return <ErrorNotice error={ended.error} />
  if (ended.state === 'finishing')
    return (
      <Banner title={say('rec.checking')} tone="plain" icon="disk" role="status">
        <p>{say('rec.checking.more')}</p>
      </Banner>
    )
  if (ended.recordingId === null)
    return <Banner title={say('rec.nothing')} tone="plain" icon="info" role="status" />
  return (
    <Banner
      title={ended.title}
      tone="plain"
      icon="check"
      role="status"
      actions={
        <>
          <Button size="small" onPress={() => useRecorderStore.setState({ ended: null })}>
            {say('rec.notice.dismiss')}
          </Button>
          <Link
            to="/recording/$id"
            params={{ id: ended.recordingId }}
            className={buttonClass('line', 'small')}
          >
            {say('rec.open')}
          </Link>
        </>
      }
    />
  )
}
