import { notFound } from "next/navigation";

/** An address of the workspace that leads nowhere is answered within its frame. */
export default function NowherePage() {
  notFound();
}
