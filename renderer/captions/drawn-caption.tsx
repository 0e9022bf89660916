import type { CSSProperties, ReactNode } from 'react'
import type { CueLine } from '#core/captions/cues'
import { CAPTION_FONT, LINE_HEIGHT } from '#core/captions/look/caption-font'
import { BOX_OPACITY, type CaptionLook, type PictureSize } from '#core/captions/look/caption-look'
import { speakerColor } from '#core/captions/look/speaker-colors'
import type { TextSpan } from '#core/captions/words/text-span'
import type { CuePosition } from '#core/transcript/marks/kinds/position'
import type { Speaker } from '#core/transcript/transcript'
import { LineText } from './cues/line-text.tsx'
import styles from './picture.module.css'

export interface DrawnCaptionProps {
  readonly picture: PictureSize
  /** As they fit into the picture. */
  readonly lines: readonly CueLine[]
  /** How many of other captions are between it and the picture's edge. */
  readonly below: number
  readonly position?: CuePosition | undefined
  readonly look: CaptionLook
  /** A dark box behind the letters, else an outline around them. */
  readonly hasBox: boolean
  /** In the order of their colors; empty: all are white. */
  readonly speakers: readonly Pick<Speaker, 'id'>[]
  /** The word that is said has another color. */
  readonly spoken?: { readonly line: number; readonly word: TextSpan; readonly color: string } | undefined
}

const bottomCenter: CuePosition = { vertical: 'bottom', horizontal: 'center' }
/** Browsers round places of letters to pixels: those of a large picture, which is then drawn at any size. */
const LINES = 1_080

const widthOf = ({ width, height }: PictureSize): number => Math.round((LINES * width) / height)

/** The captions that are over a picture. */
export function CaptionsOver({
  picture,
  children,
}: {
  readonly picture: PictureSize
  readonly children: ReactNode
}) {
  return (
    // Without a role it would be an image without a name; its text is read.
    <svg role="presentation" className={styles.over} viewBox={`0 0 ${widthOf(picture)} ${LINES}`}>
      {children}
    </svg>
  )
}

/** A caption over a picture, drawn from the numbers with which films are made. */
export function DrawnCaption(props: DrawnCaptionProps) {
  const { picture, lines, below, position, look, hasBox, speakers, spoken } = props
  const { vertical, horizontal } = position ?? bottomCenter
  const lineHeight = Math.round(look.lineHeight * LINES)
  const px = (fraction: number): string => `${fraction * LINES}px`
  const others = below * lineHeight
  const place = {
    paddingTop: vertical === 'top' ? look.top * LINES + others : 0,
    paddingBottom:
      vertical === 'bottom' ? look.bottom * LINES + others : vertical === 'middle' ? 2 * others : 0,
    paddingInline: px(look.side - look.boxPadding),
    fontFamily: `'${CAPTION_FONT}', var(--ui)`,
    fontSize: `${lineHeight / LINE_HEIGHT}px`,
    lineHeight: `${lineHeight}px`,
    '--padding': px(look.boxPadding),
    '--outline': px(look.outline),
    '--box': `rgb(0 0 0 / ${BOX_OPACITY})`,
  } as CSSProperties
  return (
    <foreignObject width={widthOf(picture)} height={LINES}>
      <div className={styles.place} style={place} data-vertical={vertical} data-horizontal={horizontal}>
        <p className={styles.caption} data-edge={hasBox ? 'box' : 'outline'}>
          {lines.map((line, index) => (
            // Lines have no identity other than their position.
            // oxlint-disable-next-line react/no-array-index-key
            <span key={index} style={{ color: colorOf(line, speakers) }}>
              <LineText line={line} {...(spoken?.line === index ? { spoken } : {})} />
            </span>
          ))}
        </p>
      </div>
    </foreignObject>
  )
}

function colorOf({ speakerId }: CueLine, speakers: DrawnCaptionProps['speakers']): string {
  const place = speakers.findIndex(({ id }) => id === speakerId)
  return `#${speakerColor(Math.max(0, place))}`
}
