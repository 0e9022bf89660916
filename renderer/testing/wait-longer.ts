import { configure } from '@testing-library/dom'

// One second, the library's default, is too short if the machine is busy.
configure({ asyncUtilTimeout: 20_000 })
