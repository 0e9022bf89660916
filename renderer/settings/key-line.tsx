import { useLayoutEffect, useState } from 'react'
import { Button } from '../ui/button.tsx'
import { classNames } from '../ui/class-names.ts'
import { Icon } from '../ui/icon.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { toast } from '../ui/toast.tsx'
import { useLanguage, useSay } from '../ui/words.tsx'
import { type ShortcutId, shortcuts } from '#core/shortcuts/shortcuts'
import { conflictOf, type KeyConflict, type KeyMap } from '../keys/key-map.ts'
import { keyOf } from '../keys/key-of.ts'
import styles from './keys-section.module.css'
import { Option } from './option.tsx'
import { showKey } from '../keys/show-key.ts'

export interface KeyLineProps {
  readonly id: ShortcutId
  readonly map: KeyMap
  /** Keys that another action has too. */
  readonly shared: readonly string[]
  /** True if the user changed its keys. */
  readonly changed: boolean
  readonly onSet: (patch: Readonly<Partial<Record<ShortcutId, readonly string[]>>>) => void
}

/** One action with its keys: add by pressing, remove, reset to the default. */
export function KeyLine({ id, map, shared, changed, onSet }: KeyLineProps) {
  const say = useSay()
  const language = useLanguage()
  const name = say(`keys.${id}`)
  const keys = map[id]
  // `over`: a key was pressed, and the button that reappears takes the focus.
  const [pressing, setPressing] = useState<'no' | 'now' | 'over'>('no')
  const [pending, setPending] = useState<{ key: string; conflict: KeyConflict } | null>(null)

  const give = (key: string, from: ShortcutId | null): void => {
    setPending(null)
    onSet({
      [id]: [...new Set([...keys, key])],
      ...(from === null ? {} : { [from]: map[from].filter((known) => known !== key) }),
    })
    toast.show({ text: say('keys.set', { key: showKey(key, language), action: name }), tone: 'done' })
  }
  const pressed = (key: string): void => {
    setPressing('over')
    const conflict = conflictOf(key, id, map)
    if (conflict) setPending({ key, conflict })
    else give(key, null)
  }
  return (
    <>
      <Option name={name}>
        <span className={styles.keys}>
          {keys.map((key) => (
            <span key={key} className={styles.key}>
              <kbd>{showKey(key, language)}</kbd>
              <IconButton
                icon="x"
                size="small"
                label={say('keys.take-away', { key: showKey(key, language), action: name })}
                onPress={() => onSet({ [id]: keys.filter((known) => known !== key) })}
              />
            </span>
          ))}
          {pressing === 'now' ? (
            <PressAKey onKey={pressed} onLeave={() => setPressing('no')} />
          ) : (
            <Button
              variant="line"
              size="small"
              takesFocus={pressing === 'over'}
              aria-label={say('keys.add.to', { action: name })}
              onPress={() => {
                setPending(null)
                setPressing('now')
              }}
            >
              {say('keys.add')}
            </Button>
          )}
          {changed && (
            <Button
              size="small"
              aria-label={say('keys.reset.of', { action: name })}
              onPress={() => onSet({ [id]: shortcuts[id].keys })}
            >
              {say('keys.reset')}
            </Button>
          )}
        </span>
      </Option>
      {pending && <KeyConflictNotice pending={pending} onTake={give} onLeave={() => setPending(null)} />}
      {!pending &&
        shared.map((key) => {
          const conflict = conflictOf(key, id, map)
          return conflict ? <ConflictWords key={key} at={key} conflict={conflict} /> : null
        })}
    </>
  )
}

interface KeyConflictNoticeProps {
  readonly pending: { readonly key: string; readonly conflict: KeyConflict }
  readonly onTake: (key: string, from: ShortcutId) => void
  readonly onLeave: () => void
}

function KeyConflictNotice({ pending: { key, conflict }, onTake, onLeave }: KeyConflictNoticeProps) {
  const say = useSay()
  return (
    <div role="alert" className={styles.conflict}>
      <ConflictWords at={key} conflict={conflict} />
      {conflict.kind === 'taken' && (
        <Button variant="line" size="small" onPress={() => onTake(key, conflict.by)}>
          {say('keys.conflict.take')}
        </Button>
      )}
      <Button size="small" onPress={onLeave}>
        {say('shell.cancel')}
      </Button>
    </div>
  )
}

function ConflictWords({ at, conflict }: { at: string; conflict: KeyConflict }) {
  const say = useSay()
  const language = useLanguage()
  const key = showKey(at, language)
  return (
    <p className={styles.conflict}>
      <Icon name="warn" small />
      {conflict.kind === 'taken'
        ? say('keys.conflict.taken', { key, action: say(`keys.${conflict.by}`) })
        : say('keys.conflict.reserved', { key })}
    </p>
  )
}

/**
 * Takes the next key press, whatever it is, including Escape; a click elsewhere or half a minute without a press
 * cancels.
 */
function PressAKey({ onKey, onLeave }: { onKey: (key: string) => void; onLeave: () => void }) {
  const say = useSay()
  useLayoutEffect(() => {
    const down = (event: KeyboardEvent): void => {
      const key = keyOf(event)
      event.preventDefault()
      event.stopImmediatePropagation()
      if (key !== null) onKey(key)
    }
    const timer = setTimeout(onLeave, 30_000)
    window.addEventListener('keydown', down, true)
    window.addEventListener('pointerdown', onLeave, true)
    return () => {
      clearTimeout(timer)
      window.removeEventListener('keydown', down, true)
      window.removeEventListener('pointerdown', onLeave, true)
    }
  }, [onKey, onLeave])
  return (
    <output className={classNames(styles.press)} title={say('keys.press.stop')}>
      {say('keys.press')}
    </output>
  )
}
