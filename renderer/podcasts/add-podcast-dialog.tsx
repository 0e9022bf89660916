import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { CallOutput } from '#contracts/calls/calls'
import { base64Of } from '../rpc/base64-of.ts'
import { pickFiles } from '../rpc/pick-files.ts'
import { useStudio } from '../rpc/studio-context.tsx'
import { Button } from '../ui/button.tsx'
import { Dialog, DialogSpacer } from '../ui/dialog.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { TextField } from '../ui/text-field.tsx'
import { useSay } from '../ui/words.tsx'
import styles from './podcasts.module.css'

type Added = CallOutput<'podcasts.add'>

const ACCEPT = '.xml,.rss,.atom,.opml,application/rss+xml,application/atom+xml,text/x-opml'

/** Asks for the address of a feed, or a file with a feed or a list of feeds. */
export function AddPodcastDialog({ onClose }: { readonly onClose: () => void }) {
  const say = useSay()
  const studio = useStudio()
  const navigate = useNavigate()
  const [address, setAddress] = useState('')
  const [state, setState] = useState<'ready' | 'adding'>('ready')
  const [error, setError] = useState<unknown>(null)
  const [failed, setFailed] = useState<Added['failed']>([])
  const [stop] = useState(() => new AbortController())
  const close = (): void => {
    stop.abort()
    onClose()
  }
  const add = (asked: () => Promise<Added>): void => {
    setState('adding')
    setError(null)
    setFailed([])
    asked()
      .then((added) => {
        const [id] = added.podcastIds
        if (added.failed.length > 0) setFailed(added.failed)
        else if (id !== undefined && added.podcastIds.length === 1)
          void navigate({ to: '/podcasts/$id', params: { id } })
        else onClose()
      })
      .catch((reason: unknown) => {
        if (!stop.signal.aborted) setError(reason)
      })
      .finally(() => setState('ready'))
  }
  const { signal } = stop
  const addAddress = (): void => {
    if (address.trim() !== '' && state === 'ready')
      add(() => studio.call('podcasts.add', { address: address.trim() }, { signal }))
  }
  const pick = async (): Promise<void> => {
    const [file] = await pickFiles({ several: false, accept: ACCEPT })
    if (file === undefined) return
    add(async () => {
      const base64 = await base64Of(file)
      return studio.call('podcasts.addFile', { fileName: file.name, base64 }, { signal })
    })
  }
  const isAdding = state === 'adding'
  return (
    <Dialog
      open
      onClose={close}
      title={say('podcasts.add')}
      width="560px"
      foot={
        <>
          <Button icon="file" disabled={isAdding} onPress={() => void pick().catch(setError)}>
            {say('podcasts.add.file')}
          </Button>
          <DialogSpacer />
          <Button onPress={close}>{say('shell.cancel')}</Button>
          <Button variant="main" disabled={isAdding || address.trim() === ''} onPress={addAddress}>
            {say('podcasts.add.do')}
          </Button>
        </>
      }
    >
      <TextField
        label={say('podcasts.add.address')}
        showLabel
        placeholder="https://"
        value={address}
        onChange={setAddress}
        onEnter={addAddress}
        takesFocus
        hint={say('podcasts.add.hint')}
      />
      <p role="status" className={styles.lead}>
        {isAdding ? say('podcasts.add.reading') : ''}
      </p>
      {error !== null && <ErrorNotice error={error} />}
      {failed.length > 0 && (
        <div role="alert">
          <p>{say('podcasts.add.failed', { count: failed.length })}</p>
          <ul className={styles.failed}>
            {failed.map((one) => (
              <li key={one.address}>
                <span className={styles.address}>{one.address}</span>: {one.error.message}
              </li>
            ))}
          </ul>
        </div>
      )}
    </Dialog>
  )
}
