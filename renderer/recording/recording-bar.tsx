import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { showKey } from '../keys/show-key.ts'
import { useShownKey } from '../keys/use-key-actions.ts'
import { useSession } from '../session/use-session.ts'
import { Button, buttonClass } from '../ui/button.tsx'
import { classNames } from '../ui/class-names.ts'
import { Icon } from '../ui/icon.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { tabLinkClasses } from '../ui/tabs.tsx'
import { LinkTip } from '../ui/tooltip.tsx'
import { useLanguage, useSay } from '../ui/words.tsx'
import { useHistoryWords } from './use-history-words.ts'
import type { OpenSession } from '../session/open-session.ts'
import styles from './recording.module.css'
import { useSavedState } from '../session/use-saved-state.ts'

export const views = ['text', 'captions', 'speaking'] as const
export type View = (typeof views)[number]

export interface RecordingBarProps {
  readonly title: string
  readonly session: OpenSession
  readonly view: View
  readonly onView: (view: View) => void
  readonly onUndo: () => void
  readonly onRedo: () => void
  readonly onFind: () => void
  readonly onPanel: () => void
  readonly isPanelOpen: boolean
  readonly onExport: () => void
  /** Keys and rare commands, behind a button. */
  readonly more: ReactNode
}

export function RecordingBar(props: RecordingBarProps) {
  const { title, session, view, onView, onUndo, onRedo, onFind, onPanel, isPanelOpen, onExport, more } = props
  const say = useSay()
  const language = useLanguage()
  const findKey = useShownKey('find')
  return (
    <Bar title={title} state={<Saved session={session} />}>
      <nav className={classNames(tabLinkClasses.list, styles.views)} aria-label={say('editor.views')}>
        {views.map((each) => (
          <button
            key={each}
            type="button"
            className={tabLinkClasses.tab}
            aria-current={each === view ? 'page' : undefined}
            onClick={() => onView(each)}
          >
            {say(`editor.view.${each}`)}
          </button>
        ))}
      </nav>
      <div className={styles.end}>
        {view === 'text' && (
          <>
            <IconButton icon="search" label={say('editor.find')} keys={findKey} onPress={onFind} />
            <IconButton
              className={styles.narrowOnly}
              icon="panel"
              label={say('editor.panel')}
              pressed={isPanelOpen}
              onPress={onPanel}
            />
          </>
        )}
        {/* At the same place in every view: what only the text has is left of them. */}
        <HistoryButton session={session} way="undo" keys={showKey('Mod+Z', language)} onPress={onUndo} />
        <HistoryButton session={session} way="redo" keys={showKey('Mod+Y', language)} onPress={onRedo} />
        {more}
        <Button variant="main" className={styles.export} onPress={onExport}>
          {say('editor.export')}
        </Button>
      </div>
    </Bar>
  )
}

/** Separate from the bar, because it renders with every keystroke that starts an undo step. */
function HistoryButton({
  session,
  way,
  keys,
  onPress,
}: {
  readonly session: OpenSession
  readonly way: 'undo' | 'redo'
  readonly keys: string
  readonly onPress: () => void
}) {
  const say = useSay()
  const words = useHistoryWords(session, way)
  return (
    <IconButton
      className={classNames(way === 'redo' && styles.notOnPhones)}
      icon={way}
      label={words ?? say(`editor.${way}`)}
      keys={keys}
      disabled={words === null}
      onPress={onPress}
    />
  )
}

/** The bar while there is no transcript. */
export function BareBar({ title }: { readonly title: string }) {
  return <Bar title={title} />
}

function Bar({
  title,
  state,
  children,
}: {
  readonly title: string
  readonly state?: ReactNode
  readonly children?: ReactNode
}) {
  const say = useSay()
  return (
    <header className={styles.top}>
      <div className={styles.start}>
        <LinkTip text={say('shell.library')}>
          <Link to="/" className={buttonClass('quiet', 'normal', true)} aria-label={say('shell.library')}>
            <Icon name="back" />
          </Link>
        </LinkTip>
        <div className={styles.title}>
          <h1>{title}</h1>
          {state}
        </div>
      </div>
      {children}
    </header>
  )
}

function Saved({ session }: { readonly session: OpenSession }) {
  const say = useSay()
  const saved = useSavedState(session)
  const sendError = useSession(session, (_, open) => open.sendError)
  return (
    <output className={classNames(styles.saved, saved === 'failed' && styles.unsaved)}>
      {saved === 'failed' && <Icon name="warn" small />}
      {say(`editor.saved.${saved}`)}
      {saved === 'failed' &&
        sendError !== null &&
        sendError.code !== 'connection.lost' &&
        ` · ${sendError.message}`}
    </output>
  )
}
