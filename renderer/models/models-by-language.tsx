import type { ModelCard } from '#contracts/calls/models'
import { languageName } from '../ui/language-name.ts'
import { speaks } from '../ui/speaks.ts'
import { useChangePreferences } from '../session/change-preferences.ts'
import { usePreferences } from '../rpc/preferences-queries.ts'
import { Select } from '../ui/select.tsx'
import { useLanguage, useSay } from '../ui/words.tsx'
import styles from './models-by-language.module.css'

const LAST = 'last'

/** The model used for English, French and every language that was given one; only if there is a choice. */
export function ModelsByLanguage({ models }: { readonly models: readonly ModelCard[] }) {
  const say = useSay()
  const language = useLanguage()
  const { modelByLanguage } = usePreferences()
  const change = useChangePreferences()
  const recognizers = models.filter(({ role }) => role === 'recogniser')
  if (recognizers.length < 2) return null
  const codes = [...new Set(['en', 'fr', ...Object.keys(modelByLanguage)])]
  const choose = (code: string, model: string): void => {
    const { [code]: _former, ...others } = modelByLanguage
    change({ modelByLanguage: model === LAST ? others : { ...others, [code]: model } })
  }
  return (
    <section className={styles.section} aria-labelledby="models-by-language">
      <h4 id="models-by-language">{say('models.by-language')}</h4>
      <p className={styles.meta}>{say('models.by-language.hint')}</p>
      {codes.map((code) => {
        const fitting = recognizers.filter((model) => speaks(model, code))
        const chosen = modelByLanguage[code] ?? LAST
        return (
          <div key={code} className={styles.line}>
            <span>{languageName(code, language)}</span>
            <Select
              label={languageName(code, language)}
              choices={[
                { id: LAST, label: say('models.by-language.last') },
                ...fitting.map(({ id, name }) => ({ id, label: name })),
              ]}
              chosen={fitting.some(({ id }) => id === chosen) ? chosen : LAST}
              onChoose={(model) => choose(code, model)}
            />
          </div>
        )
      })}
    </section>
  )
}
