import { type KeyboardEvent, useEffect, useId, useLayoutEffect, useRef } from 'react'
import type { ItemAct, ShownItem } from '../editor/check-item.ts'
import { digitOf } from '../keys/key-of.ts'
import { Button } from '../ui/button.tsx'
import { formatDuration } from '../ui/format-duration.ts'
import { useSay } from '../ui/words.tsx'
import styles from './check.module.css'
import { ItemLines } from './item-lines.tsx'

export interface OpenItemProps<Act extends ItemAct> {
  readonly shown: ShownItem<Act>
  readonly startMs: number
  /** Takes the focus when it appears. */
  readonly wantsFocus: boolean
  readonly onFocused: () => void
  /** It disappeared while it had the focus. */
  readonly onLost: () => void
  readonly onPlay: () => void
  readonly onAct: (act: Act) => void
  /** A letter is typed that replaces its words in the text; null: it takes no typing. */
  readonly onType: (() => void) | null
  /** Its words were changed: to accept it is to be done with it. Null: they were not. */
  readonly onDone: (() => void) | null
  /** Opens another item, without a decision. */
  readonly onStep: (step: 1 | -1) => void
}

/** The open item: played, accepted, kept, corrected by typing, answered by a digit, each with a key. */
export function OpenItem<Act extends ItemAct>(props: OpenItemProps<Act>) {
  const { shown, startMs, wantsFocus, onFocused, onLost, onPlay, onAct, onType, onDone, onStep } = props
  const say = useSay()
  const keysId = useId()
  const element = useRef<HTMLLIElement>(null)
  const { accept, keep, choices = [] } = shown

  useEffect(() => {
    // Focus moves only on request: after a correction it stays in the text.
    if (!wantsFocus) return
    element.current?.focus()
    onFocused()
  }, [wantsFocus, onFocused])
  useLayoutEffect(() => {
    const own = element.current
    return () => {
      // What is known may change after a decision, and an item may disappear then.
      if (own === document.activeElement) onLost()
    }
  }, [onLost])

  const doAccept = (): void => (onDone === null ? onAct(accept) : onDone())
  const doKeep = (): void => (onDone === null ? onAct(keep ?? accept) : onDone())
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target !== element.current) return
    if (onType !== null && event.key.length === 1 && event.key !== ' ') {
      onType()
      return
    }
    const run = actionOf(event)
    if (run === null) return
    event.preventDefault()
    // A held key decides about one item only.
    if (!event.repeat) run()
  }
  function actionOf(event: KeyboardEvent): (() => void) | null {
    const { key } = event
    if (key === 'Tab' && !event.shiftKey) return onPlay
    if (key === 'Enter' && !event.shiftKey) return doAccept
    if (key === 'Delete' || key === 'Backspace') return doKeep
    if (key === 'ArrowDown') return () => onStep(1)
    if (key === 'ArrowUp') return () => onStep(-1)
    if (onType !== null) return null
    const pressed = String(digitOf(event.nativeEvent) ?? key.toUpperCase())
    // The filled button of some items has a digit too.
    if ('key' in accept && accept.key === pressed) return doAccept
    const choice = choices.find((each) => each.key === pressed)
    return choice === undefined ? null : () => onAct(choice)
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <li
      ref={element}
      className={styles.now}
      aria-current="true"
      aria-label={shown.name}
      aria-describedby={keysId}
      // Handles keys of its own: play, accept, keep, correct, choose.
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      onKeyDown={onKeyDown}
    >
      <p className={styles.why}>
        <span>{shown.why.join(' · ')}</span>
        <time>{formatDuration(startMs)}</time>
      </p>
      <ItemLines lines={shown.lines} />
      {shown.grounds?.map((ground) => (
        <p key={ground} className={styles.meta}>
          {ground}
        </p>
      ))}
      <div className={styles.acts}>
        <Button variant="line" size="small" onPress={onPlay}>
          {say('check.hear')} <kbd>Tab</kbd>
        </Button>
        <Button variant="main" size="small" onPress={doAccept}>
          {onDone === null ? <Label act={accept} /> : say('check.done')} <kbd>{say('editor.key.enter')}</kbd>
        </Button>
      </div>
      {onDone === null && choices.length > 0 && (
        <div className={styles.choices}>
          {choices.map((choice) => (
            <Button key={choice.id} variant="line" size="small" onPress={() => onAct(choice)}>
              <Label act={choice} voice={choice.voice} />
              {choice.key !== undefined && onType === null && <kbd>{choice.key}</kbd>}
            </Button>
          ))}
        </div>
      )}
      {onDone === null && (keep !== undefined || onType !== null) && (
        <div className={styles.hint}>
          {keep !== undefined && (
            <Button size="small" onPress={doKeep}>
              {keep.label} <kbd>{say('check.key.delete')}</kbd>
            </Button>
          )}
          {onType !== null && <span className={styles.meta}>{say('check.or-type')}</span>}
        </div>
      )}
      <p id={keysId} className={styles.hidden}>
        {say(onType === null ? 'check.keys.choices' : 'check.keys')}
      </p>
    </li>
  )
}

function Label({ act, voice }: { readonly act: ItemAct; readonly voice?: number | undefined }) {
  const say = useSay()
  const { label, figure } = act
  return (
    <span className={voice === undefined ? styles.label : styles.voice} data-v={voice}>
      {label}
      {figure !== undefined && (
        <span className={styles.figure} data-figures>
          {figure.text}
          {figure.isGood && ` · ${say('captions.fixes.enough')}`}
        </span>
      )}
    </span>
  )
}
