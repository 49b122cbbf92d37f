type Field = { safeParse(value: unknown): { success: boolean } };

/** Of an address, the parameters that a schema's fields accept; whatever else stands there is left aside: an old link still shows. */
export function acceptedParameters(
  shape: Readonly<Record<string, Field>>,
  search: Readonly<Record<string, string | string[] | undefined>>,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(shape).flatMap(([name, field]) => {
      const text = [search[name] ?? []].flat().join(",");
      return text !== "" && field.safeParse(text).success ? [[name, text]] : [];
    }),
  );
}
