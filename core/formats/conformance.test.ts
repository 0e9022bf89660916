import { describe, expect, test } from 'vitest'
import { assertionFailures, captionAssertions } from './testing/caption-assertions.ts'
import { captionFile, captionFilesNote, hasCaptionFiles } from './testing/caption-files.ts'

describe.runIf(hasCaptionFiles)(`files of other projects, as their tests assert${captionFilesNote}`, () => {
  test.each(captionAssertions.map((assertion) => [assertion.path, assertion] as const))(
    '%s',
    (path, assertion) => {
      const failures = assertionFailures(assertion, captionFile(path))
      if (assertion.exception === undefined) expect(failures).toEqual([])
      else expect(failures).not.toEqual([])
    },
  )
})
