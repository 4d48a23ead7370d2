/**
 * Attributes of which more, or less, is better. A name is looked for as whole words within an attribute's name; the longest one found
 * counts ("power consumption" before "power"). Any other attribute merely differs.
 */
const MORE = [
  ...[
    "memory",
    "storage",
    "ram",
    "ssd",
    "hard disk",
    "cache",
    "battery",
    "battery life",
    "battery capacity",
    "capacity",
    "runtime",
    "standby",
    "autonomy",
  ],
  ...[
    "screen",
    "screen size",
    "display",
    "display size",
    "resolution",
    "megapixels",
    "camera",
    "sensor",
    "zoom",
    "optical zoom",
    "refresh rate",
    "brightness",
    "contrast",
    "dpi",
  ],
  ...[
    "power",
    "output",
    "torque",
    "speed",
    "clock",
    "cores",
    "threads",
    "range",
    "coverage",
    "bandwidth",
    "throughput",
    "charging",
    "charging power",
    "fast charging",
  ],
  ...[
    "warranty",
    "guarantee",
    "ports",
    "channels",
    "drivers",
    "speakers",
    "suction",
    "pressure",
    "light output",
    "lumens",
    "thread count",
    "water resistance",
  ],
  ...[
    "max load",
    "load",
    "weight capacity",
    "weight limit",
    "fill power",
    "insulation",
    "gears",
    "blades",
    "programs",
    "programmes",
    "functions",
    "cups",
    "servings",
    "lifespan",
  ],
  ...[
    "waterproof",
    "noise cancelling",
    "noise cancellation",
    "wireless",
    "bluetooth",
    "wifi",
    "nfc",
    "backlight",
    "stabilisation",
    "image stabilisation",
  ],
  ...["stabilization", "image stabilization", "touchscreen", "dishwasher safe", "foldable", "tubeless", "fingerprint reader"],
];
const LESS = [
  ...[
    "weight",
    "noise",
    "noise level",
    "loudness",
    "response time",
    "latency",
    "power consumption",
    "consumption",
    "energy consumption",
    "water consumption",
  ],
  ...["thickness", "charging time", "charge time", "heating time", "warm-up time", "boot time", "aperture", "distortion"],
];

const DIRECTIONS = new Map<string, 1 | -1>([...MORE.map((name) => [name, 1] as const), ...LESS.map((name) => [name, -1] as const)]);

/** 1: more is better; -1: less is; 0: not known. */
export function directionOf(attribute: string): 1 | -1 | 0 {
  const words = attribute
    .toLowerCase()
    .split(/[\s_/()]+/)
    .filter(Boolean);
  for (let length = words.length; length > 0; length--) {
    for (let start = words.length - length; start >= 0; start--) {
      const direction = DIRECTIONS.get(words.slice(start, start + length).join(" "));
      if (direction) return direction;
    }
  }
  return 0;
}
