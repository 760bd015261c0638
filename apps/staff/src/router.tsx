// Addresses of the staff app, made in code from the rooms' list. Search values are plain text.
import { screens } from '@kheo/features/client.ts'
import { Loading } from '@kheo/ui/parts/progress.tsx'
import type { QueryClient } from '@tanstack/react-query'
import {
  type AnyRouter,
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
} from '@tanstack/react-router'
import { Crashed, NotFound } from './errors.tsx'

const SIGN_IN = '/sign-in'

export function makeRouter(): AnyRouter {
  const root = createRootRoute({ component: Outlet, notFoundComponent: NotFound })
  const signIn = createRoute({
    getParentRoute: () => root,
    path: SIGN_IN,
    component: lazyRouteComponent(() => import('./sign-in.tsx'), 'SignIn'),
  })
  const frame = createRoute({
    getParentRoute: () => root,
    id: 'frame',
    component: lazyRouteComponent(() => import('./frame.tsx'), 'Frame'),
  })
  const own = [
    createRoute({
      getParentRoute: () => frame,
      path: '/so',
      component: lazyRouteComponent(() => import('./index-screens.tsx'), 'RegistersScreen'),
    }),
    createRoute({
      getParentRoute: () => frame,
      path: '/them',
      component: lazyRouteComponent(() => import('./index-screens.tsx'), 'MoreScreen'),
    }),
    createRoute({ getParentRoute: () => frame, path: '$', component: NotFound }),
  ]
  const rooms = screens.map((screen) =>
    createRoute({ getParentRoute: () => frame, path: screen.path, component: lazyRouteComponent(screen.load) }),
  )
  return createRouter({
    routeTree: root.addChildren([signIn, frame.addChildren([...own, ...rooms])]),
    basepath: '/app',
    parseSearch: (text) => Object.fromEntries(new URLSearchParams(text)),
    stringifySearch: (search) => {
      const text = new URLSearchParams(
        Object.entries(search).flatMap(([key, value]) =>
          value === undefined || value === '' ? [] : [[key, String(value)]],
        ),
      ).toString()
      return text === '' ? '' : `?${text}`
    },
    defaultPreload: 'intent',
    defaultPendingComponent: Loading,
    defaultErrorComponent: Crashed,
    scrollRestoration: true,
  })
}

/** Leads to the sign-in screen and remembers the way back. */
export function toSignIn(router: AnyRouter, cache: QueryClient): void {
  const here = router.state.location
  if (here.pathname === SIGN_IN) return
  void router
    .navigate({ to: SIGN_IN, search: { back: here.href }, replace: true, ignoreBlocker: true })
    .then(() => cache.clear())
}
