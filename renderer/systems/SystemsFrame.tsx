/** What all screens of systems have in common: their header, and what stands there before the first analysis. */
import type { ReactNode } from 'react'
import { useStore } from 'zustand'
import { ScreenHeader } from '../components/ScreenHeader.tsx'
import { SYSTEMS, type Address, type SystemsQuery } from '../navigation/address.ts'
import { useStores } from '../stores.tsx'
import { NotAnalysed } from './NotAnalysed.tsx'
import { SystemsTabs } from './SystemsTabs.tsx'

interface Props {
  screen: Address['screen']
  title: string
  query?: SystemsQuery
  hint?: ReactNode
  children: ReactNode
}

export const SYSTEMS_CRUMBS = [{ label: 'Systems and key people', to: SYSTEMS }] as const

export function SystemsFrame({ screen, title, query, hint, children }: Props) {
  const { workspace, navigation, purpose } = useStores()
  const { workspace: open, analyse } = useStore(workspace)
  const startAnalysis = () => {
    if (open && purpose.getState().isDue(open)) purpose.getState().ask(() => void analyse())
    else void analyse()
  }
  return (
    <>
      <ScreenHeader
        title={title}
        crumbs={screen === 'systems' ? [] : SYSTEMS_CRUMBS}
        hint={hint}
        actions={<SystemsTabs screen={screen} {...(query ? { query } : {})} />}
      />
      {open?.analysis.status === 'none' ? (
        <NotAnalysed workspace={open} onImport={() => navigation.getState().go({ screen: 'imports' })} onAnalyse={startAnalysis} />
      ) : (
        children
      )}
    </>
  )
}
