import { useState } from 'react'
import { isChanged, resetSettings } from '#core/captions/presets/change-settings'
import { recordingKinds } from '#core/captions/presets/default-rules'
import { Button } from '../../ui/button.tsx'
import { toastError } from '../../ui/error-notice.tsx'
import { Icon } from '../../ui/icon.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { Menu, MenuItem, MenuLine } from '../../ui/menu.tsx'
import { useLanguage, useSay } from '../../ui/words.tsx'
import { NameForm } from './name-form.tsx'
import styles from './rules.module.css'
import type { OwnPresets } from './use-own-presets.ts'
import type { RulesEditor } from './use-rules-editor.ts'

export interface RulesFootProps {
  readonly editor: RulesEditor
  readonly own: OwnPresets
}

/** Actions for all numbers at once: reset them, save them under a name or in a file. */
export function RulesFoot({ editor, own }: RulesFootProps) {
  const say = useSay()
  const language = useLanguage()
  const [naming, setNaming] = useState<'save' | 'rename' | null>(null)
  const [wrong, setWrong] = useState<string | null>(null)
  const { chosen } = own
  if (naming !== null) {
    const isRename = naming === 'rename'
    return (
      <NameForm
        first={isRename ? (chosen?.name ?? '') : ''}
        isTaken={(name) => own.isTaken(name) && !(isRename && name === chosen?.name)}
        onSave={(name) => {
          if (isRename) own.rename(name)
          else own.save(name)
          setNaming(null)
        }}
        onCancel={() => setNaming(null)}
      />
    )
  }
  const readFile = (): void => {
    own.readFromFile().then(setWrong, (error: unknown) => toastError(error, language))
  }
  const writeFile = (): void => {
    own.writeToFile().catch((error: unknown) => toastError(error, language))
  }
  return (
    <>
      {wrong !== null && (
        <p className={styles.fileWrong} role="alert">
          <Icon name="warn" small />
          <span>{say('captions.rules.file-wrong', { detail: wrong })}</span>
        </p>
      )}
      <div className={styles.foot}>
        <p className={styles.note}>
          {say('captions.rules.note')}
          {own.defaultFor.map((kind) => (
            <span key={kind}>
              {' '}
              {say('captions.rules.is-default', { kind: say(`captions.rules.default.${kind}`) })}
            </span>
          ))}
        </p>
        {isChanged(editor.settings, own.all) && (
          <Button
            size="small"
            onPress={() => {
              editor.startVisit()
              editor.change((before) => resetSettings(before, own.all))
            }}
          >
            {say('captions.rules.reset')}
          </Button>
        )}
        <Button size="small" onPress={readFile}>
          {say('captions.rules.from-file')}
        </Button>
        <Button variant="line" size="small" onPress={() => setNaming('save')}>
          {say('captions.rules.save-own')}
        </Button>
        <Menu
          label={say('captions.rules.more')}
          trigger={<IconButton icon="more" size="small" label={say('captions.rules.more')} />}
        >
          {(own.canBeDefault ? recordingKinds : []).map((kind) => (
            <MenuItem key={kind} onChoose={() => own.toggleDefault(kind)}>
              {say(own.defaultFor.includes(kind) ? 'captions.rules.default-not' : 'captions.rules.default', {
                kind: say(`captions.rules.default.${kind}`),
              })}
            </MenuItem>
          ))}
          {own.canBeDefault && <MenuLine />}
          <MenuItem onChoose={writeFile}>{say('captions.rules.to-file')}</MenuItem>
          {chosen !== undefined && (
            <MenuItem onChoose={() => setNaming('rename')}>
              {say('captions.rules.rename', { name: chosen.name })}
            </MenuItem>
          )}
          {chosen !== undefined && (
            <MenuItem onChoose={own.remove}>{say('captions.rules.delete', { name: chosen.name })}</MenuItem>
          )}
        </Menu>
      </div>
    </>
  )
}
