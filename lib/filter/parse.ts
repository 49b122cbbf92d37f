import { type Catalogue, type CatalogueField, operatorsOf } from "./catalogue";
import { isKeyword, type NamedField } from "./names";
import { joined } from "./normal";
import { FilterError, maxDepth, maxText } from "./problems";
import { afterSpace, type Dialect, isOpening, type Token, tokenAt } from "./tokens";
import { type Filter, isTest, type Pattern, type TextPattern } from "./tree";
import { anyOfThese, askedOf, valueAt } from "./values";

/**
 * Reads what a person types: words and "phrases" side by side are all wanted; OR, NOT (or -) and parentheses as usual. A field's
 * name, in any language, asks that field: stance:against, thesis:(agents OR moe), amount:>=5, published:last-30-days, owner:none,
 * company.country:CN, deals:(stage:passed amount:>5). Where words are matched and not searched, agent* lets letters follow,
 * =MoE minds capitals, /…/ is a regular expression and 推理 EXCEPT (推理成本 OR 推理芯片) passes over the places that are part
 * of those. An empty text asks nothing. How much is asked, checkFilter says. Throws FilterError.
 */
export function parseFilter(
  source: string,
  catalogue: Catalogue,
  dialect: Dialect = { unknownField: "mistake" },
): Filter {
  return parseWithRefs(source, catalogue, dialect).filter;
}

/** A record or person that a text names, and where: whether there is one must be looked up. */
export type RefName = { path: string; field: CatalogueField; value: string; at: number };

/** As parseFilter, with what the text names. */
export function parseWithRefs(
  source: string,
  catalogue: Catalogue,
  dialect: Dialect = { unknownField: "mistake" },
): { filter: Filter; refs: RefName[] } {
  if (source.length > maxText) throw new FilterError("tooLong", maxText);
  const parser = new Parser(source, catalogue, dialect);
  return { filter: parser.whole(), refs: parser.refs };
}

/** By recursive descent: any of (all of (one, one, …), …). */
class Parser {
  readonly refs: RefName[] = [];
  private at = 0;
  private ahead: Token | null = null;
  private depth = 0;

  constructor(
    private readonly source: string,
    private catalogue: Catalogue,
    private readonly dialect: Dialect,
  ) {}

  whole(): Filter {
    if (afterSpace(this.source, 0) === this.source.length) {
      this.expect(0);
      return { and: [] };
    }
    const filter = this.any(null);
    if (this.peek().kind === "EXCEPT") throw new FilterError("exceptNeedsWords", this.peek().at);
    if (this.peek().kind !== "end") throw new FilterError("unopenedParenthesis", this.peek().at);
    return filter;
  }

  /** The next one; read when it is asked for, with the names that count there. */
  private peek(): Token {
    this.ahead ??= tokenAt(this.source, this.at, this.catalogue, this.dialect);
    return this.ahead;
  }

  private goTo(at: number): void {
    this.at = at;
    this.ahead = null;
  }

  private take(kind: Token["kind"]): boolean {
    if (this.peek().kind !== kind) return false;
    this.goTo(this.peek().end);
    return true;
  }

  /** `where`: the field that words are looked for in; null for the record's own. */
  private any(where: NamedField | null): Filter {
    const parts = [this.all(where)];
    while (this.take("OR")) parts.push(this.all(where));
    return joined("or", parts);
  }

  private all(where: NamedField | null): Filter {
    const parts = [this.one(where)];
    for (;;) {
      this.expectBehindSpace();
      const goesOn = this.take("AND") || ["(", "NOT", "field", "pattern"].includes(this.peek().kind);
      if (!goesOn) return joined("and", parts);
      parts.push(this.one(where));
    }
  }

  private one(where: NamedField | null): Filter {
    return this.deeper(afterSpace(this.source, this.at), () => this.part(where));
  }

  private expect(at: number, named: NamedField | null = null): void {
    this.dialect.expects?.({ at: afterSpace(this.source, at), catalogue: this.catalogue, named });
  }

  private expectBehindSpace(): void {
    if (afterSpace(this.source, this.at) > this.at) this.expect(this.at);
  }

  private part(where: NamedField | null): Filter {
    this.expect(this.at);
    const token = this.peek();
    if (this.take("NOT")) return { not: this.one(where) };
    if (token.kind === "(") return this.group(() => this.any(where));
    if (token.kind === "field") return this.inField(token);
    if (token.kind === "pattern") return this.words(this.pattern(token), where, token.at);
    throw new FilterError("missingWord", token.at, token.kind === "end" ? "" : token.kind);
  }

  private deeper<T>(at: number, read: () => T): T {
    if (++this.depth > maxDepth) throw new FilterError("tooDeep", at);
    const result = read();
    this.depth -= 1;
    return result;
  }

  /** What stands in parentheses. */
  private group(read: () => Filter): Filter {
    const { at } = this.peek();
    this.take("(");
    const inner = read();
    if (!this.take(")")) throw new FilterError("unclosedParenthesis", at);
    return inner;
  }

  private inField(token: Extract<Token, { kind: "field" }>): Filter {
    const { field } = token;
    if (field.kind === "relation") return this.related(token);
    if (field.kind === "words") {
      this.take("field");
      return this.part(token);
    }
    return this.value(token, token.end, token.at);
  }

  /** A value, or several in parentheses with OR between; the token behind is the next. */
  private value(named: NamedField, from: number, fieldAt: number): Filter {
    const at = afterSpace(this.source, from);
    if (isOpening(this.source, at)) return this.values(named, at, fieldAt);
    this.expect(at, named);
    const written = valueAt(this.source, from, named, fieldAt, this.dialect);
    this.goTo(written.end);
    const asked = askedOf(named, written);
    if (named.field.kind === "ref" && isTest(asked) && typeof asked.value === "string")
      this.refs.push({ ...named, value: asked.value, at: written.at });
    return asked;
  }

  private values(named: NamedField, at: number, fieldAt: number): Filter {
    const one = (from: number) => this.deeper(at, () => this.value(named, from, fieldAt));
    const parts = [one(at + 1)];
    while (this.peek().kind === "OR") parts.push(one(this.peek().end));
    if (!this.take(")")) throw new FilterError("unclosedParenthesis", at);
    return anyOfThese(named, parts);
  }

  private related(token: Extract<Token, { kind: "field" }>): Filter {
    const keyword = this.emptyKeyword(token.end);
    if (keyword !== null) {
      this.goTo(keyword.end);
      return { field: token.path, op: "empty", value: keyword.empty };
    }
    const outer = this.catalogue;
    this.catalogue = token.field.related?.() ?? outer;
    this.goTo(token.end);
    const inner = this.one(null);
    this.catalogue = outer;
    this.goTo(this.at);
    return { field: token.path, op: "any", value: inner };
  }

  /** deals:none, deals:any */
  private emptyKeyword(from: number): { empty: boolean; end: number } | null {
    const at = afterSpace(this.source, from);
    const word = /^[\p{L}]+(?=$|[\s()（）])/u.exec(this.source.slice(at, at + 20))?.[0] ?? "";
    if (isKeyword(word, "none")) return { empty: true, end: at + word.length };
    return isKeyword(word, "any") ? { empty: false, end: at + word.length } : null;
  }

  private words(pattern: Pattern, where: NamedField | null, at: number): Filter {
    this.expectBehindSpace();
    const except = this.exceptions();
    const named = where ?? this.ownWords(at);
    return { field: named.path, ...this.asked(named.field, pattern, except, at) };
  }

  private ownWords(at: number): NamedField {
    const field = this.catalogue.fields.find(({ name }) => name === this.catalogue.words?.field);
    if (field === undefined) throw new FilterError("noWords", at);
    return { path: field.name, field };
  }

  private asked(field: CatalogueField, pattern: Pattern, except: Pattern[], at: number) {
    const operators = operatorsOf(field);
    const value: TextPattern = { pattern, ...(except.length > 0 ? { except } : {}) };
    if (operators.includes("matches")) return { op: "matches", value } as const;
    if ("regex" in pattern || pattern.exact || pattern.open || except.length > 0)
      throw new FilterError("noPattern", at);
    return { op: "search", value: pattern.phrase } as const;
  }

  private exceptions(): Pattern[] {
    const { at } = this.peek();
    if (!this.take("EXCEPT")) return [];
    const grouped = this.take("(");
    const patterns = [this.exception(at)];
    if (!grouped) return patterns;
    while (this.take("OR")) patterns.push(this.exception(at));
    if (!this.take(")")) throw new FilterError("unclosedParenthesis", at);
    return patterns;
  }

  private exception(at: number): Pattern {
    const token = this.peek();
    if (token.kind !== "pattern") throw new FilterError("exceptNeedsWords", at);
    return this.pattern(token);
  }

  private pattern({ pattern, at }: Extract<Token, { kind: "pattern" }>): Pattern {
    if ("regex" in pattern && this.dialect.isRegex?.(pattern.regex) === false)
      throw new FilterError("badRegex", at, pattern.regex);
    this.take("pattern");
    return pattern;
  }
}
