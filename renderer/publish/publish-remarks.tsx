import { Icon } from '../ui/icon.tsx'
import { useSay } from '../ui/words.tsx'
import styles from './publish.module.css'
import type { Published } from './use-published.ts'

/** What the files need or lack, and what they omit that the sound still contains. */
export function PublishRemarks({ made, hasPage }: { readonly made: Published; readonly hasPage: boolean }) {
  const say = useSay()
  const { media, fileName, soundAddress, leftInSound, captionsMoved, hasSound, isCut, files } = made
  const hasChapters = files.some(({ kind }) => kind === 'chapters')
  const pageSound =
    soundAddress !== null
      ? say('publish.page.address', { address: soundAddress })
      : media === null
        ? say('publish.page.none')
        : say('publish.page', { media })
  return (
    <>
      {media !== null && leftInSound !== null && (
        <p className={styles.remark}>
          <Icon name="warn" small />
          {say(`publish.left.${leftInSound}`, { media })}
        </p>
      )}
      {media !== null && captionsMoved && (
        <p className={styles.remark}>
          <Icon name="warn" small />
          {say('publish.captions-moved', { media })}
        </p>
      )}
      {isCut && hasSound && media === null && (
        <p className={styles.remark}>
          <Icon name="warn" small />
          {say('publish.cut-sound', { file: fileName })}
        </p>
      )}
      {hasPage && <p className={styles.meta}>{pageSound}</p>}
      {!hasChapters && <p className={styles.meta}>{say('publish.no-chapters')}</p>}
    </>
  )
}
