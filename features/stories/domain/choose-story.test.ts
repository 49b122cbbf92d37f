import { expect, it } from "vitest";
import { chooseStory } from "./choose-story";
import { readingOf } from "./reading";

const item = (id: string, title: string, storyId = id) => ({
  id,
  storyId,
  reading: readingOf(title),
  text: "",
  url: null,
  publishedAt: new Date(0),
});
const seriesA = item("a", "Nimbus Robotics closes Series A round led by Oakline");
const vague = item("v", "Nimbus Robotics closes round led by Oakline", "a");
const seriesB = item("b", "Nimbus Robotics closes Series B round led by Oakline");

it("does not tie two rounds together by what says neither", () => {
  expect(chooseStory(vague, [seriesA])).toBe("a");
  expect(chooseStory(seriesB, [vague])).toBe("a");
  expect(chooseStory(seriesB, [vague, seriesA])).toBe(null);
});

it("takes the story of the most alike, and none that lies too far back", () => {
  const other = item("o", "Nimbus Robotics closes round", "o");
  expect(chooseStory(item("n", "Nimbus Robotics closes round led by Oakline"), [other, vague])).toBe("a");
  const old = { ...vague, publishedAt: new Date(-5 * 86_400_000) };
  expect(chooseStory(item("n", "Nimbus Robotics closes round led by Oakline"), [old])).toBe(null);
});
