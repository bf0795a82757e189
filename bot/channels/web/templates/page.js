// What the page does by itself where scripts run. Without them everything works as well,
// only that lists are not searched by typing and new messages come when the page is loaded again.
"use strict";
const words = JSON.parse(document.body.dataset.words);
const log = document.getElementById("log");
const status_ = document.getElementById("status");
const text = document.getElementById("text");

// Typing

const plain = (words) => words.toLocaleLowerCase("fi").normalize("NFD").replace(/[\u0300-\u036f]/g, "");

text.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
  event.preventDefault();
  if (text.value.trim()) text.form.requestSubmit();
});
text.form.addEventListener("submit", () => sessionStorage.setItem("typing", "yes"));
const typed = sessionStorage.getItem("typing");
sessionStorage.removeItem("typing");
if (!location.hash) document.getElementById("now").scrollIntoView();
addEventListener("load", () => { // by now the browser has gone to #now, and would take the focus there
  const wrong = document.querySelector(".wrong");
  if (typed) text.focus({ preventScroll: true });
  else if (wrong) wrong.focus();
});

// What is new

let leaving = false;
addEventListener("pagehide", () => { leaving = true; news.close(); });
addEventListener("submit", () => { leaving = true; });
const news = new EventSource(document.body.dataset.live);
news.onerror = () => { if (!leaving) status_.textContent = words.lost; };
news.onopen = () => { if (status_.textContent === words.lost) status_.textContent = ""; };

news.addEventListener("post", (event) => {
  const arrived = document.createElement("template");
  arrived.innerHTML = event.data;
  const article = arrived.content.querySelector("article");
  if (!article || document.getElementById(article.id)) return;
  const shown = document.querySelectorAll("main article");
  if (shown.length && shown[shown.length - 1].dataset.day === article.dataset.day) arrived.content.querySelector(".day")?.remove();
  article.classList.add("fresh");
  log.append(arrived.content);
  if (!document.querySelector(".card")) article.scrollIntoView({ block: "nearest" });
});

news.addEventListener("moved", () => {
  if (leaving) return;
  const again = document.createElement("a");
  again.href = location.href.split("#")[0] + "#now";
  again.textContent = words.show;
  again.addEventListener("click", (event) => { event.preventDefault(); location.reload(); });
  status_.replaceChildren(words.move_on + " ", again);
});

news.addEventListener("unread", (event) => {
  const counts = JSON.parse(event.data);
  for (const mark of document.querySelectorAll(".unread")) {
    const [count, said] = counts[mark.dataset.place] ?? [0, ""];
    mark.hidden = !count;
    mark.querySelector(".count").textContent = count;
    mark.querySelector(".said").textContent = said;
  }
});

// Lists that are searched by typing, in both languages

const matches = (typed, label, also) => {
  const hay = " " + plain(`${label} ${also ?? ""}`);
  return plain(typed).split(/\s+/).every((word) => hay.includes(" " + word) || (word.length > 2 && hay.includes(word)));
};
const counted = (count) => count === 0 ? words.no_match : count === 1 ? words.one : words.many.replace("{count}", count);

const combobox = (select) => {
  const label = document.querySelector(`label[for="${select.id}"]`);
  const all = [...select.options].filter((option) => option.value);
  const box = document.createElement("div");
  const input = document.createElement("input");
  const list = document.createElement("ul");
  const told = document.createElement("p");
  box.className = "combo";
  told.className = "hidden";
  told.setAttribute("role", "status");
  Object.assign(input, { type: "text", id: select.id, autocomplete: "off", placeholder: words.choose + " …" });
  Object.assign(list, { id: `${select.id}-list`, hidden: true });
  for (const name of ["aria-describedby", "aria-invalid"]) if (select.hasAttribute(name)) input.setAttribute(name, select.getAttribute(name));
  input.setAttribute("role", "combobox");
  input.setAttribute("aria-autocomplete", "list");
  input.setAttribute("aria-controls", list.id);
  input.setAttribute("aria-expanded", "false");
  if (select.required) input.setAttribute("aria-required", "true");
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", label.textContent.trim());
  select.removeAttribute("id");
  select.hidden = true;
  select.required = false;
  let at = -1;
  const chosen = () => all.find((option) => option.selected);
  const rows = () => [...list.querySelectorAll("[role=option]")];
  const point = (to) => {
    const shown = rows();
    at = shown.length ? (to + shown.length) % shown.length : -1;
    shown.forEach((row, number) => row.setAttribute("aria-selected", number === at));
    shown[at]?.scrollIntoView({ block: "nearest" });
    if (at >= 0) input.setAttribute("aria-activedescendant", shown[at].id); else input.removeAttribute("aria-activedescendant");
  };
  const open = (typed) => {
    const found = all.filter((option) => matches(typed, option.text, option.dataset.also));
    list.replaceChildren(...found.map((option) => {
      const row = document.createElement("li");
      Object.assign(row, { id: `${list.id}-${all.indexOf(option)}`, textContent: option.text });
      row.setAttribute("role", "option");
      row.addEventListener("mousedown", (event) => { event.preventDefault(); take(option); });
      return row;
    }));
    list.hidden = !found.length;
    input.setAttribute("aria-expanded", String(found.length > 0));
    told.textContent = counted(found.length);
    point(typed && found.length ? 0 : -1);
    if (!typed) input.removeAttribute("aria-activedescendant");
  };
  const close = () => { list.hidden = true; input.setAttribute("aria-expanded", "false"); input.removeAttribute("aria-activedescendant"); at = -1; };
  const take = (option) => { if (option) option.selected = true; else select.value = ""; input.value = option?.text ?? ""; told.textContent = ""; close(); };
  const settle = () => {
    const typed = input.value.trim();
    const exact = all.find((option) => plain(option.text) === plain(typed) || plain(option.dataset.also ?? "") === plain(typed));
    take(typed ? exact ?? chosen() : undefined);
  };
  input.addEventListener("input", () => open(input.value));
  input.addEventListener("click", () => { if (list.hidden) open(""); });
  input.addEventListener("focus", () => input.select());
  input.addEventListener("blur", settle);
  input.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (list.hidden) open(chosen()?.text === input.value ? "" : input.value);
      point(event.key === "ArrowDown" ? at + 1 : at < 0 ? -1 : at - 1);
    } else if (event.key === "Enter" && !list.hidden) {
      event.preventDefault();
      const row = rows()[at];
      if (row) take(all[Number(row.id.slice(list.id.length + 1))]); else close();
    } else if (event.key === "Escape" && !list.hidden) {
      event.preventDefault();
      input.value = chosen()?.text ?? "";
      close();
    }
  });
  box.append(input, list, told);
  select.after(box);
  input.value = chosen()?.text ?? "";
};
document.querySelectorAll("select[data-search]").forEach(combobox);

const filtered = (group) => {
  const input = document.createElement("input");
  const told = document.createElement("p");
  const rows = [...group.querySelectorAll(".choice")];
  Object.assign(input, { type: "search", autocomplete: "off", placeholder: words.filter });
  input.setAttribute("aria-label", words.filter);
  told.className = "chosen";
  told.setAttribute("role", "status");
  input.addEventListener("input", () => {
    let count = 0;
    for (const row of rows) {
      row.hidden = !matches(input.value, row.textContent, row.dataset.also);
      count += !row.hidden;
    }
    told.textContent = input.value ? counted(count) : "";
  });
  input.addEventListener("keydown", (event) => { if (event.key === "Enter") event.preventDefault(); });
  group.querySelector(".choices").before(input, told);
};
document.querySelectorAll("[data-filter]").forEach(filtered);

// Files: too large ones are told before they are sent

for (const input of document.querySelectorAll("input[type=file]")) {
  const told = document.createElement("p");
  told.className = "problem";
  told.setAttribute("role", "alert");
  input.after(told);
  input.addEventListener("change", () => {
    const large = [...input.files].some((file) => file.size > 10 * 1024 * 1024);
    told.textContent = large ? words.file_too_large : "";
    if (large) input.value = "";
  });
}
