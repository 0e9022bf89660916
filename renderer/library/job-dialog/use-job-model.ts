import { formatList } from '#core/notation/numbers'
import { useState } from 'react'
import type { ModelCard } from '#contracts/calls/models'
import { languageName } from '../../ui/language-name.ts'
import { speaks } from '../../ui/speaks.ts'
import { spokenLanguages } from '../../ui/spoken-languages.ts'
import { usePreferences } from '../../rpc/preferences-queries.ts'
import { useLanguage, useSay } from '../../ui/words.tsx'

/** The studio chooses the model for the detected language. */
const BY_LANGUAGE = 'by-language'

/**
 * Language and model in the dialog before a job: each language has its model, and the person can choose
 * another one.
 */
export function useJobModel(recognizers: readonly ModelCard[]) {
  const say = useSay()
  const language = useLanguage()
  const { job: last, modelByLanguage } = usePreferences()
  const byDefault = recognizers.find((model) => model.default) ?? recognizers[0]
  const usual = recognizers.find(({ id }) => id === last.model) ?? byDefault
  const preferredFor = (code: string): ModelCard | undefined =>
    recognizers.find((model) => model.id === modelByLanguage[code] && speaks(model, code))
  const others = Object.keys(modelByLanguage).flatMap((code) => {
    const model = preferredFor(code)
    return model === undefined || model.id === usual?.id ? [] : [{ code, name: model.name }]
  })
  const auto = others.length > 0 ? BY_LANGUAGE : (usual?.id ?? '')
  const modelFor = (code: string): string => {
    if (code === 'auto') return auto
    const spoken = usual !== undefined && speaks(usual, code) ? usual : byDefault
    return (preferredFor(code) ?? spoken)?.id ?? ''
  }
  const [spoken, setSpoken] = useState(last.language ?? 'auto')
  const [model, setModel] = useState(modelFor(last.language ?? 'auto'))
  const isByLanguage = model === BY_LANGUAGE
  const languages = spokenLanguages(
    isByLanguage ? byDefault : recognizers.find(({ id }) => id === model),
    language,
  )
  const chosenLanguage = languages.some(({ id }) => id === spoken) ? spoken : 'auto'
  const named = formatList(
    others.map(({ code, name }) =>
      say('job.model.of-language', { language: languageName(code, language), name }),
    ),
    language,
    'unit',
  )
  return {
    languages,
    chosenLanguage,
    chooseLanguage: (code: string): void => {
      setSpoken(code)
      if (code === 'auto' ? others.length > 0 : isByLanguage || preferredFor(code) !== undefined)
        setModel(modelFor(code))
    },
    model,
    setModel,
    models: [
      ...(chosenLanguage === 'auto' && others.length > 0
        ? [{ id: BY_LANGUAGE, label: say('job.model.by-language') }]
        : []),
      ...recognizers.map(({ id, name }) => ({ id, label: name })),
    ],
    hint: isByLanguage
      ? say('job.model.by-language.hint', { models: named, other: usual?.name ?? '' })
      : null,
    settings: { language: chosenLanguage, ...(isByLanguage ? {} : { model }) },
  }
}
