/** Copies a text and says so. */
import { Check, Copy } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { Button } from './Button.tsx'

const SAID_MS = 2000

export function CopyButton({ text, children }: { text: string; children: ReactNode }) {
  const [state, setState] = useState<'ready' | 'copied' | 'refused'>('ready')
  const copy = async () => {
    const copied = await navigator.clipboard.writeText(text).then(
      () => true,
      () => false,
    )
    setState(copied ? 'copied' : 'refused')
    setTimeout(() => setState('ready'), SAID_MS)
  }
  return (
    <Button onPress={() => void copy()}>
      {state === 'copied' ? <Check size={14} aria-hidden="true" /> : <Copy size={14} aria-hidden="true" />}
      <span aria-live="polite">{state === 'ready' ? children : state === 'copied' ? 'Copied' : 'The clipboard is not available'}</span>
    </Button>
  )
}
