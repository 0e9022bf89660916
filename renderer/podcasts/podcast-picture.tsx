import { classNames } from '../ui/class-names.ts'
import { Icon } from '../ui/icon.tsx'
import styles from './podcasts.module.css'

export interface PodcastPictureProps {
  /** A `data:` URL; null if there is none. */
  readonly picture: string | null
  readonly size: 'small' | 'large'
}

/** The picture of a podcast; decorative, as the title is next to it. */
export function PodcastPicture({ picture, size }: PodcastPictureProps) {
  return (
    <span className={classNames(styles.art, size === 'large' && styles.large)}>
      {picture === null ? <Icon name="feed" /> : <img src={picture} alt="" />}
    </span>
  )
}
