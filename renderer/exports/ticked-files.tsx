import { useLanguage, useSay } from '../ui/words.tsx'
import { type Exported, exportedWords } from './exported.ts'
import styles from './export.module.css'

/** What is saved, where that is not just the file that is shown. */
export function TickedFiles({
  wanted,
  shown,
}: {
  readonly wanted: readonly Exported[]
  readonly shown: Exported
}) {
  const say = useSay()
  const language = useLanguage()
  const [one, another] = wanted
  const names = wanted.map((id) => exportedWords(id).label[language]).join(', ')
  const isShownAlone = one === shown && another === undefined
  return (
    <output className={styles.ticked}>
      {one === undefined
        ? say('export.ticked.none')
        : !isShownAlone && say('export.ticked', { count: wanted.length, names })}
    </output>
  )
}
