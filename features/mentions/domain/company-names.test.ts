import { describe, expect, it } from "vitest";
import { mentionFinder, type NamedCompany } from "./company-names";

const company = (id: string, names: string[], domain: string | null = null): NamedCompany => ({
  id,
  names,
  domain,
});
const find = mentionFinder([
  company("openai", ["OpenAI"], "openai.com"),
  company("google", ["Google", "谷歌"]),
  company("deepmind", ["Google DeepMind", "DeepMind"]),
  company("apple", ["Apple", "苹果"], "apple.com"),
  company("figure", ["Figure"], "figure.ai"),
  company("zhipu", ["Zhipu AI", "智谱AI", "智谱"]),
  company("meta", ["Meta", "Facebook"]),
  company("xai", ["xAI"]),
  company("zep", ["Zep"], "getzep.com"),
  company("01", ["01.AI", "零一万物"]),
]);
const named = (title: string, more: { text?: string; url?: string } = {}) =>
  find({ title, text: more.text ?? "", url: more.url ?? null }).map(({ companyId }) => companyId);

describe("names", () => {
  it("are whole words in Latin script, and found between Chinese characters", () => {
    expect(named("OpenAI and openai")).toEqual(["openai"]);
    expect(named("The OpenAIs of this world")).toEqual([]);
    expect(named("消息称OpenAI将发布新模型")).toEqual(["openai"]);
  });
  it("count by the longest of those within each other", () => {
    expect(named("Google DeepMind trains robots")).toEqual(["deepmind"]);
    expect(named("Google announces that DeepMind moves")).toEqual(["google", "deepmind"]);
  });
  it("are the same with or without hyphens, in wide letters too, and say which words they were", () => {
    expect(find({ title: "ＯｐｅｎＡＩ 与智谱AI", text: "", url: null })).toEqual([
      { companyId: "openai", words: ["OpenAI"] },
      { companyId: "zhipu", words: ["智谱AI"] },
    ]);
    expect(named("01.AI open-sources Yi")).toEqual(["01"]);
  });
});

describe("names that could be words", () => {
  it.each([
    ["A figure of speech", []],
    ["Figure raises $675M for humanoid robots", ["figure"]],
    ["How the robot FIGURE showed last week makes coffee", ["figure"]],
    ["Apple alerts users to spyware", ["apple"]],
    ["Meta-analysis: what students know", []],
    ["苹果丰收，果农增收", []],
    ["苹果发布新款芯片", ["apple"]],
    ["美国苹果零售店现已可预约体验", ["apple"]],
    ["How Zep remembers", []],
    ["Zep raises funding for agent memory", ["zep"]],
  ])("%s: %j", (title, expected) => {
    expect(named(title)).toEqual(expected);
  });
  it("are known by another name or by the company's own address", () => {
    expect(named("How Zep remembers", { url: "https://blog.getzep.com/1" })).toEqual(["zep"]);
    expect(named("苹果园的秋天", { text: "见 apple.com" })).toEqual(["apple"]);
    expect(named("苹果园与 Apple")).toEqual(["apple"]);
  });
});

const finds = (names: string[], title: string) =>
  mentionFinder([company("one", names)])({ title, text: "", url: null }).length > 0;

describe("a name as headlines write it", () => {
  it.each([
    ["星桥智能科技有限公司", "星桥智能完成数亿元B轮融资"],
    ["杭州星桥（上海）机器人技术股份有限公司", "星桥机器人交付首批样机"],
    ["Tamarind Labs, Inc.", "Tamarind Labs unveils small model"],
    ["Oberon Robotik GmbH & Co. KG", "Oberon Robotik ships its first arm"],
    ["Northwind Holdings Pte. Ltd.", "Northwind raises $20M"],
    ["Quiver AI", "QuiverAI launches agent"],
    ["QuiverAI", "How Quiver.ai was built"],
    ["Levi's Robotics", "Levi’s Robotics ships AI arm"],
    ["Pathé Vision", "Pathe Vision launches app"],
    ["A&W Motors", "A & W Motors launches AI car"],
    ["AT & T Inc.", "Inside the Massive Alleged AT&T Data Breach"],
    ["云锌智能", "雲鋅智能完成A輪"],
    ["智谱AI", "消息称智谱 AI 将上市"],
  ])("%s: %s", (name, title) => {
    expect(finds([name], title)).toBe(true);
  });
  it.each([
    ["Notion", "It is not ion exchange"],
    ["Northwind", "Go north. Wind is coming"],
    ["A&W Motors", "Grade A. W Motors of Dubai"],
    ["北京科技有限公司", "北京今日有雨"],
  ])("%s is not in: %s", (name, title) => {
    expect(finds([name], title)).toBe(false);
  });
});

describe("an ordinary word", () => {
  it.each([
    ["Meadow", "How Startups Run Through A Meadow Of AI Hype"],
    ["Scale", "Researchers Scale Models To New Heights With AI"],
    ["Harbor", "Safe Harbor Rules For AI Startups"],
    ["Block", "How to Block Some of the Bots"],
    ["Linear", "Linear algebra for everyone"],
    ["Scale", "K-Scale Labs raises $20M for open robots"],
    ["Square", "Square Enix announces layoffs"],
    ["Figure", "Figure Tech raises $100M for loans"],
    ["LUMA", "luma is a word for brightness in video model codecs"],
    ["RAMP", "How startups ramp up sales of AI chips"],
  ])("%s is no company in: %s", (name, title) => {
    expect(finds([name], title)).toBe(false);
  });
  it.each([
    ["Scale", "Scale AI Lays Off 14 Percent of Staff"],
    ["Harbor", "Harbor Raises $30 Million for Port Software"],
    ["Block", "Block, Inc. to buy back shares"],
    ["Linear", "We moved our roadmap to Linear last year"],
    ["Square", "Why merchants leave Square"],
    ["Ramp", "Ramp is now valued at $13B"],
    ["Figure", "微软计划投资人形机器人公司 Figure"],
  ])("%s is the company in: %s", (name, title) => {
    expect(finds([name], title)).toBe(true);
  });
});

describe("a Chinese name", () => {
  it.each([
    ["京东", "京东方发布新款柔性屏"],
    ["荣耀", "《王者荣耀》手游公布新皮肤"],
    ["百川", "百川股份：子公司项目进入量产阶段"],
    ["海螺", "海螺水泥公布半年报"],
    ["青石", "青石板路上的AI相机产品"],
    ["小米", "小米辣椒价格上涨，平台发布数据"],
    ["金山", "旧金山发布机器人出租车新规"],
    ["苹果", "苹果丰收，果农增收"],
  ])("%s is part of another word in: %s", (name, title) => {
    expect(finds([name], title)).toBe(false);
  });
  it.each([
    ["京东", "京东启动校园招聘"],
    ["快手", "快手：日活创新高"],
    ["苹果", "苹果据悉推迟新品计划"],
    ["京东", "京東啟動校園招聘"],
  ])("%s stands by itself in: %s", (name, title) => {
    expect(finds([name], title)).toBe(true);
  });
});

it("takes no longer for twenty thousand companies than their names take to be read", () => {
  const many = Array.from({ length: 20_000 }, (_, at) =>
    company(`${at}`, [`Company${at} Labs`, `第${at}公司`]),
  );
  const finder = mentionFinder(many);
  expect(finder({ title: "Company77 Labs 与第19999公司", text: "x ".repeat(9000), url: null })).toEqual([
    { companyId: "77", words: ["Company77 Labs"] },
    { companyId: "19999", words: ["第19999公司"] },
  ]);
});
