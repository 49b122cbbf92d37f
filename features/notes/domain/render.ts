import MarkdownIt from "markdown-it";
import { cleanHtml } from "@/server/documents/clean-html";

/** HTML a person typed stays text; what the renderer makes is cleaned all the same, as any other HTML that is shown. */
const markdown = new MarkdownIt({ html: false, linkify: true, breaks: true });

export function renderNote(text: string): string {
  return cleanHtml(markdown.render(text), "about:blank");
}
