import { useNavigate, useSearch } from '@tanstack/react-router'
import { useEffect } from 'react'
import type { RecordingChoice } from '#contracts/calls/recordings'
import { MediaNotices } from '../exports/media-notices.tsx'
import { RecoveredRecordings } from '../recovered/recovered-recordings.tsx'
import { RunningElsewhere } from '../recovered/running-elsewhere.tsx'
import { useJobs } from '../rpc/program-queries.ts'
import { useRecordingCounts, useRecordings } from '../rpc/recording-queries.ts'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { Loading } from '../ui/loading.tsx'
import { focusContentIfLost } from '../ui/use-focus-after-close.ts'
import { useNow } from '../ui/use-now.ts'
import { usePageTitle } from '../ui/use-page-title.ts'
import { useSay } from '../ui/words.tsx'
import { FirstStart } from './first-start.tsx'
import { useImportStore } from './imports/import-store.ts'
import { LibraryBar } from './list/library-bar.tsx'
import frame from '../ui/page-frame.module.css'
import styles from './library.module.css'
import { RecordingList } from './list/recording-list.tsx'
import { DiskSpaceBanner } from './disk-space-banner.tsx'
import { SelectedBar } from './selection/selected-bar.tsx'
import { useSelectionStore } from './selection/selection-store.ts'
import { isWaitingForSpace } from './list/row-state.ts'
import { groupRecordings } from './list/group-recordings.ts'
import { useGrowingLimit } from './list/use-growing-limit.ts'
import { useIsFirstStart } from './use-is-first-start.ts'
import { UploadRow } from './list/upload-row.tsx'

/** All recordings; if there are none, the first start. */
export function LibraryScreen() {
  const say = useSay()
  usePageTitle(null)
  const jobs = useJobs().data
  const imports = useImportStore((state) => state.imports)
  const isSelecting = useSelectionStore(({ selected }) => selected.length > 0)
  const first = useIsFirstStart()
  const nowMs = useNow()
  const navigate = useNavigate()
  const search = useSearch({ from: '/library/' })
  const choice: RecordingChoice = {
    filter: search.show ?? 'all',
    sort: search.sort ?? 'newest',
    tag: search.tag ?? null,
  }
  const counts = useRecordingCounts().data
  const { limit, endRef } = useGrowingLimit(JSON.stringify(choice))
  const recordings = useRecordings(choice, limit)
  const choose = (next: RecordingChoice): void =>
    void navigate({
      to: '/',
      replace: true,
      search: {
        ...(next.filter === 'all' ? {} : { show: next.filter }),
        ...(next.sort === 'newest' ? {} : { sort: next.sort }),
        ...(next.tag === null ? {} : { tag: next.tag }),
      },
    })

  const cards = recordings.data ?? []
  // A row that is deleted may have the focus.
  useEffect(focusContentIfLost, [cards.length])
  if (first) return <FirstStart />
  const groups = groupRecordings(cards, choice.sort, nowMs)
  const waiting = (jobs ?? []).filter(isWaitingForSpace)
  return (
    <>
      <main
        id="content"
        data-scroll-restoration-id="library"
        className={frame.page}
        aria-label={say('library.title')}
        tabIndex={-1}
      >
        <div className={styles.column} {...(isSelecting ? { 'data-selecting': true } : {})}>
          {waiting.length > 0 && <DiskSpaceBanner className={styles.banner} jobs={waiting} />}
          <RecoveredRecordings nowMs={nowMs} />
          <LibraryBar counts={counts} choice={choice} onChoose={choose} />
          {recordings.error && (
            <>
              <ErrorNotice error={recordings.error} />
              <p>
                <Button variant="line" onPress={() => void recordings.refetch()}>
                  {say('shell.try-again')}
                </Button>
              </p>
            </>
          )}
          <MediaNotices />
          <RunningElsewhere />
          {recordings.isPending && <Loading />}
          {imports.length > 0 && (
            <ul>
              {imports.map((incoming) => (
                <UploadRow key={incoming.id} incoming={incoming} />
              ))}
            </ul>
          )}
          {recordings.data && cards.length === 0 && (counts?.all ?? 0) > 0 ? (
            <EmptyState
              title={say('library.none-shown')}
              action={
                <Button variant="line" onPress={() => choose({ ...choice, filter: 'all', tag: null })}>
                  {say('library.show-all')}
                </Button>
              }
            />
          ) : (
            <RecordingList
              groups={groups}
              jobs={jobs}
              knownTags={counts?.tags ?? []}
              nowMs={nowMs}
              onTag={(tag) => choose({ ...choice, tag })}
            />
          )}
          {cards.length >= limit && <div key={limit} ref={endRef} className={styles.end} />}
        </div>
      </main>
      <SelectedBar />
    </>
  )
}
