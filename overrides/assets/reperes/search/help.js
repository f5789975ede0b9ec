// Whether what is typed is said in distress: the help page then comes before any other answer.
import { near } from "../matching.js";

const GAP = 2; // words at most between those of a phrase
const LONG = 5; // letters from which a word may hold an error

// A test for queries spelled as lists of folded words, from phrases: see `search.help` in the words of the interface.
export function finder({ alone = [], said = [], never = [] }, small) {
  const kept = (some) => some.filter((word) => !small.includes(word)).join(" ");
  const whole = alone.map((phrase) => kept(phrase.split(" ")) || phrase);
  const nearly = (word, other) => word.length >= LONG && other.length >= LONG && word[0] === other[0] && near(word, other) && !never.includes(word);
  const phrases = said.map((phrase) => phrase.split(" ").map((place) => place.split("|")));
  const fits = (word, form) => (form.endsWith("*") ? word.startsWith(form.slice(0, -1)) && !never.includes(word) : word === form || nearly(word, form));
  const from = (words, places, at) =>
    !places.length || words.slice(at, at + GAP + 1).some((word, n) => places[0].some((form) => fits(word, form)) && from(words, places.slice(1), at + n + 1));

  return (words) => {
    const typed = kept(words) || words.join(" ");
    if (whole.some((phrase) => typed === phrase || (!phrase.includes(" ") && !typed.includes(" ") && nearly(typed, phrase)))) return true;
    return words.some((_, at) => phrases.some((places) => places[0].some((form) => fits(words[at], form)) && from(words, places.slice(1), at + 1)));
  };
}
