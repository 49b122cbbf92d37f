import { pageKey } from "@/lib/text/addresses";

/** What makes an item itself that no feed brought: the page at its address. */
export function addressKey(url: string): string {
  return `url:${pageKey(url)}`;
}
