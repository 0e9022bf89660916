import { Link } from '@tanstack/react-router'
import { useQuery } from '@tanstack/react-query'
import type { CallOutput } from '#contracts/calls/calls'
import { TopBar } from '../library/top-bar.tsx'
import { queryKeys } from '../rpc/queries.ts'
import { useStudio } from '../rpc/studio-context.tsx'
import { Button, buttonClass } from '../ui/button.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { formatBytes } from '../ui/format-bytes.ts'
import { Loading } from '../ui/loading.tsx'
import { usePageTitle } from '../ui/use-page-title.ts'
import { useLanguage, useSay } from '../ui/words.tsx'
import { DamagedCopies } from './damaged-copies.tsx'
import { RoomTable } from './room-table.tsx'
import frame from '../ui/page-frame.module.css'
import styles from './room.module.css'
import { useDeletePrepared } from './use-delete-prepared.ts'

type Overview = CallOutput<'room.overview'>

/** What takes up storage, by kind and by recording, and what can be deleted. */
export function RoomScreen() {
  const say = useSay()
  const studio = useStudio()
  usePageTitle(say('room.title'))
  const { data, error } = useQuery({
    queryKey: queryKeys.roomOverview,
    queryFn: ({ signal }) => studio.call('room.overview', {}, { signal }),
    staleTime: 0,
  })
  return (
    <div className={frame.app}>
      <TopBar kind="settings" />
      <main id="content" className={frame.page} aria-label={say('room.title')} tabIndex={-1}>
        <div className={styles.column}>
          <h1>{say('room.title')}</h1>
          {data !== undefined ? (
            <Overview room={data} />
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

function Overview({ room }: { readonly room: Overview }) {
  const say = useSay()
  const language = useLanguage()
  const size = (bytes: number): string => formatBytes(bytes, language)
  const { deletePrepared, isPending } = useDeletePrepared()
  const kinds = kindsOf(room)
  const prepared = room.recordings.filter(({ preparedBytes }) => preparedBytes > 0)
  return (
    <>
      <p className={styles.lead}>
        {say('room.free', {
          free: size(room.freeBytes),
          size: size(kinds.reduce((sum, { bytes }) => sum + bytes, damagedBytes(room))),
        })}
      </p>
      <h2>{say('room.kinds')}</h2>
      <dl className={styles.kinds}>
        {kinds
          .filter(({ bytes }) => bytes > 0)
          .map(({ kind, bytes }) => (
            <div key={kind} className={styles.kind}>
              <dt>
                {say(`room.kind.${kind}`)}
                <p className={styles.meta}>
                  {say(`room.kind.${kind}.more`, { size: size(room.resultBytes) })}
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
                    {say('room.prepared.delete-all')}
                  </Button>
                )}
                {kind === 'models' && (
                  <Link
                    className={buttonClass('line', 'small')}
                    to="/settings/$section"
                    params={{ section: 'models' }}
                  >
                    {say('room.models')}
                  </Link>
                )}
                <span className={styles.figure}>{size(bytes)}</span>
              </dd>
            </div>
          ))}
        <DamagedCopies copies={room.damagedCopies} />
      </dl>
      <h2>{say('room.recordings')}</h2>
      {room.recordings.length === 0 ? (
        <p className={styles.lead}>{say('room.recordings.none')}</p>
      ) : (
        <RoomTable rooms={room.recordings} />
      )}
    </>
  )
}

const damagedBytes = ({ damagedCopies }: Overview): number =>
  damagedCopies.reduce((sum, { bytes }) => sum + bytes, 0)

/** In the order of the page: what can best be deleted first. */
function kindsOf(room: Overview) {
  return [
    { kind: 'sound', bytes: room.soundBytes },
    { kind: 'prepared', bytes: room.preparedBytes },
    { kind: 'films', bytes: room.filmBytes },
    { kind: 'running', bytes: room.runningBytes },
    { kind: 'models', bytes: room.modelBytes },
    { kind: 'database', bytes: room.databaseBytes },
    { kind: 'backups', bytes: room.backupBytes - damagedBytes(room) },
  ] as const
}
