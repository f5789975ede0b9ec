// An image as the site takes one: drawn again, so that it is small and keeps nothing of what its camera noted.
const SIDE = 1600; // points: what a screen shows of it
const TYPES = [["image/webp", "webp"], ["image/jpeg", "jpg"]]; // some browsers write no WebP

// The image and its extension; nothing when no browser of this kind can show it, or none light enough can be made.
export async function redrawn(file, most) {
  const drawn = await createImageBitmap(file).catch(() => null);
  if (!drawn) return null;
  const scale = Math.min(1, SIDE / Math.max(drawn.width, drawn.height));
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [drawn.width, drawn.height].map((side) => Math.max(1, Math.round(side * scale)));
  canvas.getContext("2d").drawImage(drawn, 0, 0, canvas.width, canvas.height);
  for (const quality of [0.8, 0.6, 0.4]) {
    for (const [type, extension] of TYPES) {
      const blob = await new Promise((resolve) => canvas.toBlob(resolve, type, quality));
      if (blob && blob.type === type && blob.size <= most) return { blob, extension };
    }
  }
  return null;
}
