/** Settings: the thresholds of the method, fairness, the method in words, this window, and the log of what was done. */
import { useEffect } from 'react'
import { useStore } from 'zustand'
import { Link } from '../components/Link.tsx'
import { ScreenHeader } from '../components/ScreenHeader.tsx'
import { FairnessView } from '../fairness/FairnessView.tsx'
import { SETTINGS_TABS, settingsAddress, type SettingsTab } from '../navigation/address.ts'
import { useStores } from '../stores.tsx'
import tabs from '../systems/SystemsTabs.module.css'
import { AuditView } from './AuditView.tsx'
import { MethodView } from './MethodView.tsx'
import styles from './SettingsScreen.module.css'
import { ThresholdsView } from './ThresholdsView.tsx'
import { WindowView } from './WindowView.tsx'

const TAB_LABEL: Readonly<Record<SettingsTab, string>> = {
  thresholds: 'Thresholds',
  fairness: 'Fairness',
  method: 'Method in words',
  window: 'Window and names',
  log: 'Audit log',
}

interface Props {
  tab: SettingsTab
  /** Of thresholds; null for the first. */
  group: string | null
}

export function SettingsScreen({ tab, group }: Props) {
  const { settings: store, workspace } = useStores()
  const { load } = useStore(store)
  const { dataVersion, workspace: open } = useStore(workspace)
  const isOpen = open !== null && open !== undefined
  useEffect(() => {
    if (isOpen) void load()
  }, [isOpen, load, dataVersion])
  return (
    <>
      <ScreenHeader
        title="Settings"
        actions={
          <nav aria-label="Parts of the settings" className={tabs.tabs}>
            {SETTINGS_TABS.map(each => (
              <Link key={each} to={settingsAddress(each)} current={each === tab} focusName={`tab:${each}`}>
                {TAB_LABEL[each]}
              </Link>
            ))}
          </nav>
        }
      />
      <div className={styles.body} data-scroll={`settings:${tab}`}>
        <Tab tab={tab} group={group} />
      </div>
    </>
  )
}

function Tab({ tab, group }: Props) {
  switch (tab) {
    case 'thresholds':
      return <ThresholdsView chosen={group} />
    case 'fairness':
      return <FairnessView />
    case 'method':
      return <MethodView />
    case 'window':
      return <WindowView />
    case 'log':
      return <AuditView />
  }
}
