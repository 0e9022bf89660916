import { Link } from '@tanstack/react-router'
import { useQuery } from '@tanstack/react-query'
import type { CallOutput } from '#contracts/calls/calls'
import { TopBar } from '../library/top-bar.tsx'
import { queryKeys } from '../rpc/query-keys.ts'
import { useStudio } from '../rpc/studio-context.tsx'
import { Button, buttonClass } from '../ui/button.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { formatBytes } from '../ui/format-bytes.ts'
import { Loading } from '../ui/loading.tsx'
import { usePageTitle } from '../ui/use-page-title.ts'
import { useLanguage, useSay } from '../ui/words.tsx'
import { DamagedCopies } from './damaged-copies.tsx'
import { StorageTable } from './storage-table.tsx'
import frame from '../ui/page-frame.module.css'
import styles from './storage.module.css'
import { useDeletePrepared } from './use-delete-prepared.ts'

type Overview = CallOutput<'room.overview'>

/** What takes up storage, by kind and by recording, and what can be deleted. */
export function StorageScreen() {
  const say = useSay()
  const studio = useStudio()
  usePageTitle(say('storage.title'))
  const { data, error } = useQuery({
    queryKey: queryKeys.storageOverview,
    queryFn: ({ signal }) => studio.call('room.overview', {}, { signal }),
    staleTime: 0,
  })
  return (
    <div className={frame.app}>
      <TopBar kind="settings" />
      <main id="content" className={frame.page} aria-label={say('storage.title')} tabIndex={-1}>
        <div className={styles.column}>
          <h1>{say('storage.title')}</h1>
          {data !== undefined ? (
            <Overview storage={data} />
          ) : error ? (
            <ErrorNotice error={error} />
          ) : (
            <Loading />
          )}
        </div>
      </main>
    </div>
  )
}

function Overview({ storage }: { readonly storage: Overview }) {
  const say = useSay()
  const language = useLanguage()
  const size = (bytes: number): string => formatBytes(bytes, language)
  const { deletePrepared, isPending } = useDeletePrepared()
  const kinds = kindsOf(storage)
  const prepared = storage.recordings.filter(({ preparedBytes }) => preparedBytes > 0)
  return (
    <>
      <p className={styles.lead}>
        {say('storage.free', {
          free: size(storage.freeBytes),
          size: size(kinds.reduce((sum, { bytes }) => sum + bytes, damagedBytes(storage))),
        })}
      </p>
      <h2>{say('storage.kinds')}</h2>
      <dl className={styles.kinds}>
        {kinds
          .filter(({ bytes }) => bytes > 0)
          .map(({ kind, bytes }) => (
            <div key={kind} className={styles.kind}>
              <dt>
                {say(`storage.kind.${kind}`)}
                <p className={styles.meta}>
                  {say(`storage.kind.${kind}.more`, { size: size(storage.resultBytes) })}
                </p>
              </dt>
              <dd>
                {kind === 'prepared' && prepared.length > 0 && (
                  <Button
                    variant="line"
                    size="small"
                    disabled={isPending}
                    onPress={() => deletePrepared(prepared)}
                  >
                    {say('storage.prepared.delete-all')}
                  </Button>
                )}
                {kind === 'models' && (
                  <Link
                    className={buttonClass('line', 'small')}
                    to="/settings/$section"
                    params={{ section: 'models' }}
                  >
                    {say('storage.models')}
                  </Link>
                )}
                <span className={styles.figure}>{size(bytes)}</span>
              </dd>
            </div>
          ))}
        <DamagedCopies copies={storage.damagedCopies} />
      </dl>
      <h2>{say('storage.recordings')}</h2>
      {storage.recordings.length === 0 ? (
        <p className={styles.lead}>{say('storage.recordings.none')}</p>
      ) : (
        <StorageTable recordings={storage.recordings} />
      )}
    </>
  )
}

const damagedBytes = ({ damagedCopies }: Overview): number =>
  damagedCopies.reduce((sum, { bytes }) => sum + bytes, 0)

/** In the order of the page: what can best be deleted first. */
function kindsOf(storage: Overview) {
  return [
    { kind: 'sound', bytes: storage.soundBytes },
    { kind: 'prepared', bytes: storage.preparedBytes },
    { kind: 'films', bytes: storage.filmBytes },
    { kind: 'running', bytes: storage.runningBytes },
    { kind: 'models', bytes: storage.modelBytes },
    { kind: 'database', bytes: storage.databaseBytes },
    { kind: 'backups', bytes: storage.backupBytes - damagedBytes(storage) },
  ] as const
}
