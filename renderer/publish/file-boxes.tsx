import { type PublishedKind, publishedName } from '#core/podcasts/published-name'
import { Checkbox } from '../ui/checkbox.tsx'
import { formatBytes } from '../ui/format-bytes.ts'
import { useLanguage, useSay } from '../ui/words.tsx'
import styles from './publish.module.css'
import type { PublishedFile } from './use-published.ts'

export interface FileBoxesProps {
  readonly files: readonly PublishedFile[]
  readonly stem: string
  /** Omitted files. */
  readonly without: ReadonlySet<PublishedKind>
  readonly onChange: (without: ReadonlySet<PublishedKind>) => void
}

/** The files to write, with their names and sizes; each can be omitted. */
export function FileBoxes({ files, stem, without, onChange }: FileBoxesProps) {
  const say = useSay()
  const language = useLanguage()
  return (
    <ul className={styles.files} aria-label={say('publish.files')}>
      {files.map(({ kind, bytes }) => (
        <li key={kind}>
          <Checkbox
            checked={!without.has(kind)}
            onChange={(isOn) => {
              const rest = [...without].filter((other) => other !== kind)
              onChange(new Set(isOn ? rest : [...rest, kind]))
            }}
          >
            <span className={styles.file}>{publishedName(stem, kind).name}</span>
            <span className={styles.meta}>{say(`publish.kind.${kind}`)}</span>
            <span className={styles.size}>{formatBytes(bytes.length, language)}</span>
          </Checkbox>
        </li>
      ))}
    </ul>
  )
}
