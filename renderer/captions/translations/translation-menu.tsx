import { useState } from 'react'
import { languageName } from '../../ui/language-name.ts'
import type { TranscriptSession } from '../../session/transcript-session.ts'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Menu } from '../../ui/menu.tsx'
import { useLanguage, useSay } from '../../ui/words.tsx'
import type { CaptionEditor } from '../editing/caption-editor.ts'
import { AddLanguageDialog } from './add-language-dialog.tsx'
import { useShownLanguage, useTranslationLanguages } from './shown-translation.ts'
import { TranslationItems } from './translation-items.tsx'

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
        <TranslationItems session={session} editor={editor} onAdd={() => setAdding(true)} />
      </Menu>
      {isAdding && <AddLanguageDialog session={session} editor={editor} onClose={() => setAdding(false)} />}
    </>
  )
}
