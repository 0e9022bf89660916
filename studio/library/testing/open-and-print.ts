/** Opens a library, adds a recording if told to, and prints `opened` or the code of the fault. */
import { Fault } from '#contracts/errors'
import { openLibrary } from '../open.ts'

const [folder = '', filling = ''] = process.argv.slice(2)
try {
  const library = await openLibrary(folder)
  const chunk = 'x'.repeat(100_000)
  for (let number = 0; number < Number(filling); number += 1)
    await library.setSetting(`fill-${number}`, chunk)
  await library.close()
  process.stdout.write('opened\n')
} catch (error) {
  if (!(error instanceof Fault)) throw error
  process.stdout.write(`${error.code} ${JSON.stringify(error.values)} ${error.detail ?? ''}\n`)
}
