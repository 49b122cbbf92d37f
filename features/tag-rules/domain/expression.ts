import {
  type Condition,
  ExpressionError,
  type Fact,
  facts,
  type Pattern,
  places,
  type Where,
} from "./condition";
import { type Token, tokensOf } from "./tokens";

export const maxExpression = 4000;
const deepest = 20;

/**
 * Reads a rule's text: words and "phrases" side by side are all wanted, OR, NOT (or -) and parentheses as usual; title: and text:
 * say where; agent* lets letters follow; =MoE minds capitals and takes no synonym; /…/ is a regular expression; feed: company:
 * language: kind: ask what the item is; 推理 EXCEPT (推理成本 OR 推理芯片) passes over the places that are part of those.
 * Throws ExpressionError.
 */
export function parseExpression(source: string): Condition {
  if (source.length > maxExpression) throw new ExpressionError("tooLong", maxExpression);
  const parser = new Parser(tokensOf(source), source.length);
  const condition = parser.whole();
  if (!restrains(condition)) throw new ExpressionError("onlyNot", 0);
  return condition;
}

/** Is there something an item must have? A rule of nothing but NOT would tag nearly everything. */
function restrains(condition: Condition): boolean {
  if (condition.kind === "not") return false;
  if (condition.kind === "and") return condition.parts.some(restrains);
  if (condition.kind === "or") return condition.parts.every(restrains);
  return true;
}

/** By recursive descent: any of (all of (one, one, …), …). */
class Parser {
  private next = 0;
  private depth = 0;

  constructor(
    private readonly tokens: readonly Token[],
    private readonly end: number,
  ) {}

  whole(): Condition {
    if (this.tokens.length === 0) throw new ExpressionError("empty", 0);
    const condition = this.any("any");
    const left = this.tokens[this.next];
    if (left) throw new ExpressionError("unopenedParenthesis", left.at);
    return condition;
  }

  private any(where: Where): Condition {
    const parts = [this.all(where)];
    while (this.take("OR")) parts.push(this.all(where));
    return joined("or", parts);
  }

  private all(where: Where): Condition {
    const parts = [this.one(where)];
    for (;;) {
      if (this.take("AND")) parts.push(this.one(where));
      else if (this.startsOne()) parts.push(this.one(where));
      else return joined("and", parts);
    }
  }

  private startsOne(): boolean {
    const token = this.tokens[this.next];
    return token !== undefined && ["(", "NOT", "field", "pattern"].includes(token.kind);
  }

  private one(where: Where): Condition {
    const token = this.tokens[this.next];
    if (token === undefined) throw new ExpressionError("missingWord", this.end);
    this.next += 1;
    if (++this.depth > deepest) throw new ExpressionError("tooDeep", token.at);
    try {
      if (token.kind === "NOT") return { kind: "not", part: this.one(where) };
      if (token.kind === "(") return this.group(where, token.at);
      if (token.kind === "field") return this.inField(token.field, token.at);
      if (token.kind === "pattern")
        return { kind: "words", where, pattern: token.pattern, except: this.exceptions() };
      throw new ExpressionError("missingWord", token.at, token.kind);
    } finally {
      this.depth -= 1;
    }
  }

  private group(where: Where, at: number): Condition {
    const inner = this.any(where);
    if (!this.take(")")) throw new ExpressionError("unclosedParenthesis", at);
    return inner;
  }

  private inField(field: Where | Fact, at: number): Condition {
    const fact = facts.find((one) => one === field);
    if (fact === undefined) return this.one(places.find((one) => one === field) ?? "any");
    const token = this.tokens[this.next];
    if (token?.kind === "(") return this.factGroup(fact);
    if (token?.kind !== "pattern" || token.pattern.kind !== "phrase")
      throw new ExpressionError("factNeedsName", at, fact);
    this.next += 1;
    return { kind: "fact", fact, value: token.pattern.text, at: token.at };
  }

  /** language:(en OR zh) */
  private factGroup(fact: Fact): Condition {
    const at = this.tokens[this.next++]?.at ?? this.end;
    const parts: Condition[] = [this.inField(fact, at)];
    while (this.take("OR")) parts.push(this.inField(fact, at));
    if (!this.take(")")) throw new ExpressionError("unclosedParenthesis", at);
    return joined("or", parts);
  }

  private exceptions(): Pattern[] {
    const at = this.tokens[this.next]?.at ?? this.end;
    if (!this.take("EXCEPT")) return [];
    const grouped = this.take("(");
    const patterns = [this.exception(at)];
    if (!grouped) return patterns;
    while (this.take("OR")) patterns.push(this.exception(at));
    if (!this.take(")")) throw new ExpressionError("unclosedParenthesis", at);
    return patterns;
  }

  private exception(at: number): Pattern {
    const token = this.tokens[this.next];
    if (token?.kind !== "pattern") throw new ExpressionError("exceptNeedsWords", at);
    this.next += 1;
    return token.pattern;
  }

  private take(kind: Token["kind"]): boolean {
    if (this.tokens[this.next]?.kind !== kind) return false;
    this.next += 1;
    return true;
  }
}

function joined(kind: "and" | "or", parts: Condition[]): Condition {
  const [only] = parts;
  return only !== undefined && parts.length === 1 ? only : { kind, parts };
}
