/** The `?` sheet: what keys do on this screen, read from the registry. */
import { X } from 'lucide-react'
import { Fragment } from 'react'
import { useStore } from 'zustand'
import { Button } from '../components/Button.tsx'
import { Sheet } from '../components/Sheet.tsx'
import type { Command } from '../navigation/commands.ts'
import { useStores } from '../stores.tsx'
import styles from './KeysSheet.module.css'

const KEY_NAMES: Readonly<Record<string, string>> = { ArrowUp: '↑', ArrowDown: '↓', ArrowLeft: '←', ArrowRight: '→', Escape: 'Esc' }
const keyName = (key: string) => KEY_NAMES[key] ?? (key.length === 1 ? key.toUpperCase() : key)

export function KeysSheet() {
  const { commands } = useStores()
  const { commands: registered, sheetOpen, setSheetOpen, singleKeys, setSingleKeys } = useStore(commands)
  const groups = [...new Set(registered.map(command => command.group))]
  return (
    <Sheet title="Keys" open={sheetOpen} onClose={() => setSheetOpen(false)}>
      <div className={styles.groups}>
        {groups.map(group => (
          <section key={group}>
            <h3>{group}</h3>
            <dl>
              {registered
                .filter(command => command.group === group)
                .map(command => (
                  <Fragment key={command.id}>
                    <dt>
                      <Chords command={command} />
                    </dt>
                    <dd>{command.label}</dd>
                  </Fragment>
                ))}
            </dl>
          </section>
        ))}
      </div>
      <div className={styles.foot}>
        <label>
          <input type="checkbox" checked={singleKeys} onChange={event => setSingleKeys(event.target.checked)} /> Single letters and signs
          are keys
        </label>
        <p>Switch them off if you dictate. Keys with Ctrl and F6 go on working.</p>
        <Button onPress={() => setSheetOpen(false)} keys="Esc">
          <X size={14} aria-hidden="true" /> Close
        </Button>
      </div>
    </Sheet>
  )
}

function Chords({ command }: { command: Command }) {
  return command.keys.split(' ').map((chord, index) => (
    <Fragment key={chord}>
      {index > 0 && ' then '}
      <kbd>{chord.split('+').map(keyName).join(' ')}</kbd>
    </Fragment>
  ))
}
