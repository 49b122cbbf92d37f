import { NotFoundState } from "@/components/layout/not-found-state";

/** A page to write with, opened by a member whose role may only read what it is about. */
export default function Forbidden() {
  return <NotFoundState why="forbidden" />;
}
