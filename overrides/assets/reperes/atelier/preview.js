// A simple preview of a text: elements are made one by one, nothing of it is ever read as HTML.

const INLINE = /\*\*(.+?)\*\*|\*(.+?)\*|`([^`]+)`|\[\^([^\]]+)\]|\[([^\]]+)\]\([^)\s]+\)/g;

function make(name, text) {
  const made = document.createElement(name);
  let end = 0;
  for (const found of text.matchAll(INLINE)) {
    made.append(text.slice(end, found.index));
    const at = found.slice(1).findIndex((part) => part !== undefined);
    const inside = document.createElement(["strong", "em", "code", "sup", "u"][at]);
    inside.textContent = at === 3 ? `[${found[4]}]` : found[at + 1];
    made.append(inside);
    end = found.index + found[0].length;
  }
  made.append(text.slice(end));
  return made;
}

function block(lines) {
  const heading = /^(#{2,4}) (.*)$/.exec(lines[0]);
  if (heading) return [make(`h${Math.min(heading[1].length + 1, 5)}`, heading[2]), ...(lines.length > 1 ? block(lines.slice(1)) : [])];
  const item = /^(?:[-*]|\d+\.) +/;
  if (lines.every((line) => item.test(line) || /^\s+\S/.test(line)) && item.test(lines[0])) {
    const list = document.createElement(/^\d/.test(lines[0]) ? "ol" : "ul");
    for (const line of lines) {
      if (item.test(line)) list.append(make("li", line.replace(item, "")));
      else list.lastChild.append(" ", ...make("li", line.trim()).childNodes);
    }
    return [list];
  }
  if (/^(?:\||```|!!!)/.test(lines[0])) return [Object.assign(document.createElement("pre"), { textContent: lines.join("\n"), tabIndex: 0 })];
  if (lines.every((line) => line.startsWith(">"))) {
    const quote = document.createElement("blockquote");
    quote.append(make("p", lines.map((line) => line.replace(/^> ?/, "")).join(" ")));
    return [quote];
  }
  return [make("p", lines.join(" "))];
}

export const preview = (text) => text.split(/\n[ \t]*\n/).map((part) => part.split("\n").filter((line) => line.trim())).filter((lines) => lines.length).flatMap(block);
