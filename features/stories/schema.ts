import { z } from "zod";
import { Id, Instant, Uuid } from "@/lib/schema/shapes";

/** One item of a story: who told it, when, and whether a person put it there. */
export const StoryItem = z.object({
  id: Id,
  title: z.string(),
  url: z.string().nullable(),
  publishedAt: Instant,
  /** The feed's title, else the address' host; null for what was added by hand without an address. */
  source: z.string().nullable(),
  settled: z.boolean(),
});
export type StoryItem = z.infer<typeof StoryItem>;

/** A story by its earliest item. `sources`: independent ones; `items`: the earliest 50. */
export const Story = z.object({
  id: Id,
  title: z.string(),
  publishedAt: Instant,
  itemCount: z.number().int(),
  sourceCount: z.number().int(),
  items: z.array(StoryItem),
});
export type Story = z.infer<typeof Story>;

export const GetStory = z.object({ id: Uuid }).strict();

/** The story of an item, and others that look like it but stand apart. */
export const StoryOfItem = z.object({ story: Story, similar: z.array(StoryItem) });

/** `item`: any item of the story that is to become part of this one. */
export const JoinStory = z.object({ id: Uuid, item: Uuid }).strict();
/** `item`: the one that tells something else. */
export const SplitStory = z.object({ id: Uuid, item: Uuid }).strict();

export const PlaceItems = z.object({ ids: z.array(Uuid).max(500) }).strict();
export const Placed = z.object({ joined: z.number().int(), alone: z.number().int() });
/** Null: there was nothing to place. */
export const PlacingStarted = z.object({ runId: Id.nullable() });
