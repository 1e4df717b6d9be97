'use client'

/** Something broke while a screen was made. What it was is in the log; here is one sentence in both languages and a way on. */
export default function DeskError({ reset }: { reset: () => void }) {
  return (
    <div role="alert" className="mx-auto max-w-xl p-8 text-center">
      <h1 lang="ar" dir="rtl" className="font-semibold">
        حدث خطأ لدينا وسُجّل. أعد المحاولة، وإن تكرر أخبر المشرف.
      </h1>
      <p lang="en" dir="ltr">
        Something went wrong here and was logged. Try again; if it happens again, tell an admin.
      </p>
      <button type="button" onClick={reset} className="mt-4 rounded-md border border-edge px-4 py-2">
        ↻ إعادة المحاولة · Try again
      </button>
    </div>
  )
}
