import {
  changeCheck,
  type EditorStore,
  openPanel,
  reviewSpeakers,
  useEditor,
} from '../editor/editor-store.ts'
import { useCorrectedDocument } from '../corrections/use-corrected-document.ts'
import { openKeysSheet } from '../keys/keys-sheet-store.ts'
import { useShownKey } from '../keys/use-key-actions.ts'
import type { OpenSession } from '../session/open-session.ts'
import { HideFillers } from '../text-options/hide-fillers.tsx'
import { NumbersInDigits } from '../text-options/numbers-in-digits.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { Menu, MenuItem, MenuLine } from '../ui/menu.tsx'
import { useSay } from '../ui/words.tsx'
import type { View } from './recording-bar.tsx'

export interface MoreMenuProps {
  readonly session: OpenSession
  readonly store: EditorStore
  readonly view: View
  readonly onGoToTime: () => void
}

/** Keys and rare commands of the screen of a recording. */
export function MoreMenu({ session, store, view, onGoToTime }: MoreMenuProps) {
  const say = useSay()
  const showsChanges = useEditor(store, (state) => state.showsChanges)
  const isReading = useEditor(store, (state) => state.isReading)
  const keys = {
    changes: useShownKey('show-changes'),
    time: useShownKey('go-to-time'),
    review: useShownKey('review-speakers'),
    sheet: useShownKey('keys'),
  }
  const openCorrected = useCorrectedDocument({
    transcriptId: session.transcriptId,
    save: () => session.flush(),
    onListed() {
      changeCheck(store, { only: new Set(['proposed']), open: null })
      openPanel(store, 'check')
    },
  })
  const read = (): void => {
    // As a drawer, the panel would cover the text to read.
    store.setState({ isReading: !isReading, isDrawerOpen: false })
  }
  return (
    <Menu label={say('editor.more')} trigger={<IconButton icon="more" label={say('editor.more')} />}>
      {view === 'text' && (
        <>
          <MenuItem onChoose={read}>{say(isReading ? 'editor.reading.close' : 'editor.reading')}</MenuItem>
          <MenuItem keys={keys.changes} onChoose={() => store.setState({ showsChanges: !showsChanges })}>
            {say(showsChanges ? 'editor.hide-changes' : 'editor.show-changes')}
          </MenuItem>
          <HideFillers session={session} look="menu" />
          <NumbersInDigits session={session} look="menu" />
          <MenuLine />
          <MenuItem keys={keys.review} onChoose={() => reviewSpeakers(store)}>
            {say('speaker-review.open')}
          </MenuItem>
        </>
      )}
      <MenuItem onChoose={openCorrected}>{say('corrections.document')}</MenuItem>
      <MenuItem keys={keys.time} onChoose={onGoToTime}>
        {say('editor.go-to-time')}
      </MenuItem>
      <MenuItem keys={keys.sheet} onChoose={openKeysSheet}>
        {say('shell.keys')}
      </MenuItem>
    </Menu>
  )
}
