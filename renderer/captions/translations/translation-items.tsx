import { keepLanguage, removeLanguage } from '#core/captions/translations/manage-translations'
import { languageName } from '../../ui/language-name.ts'
import type { TranscriptSession } from '../../session/transcript-session.ts'
import { toastError } from '../../ui/error-notice.tsx'
import { MenuItem, MenuLine } from '../../ui/menu.tsx'
import { toast } from '../../ui/toast.tsx'
import { useLanguage, useSay } from '../../ui/words.tsx'
import type { CaptionEditor } from '../editing/caption-editor.ts'
import { importFile, pickTranslationFile } from './import-file.ts'
import { showTranslation, useShownLanguage, useTranslationLanguages } from './shown-translation.ts'

export interface TranslationItemsProps {
  readonly session: TranscriptSession
  readonly editor: CaptionEditor
  readonly onAdd: () => void
}

/** Items of a menu: the language shown with the original; languages are added, imported and removed. */
export function TranslationItems({ session, editor, onAdd }: TranslationItemsProps) {
  const say = useSay()
  const language = useLanguage()
  const shown = useShownLanguage(session)
  const languages = useTranslationLanguages(session)
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
      <MenuItem onChoose={onAdd}>{say('translation.add')}</MenuItem>
      {shown !== null && (
        <MenuItem onChoose={() => run(fromFile(shown))}>
          {say('translation.import', { language: languageName(shown, language) })}
        </MenuItem>
      )}
      {shown !== null && (
        <MenuItem onChoose={() => remove(shown)}>
          {say('translation.remove', { language: languageName(shown, language) })}
        </MenuItem>
      )}
    </>
  )
}
