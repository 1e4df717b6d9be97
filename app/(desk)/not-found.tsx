import { Missing } from '#components/layout/missing.tsx'

/** Something of the desk that is not there, within the desk's own frame. */
export default function NotFoundOnDesk() {
  return <Missing />
}
