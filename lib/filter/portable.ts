import type { Catalogue, CatalogueField } from "./catalogue";

/** A catalogue as it travels: each record once, by name, since records lead to each other. */
export type PortableCatalogue = {
  record: string;
  records: Readonly<Record<string, PortableRecord>>;
};
type PortableField = Omit<CatalogueField, "related"> & { to?: string };
export type PortableRecord = { fields: readonly PortableField[]; words: Catalogue["words"] };

export function packCatalogue(catalogue: Catalogue): PortableCatalogue {
  const records: Record<string, PortableRecord> = {};
  const waiting = [catalogue];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (records[next.record]) continue;
    const fields = next.fields.map(({ related, ...field }): PortableField => {
      const other = related?.();
      if (other) waiting.push(other);
      return other ? { ...field, to: other.record } : field;
    });
    records[next.record] = { fields, words: next.words };
  }
  return { record: catalogue.record, records };
}

/** The catalogue again. `packed` must name every record that it leads to. */
export function unpackCatalogue({ record, records }: PortableCatalogue): Catalogue {
  const known = new Map<string, Catalogue>();
  const named = (name: string): Catalogue => {
    const before = known.get(name);
    if (before) return before;
    const packed = records[name];
    if (!packed) throw new Error(`the catalogue leads to ${name}, which is not in it`);
    const fields = packed.fields.map(
      ({ to, ...field }): CatalogueField =>
        to === undefined ? field : { ...field, related: () => named(to) },
    );
    const made: Catalogue = { record: name, fields, words: packed.words };
    known.set(name, made);
    return made;
  };
  return named(record);
}
