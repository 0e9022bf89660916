import { useState } from 'react'
import type { Speaker } from '#core/transcript/transcript'
import { useShownKey } from '../keys/use-key-actions.ts'
import { usePreferences } from '../rpc/preferences-queries.ts'
import { useChangePreferences } from '../session/change-preferences.ts'
import type { TranscriptSession } from '../session/transcript-session.ts'
import { IconButton } from '../ui/icon-button.tsx'
import { Menu, MenuChoices, MenuItem, MenuLine, SubMenu } from '../ui/menu.tsx'
import { useSay } from '../ui/words.tsx'
import type { ShownCues } from './cues/cue-store.ts'
import type { CueFilter } from './cues/filter-cues.ts'
import type { CaptionEditor } from './editing/caption-editor.ts'
import { useSpeakerFilter } from './fixes/cue-filters.tsx'
import { RuleTicks } from './fixes/problems-bar.tsx'
import { TimesItems } from './times/times-menu.tsx'
import { AddLanguageDialog } from './translations/add-language-dialog.tsx'
import { useTranslationLanguages } from './translations/shown-translation.ts'
import { TranslationItems } from './translations/translation-items.tsx'

export interface CaptionsTooling {
  readonly session: TranscriptSession
  readonly editor: CaptionEditor
  readonly list: ShownCues
  readonly speakers: readonly Speaker[]
  readonly hasVideo: boolean
  /** In a small window a person chooses whether there is a picture beside the list. */
  readonly isSmall: boolean
  readonly filter: CueFilter
  readonly onFilter: (filter: CueFilter) => void
  /** How many captions break a rule, of those that the filter counts. */
  readonly broken: number
  /** The key that moves to the next problem; null for none. */
  readonly nextKey: string | null
  readonly onNext: () => void
  readonly onMove: () => void
  readonly onSnap: () => void
  readonly onFixAll: () => void
}

/** In a narrow window: all tools of the captions that its one row has no room for. */
export function CaptionsMenu(tools: CaptionsTooling) {
  const { session, editor, list, speakers, hasVideo, isSmall, filter, onFilter } = tools
  const { onMove, onSnap, onFixAll } = tools
  const say = useSay()
  const { showsSmallPicture } = usePreferences()
  const change = useChangePreferences()
  const languages = useTranslationLanguages(session)
  const speaker = useSpeakerFilter(filter, speakers, onFilter)
  const name = speaker.choices.find(({ id }) => id === speaker.chosen)?.label ?? ''
  const [isAdding, setAdding] = useState(false)
  const hasProblems = !list.making && list.problems.size > 0
  return (
    <>
      <Menu
        label={say('captions.more')}
        trigger={<IconButton size="small" icon="more" label={say('captions.more')} />}
      >
        {isSmall && (
          <>
            <MenuChoices
              label={say('captions.picture')}
              choices={[
                { id: 'side', label: say('captions.picture.at-side') },
                { id: 'off', label: say('captions.picture.off') },
              ]}
              chosen={showsSmallPicture ? 'side' : 'off'}
              onChoose={(id) => change({ showsSmallPicture: id === 'side' })}
            />
            <MenuLine />
          </>
        )}
        {speakers.length > 1 && (
          <SubMenu label={say('captions.filter.speaker.now', { name })}>
            <MenuChoices label={say('captions.filter.speaker')} {...speaker} />
          </SubMenu>
        )}
        {hasProblems && (
          <SubMenu label={say('captions.by-rule')}>
            <RuleTicks
              problems={list.problems}
              kinds={filter.kinds}
              onKinds={(kinds) => onFilter({ ...filter, kinds })}
            />
          </SubMenu>
        )}
        {languages.length === 0 ? (
          <MenuItem onChoose={() => setAdding(true)}>{say('translation.add.first')}</MenuItem>
        ) : (
          <SubMenu label={say('translation.title')}>
            <TranslationItems session={session} editor={editor} onAdd={() => setAdding(true)} />
          </SubMenu>
        )}
        <TimesItems
          moveKey={useShownKey('caption-move')}
          hasVideo={hasVideo}
          onMove={onMove}
          onSnap={onSnap}
        />
        {hasProblems && <MenuItem onChoose={onFixAll}>{say('captions.fix-all')}</MenuItem>}
      </Menu>
      {isAdding && <AddLanguageDialog session={session} editor={editor} onClose={() => setAdding(false)} />}
    </>
  )
}
