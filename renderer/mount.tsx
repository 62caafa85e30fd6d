/** Puts the window on the page, for whatever backend there is. */
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { I18nProvider } from 'react-aria-components'
import '@fontsource-variable/inter/index.css'
import './tokens.css'
import './base.css'
import { App } from './App.tsx'
import type { Backend } from './bridge.ts'
import { ErrorNotice } from './components/ErrorNotice.tsx'
import { failureOf } from './failure.ts'
import { createStores, StoresProvider } from './stores.tsx'

export function mount(element: HTMLElement, backend: Backend): void {
  const stores = createStores(backend, window)
  void stores.preferences.getState().load()
  void stores.workspace.getState().load()
  createRoot(element).render(
    <StrictMode>
      <I18nProvider locale="en-GB">
        <StoresProvider value={stores}>
          <App />
        </StoresProvider>
      </I18nProvider>
    </StrictMode>,
  )
}

export function mountFailure(element: HTMLElement, error: unknown): void {
  const failure = failureOf(error, 'Connecting the window to Switchyard')
  createRoot(element).render(
    <main>
      <h1 className="visually-hidden">Switchyard cannot start</h1>
      <ErrorNotice failure={failure} version={null} onRetry={() => location.reload()} page />
    </main>,
  )
}
