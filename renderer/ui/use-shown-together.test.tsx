// @vitest-environment happy-dom
import { QueryClient, QueryClientProvider, useQuery } from '@tanstack/react-query'
import { cleanup, render, screen, waitFor } from '@testing-library/react'
import { afterEach, expect, it } from 'vitest'
import { useShownTogether } from './use-shown-together.ts'

afterEach(cleanup)

const answers = { first: Promise.withResolvers<string>(), second: Promise.withResolvers<string>() }

function Part({ name, then }: { readonly name: keyof typeof answers; readonly then?: keyof typeof answers }) {
  const { data } = useQuery({ queryKey: [name], queryFn: () => answers[name].promise })
  return data === undefined ? null : (
    <>
      <p>{data}</p>
      {then !== undefined && <Part name={then} />}
    </>
  )
}

function Screen() {
  return (
    <main className={useShownTogether()}>
      <Part name="first" then="second" />
    </main>
  )
}

const isHidden = (): boolean => screen.getByRole('main').className !== ''
const openScreen = (): void =>
  void render(
    <QueryClientProvider client={new QueryClient()}>
      <Screen />
    </QueryClientProvider>,
  )

it('is shown once all has arrived, also what a part that arrived asked for', async () => {
  openScreen()
  expect(isHidden()).toBe(true)
  answers.first.resolve('one')
  await screen.findByText('one')
  expect(isHidden()).toBe(true)
  answers.second.resolve('two')
  await waitFor(() => expect(isHidden()).toBe(false), { interval: 5 })
  screen.getByText('two')
})

it('is shown without what takes long, and stays shown', async () => {
  answers.second = Promise.withResolvers<string>()
  openScreen()
  await waitFor(() => expect(isHidden()).toBe(false))
  expect(screen.queryByText('two')).toBeNull()
  answers.second.resolve('two')
  await screen.findByText('two')
  expect(isHidden()).toBe(false)
})
