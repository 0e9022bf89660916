import { type CaptionNames, captionNames } from '#core/captions/caption-names'
import { withRules } from '#core/captions/presets/change-settings'
import { captionNamesOf } from '#core/captions/presets/transcript-rules'
import type { CaptionRules } from '#core/captions/caption-rules'
import { type ShotRuleId, shotRuleIds, shotRules } from '#core/captions/shots/shot-rules'
import { usePreferences } from '../../rpc/preferences-queries.ts'
import { Select } from '../../ui/select.tsx'
import { useLanguage, useSay } from '../../ui/words.tsx'
import styles from './rules.module.css'
import type { RulesEditor } from './use-rules-editor.ts'

type SpeakerChange = 'cue' | 'dash' | 'dash-space'

const dashes = { dash: '-', 'dash-space': '- ' } as const

/** How captions show a change of speaker, whether they name the speakers, and where they are at shot changes. */
export function ChoiceRows({ editor }: { readonly editor: RulesEditor }) {
  const say = useSay()
  const shownIn = useLanguage()
  const { captionNames: preferred } = usePreferences()
  const { settings, rules, language } = editor
  const setSpeakerChange = (next: SpeakerChange): void => {
    editor.startVisit()
    editor.change((before) =>
      withRules(before, language, {
        sharesCues: next !== 'cue',
        ...(next === 'cue' ? {} : { dialogueDash: dashes[next] }),
      }),
    )
  }
  const setNames = (names: CaptionNames): void => {
    editor.startVisit()
    editor.change((before) => ({ ...before, names }))
  }
  const setShots = (shots: ShotRuleId): void => {
    editor.startVisit()
    editor.change((before) => withRules(before, language, { shots }))
  }
  const changes: readonly SpeakerChange[] = ['dash', 'dash-space', 'cue']
  return (
    <>
      <div className={styles.row}>
        <span>{say('captions.rules.speaker-change')}</span>
        <Select
          size="small"
          label={say('captions.rules.speaker-change')}
          choices={changes.map((id) => ({ id, label: say(`captions.rules.speaker-change.${id}`) }))}
          chosen={speakerChangeOf(rules)}
          onChoose={setSpeakerChange}
        />
      </div>
      <div className={styles.row}>
        <span>{say('captions.rules.names')}</span>
        <Select
          size="small"
          label={say('captions.rules.names')}
          choices={captionNames.map((id) => ({ id, label: say(`captions.rules.names.${id}`) }))}
          chosen={captionNamesOf({ captionRules: settings }, preferred)}
          onChoose={setNames}
        />
      </div>
      <div className={styles.row}>
        <span>{say('captions.rules.shots')}</span>
        <Select
          size="small"
          label={say('captions.rules.shots')}
          choices={shotRuleIds.map((id) => ({ id, label: shotRules[id][shownIn] }))}
          chosen={rules.shots}
          onChoose={setShots}
        />
      </div>
    </>
  )
}

function speakerChangeOf({ sharesCues, dialogueDash }: CaptionRules): SpeakerChange {
  if (sharesCues === false) return 'cue'
  return dialogueDash.endsWith(' ') ? 'dash-space' : 'dash'
}
