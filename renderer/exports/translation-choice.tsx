import { languageName } from '../ui/language-name.ts'
import { Select } from '../ui/select.tsx'
import { useLanguage, useSay } from '../ui/words.tsx'

export interface TranslationChoiceProps {
  readonly languages: readonly string[]
  /** Language of the recording; null for several. */
  readonly original: string | null
  /** Whether all languages can be chosen at once, as `ALL_LANGUAGES`. */
  readonly withAll?: boolean
  /** Label for a language; defaults to its name. */
  readonly label?: (language: string, name: string) => string
  /** Null for the original. */
  readonly chosen: string | null
  readonly onChoose: (language: string | null) => void
}

const ORIGINAL = 'original'
const ALL = 'all'

/** All languages at once, for files that can contain several; not a language code. */
export const ALL_LANGUAGES = '*'

/** Chooses which of the transcript's languages the file is in. */
export function TranslationChoice({
  languages,
  original,
  withAll = false,
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
        ...(withAll ? [{ id: ALL, label: say('export.text.all') }] : []),
        ...languages.map((code) => ({ id: `l ${code}`, label: label(code, languageName(code, language)) })),
      ]}
      chosen={chosen === null ? ORIGINAL : chosen === ALL_LANGUAGES ? ALL : `l ${chosen}`}
      onChoose={(id) => onChoose(id === ORIGINAL ? null : id === ALL ? ALL_LANGUAGES : id.slice(2))}
    />
  )
}
