import { useEffect, useId, useMemo, useRef, useState, type KeyboardEvent } from 'react'
import type { Speaker } from '#core/transcript/transcript'
import type { TranscriptSession } from '../../session/transcript-session.ts'
import type { Player } from '../../sound/player/player.ts'
import { useFeedPeople } from '../../rpc/use-feed-people.ts'
import { useSession } from '../../session/use-session.ts'
import { speakingOf } from '../../speaking/speaking-of.ts'
import { formatPercent } from '#core/notation/numbers'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { useLanguage, useSay } from '../../ui/words.tsx'
import { type EditorStore, type ParagraphPrompt, type SpeakerScope, useSelection } from '../editor-store.ts'
import { useSpeakerNames } from '../use-speaker-names.ts'
import { askAgainOf } from '../selection/ask-again.ts'
import { assignEdits, type ChosenSpeaker } from './assign-edits.ts'
import { speakersInOrder } from './assign-to-number.ts'
import { renameVoice } from './rename-voice.ts'
import { isLikeName, isSameName } from '#core/transcript/same-name'
import type { AfterChoice } from './after-choice.ts'
import { askedSelection, offeredScopes, suggestedScope } from './speaker-scope.ts'
import { FeedNameRow, SpeakerRow } from './choice-rows.tsx'
import { unusedNames } from './unused-names.ts'
import styles from './speakers.module.css'
import { VoiceActions } from './voice-actions.tsx'

export interface ParagraphChoiceProps {
  readonly session: TranscriptSession
  readonly player: Player
  readonly store: EditorStore
  readonly ask: ParagraphPrompt
  readonly durationMs: number
  readonly onClose: () => void
  readonly onAfter: (after: AfterChoice) => void
}

/** Chooses a paragraph's speaker, the range the choice applies to, and further actions for the speaker. */
export function ParagraphChoice({
  session,
  player,
  store,
  ask,
  durationMs,
  onClose,
  onAfter,
}: ParagraphChoiceProps) {
  const say = useSay()
  const language = useLanguage()
  const id = useId()
  const field = useRef<HTMLInputElement>(null)
  const transcript = useSession(session, (state) => state.transcript)
  const names = useSpeakerNames(session)
  const selection = askedSelection(transcript, ask, useSelection(store))
  const paragraph = transcript.paragraphs.find((each) => each.id === ask.paragraphId)
  const current = transcript.speakers.find((speaker) => speaker.id === paragraph?.speakerId)
  const hasSelection = selection.range !== null
  /** Follows the typed name until the user chooses a range. */
  const [chosenScope, setChosenScope] = useState<SpeakerScope | null>(ask.scope)
  const [typed, setTyped] = useState('')
  const [isRenaming, setRenaming] = useState(false)
  const ordered = useMemo(() => speakersInOrder(transcript), [transcript])
  const speaking = useMemo(() => speakingOf(transcript, durationMs, null), [transcript, durationMs])
  const nameOf = (speakerId: string): string => names.get(speakerId) ?? ''
  const likeThis = (name: string): readonly Speaker[] =>
    ordered.filter((speaker) => isLikeName(nameOf(speaker.id), name))
  const shown = isRenaming ? [] : likeThis(typed)
  const people = useFeedPeople(transcript.recordingId)
  const feedNames = unusedNames(people, transcript.speakers)
  const shownNames = isRenaming ? [] : feedNames.filter((name) => isLikeName(name, typed))
  const rows = shown.length + shownNames.length
  /** Index among the names shown, first of speakers, then of the feed; -1: the typed name as a new speaker. */
  const [marked, setMarked] = useState(() =>
    Math.max(
      0,
      ordered.findIndex(({ id: own }) => own === current?.id),
    ),
  )
  const markedRow = Math.min(marked, rows - 1)
  const markedSpeaker = shown[markedRow]
  const markedName = shownNames[markedRow - shown.length]
  const isMarked = markedSpeaker !== undefined || markedName !== undefined
  const isNewName = markedName !== undefined || (typed.trim() !== '' && markedSpeaker === undefined)
  const scopeFor = (isNew: boolean): SpeakerScope =>
    chosenScope ?? suggestedScope(ask, current, hasSelection, isNew)
  const scope = scopeFor(isNewName)
  const renames = scopeFor(true) === 'everywhere' && current !== undefined

  useEffect(() => field.current?.focus(), [isRenaming])

  const choose = (chosen: ChosenSpeaker): void => {
    const place = { paragraphId: ask.paragraphId, selection }
    const currentScope = scopeFor('name' in chosen)
    session.apply(assignEdits(session.state.transcript, place, currentScope, chosen, () => session.newId()))
    onClose()
  }
  const rename = (): void => {
    const otherId = current === undefined ? null : renameVoice(session, current.id, typed)
    if (otherId === null || current === undefined) onClose()
    else onAfter({ kind: 'merge', speakerId: current.id, otherId })
  }
  const enter = (): void => {
    if (isRenaming) rename()
    else if (markedSpeaker !== undefined) choose({ speakerId: markedSpeaker.id })
    else if (markedName !== undefined) choose({ name: markedName })
    else if (typed.trim() !== '') choose({ name: typed.trim() })
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return
    const digit = /^[1-9]$/u.test(event.key) && typed === '' && !isRenaming ? Number(event.key) : 0
    const byDigit = ordered[digit - 1]
    if (event.key === 'Enter') enter()
    else if (event.key === 'ArrowDown') setMarked(Math.min(rows - 1, marked + 1))
    else if (event.key === 'ArrowUp') setMarked(Math.max(typed.trim() === '' ? 0 : -1, marked - 1))
    else if (byDigit !== undefined && !event.ctrlKey && !event.metaKey && !event.altKey) {
      choose({ speakerId: byDigit.id })
    } else return
    event.preventDefault()
  }
  const offered = offeredScopes(ask, current, hasSelection)
  const turns = speaking.turns.find((each) => each.id === current?.id)?.turns.length ?? 0

  return (
    <div role="dialog" aria-label={say('editor.who')} className={styles.body}>
      <label className={styles.field}>
        <Icon name={isRenaming ? 'pen' : 'search'} small />
        <input
          ref={field}
          role="combobox"
          aria-label={isRenaming ? say('editor.who.new-name') : say('editor.who')}
          aria-expanded={!isRenaming}
          aria-controls={`${id}-list`}
          aria-activedescendant={isMarked ? `${id}-row-${markedRow}` : undefined}
          autoComplete="off"
          spellCheck={false}
          value={typed}
          placeholder={isRenaming ? names.get(current?.id ?? '') : say('editor.who.type')}
          onChange={(event) => {
            const { value } = event.target
            setTyped(value)
            setMarked(
              value.trim() === ''
                ? 0
                : [
                    ...likeThis(value).map(({ id: own }) => nameOf(own)),
                    ...feedNames.filter((name) => isLikeName(name, value)),
                  ].findIndex((name) => isSameName(name, value)),
            )
          }}
          onKeyDown={onKeyDown}
        />
      </label>
      {!isRenaming && (
        <>
          {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role */}
          <ul role="listbox" id={`${id}-list`} aria-label={say('editor.speakers')} className={styles.list}>
            {shown.map((speaker, index) => (
              <SpeakerRow
                key={speaker.id}
                id={`${id}-row-${index}`}
                speaker={speaker}
                name={names.get(speaker.id) ?? ''}
                share={formatPercent(
                  speaking.figures.speakers.find((each) => each.id === speaker.id)?.share ?? 0,
                  language,
                )}
                digit={typed === '' && index < 9 ? index + 1 : null}
                isMarked={speaker === markedSpeaker}
                onChoose={() => choose({ speakerId: speaker.id })}
              />
            ))}
            {shownNames.map((name, index) => (
              <FeedNameRow
                key={name}
                id={`${id}-row-${shown.length + index}`}
                name={name}
                isMarked={name === markedName}
                onChoose={() => choose({ name })}
              />
            ))}
          </ul>
          <Button
            size="small"
            icon="plus"
            className={styles.new}
            onPress={() => (typed.trim() === '' ? field.current?.focus() : choose({ name: typed.trim() }))}
          >
            {typed.trim() === ''
              ? say('editor.who.new')
              : say(renames ? 'editor.who.rename-voice' : 'editor.who.new-named', {
                  name: typed.trim(),
                  voice: nameOf(current?.id ?? ''),
                })}{' '}
            {(typed.trim() === '' || !isMarked) && <kbd>{say('editor.key.enter')}</kbd>}
          </Button>
          <fieldset className={styles.scope}>
            <legend>{say('editor.reach')}</legend>
            {offered.map((each) => (
              <label key={each}>
                <input
                  type="radio"
                  name={`${id}-reach`}
                  checked={scope === each}
                  onChange={() => setChosenScope(each)}
                  // Even if it was only suggested: a click makes it the user's own choice.
                  onClick={() => {
                    setChosenScope(each)
                    field.current?.focus()
                  }}
                />
                {say(`editor.reach.${each}`, { name: names.get(current?.id ?? '') ?? '', count: turns })}
              </label>
            ))}
          </fieldset>
        </>
      )}
      {current !== undefined && (
        <VoiceActions
          session={session}
          player={player}
          speakerId={current.id}
          onMerge={() => onAfter({ kind: 'merge', speakerId: current.id, otherId: null })}
          onSplitOff={() => onAfter({ kind: 'split', speakerId: current.id, paragraphId: ask.paragraphId })}
          onAgain={() => askAgainOf(store, current.id, ask.paragraphId)}
          onRemember={() => onAfter({ kind: 'remember', speakerId: current.id })}
          onNamed={onClose}
        >
          <Button
            size="small"
            icon="pen"
            pressed={isRenaming}
            onPress={() => {
              setRenaming(!isRenaming)
              setTyped(isRenaming ? '' : (current.name ?? ''))
            }}
          >
            {say('editor.rename')}
          </Button>
        </VoiceActions>
      )}
    </div>
  )
}
