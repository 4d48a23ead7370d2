import { safeUrl } from "../lib/url.ts";

/** Side of the drawn square in pixels, at a text of 16. */
const SIDE = 72;

/** The title is beside it, so the picture says nothing to a screen reader. One that does not load leaves its place empty. */
export function Picture({ src }: { readonly src: string | undefined }) {
  const url = safeUrl(src);
  const hide = (event: Event) => (event.currentTarget as HTMLElement).style.setProperty("visibility", "hidden");
  return (
    <span class="picture">
      {url && (
        <img
          key={url}
          alt=""
          loading="lazy"
          decoding="async"
          width={SIDE}
          height={SIDE}
          referrerpolicy="no-referrer"
          src={url}
          onError={hide}
        />
      )}
    </span>
  );
}
