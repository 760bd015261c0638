// Router, cache and language around every screen. It knows the rooms only as the list of their screens.
import type { Language } from '@kheo/ui/text.ts'
import { isRefused } from '@kheo/ui/server.ts'
import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { I18nProvider } from 'react-aria-components/I18nProvider'
import { makeRouter, toSignIn } from './router.tsx'

const FRESH_MS = 10_000

// A session that ended leads to the sign-in screen and back, whoever noticed it.
const onError = (error: unknown) => {
  if (isRefused(error, 401)) toSignIn(router, cache)
}

const cache = new QueryClient({
  queryCache: new QueryCache({ onError }),
  mutationCache: new MutationCache({ onError }),
  defaultOptions: {
    queries: {
      staleTime: FRESH_MS,
      // A refusal will be the same the second time; a lost connection may not.
      retry: (count, error) => !isRefused(error) && count < 2,
      networkMode: 'always',
    },
    mutations: { networkMode: 'always' },
  },
})

const router = makeRouter()

export function App({ language }: { readonly language: Language }) {
  return (
    <I18nProvider locale={language === 'vi' ? 'vi-VN' : 'en-GB'}>
      <QueryClientProvider client={cache}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </I18nProvider>
  )
}
