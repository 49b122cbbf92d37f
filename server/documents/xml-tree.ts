import { scanXml } from "./xml-scan";

/**
 * An element of a document that may be ill-formed. `key` is its lower-case name, with a prefix of ours when it belongs to an
 * extension ("dc:creator", "media:title"), whatever prefix the document gave it. `base` and `lang` are inherited.
 */
export type XmlElement = {
  key: string;
  attributes: ReadonlyMap<string, string>;
  children: (XmlElement | string)[];
  base: string;
  lang: string | null;
  /** Named at all by xml:base: an explicit base beats every guess about relative addresses. */
  hasBase: boolean;
};

type Open = XmlElement & { written: string; spaces: ReadonlyMap<string, string> };

/** Deeper elements keep their text and lose themselves: real feeds nest some twenty levels. */
const deepest = 100;
/** What lies behind this many elements is not read: memory has an end, and no feed comes near. */
const maxElements = 400_000;

const knownSpaces: [RegExp, string][] = [
  [/^https?:\/\/(purl\.org\/rss\/1\.0\/modules\/content)/, "content"],
  [/^https?:\/\/purl\.org\/dc\/terms/, "dcterms"],
  [/^https?:\/\/purl\.org\/dc\/elements/, "dc"],
  [/^https?:\/\/(www\.)?w3\.org\/1999\/xhtml/, "xhtml"],
  [/^https?:\/\/www\.w3\.org\/1999\/02\/22-rdf-syntax-ns/, "rdf"],
  [/^https?:\/\/(www\.w3\.org\/2005\/atom|purl\.org\/atom)/, "atom"],
  [/^https?:\/\/www\.itunes\.com\/dtds\/podcast/, "itunes"],
  [/^https?:\/\/search\.yahoo\.com\/mrss/, "media"],
  [
    /^https?:\/\/(purl\.org\/(net\/)?rss|(my|channel)\.netscape\.com\/(rdf|publish)|backend\.userland\.com)/,
    "",
  ],
];
const knownPrefixes = new Set(["content", "dcterms", "dc", "xhtml", "rdf", "atom", "itunes", "media"]);

/** The top-level elements of a text. Never throws: what cannot be an element is text. Time grows with the length alone. */
export function readTree(text: string, url: string): XmlElement[] {
  const root: Open = {
    key: "",
    written: "",
    attributes: new Map(),
    children: [],
    base: url,
    lang: null,
    hasBase: false,
    spaces: new Map(),
  };
  const open: Open[] = [root];
  let elements = 0;
  let tooDeep = 0;
  // The namespace of the outermost element is the document's own, known or not.
  let own: string | undefined;
  scanXml(text, {
    text: (words) => {
      if (open.length > 1) open.at(-1)?.children.push(words);
    },
    open: (written, attributes, isEmpty) => {
      closeUnfinishedItem(open, written);
      if (open.length > deepest) {
        if (!isEmpty) tooDeep++;
        return true;
      }
      const parent = open.at(-1) ?? root;
      const element = elementOf(written, attributes, parent, own);
      own ??= ownSpace(written, element, parent);
      if (own !== undefined && element.key.includes(":") && spaceOf(written, element.spaces) === own)
        element.key = localName(written);
      parent.children.push(element);
      if (!isEmpty) open.push(element);
      return ++elements < maxElements;
    },
    close: (written) => {
      if (tooDeep > 0) {
        tooDeep--;
        return;
      }
      const at = open.findLastIndex((one) => one.written === written);
      // Nothing of that name is open: a stray end. Otherwise it ends what was forgotten inside, too.
      if (at > 0) open.length = at;
    },
  });
  return root.children.filter((child) => typeof child !== "string");
}

/** The document's own namespace, where the element tells: RDF is a wrapping, what it wraps is the feed. */
function ownSpace(written: string, element: Open, parent: Open): string | undefined {
  const tells = parent.key === "rdf:rdf" ? /^(channel|item)$/.test(localName(written)) : parent.key === "";
  return tells && element.key !== "rdf:rdf" ? spaceOf(written, element.spaces) : undefined;
}

/** An item inside an item: the first one's end was forgotten. */
function closeUnfinishedItem(open: Open[], written: string): void {
  if (!/(^|:)(item|entry)$/.test(written)) return;
  const at = open.findLastIndex((one) => one.written === written);
  if (at > 0) open.length = at;
}

function elementOf(
  written: string,
  attributes: Map<string, string>,
  parent: Open,
  own: string | undefined,
): Open {
  const spaces = declaredSpaces(attributes, parent.spaces);
  const base = attributes.get("xml:base")?.trim();
  const isBase = base !== undefined && URL.canParse(base, parent.base);
  return {
    key: keyOf(written, spaces, own),
    written,
    attributes,
    children: [],
    base: isBase ? new URL(base, parent.base).href : parent.base,
    hasBase: parent.hasBase || isBase,
    lang: attributes.get("xml:lang")?.trim() || parent.lang,
    spaces,
  };
}

function declaredSpaces(
  attributes: Map<string, string>,
  inherited: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  const declared = [...attributes].filter(([name]) => name === "xmlns" || name.startsWith("xmlns:"));
  if (declared.length === 0) return inherited;
  // Bounded, as each level copies the map of the one above.
  const kept = [
    ...inherited,
    ...declared.map(([name, uri]) => [name.slice(6), uri.trim().toLowerCase()] as const),
  ];
  return new Map(kept.slice(0, 100));
}

function localName(written: string): string {
  return written.slice(written.indexOf(":") + 1);
}

function prefixOf(written: string): string {
  const colon = written.indexOf(":");
  return colon < 0 ? "" : written.slice(0, colon);
}

function spaceOf(written: string, spaces: ReadonlyMap<string, string>): string {
  return spaces.get(prefixOf(written)) ?? prefixOf(written);
}

function keyOf(written: string, spaces: ReadonlyMap<string, string>, own: string | undefined): string {
  const space = spaceOf(written, spaces);
  if (space === "" || space === own) return localName(written);
  const known = knownSpaces.find(([pattern]) => pattern.test(space))?.[1];
  // A prefix everybody uses means what everybody means, also when its declaration is missing or misspelt.
  const name = known ?? (knownPrefixes.has(prefixOf(written)) ? prefixOf(written) : space);
  return name === "" ? localName(written) : `${name}:${localName(written)}`;
}
