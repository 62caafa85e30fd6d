/** The saved profiles by name, each with its way out to a file and its end. */
import { Download, Trash2 } from 'lucide-react'
import { Button } from '../components/Button.tsx'
import { Link } from '../components/Link.tsx'
import table from '../components/Table.module.css'
import { formatCount, formatDateTime } from '../format.ts'
import { kindName } from './kind-words.ts'
import styles from './ProfileList.module.css'
import type { ProfileEntry } from './profiles-store.ts'

interface Props {
  profiles: readonly ProfileEntry[]
  disabledReason: string | null
  onExport: (name: string) => void
  onRemove: (name: string) => void
}

export function ProfileList({ profiles, disabledReason, onExport, onRemove }: Props) {
  return (
    <div className={styles.panel} tabIndex={0} role="group" aria-label="Saved profiles, scrolls sideways">
      <table className={table.table}>
        <thead>
          <tr>
            <th scope="col">Profile</th>
            <th scope="col">Reads</th>
            <th scope="col">Known system</th>
            <th scope="col" className={table.number}>
              Columns
            </th>
            <th scope="col" className={table.number}>
              Fixes
            </th>
            <th scope="col">Saved</th>
            <th scope="col">
              <span className="visually-hidden">Export or remove</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {profiles.map(({ name, kind, preset, columns, fixes, savedAt }) => (
            <tr key={name} className={styles.row}>
              <th scope="row" className={table.long}>
                <Link to={{ screen: 'import-profile', profile: name }}>{name}</Link>
              </th>
              <td className={table.tight}>{kindName(kind)}</td>
              <td className={table.tight}>{preset ?? <span className={table.quiet}>none</span>}</td>
              <td className={table.number}>{formatCount(columns)}</td>
              <td className={table.number}>{formatCount(fixes)}</td>
              <td className={table.tight}>{formatDateTime(savedAt)}</td>
              <td className={styles.actions}>
                <Button
                  variant="quiet"
                  label={`Export ${name} as JSON`}
                  disabledReason={disabledReason}
                  onPress={() => onExport(name)}
                  focusName={`export:${name}`}
                >
                  <Download size={14} aria-hidden="true" /> Export
                </Button>
                <Button
                  variant="quiet"
                  label={`Remove ${name}`}
                  disabledReason={disabledReason}
                  onPress={() => onRemove(name)}
                  focusName={`remove:${name}`}
                >
                  <Trash2 size={14} aria-hidden="true" /> Remove
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
