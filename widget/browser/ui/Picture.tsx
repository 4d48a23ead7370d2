import { safeUrl } from "../lib/url.ts";

/**
 * The title is beside it, so the picture says nothing to a screen reader. One that does not load leaves its place empty, which is as large before
 * and after.
 */
export function Picture({ src }: { readonly src: string | undefined }) {
  const url = safeUrl(src);
  const hide = (event: Event) => (event.currentTarget as HTMLElement).style.setProperty("visibility", "hidden");
  return (
    <span class="picture">
      {url && <img key={url} alt="" loading="lazy" decoding="async" referrerpolicy="no-referrer" src={url} onError={hide} />}
    </span>
  );
}
