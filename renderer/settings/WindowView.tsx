/** What this window looks like and whom it names, and what the workspace shows at all. */
import { useState } from 'react'
import { useStore } from 'zustand'
import { Button } from '../components/Button.tsx'
import { Radios } from '../components/Radios.tsx'
import { useStores } from '../stores.tsx'
import styles from './WindowView.module.css'

export function WindowView() {
  const { preferences, commands, masking } = useStores()
  const { preferences: looks, change } = useStore(preferences)
  const { singleKeys, setSingleKeys } = useStore(commands)
  const { isMasked, setMasked } = useStore(masking)
  return (
    <div className={styles.page}>
      <section className={styles.part}>
        <h2>Appearance</h2>
        <div className={styles.columns}>
          <Radios
            legend="Theme"
            value={looks.theme}
            options={[
              { value: 'system', label: 'As the system' },
              { value: 'light', label: 'Light' },
              { value: 'dark', label: 'Dark' },
            ]}
            onChange={theme => void change({ theme })}
            focusName="settings-theme"
          />
          <Radios
            legend="Rows"
            value={looks.density}
            options={[
              { value: 'comfortable', label: 'Comfortable' },
              { value: 'compact', label: 'Compact' },
            ]}
            onChange={density => void change({ density })}
            focusName="settings-density"
          />
        </div>
      </section>
      <section className={styles.part}>
        <h2>Names</h2>
        <label className={styles.check}>
          <input type="checkbox" checked={isMasked} onChange={event => setMasked(event.target.checked)} data-focus="mask" />
          <span>
            Hide names in this window <kbd>H</kbd>
          </span>
        </label>
        <p className={styles.hint}>
          People become Person 1, Person 2 and so on, the same number everywhere in this window: in lists, evidence and charts. The steps of
          an import and the identities work on the rows of files and go on showing them; files that are saved keep their names.
        </p>
      </section>
      <section className={styles.part}>
        <h2>Keys</h2>
        <label className={styles.check}>
          <input type="checkbox" checked={singleKeys} onChange={event => setSingleKeys(event.target.checked)} data-focus="single-keys" />
          <span>Single letters and signs are keys</span>
        </label>
        <p className={styles.hint}>Switch them off if you dictate. Keys with Ctrl and F6 go on working.</p>
        <Button onPress={() => commands.getState().setSheetOpen(true)} keys="?">
          Show all keys
        </Button>
      </section>
      <ScopePart />
    </div>
  )
}

const LEAST = 3
const MOST = 100

function ScopePart() {
  const { workspace } = useStores()
  const { workspace: open, setScope } = useStore(workspace)
  const [typed, setTyped] = useState<string | null>(null)
  if (!open) return null
  const { scope } = open
  const text = typed ?? String(scope.leastPeople)
  const least = /^\d{1,3}$/.test(text) ? Number(text) : 0
  const isUsable = least >= LEAST && least <= MOST
  return (
    <section className={styles.part}>
      <h2>What this workspace shows</h2>
      <Radios
        legend="For everybody who opens it"
        value={scope.shows}
        options={[
          { value: 'people', label: 'People, systems and units' },
          { value: 'systems_and_units', label: 'Systems and units only' },
        ]}
        onChange={shows => void setScope({ ...scope, shows })}
        focusName="scope"
      />
      <p className={styles.hint}>
        With systems and units only, nobody is named in any answer, flags of people are left out, and small units are left out with as many
        more as it takes that nobody can work them out. Nothing is deleted. The audit log records the change.
      </p>
      {scope.shows === 'systems_and_units' && (
        <form
          className={styles.least}
          onSubmit={event => {
            event.preventDefault()
            if (isUsable) void setScope({ ...scope, leastPeople: least }).then(() => setTyped(null))
          }}
        >
          <label>
            <span>Smallest unit shown</span>
            <input
              inputMode="numeric"
              value={text}
              aria-invalid={!isUsable}
              aria-describedby="least-people"
              onChange={event => setTyped(event.target.value)}
              data-focus="least-people"
            />
            <span>people</span>
          </label>
          <Button
            onPress={() => void setScope({ ...scope, leastPeople: least }).then(() => setTyped(null))}
            disabledReason={
              !isUsable ? `Give a whole number from ${LEAST} to ${MOST}.` : least === scope.leastPeople ? 'It is this already.' : null
            }
          >
            Apply
          </Button>
          <p id="least-people" className={styles.hint}>
            {LEAST} to {MOST}
          </p>
        </form>
      )}
    </section>
  )
}
