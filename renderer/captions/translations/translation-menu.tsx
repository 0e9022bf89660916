import { useState } from 'react'
import { keepLanguage, removeLanguage } from '#core/captions/translations/manage-translations'
import { languageName } from '../../ui/language-name.ts'
import type { TranscriptSession } from '../../session/transcript-session.ts'
import { Button } from '../../ui/button.tsx'
import { toastError } from '../../ui/error-notice.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Menu, MenuItem, MenuLine } from '../../ui/menu.tsx'
import { toast } from '../../ui/toast.tsx'
import { useLanguage, useSay } from '../../ui/words.tsx'
import type { CaptionEditor } from '../editing/caption-editor.ts'
import { AddLanguageDialog } from './add-language-dialog.tsx'
import { importFile, pickTranslationFile } from './import-file.ts'
import { showTranslation, useShownLanguage, useTranslationLanguages } from './shown-translation.ts'

export interface TranslationMenuProps {
  readonly session: TranscriptSession
  readonly editor: CaptionEditor
}

/** Which language is shown with the original; adds, imports and removes languages. */
export function TranslationMenu({ session, editor }: TranslationMenuProps) {
  const say = useSay()
  const language = useLanguage()
  const shown = useShownLanguage(session)
  const languages = useTranslationLanguages(session)
  const [isAdding, setAdding] = useState(false)
  const name = shown === null ? say('translation.original-only') : languageName(shown, language)
  const run = (action: Promise<void>): void => {
    action.catch((error: unknown) => toastError(error, language))
  }
  const fromFile = async (into: string): Promise<void> => {
    const file = await pickTranslationFile(say)
    if (file !== null) importFile({ session, editor, say }, into, file)
  }
  const remove = (code: string): void => {
    const context = { transcript: session.state.transcript, newId: () => session.newId() }
    const putBack = keepLanguage(context, code)
    session.apply(removeLanguage(context, code), { origin: 'captions' })
    toast.show({
      text: say('translation.removed', { language: languageName(code, language) }),
      action: {
        label: say('editor.undo'),
        run: () => {
          session.apply(putBack(session.state.transcript), { origin: 'captions' })
          showTranslation(session, code)
        },
      },
    })
  }
  return (
    <>
      <Menu
        label={say('translation.title')}
        trigger={
          <Button
            variant="line"
            size="small"
            aria-label={
              languages.length === 0
                ? say('translation.title')
                : say('translation.button', { language: name })
            }
          >
            {languages.length === 0 ? say('translation.title') : name}
            <Icon name="down" small />
          </Button>
        }
      >
        {languages.length > 0 && (
          <MenuItem
            {...(shown === null ? { icon: 'check' as const } : {})}
            onChoose={() => showTranslation(session, null)}
          >
            {say('translation.original-only')}
          </MenuItem>
        )}
        {languages.map((code) => (
          <MenuItem
            key={code}
            {...(code === shown ? { icon: 'check' as const } : {})}
            onChoose={() => showTranslation(session, code)}
          >
            {languageName(code, language)}
          </MenuItem>
        ))}
        {languages.length > 0 && <MenuLine />}
        <MenuItem onChoose={() => setAdding(true)}>{say('translation.add')}</MenuItem>
        {shown !== null && (
          <MenuItem onChoose={() => run(fromFile(shown))}>
            {say('translation.import', { language: languageName(shown, language) })}
          </MenuItem>
        )}
        {shown !== null && (
          <MenuItem danger onChoose={() => remove(shown)}>
            {say('translation.remove', { language: languageName(shown, language) })}
          </MenuItem>
        )}
      </Menu>
      {isAdding && <AddLanguageDialog session={session} editor={editor} onClose={() => setAdding(false)} />}
    </>
  )
}
