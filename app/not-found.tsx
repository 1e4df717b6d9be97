import { Missing } from '#components/layout/missing.tsx'

/** An address that no screen has. */
export default function NotFound() {
  return (
    <main>
      <Missing />
    </main>
  )
}
