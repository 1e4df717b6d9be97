import { StoryTitle } from '#components/article/story-title.tsx'
import { Button } from '#components/ui/button.tsx'
import type { I18n } from '#lib/i18n/i18n.ts'
import type { StoryLine } from '#lib/stories/list-stories.ts'

type Props = {
  stories: StoryLine[]
  /** Of each story's button: the field that it sends the story's id as, and its word. */
  name: string
  word: string
  i18n: I18n
}

/** Stories that were searched for, each with the button that chooses it in the form around them. */
export function FoundStories({ stories, name, word, i18n }: Props) {
  return (
    <ul className="mt-1 divide-y divide-edge">
      {stories.map((story) => (
        <li key={story.id} className="flex items-start gap-2 py-2">
          <div className="min-w-0 grow">
            <StoryTitle story={story} i18n={i18n} />
          </div>
          <Button small name={name} value={story.id} className="shrink-0">
            {word}
          </Button>
        </li>
      ))}
    </ul>
  )
}
