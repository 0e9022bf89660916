import { languageName } from '../../ui/language-name.ts'
import { Segmented } from '../../ui/segmented.tsx'
import { useLanguage, useSay } from '../../ui/words.tsx'

/** Which captions are shown over the picture. */
export type PictureText = 'original' | 'translation' | 'both'

export interface PictureLanguageProps {
  readonly language: string
  readonly chosen: PictureText
  readonly onChoose: (text: PictureText) => void
}

/** Whether the picture shows the original, the second language or both; a file contains one of them. */
export function PictureLanguage({ language, chosen, onChoose }: PictureLanguageProps) {
  const say = useSay()
  const shown = useLanguage()
  return (
    <Segmented
      label={say('translation.picture')}
      chosen={chosen}
      choices={[
        { id: 'original', label: say('translation.picture.original') },
        { id: 'translation', label: languageName(language, shown) },
        { id: 'both', label: say('translation.picture.both') },
      ]}
      onChoose={onChoose}
    />
  )
}
