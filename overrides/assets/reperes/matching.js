// Words as readers type them: without accents, capitals, ligatures or dots, one letter wrong.

export const fold = (text) =>
  text.toLowerCase().replace(/œ/g, "oe").replace(/æ/g, "ae").replace(/’/g, "'").normalize("NFD").replace(/[\p{M}.]/gu, "");

export const words = (text) => fold(text).split(/[^\p{L}\p{N}]+/u).filter(Boolean);

// Whether two words differ by one letter at most: typed wrong, missing, added, or swapped with its neighbour.
export function near(a, b) {
  if (Math.abs(a.length - b.length) > 1) return false;
  let i = 0;
  while (i < a.length && a[i] === b[i]) i++;
  const same = (x, y) => a.slice(x) === b.slice(y);
  return same(i + 1, i + 1) || same(i + 1, i) || same(i, i + 1) || (a[i] === b[i + 1] && a[i + 1] === b[i] && same(i + 2, i + 2));
}

// How a word sounds, roughly: silent and doubled letters dropped, those that sound alike made one.
export const sound = (word) =>
  word.replace(/ph/g, "f").replace(/qu|k|c(?![eiyh])/g, "k").replace(/(?:s|t)(?=i[eo])|c(?=[eiy])|z/g, "s").replace(/e?au/g, "o")
    .replace(/y/g, "i").replace(/[ae]i|e(?=[mn])|a(?=[mn])/g, "e").replace(/g(?=[eiy])/g, "j").replace(/ch/g, "x").replace(/h/g, "")
    .replace(/(.)\1+/g, "$1").replace(/(.{2}?)(?:e[rsz]?|[sxtd])+$/, "$1");
