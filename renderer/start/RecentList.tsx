/** Workspaces opened before, the latest first. One that is not where it was says so. */
import { ChevronRight } from 'lucide-react'
import { formatDateTime } from '../format.ts'
import styles from './RecentList.module.css'
import type { Recent } from './start-store.ts'

export function RecentList({ recents, onOpen }: { recents: readonly Recent[]; onOpen: (recent: Recent) => void }) {
  if (recents.length === 0) return <p className={styles.none}>None yet. Whatever you open will be listed here.</p>
  return (
    <ul className={styles.list}>
      {recents.map(recent => (
        <li key={recent.recent}>
          <button
            type="button"
            aria-disabled={!recent.available || undefined}
            onClick={recent.available ? () => onOpen(recent) : undefined}
            data-focus={`recent:${recent.recent}`}
          >
            <span className={styles.name}>
              <b>{recent.name}</b>
              {recent.sample && recent.name !== 'Sample organisation' && <small>Sample organisation</small>}
            </span>
            <span className={styles.place} title={recent.location}>
              {recent.location}
            </span>
            <span className={styles.when}>{recent.available ? formatDateTime(recent.openedAt) : 'Not there any more'}</span>
            {recent.available && <ChevronRight size={14} aria-hidden="true" />}
          </button>
        </li>
      ))}
    </ul>
  )
}
