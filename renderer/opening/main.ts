// Style sheets have no exports; base is imported first, because it defines the order of the layers.
// oxlint-disable import/no-unassigned-import
import '../ui/older-browsers.ts'
import '../ui/base.css'
import '../ui/tokens.css'
import '../ui/fonts.css'
import { showOpening } from './show-opening.ts'

const page = document.getElementById('page')
if (!page) throw new Error('opening.html has no #page')
const show = (): void => showOpening(page, window.location.hash)
// The window passes each step as a new hash: this page has no bridge.
window.addEventListener('hashchange', show)
show()
