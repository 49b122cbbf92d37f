/** The arithmetic behind the palette's tests: contrast, colour difference, and how colour-blind readers see. */

export type Rgb = readonly [red: number, green: number, blue: number];
type Matrix = readonly [Rgb, Rgb, Rgb];

/** "#rrggbb" → three values 0…1 as stored (gamma-encoded sRGB). */
export function parseHex(hex: string): Rgb {
  const match = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(hex);
  if (!match) throw new Error(`not a colour: ${hex}`);
  const [, red = "", green = "", blue = ""] = match;
  return [parseInt(red, 16) / 255, parseInt(green, 16) / 255, parseInt(blue, 16) / 255];
}

function mapRgb([red, green, blue]: Rgb, change: (value: number) => number): Rgb {
  return [change(red), change(green), change(blue)];
}

function multiply([x, y, z]: Matrix, rgb: Rgb): Rgb {
  const dot = (row: Rgb) => row[0] * rgb[0] + row[1] * rgb[1] + row[2] * rgb[2];
  return [dot(x), dot(y), dot(z)];
}

function toLinear(value: number): number {
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
}

/** WCAG 2.2 contrast ratio of two colours, 1…21. */
export function contrast(one: string, other: string): number {
  const luminance = (hex: string) => {
    const [red, green, blue] = mapRgb(parseHex(hex), toLinear);
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return ((high ?? 0) + 0.05) / ((low ?? 0) + 0.05);
}

/** Full dichromacy (severity 1.0) in linear RGB: Machado, Oliveira & Fernandes 2009, tables 1 and 2. */
const machado: Record<"protanopia" | "deuteranopia", Matrix> = {
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
};

export type Vision = "ordinary" | keyof typeof machado;

/** The colour as this reader's eye gets it, linear RGB. */
function seen(hex: string, vision: Vision): Rgb {
  const linear = mapRgb(parseHex(hex), toLinear);
  if (vision === "ordinary") return linear;
  return mapRgb(multiply(machado[vision], linear), (value) => Math.min(1, Math.max(0, value)));
}

const toXyz: Matrix = [
  [0.4124564, 0.3575761, 0.1804375],
  [0.2126729, 0.7151522, 0.072175],
  [0.0193339, 0.119192, 0.9503041],
];
const whiteD65: Rgb = [0.95047, 1, 1.08883];

function toLab(linear: Rgb): Rgb {
  const xyz = multiply(toXyz, linear);
  const f = (value: number) => (value > 216 / 24389 ? Math.cbrt(value) : (841 / 108) * value + 4 / 29);
  const [x, y, z] = [f(xyz[0] / whiteD65[0]), f(xyz[1] / whiteD65[1]), f(xyz[2] / whiteD65[2])];
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

/** How different two colours look to this reader: CIEDE2000 (1 is barely visible, 10 is plain). */
export function difference(one: string, other: string, vision: Vision): number {
  return ciede2000(toLab(seen(one, vision)), toLab(seen(other, vision)));
}

const degrees = Math.PI / 180;

/** Sharma, Wu & Dalal 2005, equations 2–22, with all weights 1. */
export function ciede2000([l1, a1, b1]: Rgb, [l2, a2, b2]: Rgb): number {
  const chromaMean7 = ((Math.hypot(a1, b1) + Math.hypot(a2, b2)) / 2) ** 7;
  const stretch = 1.5 - 0.5 * Math.sqrt(chromaMean7 / (chromaMean7 + 25 ** 7));
  const [c1, c2] = [Math.hypot(a1 * stretch, b1), Math.hypot(a2 * stretch, b2)];
  const hue = (a: number, b: number) => (a === 0 && b === 0 ? 0 : (Math.atan2(b, a) / degrees + 360) % 360);
  const [h1, h2] = [hue(a1 * stretch, b1), hue(a2 * stretch, b2)];

  const grey = c1 * c2 === 0;
  const turn = h2 - h1;
  const hueStep = grey ? 0 : Math.abs(turn) <= 180 ? turn : turn > 180 ? turn - 360 : turn + 360;
  const lightnessStep = l2 - l1;
  const chromaStep = c2 - c1;
  const hueDistance = 2 * Math.sqrt(c1 * c2) * Math.sin((hueStep / 2) * degrees);

  const hueSum = h1 + h2;
  const hueMean = grey
    ? hueSum
    : Math.abs(turn) <= 180
      ? hueSum / 2
      : (hueSum + (hueSum < 360 ? 360 : -360)) / 2;
  const chromaMean = (c1 + c2) / 2;
  const lightnessOff = ((l1 + l2) / 2 - 50) ** 2;
  const t =
    1 -
    0.17 * Math.cos((hueMean - 30) * degrees) +
    0.24 * Math.cos(2 * hueMean * degrees) +
    0.32 * Math.cos((3 * hueMean + 6) * degrees) -
    0.2 * Math.cos((4 * hueMean - 63) * degrees);
  const weightL = 1 + (0.015 * lightnessOff) / Math.sqrt(20 + lightnessOff);
  const weightC = 1 + 0.045 * chromaMean;
  const weightH = 1 + 0.015 * chromaMean * t;
  const turnBlue = 30 * Math.exp(-(((hueMean - 275) / 25) ** 2));
  const rotation =
    -2 * Math.sqrt(chromaMean ** 7 / (chromaMean ** 7 + 25 ** 7)) * Math.sin(2 * turnBlue * degrees);
  const [l, c, h] = [lightnessStep / weightL, chromaStep / weightC, hueDistance / weightH];
  return Math.sqrt(l * l + c * c + h * h + rotation * c * h);
}
