import { describe, expect, it, vi } from "vitest";
import { type ShownTag, TagMemory } from "./tag-memory";

const tag = (slug: string, stance: ShownTag["stance"]): ShownTag => ({
  thesis: slug,
  thesisId: `id-${slug}`,
  stance,
  strength: 1,
  origin: "person",
  by: "",
  note: null,
});

describe("the memory of tags", () => {
  const before = [tag("moe", "for")];
  const after = [tag("moe", "against")];
  const last = [tag("agents", "neutral")];
  const about = (memory: TagMemory, served: readonly ShownTag[]) => memory.current({ id: "a", served });

  it("gives way when the server says something new", () => {
    const memory = new TagMemory();
    memory.remember([{ id: "a", served: before, tags: after }]);
    expect(about(memory, before)).toBe(after);
    expect(about(memory, last)).toBe(last);
  });

  it("follows changes over pages that the server has caught up with", () => {
    const memory = new TagMemory();
    memory.remember([{ id: "a", served: before, tags: after }]);
    memory.remember([{ id: "a", served: after, tags: last }]);
    expect([about(memory, before), about(memory, after)]).toEqual([last, last]);
    const elsewhere = [tag("moe", "neutral")];
    memory.remember([{ id: "a", served: elsewhere, tags: [] }]);
    expect([about(memory, elsewhere), about(memory, before)]).toEqual([[], before]);
  });

  it("tells listeners once of many", () => {
    const memory = new TagMemory();
    const heard = vi.fn();
    memory.subscribe(heard);
    memory.remember(["a", "b"].map((id) => ({ id, served: before, tags: after })));
    expect(heard).toHaveBeenCalledOnce();
  });
});
