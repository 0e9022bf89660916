import { useSearch as useAddress } from '@tanstack/react-router'
import { useState } from 'react'
import type { ListedLibrary } from '#contracts/calls/libraries'
import { type LibraryToOpen, OpenLibraryDialog } from '../dialogs/open-library-dialog.tsx'
import { type SearchedLibrary, useSearchElsewhere } from '../dialogs/use-libraries.ts'
import { SEARCH_LIMIT, useRecordingsOf, useSearch } from '../../rpc/recording-queries.ts'
import { Banner } from '../../ui/banner.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorNotice, wireErrorOf } from '../../ui/error-notice.tsx'
import { Loading } from '../../ui/loading.tsx'
import { usePageTitle } from '../../ui/use-page-title.ts'
import { useLanguage, useSay } from '../../ui/words.tsx'
import frame from '../../ui/page-frame.module.css'
import styles from '../library.module.css'
import { SearchGroup } from './search-group.tsx'
import { acrossLibraries } from './search-groups.ts'
import own from './search-screen.module.css'

/** Search in all transcripts, including the listed libraries: hits by recording, each opening at its time. */
export function SearchScreen() {
  const say = useSay()
  const { words = '' } = useAddress({ from: '/library/search' })
  const search = useSearch(words)
  const elsewhere = useSearchElsewhere(words)
  usePageTitle(words === '' ? say('shell.search') : say('search.title', { words }))
  const [nowMs] = useState(() => Date.now())
  const [opening, setOpening] = useState<LibraryToOpen | null>(null)
  const ownFound = words === '' ? undefined : search.data
  const libraries: { readonly library: ListedLibrary | null; readonly found: typeof NOTHING }[] = [
    { library: null, found: ownFound ?? NOTHING },
    ...elsewhere.map(({ library, found }) => ({ library, found: found ?? NOTHING })),
  ]
  const groups = acrossLibraries(libraries)
  const cards = useRecordingsOf(
    groups.filter(({ library }) => library === null).map(({ recordingId }) => recordingId),
  ).data
  const pending = elsewhere.filter(({ isPending }) => isPending).length
  const count = libraries.reduce((sum, { found }) => sum + found.hits.length, 0)
  const isCut = libraries.some(({ found }) => found.hits.length === SEARCH_LIMIT)
  return (
    <main
      id="content"
      data-scroll-restoration-id="search"
      className={frame.page}
      aria-label={say('shell.search')}
      tabIndex={-1}
    >
      <div className={styles.column}>
        <div className={styles.bar}>
          <h1>{words === '' ? say('search.empty') : say('search.title', { words })}</h1>
          <output className={own.found}>
            {groups.length > 0 &&
              say(isCut ? 'search.found-many' : 'search.found', { count, recordings: groups.length })}
            {pending > 0 && ownFound && ` ${say('libraries.searching', { count: pending })}`}
          </output>
        </div>
        {search.error && <ErrorNotice error={search.error} />}
        {elsewhere.map(
          ({ library, error }) => error && <NotSearched key={library.id} library={library} error={error} />,
        )}
        {search.isPending && words !== '' && <Loading />}
        {ownFound && pending === 0 && groups.length === 0 && (
          <EmptyState title={say('search.nobody', { words })}>
            <p>{say('search.nobody.more')}</p>
          </EmptyState>
        )}
        {groups.map(({ library, ...group }) => {
          const { recordingId } = group
          const card = library === null ? cards?.find(({ id }) => id === recordingId) : undefined
          const here = elsewhere.find((one) => one.library === library)?.found
          return (
            <SearchGroup
              key={`${library?.id ?? ''} ${recordingId}`}
              group={group}
              words={words}
              about={card ?? here?.recordings.find((one) => one.recordingId === recordingId)}
              speakers={card?.transcript?.speakers ?? []}
              library={elsewhere.length === 0 ? null : (library?.name ?? say('libraries.this'))}
              onOpen={library && ((atMs) => setOpening({ ...library, recordingId, atMs }))}
              nowMs={nowMs}
            />
          )
        })}
      </div>
      {opening !== null && <OpenLibraryDialog library={opening} onClose={() => setOpening(null)} />}
    </main>
  )
}

/** Shown with the results of the others. */
function NotSearched({ library, error }: Pick<SearchedLibrary, 'library' | 'error'>) {
  const say = useSay()
  const wire = wireErrorOf(error, useLanguage())
  return (
    <Banner
      tone="warn"
      role="status"
      className={styles.banner}
      title={say('libraries.not-searched', { name: library.name })}
      error={wire}
    >
      <p>{[wire.message, wire.remedy].filter(Boolean).join(' ')}</p>
    </Banner>
  )
}

const NOTHING = { titles: [], hits: [] } as Pick<
  NonNullable<ReturnType<typeof useSearch>['data']>,
  'titles' | 'hits'
>
