/** The languages whose months and weekdays are read, beside numbers with 年月日. */
const languages = ["en", "de", "fr", "es", "it", "pt", "nl", "sv", "pl", "ru", "tr"] as const;

/** Spellings that no locale data has. */
const besides: Record<string, number> = { sept: 9, mrt: 3, maerz: 3, okt: 10, oktober: 10 };

const weekdayWords = new Set<string>();
const monthWords = new Map<string, Set<number>>();

function fold(word: string): string {
  return word.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replaceAll(".", "");
}

function learnMonth(word: string, month: number): void {
  const known = monthWords.get(fold(word)) ?? new Set<number>();
  monthWords.set(fold(word), known.add(month));
}

for (const language of languages) {
  for (const width of ["long", "short"] as const) {
    // With a day beside it a month takes another case in some languages: "1 marca", "1 марта".
    const alone = new Intl.DateTimeFormat(language, { month: width, timeZone: "UTC" });
    const inDate = new Intl.DateTimeFormat(language, { day: "numeric", month: width, timeZone: "UTC" });
    for (let month = 1; month <= 12; month++) {
      const date = new Date(Date.UTC(2024, month - 1, 3));
      learnMonth(alone.format(date), month);
      const named = inDate.formatToParts(date).find(({ type }) => type === "month");
      if (named) learnMonth(named.value, month);
    }
    for (let day = 1; day <= 7; day++)
      weekdayWords.add(
        fold(
          new Intl.DateTimeFormat(language, { weekday: width, timeZone: "UTC" }).format(
            new Date(Date.UTC(2024, 0, day)),
          ),
        ),
      );
  }
}
for (const [word, month] of Object.entries(besides)) learnMonth(word, month);
for (const word of ["tues", "wednes", "thur", "thurs"]) weekdayWords.add(word);

/** The months a word names, 1 to 12: "févr." → 2. A word cut after three letters or more counts when it can be one month alone. */
export function monthsOf(word: string): readonly number[] {
  const asked = fold(word);
  const exact = monthWords.get(asked);
  if (exact) return [...exact];
  if (asked.length < 3) return [];
  const begun = new Set(
    [...monthWords].flatMap(([name, months]) => (name.startsWith(asked) ? [...months] : [])),
  );
  return begun.size === 1 ? [...begun] : [];
}

export function isWeekday(word: string): boolean {
  return weekdayWords.has(fold(word));
}
