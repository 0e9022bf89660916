import { Link } from '@tanstack/react-router'
import { buttonClass } from './button.tsx'
import { useSay } from './words.tsx'

/** The way on from what is not there. */
export function ToRecordings() {
  const say = useSay()
  return (
    <Link to="/" className={buttonClass('main')}>
      {say('shell.to-library')}
    </Link>
  )
}
