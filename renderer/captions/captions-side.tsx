import { useCallback, useState } from 'react'
import type { Cue, CueLine } from '#core/captions/cues'
import type { ListedComment } from '#core/comments/listed-comments'
import type { FrameGrid } from '#core/frames/video-frames'
import type { Transcript } from '#core/transcript/transcript'
import type { CommentStore } from '../comments/comment-store.ts'
import { HideFillers } from '../text-options/hide-fillers.tsx'
import { NumbersInDigits } from '../text-options/numbers-in-digits.tsx'
import type { OpenRecording } from '../rpc/open-recording.ts'
import { useFilmPicture } from '../rpc/recording-queries.ts'
import type { TranscriptSession } from '../session/transcript-session.ts'
import type { Player } from '../sound/player/player.ts'
import { Segmented } from '../ui/segmented.tsx'
import { Switch } from '../ui/switch.tsx'
import { useLanguage, useSay } from '../ui/words.tsx'
import { CaptionNamesChoice } from './caption-names-choice.tsx'
import { CaptionPicture } from './caption-picture.tsx'
import styles from './captions.module.css'
import { CueComments } from './cue-comments.tsx'
import { CueFactsPanel } from './cue-facts-panel.tsx'
import type { ShownCues } from './cues/cue-store.ts'
import type { CaptionEditor } from './editing/caption-editor.ts'
import { CueTools } from './editing/cue-tools.tsx'
import { startWording } from './editing/start-wording.ts'
import { FixesPanel } from './fixes/fixes-panel.tsx'
import { PhoneMargin } from './phone-margin.tsx'
import { formOf, pictureOf, type PictureShape, ratioName, shapeOfFilm } from './picture-shape.ts'
import { PlateRules } from './plate-rules.tsx'
import { PictureLanguage, type PictureText } from './translations/picture-language.tsx'
import type { ShownTranslation } from './translations/use-translation.ts'
import { useCaptionEdge } from './use-caption-edge.ts'

export interface CaptionsSideProps {
  readonly session: TranscriptSession
  readonly player: Player
  readonly recording: OpenRecording
  readonly editor: CaptionEditor
  readonly list: ShownCues
  readonly transcript: Transcript
  readonly translation: ShownTranslation | null
  readonly comments: CommentStore
  /** On which set times lie. */
  readonly setFrames: FrameGrid | null
  /** The comments on each word, by its id. */
  readonly commented: ReadonlyMap<string, readonly ListedComment[]>
  /** The caption being edited, else the current one. */
  readonly cue: Cue | undefined
  /** Whether it is being edited. */
  readonly isEdited: boolean
  /** Goes to the next or previous caption that breaks a rule. */
  readonly onProblem: (step: 1 | -1) => void
  /** The captions drawn over the picture. */
  readonly pictured: readonly Cue[]
}

/** Next to the list: the picture with its caption, and the actions for one caption. */
export function CaptionsSide(props: CaptionsSideProps) {
  const { session, player, recording, editor, list, transcript, translation, comments, commented } = props
  const { setFrames, cue, isEdited, onProblem, pictured } = props
  const say = useSay()
  const language = useLanguage()
  const film = useFilmPicture(recording)
  const ofFilm = shapeOfFilm(film)
  const [chosen, setChosen] = useState<PictureShape | 'plate' | null>(null)
  const [pictureText, setPictureText] = useState<PictureText>('both')
  const [safeArea, setSafeArea] = useState(false)
  const { hasBox, setBox } = useCaptionEdge()
  const picture = chosen ?? ofFilm
  const shape = picture === 'plate' ? ofFilm : picture
  const size = pictureOf(shape, film)
  const isTranslation = translation !== null && pictureText === 'translation'
  const linesOf = useCallback(
    (each: Cue) => linesIn(each, translation, pictureText),
    [translation, pictureText],
  )
  return (
    <aside className={styles.side} aria-label={say('captions.side')}>
      <CaptionPicture
        player={player}
        recording={recording}
        cues={list.cues}
        shown={pictured}
        linesOf={linesOf}
        picture={size}
        rules={isTranslation ? translation.rules : list.rules}
        language={isTranslation ? translation.language : transcript.language}
        speakers={transcript.speakers}
        withVideo={recording.hasVideo && picture !== 'plate'}
        withSafeArea={safeArea}
      />
      {cue && (
        <>
          <CueFactsPanel
            editor={editor}
            player={player}
            cue={cue}
            rules={list.rules}
            transcript={transcript}
            setFrames={setFrames}
          />
          <FixesPanel
            editor={editor}
            player={player}
            list={list}
            cue={cue}
            onShorterWording={(shown) => startWording(editor, shown)}
            onStep={onProblem}
          />
        </>
      )}
      {isEdited && cue && <CueTools editor={editor} cue={cue} transcript={transcript} />}
      {cue && (
        <CueComments session={session} editor={editor} comments={comments} cue={cue} byWord={commented} />
      )}
      <div className={styles.choices}>
        <Segmented
          label={say('captions.picture.shape')}
          chosen={picture}
          choices={[
            ...(ofFilm === 'film' && film !== null
              ? [{ id: 'film' as const, label: ratioName(film, language) }]
              : []),
            { id: 'wide', label: say('captions.picture.wide') },
            { id: 'tall', label: say('captions.picture.tall') },
            { id: 'square', label: say('captions.picture.square') },
            ...(recording.hasVideo ? [{ id: 'plate' as const, label: say('captions.picture.plate') }] : []),
          ]}
          onChoose={setChosen}
        />
        <Segmented
          label={say('captions.edge')}
          chosen={hasBox ? 'box' : 'outline'}
          choices={[
            { id: 'box', label: say('captions.edge.box') },
            { id: 'outline', label: say('captions.edge.outline') },
          ]}
          onChoose={(edge) => setBox(edge === 'box')}
        />
        <PhoneMargin session={session} isTall={formOf(size) === 'tall'} />
        <Switch on={safeArea} onChange={setSafeArea}>
          {say('captions.safe-area')}
        </Switch>
        <CaptionNamesChoice session={session} />
        <HideFillers session={session} />
        <NumbersInDigits session={session} />
        {translation !== null && (
          <PictureLanguage language={translation.language} chosen={pictureText} onChoose={setPictureText} />
        )}
      </div>
      <PlateRules session={session} isTall={formOf(size) === 'tall'} />
    </aside>
  )
}

/** The lines of a caption in the languages that the picture shows. */
function linesIn(cue: Cue, translation: ShownTranslation | null, shown: PictureText): readonly CueLine[] {
  const own = translation === null || shown !== 'translation' ? cue.lines : []
  const translated = shown === 'original' ? undefined : translatedAt(translation, cue)
  return translated === undefined ? own : [...own, ...translated.lines]
}

/** The second language's text at the time of a caption. */
function translatedAt(translation: ShownTranslation | null, cue: Cue): Cue | undefined {
  const head = translation?.byCue.get(cue.index)?.cues[0]
  return head === undefined ? undefined : translation?.rows.get(head.index)?.shown?.cue
}
