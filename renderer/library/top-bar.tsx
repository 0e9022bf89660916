import { createLink, Link, useNavigate, useRouterState } from '@tanstack/react-router'
import { type ComponentProps, type ReactNode, useEffect, useRef, useState } from 'react'
import { Button, buttonClass } from '../ui/button.tsx'
import { classNames } from '../ui/class-names.ts'
import { Icon } from '../ui/icon.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { TextField } from '../ui/text-field.tsx'
import { Logo } from '../ui/speaker-track.tsx'
import { tabLinkClasses } from '../ui/tabs.tsx'
import { LinkTip } from '../ui/tooltip.tsx'
import { useSay } from '../ui/words.tsx'
import { useAddRecordings } from './imports/use-add-recordings.ts'
import { onFocusSearch } from './search/focus-search.ts'
import styles from './top-bar.module.css'

/** The search starts once typing has paused for this long. */
const SEARCH_REST_MS = 250

/** Of the links to the current page only the tab is marked as that, once. */
const HomeLink = createLink((props: ComponentProps<'a'>) => (
  // oxlint-disable-next-line jsx-a11y/anchor-has-content -- its content is among the props
  <a {...props} aria-current={undefined} />
))

export interface TopBarProps {
  /** Recordings and podcasts have tabs and the search field; the first start and the settings do not. */
  readonly kind: 'recordings' | 'podcasts' | 'first' | 'settings'
  /** The main action of this screen. */
  readonly action?: ReactNode
}

export function TopBar({ kind, action }: TopBarProps) {
  const say = useSay()
  const isLibrary = kind === 'recordings' || kind === 'podcasts'
  return (
    <header className={classNames(styles.top, !isLibrary && styles.bare)}>
      {kind === 'settings' && (
        <LinkTip text={say('shell.library')}>
          <Link to="/" className={buttonClass('quiet', 'normal', true)} aria-label={say('shell.library')}>
            <Icon name="back" />
          </Link>
        </LinkTip>
      )}
      <HomeLink to="/" className={styles.mark} aria-label={say('shell.home')}>
        <Logo />
        <span>Parolo</span>
      </HomeLink>
      {isLibrary && (
        <nav className={classNames(tabLinkClasses.list, styles.tabs)} aria-label={say('shell.library.tabs')}>
          <Link
            to="/"
            activeOptions={{ exact: true }}
            className={tabLinkClasses.tab}
            aria-current={kind === 'recordings' ? 'page' : undefined}
          >
            {say('shell.library')}
          </Link>
          <Link
            to="/podcasts"
            className={tabLinkClasses.tab}
            aria-current={kind === 'podcasts' ? 'page' : undefined}
          >
            {say('podcasts.title')}
          </Link>
        </nav>
      )}
      <span className={styles.grow} />
      {isLibrary && (
        <>
          <Search />
          <span className={styles.grow} />
        </>
      )}
      {kind !== 'settings' && (
        <LinkTip text={say('shell.settings')}>
          <Link
            to="/settings/$section"
            params={{ section: 'look' }}
            className={buttonClass('quiet', 'normal', true)}
            aria-label={say('shell.settings')}
          >
            <Icon name="sliders" />
          </Link>
        </LinkTip>
      )}
      {kind === 'recordings' && <RecordOrImport />}
      {action}
    </header>
  )
}

function RecordOrImport() {
  const say = useSay()
  const { pick } = useAddRecordings()
  return (
    <>
      <LinkTip text={say('rec.record')}>
        <Link to="/record" className={buttonClass('line')} aria-label={say('rec.record')}>
          <Icon name="record" filled />
          <span className={styles.record}>{say('rec.record')}</span>
        </Link>
      </LinkTip>
      <Button variant="main" icon="plus" aria-label={say('shell.add')} onPress={pick}>
        <span className={styles.add}>{say('shell.add')}</span>
      </Button>
    </>
  )
}

/** The typed text, valid while the address is the one it was typed at or the one it led to. */
interface Draft {
  readonly text: string
  readonly of: string
  readonly sent: string
}

function Search() {
  const say = useSay()
  const navigate = useNavigate()
  const asked = useRouterState({
    select: ({ location }) => (location.pathname === '/search' ? (location.search.words ?? '') : ''),
  })
  const [draft, setDraft] = useState<Draft | null>(null)
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => onFocusSearch(() => field.current?.focus()), [])
  const current = draft !== null && (draft.of === asked || draft.sent === asked) ? draft : null
  const typed = current?.text ?? asked
  const setTyped = (text: string): void => setDraft({ text, of: asked, sent: current?.sent ?? asked })

  const go = (words: string): void => {
    if (words === asked) return
    setDraft({ text: words === typed.trim() ? typed : words, of: asked, sent: words })
    if (words === '') void navigate({ to: '/' })
    else void navigate({ to: '/search', search: { words }, replace: asked !== '' })
  }
  useEffect(() => {
    const words = typed.trim()
    if (words === asked || current?.sent === words) return
    const timer = setTimeout(() => go(words), SEARCH_REST_MS)
    return () => clearTimeout(timer)
  })
  return (
    <search className={styles.search}>
      <TextField
        label={say('shell.search')}
        type="search"
        icon="search"
        placeholder={say('shell.search')}
        value={typed}
        onChange={setTyped}
        onEnter={() => go(typed.trim())}
        onEscape={() => {
          go('')
        }}
        inputRef={field}
        end={
          typed !== '' && (
            <IconButton
              className={styles.clear}
              icon="x"
              size="small"
              label={say('shell.search-clear')}
              onPress={() => {
                go('')
                field.current?.focus()
              }}
            />
          )
        }
      />
    </search>
  )
}
