import { configure } from '@testing-library/dom'

// A second, as the library has it, is too short where the machine is busy.
configure({ asyncUtilTimeout: 20_000 })
