/** Text and files that arrive at the page as a whole: pasted while no field has the focus, or dropped anywhere. */
import { useEffect, useRef, useState } from 'preact/hooks'
import type { Source } from '../worker/calls.js'

/**
 * @param onArrival is called with what came; not where a part of the page has taken it already
 * @returns whether files are being dragged over the page
 */
export function useArrivals(onArrival: (sources: readonly Source[]) => void): boolean {
  const [isDragging, setIsDragging] = useState(false)
  const arrive = useRef(onArrival)
  arrive.current = onArrival
  useEffect(() => {
    const onPaste = (event: ClipboardEvent) => {
      if (event.defaultPrevented || isField(event.target)) return
      const sources = sourcesOf(event.clipboardData)
      if (sources.length > 0) arrive.current(sources)
    }
    const onDragOver = (event: DragEvent) => {
      event.preventDefault()
      setIsDragging(true)
    }
    const onDragLeave = (event: DragEvent) => {
      if (event.relatedTarget === null) setIsDragging(false)
    }
    const onDrop = (event: DragEvent) => {
      setIsDragging(false)
      if (event.defaultPrevented) return
      event.preventDefault()
      const sources = sourcesOf(event.dataTransfer)
      if (sources.length > 0) arrive.current(sources)
    }
    document.addEventListener('paste', onPaste)
    document.addEventListener('dragover', onDragOver)
    document.addEventListener('dragleave', onDragLeave)
    document.addEventListener('drop', onDrop)
    return () => {
      document.removeEventListener('paste', onPaste)
      document.removeEventListener('dragover', onDragOver)
      document.removeEventListener('dragleave', onDragLeave)
      document.removeEventListener('drop', onDrop)
    }
  }, [])
  return isDragging
}

/** Whether what is typed or pasted goes into a field. */
export function isField(target: EventTarget | null): boolean {
  return target instanceof HTMLTextAreaElement || target instanceof HTMLInputElement
}

/** The files of a paste or a drop; where there are none, its text. */
export function sourcesOf(data: DataTransfer | null): Source[] {
  const files = [...(data?.files ?? [])]
  if (files.length > 0) return files.map(fileSource)
  const text = data?.getData('text/plain') ?? ''
  return text === '' ? [] : [pastedSource(text)]
}

export function fileSource(file: File): Source {
  return { name: file.name, content: file }
}

export function pastedSource(text: string): Source {
  return { name: '-', content: text }
}
