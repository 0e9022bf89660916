import { languageName } from '../languages/language-name.ts'
import { Select } from '../ui/select.tsx'
import { useLanguage, useSay } from '../ui/words.tsx'

export interface TranslationChoiceProps {
  readonly languages: readonly string[]
  /** Language of the recording; null for several. */
  readonly original: string | null
  /** What is shown for a language; its name unless given. */
  readonly label?: (language: string, name: string) => string
  /** Null for the original. */
  readonly chosen: string | null
  readonly onChoose: (language: string | null) => void
}

const ORIGINAL = 'original'

/** Which of the transcript's languages the file is in. */
export function TranslationChoice({
  languages,
  original,
  label = (_code, name) => name,
  chosen,
  onChoose,
}: TranslationChoiceProps) {
  const say = useSay()
  const language = useLanguage()
  return (
    <Select
      size="small"
      label={say('export.text')}
      choices={[
        {
          id: ORIGINAL,
          label:
            original === null
              ? say('export.text.originals')
              : say('export.text.original', { language: languageName(original, language) }),
        },
        ...languages.map((code) => ({ id: `l ${code}`, label: label(code, languageName(code, language)) })),
      ]}
      chosen={chosen === null ? ORIGINAL : `l ${chosen}`}
      onChoose={(id) => onChoose(id === ORIGINAL ? null : id.slice(2))}
    />
  )
}
