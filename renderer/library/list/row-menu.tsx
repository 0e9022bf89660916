import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { RecordingCard } from '#contracts/calls/recordings'
import type { WireError } from '#contracts/errors'
import { useCorrectedDocument } from '../../corrections/use-corrected-document.ts'
import { askAgainWhenOpened } from '../../editor/selection/again-when-opened.ts'
import { ExportRecordingsDialog } from '../../exports/export-recordings-dialog.tsx'
import { hasText } from '../../exports/has-text.ts'
import { GlossaryDialog } from '../../glossary/glossary-dialog.tsx'
import { useHost } from '../../rpc/studio-context.tsx'
import { CopyDetails } from '../../ui/details-menu.tsx'
import { toastError } from '../../ui/error-notice.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { Menu, MenuItem, MenuLine, SubMenu } from '../../ui/menu.tsx'
import { useLanguage, useSay } from '../../ui/words.tsx'
import { AlignDialog } from '../dialogs/align-dialog.tsx'
import { DeleteDialog } from '../dialogs/delete-dialog.tsx'
import { offerJobDialog } from '../imports/import-store.ts'
import { useLocate } from '../imports/use-locate.ts'
import styles from './recording-row.module.css'
import { RenameDialog } from '../dialogs/rename-dialog.tsx'
import { setSelected, useIsSelected } from '../selection/selection-store.ts'
import { SoundBackDialog } from '../../sound-deletion/sound-back-dialog.tsx'
import { SoundDialog } from '../../sound-deletion/sound-dialog.tsx'
import { TagsDialog } from '../dialogs/tags-dialog.tsx'
import { TrimDialog } from '../job-dialog/trim-dialog.tsx'

export interface RowMenuProps {
  readonly card: RecordingCard
  readonly knownTags: readonly string[]
  /** Why its job failed. */
  readonly error?: WireError | undefined
}

type OpenDialog =
  | 'rename'
  | 'tags'
  | 'align'
  | 'glossary'
  | 'trim'
  | 'export'
  | 'sound'
  | 'sound-back'
  | 'delete'

/** The actions for a recording, and their dialogs. */
export function RowMenu({ card, knownTags, error }: RowMenuProps) {
  const say = useSay()
  const language = useLanguage()
  const host = useHost()
  const navigate = useNavigate()
  const locate = useLocate()
  const [open, setOpen] = useState<OpenDialog | null>(null)
  const isSelected = useIsSelected(card.id)
  const deletedOn = card.soundDeletion?.deletedOn ?? null
  const isDeleted = deletedOn !== null
  const openCorrected = useCorrectedDocument({
    transcriptId: card.transcript?.id ?? '',
    onListed: () => void navigate({ to: '/recording/$id', params: { id: card.id } }),
  })
  const close = (): void => setOpen(null)
  const show = (): void => {
    host.showInFolder(card.id).catch((reason: unknown) => toastError(reason, language))
  }
  return (
    <span className={styles.above}>
      <Menu
        label={say('library.more', { title: card.title })}
        trigger={<IconButton icon="more" label={say('library.more', { title: card.title })} />}
      >
        <MenuItem onChoose={() => void navigate({ to: '/recording/$id', params: { id: card.id } })}>
          {say('library.open')}
        </MenuItem>
        <MenuItem onChoose={() => setOpen('rename')}>{say('library.rename')}</MenuItem>
        <MenuItem onChoose={() => setOpen('tags')}>{say('library.tags')}</MenuItem>
        {hasText(card) ? (
          <MenuItem onChoose={() => setOpen('export')}>{say('library.export')}</MenuItem>
        ) : null}
        {!isDeleted && (
          <MenuItem onChoose={() => offerJobDialog([card.id])}>
            {say(card.transcript ? 'library.transcribe-again' : 'library.transcribe')}
          </MenuItem>
        )}
        {card.missing ? (
          <MenuItem onChoose={() => (isDeleted ? setOpen('sound-back') : locate(card.id))}>
            {say('library.locate')}
          </MenuItem>
        ) : null}
        <MenuItem onChoose={() => setOpen('delete')}>{say('library.delete')}</MenuItem>
        {error !== undefined && <CopyDetails error={error} />}
        <MenuLine />
        <SubMenu label={say('library.more-actions')}>
          <MenuItem onChoose={() => setOpen('glossary')}>{say('glossary.menu')}</MenuItem>
          {card.missing ? null : (
            <MenuItem onChoose={() => setOpen('align')}>{say('library.align')}</MenuItem>
          )}
          {hasText(card) && <MenuItem onChoose={openCorrected}>{say('corrections.document')}</MenuItem>}
          {card.durationMs !== null && (
            <MenuItem onChoose={() => setOpen('trim')}>{say('library.trim')}</MenuItem>
          )}
          {!isDeleted && hasText(card) && (
            <MenuItem
              onChoose={() => {
                askAgainWhenOpened(card.id)
                void navigate({ to: '/recording/$id', params: { id: card.id } })
              }}
            >
              {say('opinion.again')}
            </MenuItem>
          )}
          <MenuItem onChoose={() => setSelected(card.id, !isSelected)}>
            {say(isSelected ? 'library.deselect' : 'library.select')}
          </MenuItem>
          {host.kind === 'window' && !card.missing ? (
            <MenuItem onChoose={show}>{say('library.show-in-folder')}</MenuItem>
          ) : null}
          {card.bytes > 0 && !isDeleted ? (
            <MenuItem onChoose={() => setOpen('sound')}>{say('sound-deletion.open')}</MenuItem>
          ) : null}
        </SubMenu>
      </Menu>
      {open === 'rename' && <RenameDialog card={card} onClose={close} />}
      {open === 'tags' && <TagsDialog cards={[card]} knownTags={knownTags} onClose={close} />}
      {open === 'align' && <AlignDialog card={card} onClose={close} />}
      {open === 'glossary' && <GlossaryDialog card={card} onClose={close} />}
      {open === 'trim' && <TrimDialog card={card} onClose={close} />}
      {open === 'export' && <ExportRecordingsDialog cards={[card]} onClose={close} />}
      {open === 'sound' && <SoundDialog card={card} onClose={close} />}
      {open === 'sound-back' && deletedOn !== null && (
        <SoundBackDialog card={card} deletedOn={deletedOn} onChoose={() => locate(card.id)} onClose={close} />
      )}
      {open === 'delete' && <DeleteDialog card={card} onClose={close} />}
    </span>
  )
}
