import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { shortcutGroups } from '#core/shortcuts/shortcut'
import { buttonClass } from '../ui/button.tsx'
import { classNames } from '../ui/class-names.ts'
import { Dialog } from '../ui/dialog.tsx'
import { TextField } from '../ui/text-field.tsx'
import { useLanguage, useSay } from '../ui/words.tsx'
import { sheetRows } from './key-map.ts'
import styles from './keys-sheet.module.css'
import { closeKeysSheet, useKeysSheet } from './keys-sheet-store.ts'
import { showKey } from './show-key.ts'
import { useKeyMap } from './use-key-actions.ts'

/** Focusable, so that the arrow keys can scroll a long overview. */
const scrolledByKeys = { tabIndex: 0 } as const

/** All shortcuts on one sheet, with the user's keys. */
export function KeysSheet() {
  const { open } = useKeysSheet()
  return open ? <Sheet /> : null
}

function Sheet() {
  const say = useSay()
  const language = useLanguage()
  const map = useKeyMap()
  const [wanted, setWanted] = useState('')
  const searched = wanted.trim().toLocaleLowerCase(language)
  const rows = sheetRows(map)
    .map((action) => ({
      ...action,
      name: say(`keys.${action.id}`),
      shown: action.keys.map((key) => (key === '…' ? key : showKey(key, language))),
    }))
    .filter(
      ({ name, shown }) =>
        searched === '' ||
        name.toLocaleLowerCase(language).includes(searched) ||
        shown.some((key) => key.toLocaleLowerCase(language).includes(searched)),
    )
  return (
    <Dialog
      open
      onClose={closeKeysSheet}
      title={say('shell.keys')}
      width="1020px"
      bare
      headEnd={
        <>
          <TextField
            className={styles.find}
            label={say('keys.sheet.find')}
            icon="search"
            placeholder={say('keys.sheet.find')}
            value={wanted}
            onChange={setWanted}
          />
          <Link
            to="/settings/$section"
            params={{ section: 'keys' }}
            className={classNames(buttonClass(), styles.link)}
            onClick={closeKeysSheet}
          >
            {say('keys.sheet.change')}
          </Link>
        </>
      }
    >
      <section className={styles.scroll} {...scrolledByKeys} aria-label={say('shell.keys')}>
        <div className={styles.keys}>
          {rows.length === 0 && <p className={styles.none}>{say('keys.sheet.none')}</p>}
          {shortcutGroups.map((group) => {
            const here = rows.filter((row) => row.group === group)
            if (here.length === 0) return null
            return (
              <section key={group}>
                <h3>{say(`keys.${group}`)}</h3>
                <dl>
                  {here.map(({ id, name, shown }) => (
                    <KeyLine key={id} name={name} shown={shown} none={say('keys.sheet.unset')} />
                  ))}
                </dl>
              </section>
            )
          })}
        </div>
      </section>
    </Dialog>
  )
}

function KeyLine({ name, shown, none }: { name: string; shown: readonly string[]; none: string }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>
        {shown.length === 0 ? <span className={styles.none}>{none}</span> : null}
        {shown.map((key) => (
          <kbd key={key}>{key}</kbd>
        ))}
      </dd>
    </>
  )
}
