import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { WatchOptions } from '#contracts/calls/watch'
import { useCall } from '../rpc/use-call.ts'
import { useStudio } from '../rpc/studio-context.tsx'
import { Checkbox } from '../ui/checkbox.tsx'
import { useSay } from '../ui/words.tsx'
import { FolderDialog } from './folder-dialog.tsx'
import styles from './watch.module.css'

const DEFAULTS: WatchOptions = {
  language: 'auto',
  speakers: null,
  formats: ['srt'],
  withSubfolders: false,
  isOn: true,
}

/** Asks how a folder is to be watched, and whether to include its current files. */
export function AddFolderDialog({ path, onClose }: { readonly path: string; readonly onClose: () => void }) {
  const say = useSay()
  const studio = useStudio()
  const add = useCall('watch.add')
  const [options, setOptions] = useState(DEFAULTS)
  const [takesExisting, setTakesExisting] = useState(false)
  const { withSubfolders } = options
  const there = useQuery({
    queryKey: ['watch', 'count', path, withSubfolders],
    queryFn: ({ signal }) => studio.call('watch.count', { path, withSubfolders }, { signal }),
    gcTime: 0,
  })
  const run = (): void => add.mutate({ path, options, takesExisting }, { onSuccess: onClose })
  return (
    <FolderDialog
      title={say('watch.add.title')}
      path={there.data?.path ?? path}
      options={options}
      onChange={setOptions}
      action={say('watch.add.do')}
      disabled={add.isPending || there.data === undefined}
      onAction={run}
      onClose={onClose}
      error={add.error ?? there.error}
    >
      {there.data?.count === 0 && <p className={styles.hint}>{say('watch.existing.none')}</p>}
      {there.data !== undefined && there.data.count > 0 && (
        <div>
          <Checkbox checked={takesExisting} onChange={setTakesExisting}>
            {say('watch.existing', { count: there.data.count })}
          </Checkbox>
          <p className={styles.hint}>{say('watch.existing.hint')}</p>
        </div>
      )}
    </FolderDialog>
  )
}
