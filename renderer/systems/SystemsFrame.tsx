/** What all screens of systems have in common: their header, and what stands there before the first analysis. */
import type { ReactNode } from 'react'
import { useStore } from 'zustand'
import { ScreenHeader } from '../components/ScreenHeader.tsx'
import { SYSTEMS, type Address, type SystemsQuery } from '../navigation/address.ts'
import { NothingYet } from '../shell/NothingYet.tsx'
import { useStores } from '../stores.tsx'
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
  const { workspace } = useStores()
  const open = useStore(workspace, state => state.workspace)
  return (
    <>
      <ScreenHeader
        title={title}
        crumbs={screen === 'systems' ? [] : SYSTEMS_CRUMBS}
        hint={hint}
        actions={<SystemsTabs screen={screen} {...(query ? { query } : {})} />}
      />
      {open?.analysis.status === 'none' ? (
        <NothingYet workspace={open} title="Bring in a contributions file to see who keeps which system">
          <p>
            <b>contributions</b> (person, occurred_at, kind; better with component and artifact) is enough for truck factors and keepers.
          </p>
          <p>
            <b>people</b> adds who is still here, so that systems nobody keeps any more are found. <b>components</b> adds how critical each
            system is. <b>artifacts</b> says what still exists.
          </p>
        </NothingYet>
      ) : (
        children
      )}
    </>
  )
}
