import { type ReactNode, useCallback, useMemo, useState } from 'react'
import { placeholderIn } from '#core/outgoing/placeholder'
import { redactedWords } from '#core/transcript/redacted-words'
import type { Cue } from '#core/captions/cues'
import { leftOutByCue } from '#core/captions/words/left-out-words'
import { removeMarkEdit } from '#core/edits/kinds/remove-mark'
import { showingMs } from '#core/frames/frame-grid'
import { commentsByWord } from '#core/comments/listed-comments'
import type { WordRange } from '#core/redaction/redaction-edits'
import { leaveAsSaid } from '../editor/as-said.ts'
import { redactWords } from '../editor/surface/redact.ts'
import { CorrectOthers } from '../correct-others/correct-others.tsx'
import type { CommentStore } from '../comments/comment-store.ts'
import { useHasCuts } from '../cut/use-has-cuts.ts'
import { useComments } from '../comments/use-comments.ts'
import type { OpenRecording } from '../rpc/open-recording.ts'
import { usePreferences } from '../rpc/preferences-queries.ts'
import type { TranscriptSession } from '../session/transcript-session.ts'
import { useShownKey } from '../keys/use-key-actions.ts'
import type { Player } from '../sound/player/player.ts'
import { useMedia } from '../sound/player/use-media.ts'
import { usePlayer } from '../sound/player/use-player.ts'
import { useSession } from '../session/use-session.ts'
import { useTranscriptAfterTyping } from '../session/use-transcript-after-typing.ts'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { Loading } from '../ui/loading.tsx'
import { VisuallyHidden } from '../ui/visually-hidden.tsx'
import { useSay } from '../ui/words.tsx'
import { CaptionsSide } from './captions-side.tsx'
import { CaptionsTools } from './captions-tools.tsx'
import styles from './captions.module.css'
import { CueList } from './cue-list.tsx'
import { type CaptionDialog, CaptionDialogs } from './caption-dialogs.tsx'
import { captionCorrectionPlace } from './editing/caption-correction-place.ts'
import { wordsAtCaret } from './editing/words-at-caret.ts'
import { useCaptionEditor, useCaptionEditorState } from './editing/use-caption-editor.ts'
import { useSetFrames, useShownFrames } from './cues/cue-time.ts'
import { everyCue, filterCues, problemFrom, shownRows } from './cues/filter-cues.ts'
import {
  CaptionsReplacePreview,
  FindInCaptions,
  type FindMode,
  useFindingInCaptions,
} from './find/find-in-captions.tsx'
import { hitsInCues } from './cues/hits-in-cues.ts'
import { cuesWith } from './fixes/problem-counts.ts'
import { FixesKey, OpenCueRow, type OpenParts } from './open-cue-row.tsx'
import { saidOfWordings } from './said-of-wordings.ts'
import { useCaptionKeys } from './times/use-caption-keys.ts'
import { TranslationBar } from './translations/translation-bar.tsx'
import { useTranslation } from './translations/use-translation.ts'
import { useCueNow, useCues, useCuesShown } from './cues/use-cues.ts'
import { useShotsInRules } from './cues/use-shots-in-rules.ts'
import { useCueActions } from './use-cue-actions.ts'
import { useViewKeys } from './use-view-keys.ts'

export interface CaptionsScreenProps {
  readonly session: TranscriptSession
  readonly player: Player
  readonly recording: OpenRecording
  /** A caption was chosen in the list. */
  readonly onCue?: (cue: Cue) => void
  readonly comments: CommentStore
  /** Undoes or redoes, by default a step of the text. */
  readonly onHistory?: (way: 'undo' | 'redo') => Promise<void>
  readonly find?: FindMode
  readonly onFind?: (find: FindMode) => void
  /** First in the row of tools. */
  readonly firstTool?: ReactNode
}

const SMALL = '(max-width: 900px)'
/** The list takes about half of the window: two rows of tools would wrap. */
const NARROW = '(max-width: 1100px)'
/** With another tool, which leads to the captions of the cut. */
const NARROW_WITH_CUT = '(max-width: 1400px)'

/** The captions as they will look, following playback, with their problems. */
export function CaptionsScreen({
  session,
  player,
  recording,
  onCue,
  comments,
  onHistory,
  find = 'closed',
  onFind = () => undefined,
  firstTool,
}: CaptionsScreenProps) {
  const say = useSay()
  useShotsInRules(session, recording)
  const list = useCues(session, recording)
  const now = useCueNow(player, list.cues)
  const onScreen = useCuesShown(player, list.cues)
  const following = usePlayer(player, (state) => state.following)
  const playing = usePlayer(player, (state) => state.playing)
  const speakers = useSession(session, (state) => state.transcript.speakers)
  const [filter, setFilter] = useState(everyCue)
  const [dialog, setDialog] = useState<CaptionDialog | null>(null)
  const isSmall = useMedia(SMALL)
  const isNarrow = useMedia(useHasCuts(session, recording.id) ? NARROW_WITH_CUT : NARROW)
  const { showsSmallPicture } = usePreferences()
  const hasSide = !isSmall || showsSmallPicture
  const [parts, setParts] = useState<OpenParts>({ fixing: null, hasTools: false })
  const closeDialog = useCallback(() => setDialog(null), [])
  const editor = useCaptionEditor(session, recording)
  const edited = useCaptionEditorState(editor, (state) => state.index)
  const corrections = useMemo(() => captionCorrectionPlace(editor), [editor])
  const transcript = useTranscriptAfterTyping(session)
  const frames = useShownFrames(transcript)
  const setFrames = useSetFrames(transcript)
  const allComments = useComments(session)
  const commented = useMemo(
    () => commentsByWord(session.state.transcript, allComments),
    [session, allComments],
  )
  const translation = useTranslation(session, list)
  const broken = useMemo(
    () => new Set([...cuesWith(list.problems, filter.kinds), ...(translation?.broken ?? [])]),
    [list.problems, translation, filter.kinds],
  )
  const only = useMemo(
    () => shownRows(list.cues, broken, filter, edited),
    [list.cues, broken, filter, edited],
  )
  const said = useMemo(() => saidOfWordings(transcript), [transcript])
  const redacted = useMemo(() => redactedWords(transcript), [transcript])

  const leftOut = useMemo(() => leftOutByCue(transcript, list.cues), [transcript, list.cues])
  const showAll = (): void => {
    const { marks } = session.state.transcript
    const hides = marks.filter(({ kind }) => kind === 'hide')
    const edits = hides.map(({ id }) => removeMarkEdit({ marks }, { id: session.newId(), markId: id }))
    if (edits.length > 0) session.apply(edits, { stepId: session.newId() })
  }

  const { playCue, edit, translate, undo, leave } = useCueActions({
    session,
    player,
    editor,
    edited,
    setFrames,
    onCue,
    onHistory,
  })
  const finding = useFindingInCaptions(session, editor, list.cues, find, edited ?? now)
  const hits = useMemo(() => hitsInCues(finding.find, list.cues), [finding.find, list.cues])
  const hit = finding.find.hits[finding.find.now]
  const goToFound = (index: number): void => {
    const found = list.cues[index]
    if (found === undefined) return
    if (only?.includes(index) === false) setFilter(everyCue)
    player.setFollowing(true)
    player.seek(found.startMs)
  }
  const openFixes = ({ index }: Cue): void => {
    if (edited !== index) editor.edit(index)
    setParts({ ...parts, fixing: index })
  }
  /** Returns the index of the caption, null if no other breaks a rule. */
  const goToProblem = (step: 1 | -1): number | null => {
    const withProblems = filterCues(list.cues, broken, { ...filter, only: 'problems' })
    const index = problemFrom(withProblems, edited ?? now, step)
    const cue = index === null ? undefined : list.cues[index]
    if (cue === undefined) return null
    onCue?.(cue)
    player.pause()
    player.seek(showingMs(cue.startMs, setFrames))
    editor.edit(cue.index)
    return cue.index
  }
  const withWords = (act: (range: WordRange) => void) => (): void => {
    const at = editor.cues[editor.state.index ?? Math.max(0, now)]
    if (at !== undefined) act(wordsAtCaret(editor, at))
  }
  useViewKeys({
    'next-doubt': () => void goToProblem(1),
    'previous-doubt': () => void goToProblem(-1),
    redact: withWords((range) => redactWords(range, session, say)),
    'as-said': withWords((range) => leaveAsSaid(range, session)),
  })
  const openMove = useCallback(() => setDialog(editor.cues.length > 0 ? 'move' : null), [editor])
  useCaptionKeys(editor, player, setFrames, openMove)

  const nextKey = useShownKey('next-doubt') ?? null
  const cue = list.cues[edited ?? Math.max(0, now)]
  // An edited caption is also shown at its time, but never replaces the current one.
  const drawn = onScreen.length > 0 || playing || edited === null ? onScreen : [edited]
  const pictured = drawn.flatMap((index) => list.cues[index] ?? [])
  return (
    <div className={styles.work} data-help="captions">
      <section className={styles.cues} aria-label={say('captions.title')}>
        {find !== 'closed' && (
          <FindInCaptions
            finding={finding}
            mode={find}
            onMode={onFind}
            onGo={goToFound}
            onClose={() => {
              onFind('closed')
              if (list.cues.length > 0) editor.edit(edited ?? Math.max(0, now))
            }}
          />
        )}
        <CaptionsTools
          isNarrow={isNarrow}
          isSmall={isSmall}
          first={firstTool}
          session={session}
          editor={editor}
          list={list}
          speakers={speakers}
          hasVideo={recording.hasVideo}
          filter={filter}
          onFilter={setFilter}
          broken={broken.size}
          nextKey={nextKey}
          onNext={() => goToProblem(1)}
          onMove={openMove}
          onSnap={() => setDialog('shots')}
          onFixAll={() => setDialog('fixes')}
        />
        {!list.making && (
          <VisuallyHidden>{say('captions.count', { count: list.cues.length })}</VisuallyHidden>
        )}
        {translation !== null && (
          <TranslationBar
            translation={translation}
            editor={editor}
            making={list.making}
            here={edited ?? now}
            onNext={translate}
          />
        )}
        {list.cues.length > 0 && only?.length === 0 ? (
          <EmptyState className={styles.none} title={say('captions.filter.none')} />
        ) : list.cues.length > 0 ? (
          <CueList
            list={list}
            only={only}
            speakers={speakers}
            frames={frames}
            now={now}
            onScreen={onScreen}
            following={following}
            onPlay={playCue}
            onEdit={edit}
            onUndo={undo}
            editor={editor}
            said={said}
            redacted={redacted}
            placeholder={placeholderIn(transcript.language)}
            leftOut={leftOut}
            commented={commented}
            hits={hits}
            hitNow={hit === undefined ? null : Number(hit.paragraphId)}
            translation={translation}
            onTranslate={translate}
            belowEdited={
              hasSide || cue === undefined || edited === null ? null : (
                <OpenCueRow
                  editor={editor}
                  player={player}
                  list={list}
                  cue={cue}
                  transcript={transcript}
                  setFrames={setFrames}
                  parts={parts}
                  onParts={setParts}
                  onStep={(step) => setParts({ ...parts, fixing: goToProblem(step) })}
                />
              )
            }
            onScrolled={leave}
          />
        ) : list.making ? (
          <Loading />
        ) : (
          <EmptyState
            className={styles.none}
            title={say(leftOut.size > 0 ? 'captions.left-out.all' : 'captions.none')}
            action={leftOut.size > 0 && <Button onPress={showAll}>{say('captions.show-again')}</Button>}
          />
        )}
        <CorrectOthers session={session} place={corrections} />
      </section>
      {find === 'replace' ? (
        <div className={styles.side}>
          <CaptionsReplacePreview session={session} finding={finding} />
        </div>
      ) : hasSide ? (
        <CaptionsSide
          session={session}
          player={player}
          recording={recording}
          editor={editor}
          list={list}
          transcript={transcript}
          translation={translation}
          comments={comments}
          commented={commented}
          setFrames={setFrames}
          cue={cue}
          isEdited={edited !== null}
          onProblem={goToProblem}
          pictured={pictured}
        />
      ) : (
        cue !== undefined && parts.fixing !== cue.index && <FixesKey onFix={() => openFixes(cue)} />
      )}
      <CaptionDialogs
        open={dialog}
        session={session}
        recording={recording}
        player={player}
        editor={editor}
        list={list}
        here={edited ?? Math.max(0, now)}
        setFrames={setFrames}
        nextKey={nextKey}
        onClose={closeDialog}
      />
    </div>
  )
}
