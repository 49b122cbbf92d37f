import { notFound } from "@/server/errors";
import { newId } from "@/server/ids";
import { type CommandContext, command } from "@/server/operation";
import { storyById } from "../queries/stories";
import { JoinStory, SplitStory, Story } from "../schema";

export const joinStory = command({
  name: "story.join",
  summary: "Say that another item, with all that tell the same as it, tells this story too",
  allow: "news:write",
  http: { method: "POST", path: "/stories/{id}/join" },
  input: JoinStory,
  output: Story,
  run: async (ctx, { id, item }) => {
    const [story, other] = [await storyById(ctx, id), await storyById(ctx, item)];
    if (story.id === other.id) {
      ctx.unaudited();
      return story;
    }
    const moved = await ctx.tx.storyMember.findMany({
      where: { workspaceId: ctx.workspaceId, storyId: other.id },
      select: { newsItemId: true },
    });
    const ids = new Set([other.id, ...moved.map(({ newsItemId }) => newsItemId)]);
    await settle(ctx, [...ids], other.id, story.id);
    ctx.audit({
      entity: "news",
      entityId: other.id,
      label: other.title,
      changes: { story: [other.title, story.title] },
    });
    return storyById(ctx, story.id);
  },
});

export const splitStory = command({
  name: "story.split",
  summary: "Say that an item tells something else than the story it was put into",
  allow: "news:write",
  http: { method: "POST", path: "/stories/{id}/split" },
  input: SplitStory,
  output: Story,
  run: async (ctx, { id, item }) => {
    const story = await storyById(ctx, id);
    const leaving = await storyById(ctx, item);
    if (leaving.id !== story.id || story.itemCount < 2) throw notFound("item in this story");
    if (item === story.id) await handOver(ctx, story);
    else await settle(ctx, [item], story.id, item);
    const label = story.items.find((one) => one.id === item)?.title ?? story.title;
    ctx.audit({ entity: "news", entityId: item, label, changes: { story: [story.title, null] } });
    return storyById(ctx, item);
  },
});

/** The item that gave the story its name leaves: the others go on under the next one's. */
async function handOver(ctx: CommandContext, story: Story): Promise<void> {
  const others = await ctx.tx.storyMember.findMany({
    where: { workspaceId: ctx.workspaceId, storyId: story.id, newsItemId: { not: story.id } },
    orderBy: { newsItemId: "asc" },
    select: { newsItemId: true },
  });
  const heir = others[0]?.newsItemId ?? story.id;
  await settle(
    ctx,
    others.map(({ newsItemId }) => newsItemId),
    story.id,
    heir,
  );
  await settle(ctx, [story.id], story.id, story.id);
}

/** A person's word on where items belong, with what it replaced. The machine leaves settled items alone. */
async function settle(ctx: CommandContext, ids: string[], from: string, to: string): Promise<void> {
  for (const newsItemId of ids) {
    const member = { storyId: to, settled: true, placedAt: ctx.now };
    await ctx.tx.storyMember.upsert({
      where: { workspaceId_newsItemId: { workspaceId: ctx.workspaceId, newsItemId } },
      create: { workspaceId: ctx.workspaceId, newsItemId, ...member },
      update: member,
    });
  }
  await ctx.tx.storyDecision.createMany({
    data: ids.map((newsItemId) => ({
      workspaceId: ctx.workspaceId,
      id: newId(),
      newsItemId,
      fromStoryId: from,
      toStoryId: to,
      actorName: ctx.actor.name,
      decidedAt: ctx.now,
    })),
  });
}
