import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { filterOf } from "@/test/filter/arbitrary";
import { companies, news } from "@/test/filter/catalogues";
import { complete } from "./complete";
import { printFilter } from "./print";

/** The completion where | stands, with what the text becomes by its first option. */
function at(marked: string, catalogue = news, language: "en" | "zh" = "en") {
  const cursor = marked.indexOf("|");
  const text = marked.replace("|", "");
  const { from, to, options, ask } = complete(text, cursor, catalogue, language);
  const first = options[0];
  const becomes = first && text.slice(0, from) + first.insert + text.slice(to);
  return { labels: options.map(({ label }) => label), becomes, ask };
}

describe("completion", () => {
  it.each([
    ["st|", ["stance", "strength"], "stance:"],
    ["a -the|", ["thesis"], "a -thesis:"],
    ["(a OR kin|d x)", ["kind"], "(a OR kind: x)"],
    ["主|", ["thesis"], "thesis:"],
    ["company.c|", ["company.country"], "company.country:"],
    ["stance:|", ["for", "neutral", "against"], "stance:for"],
    ["stance:ag|a x", ["against"], "stance:against x"],
    ["stance:(for OR 反|)", ["against"], "stance:(for OR against)"],
    ["thesis:op|", ["Open source through MoE"], 'thesis:"Open source through MoE"'],
    ['thesis:"open s| x', ["Open source through MoE"], 'thesis:"Open source through MoE"'],
    ["owner:m|", ["me"], "owner:me"],
    ["doubtful:|", ["yes", "no"], "doubtful:yes"],
    ["published:last-3|", ["last-30-days"], "published:last-30-days"],
    ["due:n|", ["none"], "due:none"],
    ["company.country:U|", ["USA"], "company.country:USA"],
    ["a O|", ["owner", "OR"], "a owner:"],
    ["due:<to|", ["today"], "due:<today"],
    ["a OR|", [], undefined],
    ["(a) |", undefined, "(a) q:"],
    ["a EX|", ["EXCEPT"], "a EXCEPT"],
    ['"sta|', [], undefined],
    ["nothing|", [], undefined],
  ])("of %s", (marked, labels, becomes) => {
    expect(at(marked)).toMatchObject({ ...(labels && { labels }), becomes });
  });

  it("goes on from a hyphen alone", () => {
    expect(at("a -|")).toMatchObject({ becomes: "a -q:" });
  });

  it("speaks the reader's language", () => {
    expect(at("st|", news, "zh")).toMatchObject({ labels: ["立场", "强度"], becomes: "立场:" });
    expect(at("立场:f|", news, "zh")).toMatchObject({ labels: ["支持"], becomes: "立场:支持" });
    expect(at("公司.国|", news, "zh")).toMatchObject({ becomes: "公司.国家:" });
    expect(at("published:近|", news, "zh")).toMatchObject({ labels: ["近7天", "近30天"] });
  });

  it("knows the fields of related records within their parentheses, and the own ones behind them", () => {
    expect(at("de|", companies)).toMatchObject({ becomes: "deals:(" });
    expect(at("deals:(st|", companies)).toMatchObject({ labels: ["stage"] });
    expect(at("deals:(stage:passed |", companies).labels).toEqual(["stage", "amount", "closed"]);
    expect(at("deals:(stage:pa| amount:>5)", companies)).toMatchObject({
      becomes: "deals:(stage:passed amount:>5)",
    });
    expect(at("deals:(stage:passed) c|", companies)).toMatchObject({ labels: ["country"] });
  });

  it("names the field whose values only the server knows", () => {
    expect(at("x feed:(a OR arx|")).toMatchObject({ labels: [], ask: { path: "feed", typed: "arx" } });
    expect(at("company.news.feed:|", news).ask).toEqual({ path: "company.news.feed", typed: "" });
    expect(at("feed:x |").ask).toBeNull();
  });

  it("takes any text and any place in it", () => {
    fc.assert(
      fc.property(filterOf(news, 2), fc.nat(300), (filter, cursor) => {
        const text = printFilter(filter, news, "zh");
        const { from, to } = complete(text, Math.min(cursor, text.length), news, "zh");
        expect(from).toBeLessThanOrEqual(to);
      }),
    );
  });
});
