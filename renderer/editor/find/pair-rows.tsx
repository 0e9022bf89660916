import { useState } from 'react'
import { MAX_PAIR_TEXT } from '#core/find/pair-files'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { toastError } from '../../ui/error-notice.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useLanguage, useSay } from '../../ui/words.tsx'
import styles from './find.module.css'
import { type ListedPair, type PairList, withNewPair, withPair } from './use-pair-list.ts'

/** The list of pairs: each is ticked or not, changed where it stands, and goes to a file or comes from one. */
export function PairRows({ list }: { readonly list: PairList }) {
  const say = useSay()
  const language = useLanguage()
  const run = (act: () => Promise<void>) => (): void =>
    void act().catch((error: unknown) => toastError(error, language))
  return (
    <div className={styles.pairs}>
      <ol aria-label={say('editor.pairs')}>
        {list.pairs.map((pair, index) => (
          // Pairs have no identity other than their place.
          // oxlint-disable-next-line react/no-array-index-key
          <PairRow key={index} list={list} pair={pair} index={index} />
        ))}
      </ol>
      <div className={styles.line}>
        <Button size="small" onPress={() => list.change(withNewPair(list.pairs))}>
          {say('editor.pairs.add')}
        </Button>
        <Button size="small" onPress={run(list.readFile)}>
          {say('editor.pairs.import')}
        </Button>
        <Button size="small" onPress={run(list.writeFile)}>
          {say('editor.pairs.export')}
        </Button>
      </div>
    </div>
  )
}

interface PairRowProps {
  readonly list: PairList
  readonly pair: ListedPair
  readonly index: number
}

function PairRow({ list, pair, index }: PairRowProps) {
  const say = useSay()
  const number = index + 1
  /** What is typed is stored, and searched for, once the field is left or Enter is pressed. */
  const [typed, setTyped] = useState<Partial<ListedPair>>({})
  const { find, by } = { ...pair, ...typed }
  const store = (): void => {
    if (find !== pair.find || by !== pair.by) list.change(withPair(list.pairs, index, { find, by }))
    setTyped({})
  }
  return (
    <li>
      <Checkbox
        checked={pair.isOn}
        onChange={(isOn) => list.change(withPair(list.pairs, index, { isOn }))}
        label={say('editor.pairs.use', { number })}
      />
      <TextField
        size="small"
        label={say('editor.pairs.find', { number })}
        placeholder={say('editor.find.query')}
        value={find}
        onChange={(text) => setTyped({ ...typed, find: text.slice(0, MAX_PAIR_TEXT) })}
        onBlur={store}
        onEnter={store}
      />
      <TextField
        size="small"
        label={say('editor.pairs.by', { number })}
        placeholder={say('editor.find.replacement')}
        value={by}
        onChange={(text) => setTyped({ ...typed, by: text.slice(0, MAX_PAIR_TEXT) })}
        onBlur={store}
        onEnter={store}
      />
      <IconButton
        icon="x"
        size="small"
        label={say('editor.pairs.remove', { number })}
        onPress={() => list.change(list.pairs.filter((_, at) => at !== index))}
      />
    </li>
  )
}
