/** The route with its caption, as drawing or as table. */
import { Table } from 'lucide-react'
import { Button } from '../components/Button.tsx'
import type { Profile } from '../people/answers.ts'
import { RouteChart } from './RouteChart.tsx'
import { RouteTable } from './RouteTable.tsx'
import { routeCaption } from './route-words.ts'
import styles from './RouteView.module.css'

interface Props {
  profile: Profile
  asTable: boolean
  onToggle: () => void
}

export function RouteView({ profile, asTable, onToggle }: Props) {
  const caption = routeCaption(profile)
  return (
    <section className={styles.panel} aria-labelledby="route">
      <div className={styles.head}>
        <h2 id="route">Route</h2>
        {profile.months.length > 0 && (
          <Button pressed={asTable} onPress={onToggle} keys="T" focusName="route-table">
            <Table size={14} aria-hidden="true" /> As a table
          </Button>
        )}
      </div>
      {profile.months.length === 0 ? (
        <p className={styles.caption}>{caption} Contributions and meetings with their dates make a route.</p>
      ) : asTable ? (
        <>
          <p className={styles.caption}>{caption}</p>
          <div className={styles.table} tabIndex={0} role="group" aria-label="Route as a table">
            <RouteTable profile={profile} />
          </div>
        </>
      ) : (
        <RouteChart profile={profile} caption={caption} />
      )}
      {profile.months.length > 0 && profile.events.length === 0 && (
        <p className={styles.note}>No job event is on record: a history file marks hires, promotions and moves here.</p>
      )}
    </section>
  )
}
