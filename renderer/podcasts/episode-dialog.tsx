import type { EpisodeCard } from '#contracts/calls/podcasts'
import { Button } from '../ui/button.tsx'
import { Dialog, DialogSpacer } from '../ui/dialog.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { Loading } from '../ui/loading.tsx'
import { useSay } from '../ui/words.tsx'
import { useEpisode } from './podcast-queries.ts'
import styles from './podcasts.module.css'

/**
 * The feed's description of an episode. Its addresses are plain text: the program never opens external pages.
 */
export function EpisodeDialog({
  episode,
  onClose,
}: {
  readonly episode: EpisodeCard
  readonly onClose: () => void
}) {
  const say = useSay()
  const { data, error } = useEpisode(episode.id)
  return (
    <Dialog
      open
      onClose={onClose}
      title={episode.title}
      width="640px"
      foot={
        <>
          <DialogSpacer />
          <Button variant="main" onPress={onClose}>
            {say('shell.close')}
          </Button>
        </>
      }
    >
      {data === undefined ? (
        error ? (
          <ErrorNotice error={error} />
        ) : (
          <Loading />
        )
      ) : (
        <>
          <p className={styles.notes}>{data.notes === '' ? say('podcasts.notes.none') : data.notes}</p>
          {data.link !== '' && <p className={styles.address}>{data.link}</p>}
        </>
      )}
    </Dialog>
  )
}
