import { useEffect, useRef } from 'react'
import type { Hit } from '#core/find/find-replace'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { Tip } from '../../ui/tooltip.tsx'
import { useSay } from '../../ui/words.tsx'
import styles from './find.module.css'
import { PairRows } from './pair-rows.tsx'
import type { FindChoices, FindState } from './use-find.ts'
import type { PairList } from './use-pair-list.ts'

export interface FindBarProps {
  readonly find: FindState
  readonly query: string
  readonly onQuery: (query: string) => void
  /** Number of hits replaced by the last action; null if the query changed since. */
  readonly replaced: number | null
  readonly replacement: string
  readonly onReplacement: (replacement: string) => void
  readonly withReplace: boolean
  readonly onWithReplace: (withReplace: boolean) => void
  readonly choices: FindChoices
  readonly onChoices: (choices: FindChoices) => void
  readonly onGo: (index: number) => void
  readonly onReplace: (hits: readonly Hit[]) => void
  readonly onClose: () => void
  /** Pairs that can be searched for instead of the query, while replacing. */
  readonly list: PairList
}

export function FindBar(props: FindBarProps) {
  const { find, query, onQuery, replacement, onReplacement, withReplace, choices, onChoices } = props
  const { onWithReplace, onGo, onReplace, onClose, replaced, list } = props
  const say = useSay()
  const field = useRef<HTMLInputElement>(null)
  const { hits, now, refused, isSearching } = find
  const step = (by: 1 | -1): void => {
    if (hits.length > 0) onGo((now + by + hits.length) % hits.length)
  }
  // Where the next key belongs: once there is something to replace, to what replaces it.
  const replacing = useRef<HTMLInputElement>(null)
  const hasQuery = useRef(query !== '')
  useEffect(() => {
    hasQuery.current = query !== ''
  })
  useEffect(() => {
    const wanted = withReplace && hasQuery.current ? replacing.current : field.current
    wanted?.focus()
    wanted?.select()
  }, [withReplace])
  const taken = hits.filter((hit) => find.taken.has(hit))
  const current = hits[now]
  return (
    // Escape closes the bar from any of its fields.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <search
      className={styles.find}
      aria-label={say('editor.find')}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.preventDefault()
        event.stopPropagation()
        onClose()
      }}
    >
      <div className={styles.line}>
        <label className={styles.field}>
          <Icon name="search" small />
          <input
            ref={field}
            aria-label={say('editor.find.query')}
            aria-invalid={refused !== null}
            // The pairs of a list are searched for instead.
            value={list.isOn ? say('editor.pairs.count', { count: list.wanted?.length ?? 0 }) : query}
            readOnly={list.isOn}
            placeholder={say('editor.find.query')}
            spellCheck={false}
            autoComplete="off"
            onChange={(event) => onQuery(event.target.value)}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
              event.preventDefault()
              step(event.shiftKey ? -1 : 1)
            }}
          />
          <output className={styles.count}>{countWords()}</output>
        </label>
        <IconButton icon="back" size="small" label={say('editor.find.previous')} onPress={() => step(-1)} />
        <IconButton icon="fwd" size="small" label={say('editor.find.next')} onPress={() => step(1)} />
        <span className={styles.gap} />
        <Choice
          label="Aa"
          name={say('editor.find.case')}
          pressed={choices.matchCase}
          onChange={(matchCase) => onChoices({ ...choices, matchCase })}
        />
        <Choice
          label={say('editor.find.word.short')}
          name={say('editor.find.word')}
          pressed={choices.wholeWord}
          onChange={(wholeWord) => onChoices({ ...choices, wholeWord })}
        />
        <Choice
          label="é ≠ e"
          name={say('editor.find.accents')}
          pressed={choices.accents === 'exact'}
          onChange={(isExact) => onChoices({ ...choices, accents: isExact ? 'exact' : 'ignore' })}
        />
        {!list.isOn && (
          <Choice
            label=".*"
            name={say('editor.find.expression')}
            pressed={choices.regularExpression}
            onChange={(regularExpression) => onChoices({ ...choices, regularExpression })}
          />
        )}
      </div>
      <div className={styles.end}>
        {!withReplace && (
          <Button size="small" icon="pen" onPress={() => onWithReplace(true)}>
            {say('editor.find.replace-too')}
          </Button>
        )}
        <IconButton icon="x" size="small" label={say('editor.find.close')} onPress={onClose} />
      </div>
      {withReplace && (
        <div className={styles.line}>
          {!list.isOn && (
            <label className={styles.field}>
              <Icon name="pen" small />
              <input
                ref={replacing}
                aria-label={say('editor.find.replacement')}
                placeholder={say('editor.find.replacement')}
                value={replacement}
                autoComplete="off"
                onChange={(event) => onReplacement(event.target.value)}
                onKeyDown={(event) => {
                  if (event.key !== 'Enter' || event.nativeEvent.isComposing || current === undefined) return
                  event.preventDefault()
                  onReplace([current])
                }}
              />
            </label>
          )}
          <Button
            variant="line"
            disabled={current === undefined}
            onPress={() => current !== undefined && onReplace([current])}
          >
            {say('editor.find.replace')}
          </Button>
          <Button variant="line" disabled={taken.length === 0} onPress={() => onReplace(taken)}>
            {say('editor.find.replace-all', { count: taken.length, all: hits.length })}
          </Button>
          <Button size="small" pressed={list.isOn} onPress={() => list.turn(!list.isOn)}>
            {say('editor.pairs.on')}
          </Button>
        </div>
      )}
      {withReplace && list.isOn && <PairRows list={list} />}
    </search>
  )

  function countWords(): string {
    if (refused !== null) return say(`editor.find.${refused}`)
    if (query === '' && !list.isOn) return ''
    // When replacing one by one, the position among the hits is more useful than the count.
    if (replaced !== null && (replaced !== 1 || hits.length === 0))
      return say('editor.find.replaced', { count: replaced })
    if (isSearching) return say('editor.find.searching')
    return hits.length === 0
      ? say('editor.find.none')
      : say('editor.find.count', { now: now + 1, all: hits.length })
  }
}

interface ChoiceProps {
  readonly label: string
  readonly name: string
  readonly pressed: boolean
  readonly onChange: (pressed: boolean) => void
}

function Choice({ label, name, pressed, onChange }: ChoiceProps) {
  return (
    <Tip text={name}>
      <Button
        size="small"
        aria-label={`${label}, ${name}`}
        pressed={pressed}
        onPress={() => onChange(!pressed)}
      >
        {label}
      </Button>
    </Tip>
  )
}
