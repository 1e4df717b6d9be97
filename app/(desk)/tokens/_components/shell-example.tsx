/** What somebody types into a shell: left to right in every language, and copied as it stands. */
export const ShellExample = ({ label, children }: { label: string; children: string }) => (
  <section aria-label={label} tabIndex={0} className="mt-2 overflow-x-auto rounded-md border border-edge bg-raised">
    <pre dir="ltr" className="p-3 text-start text-sm">
      <code>{children}</code>
    </pre>
  </section>
)
