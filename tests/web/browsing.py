"""A person at the page without script: reads what stands there, fills fields, presses buttons."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import urlencode

from httpx2 import Response
from starlette.applications import Starlette
from starlette.testclient import TestClient

HERE = "http://127.0.0.1:3978"
VOID = {"meta", "link", "input", "img", "path", "br"}


@dataclass(eq=False)
class Element:
    tag: str
    attributes: dict[str, str]
    children: list[Element | str] = field(default_factory=list)
    files: list[tuple[str, bytes]] = field(default_factory=list)

    @property
    def text(self) -> str:
        whole = "".join(c if isinstance(c, str) else f" {c.text} " for c in self.children)
        return " ".join(whole.split())

    def all(self, *tags: str, **attributes: str) -> Iterator[Element]:
        for child in self.children:
            if isinstance(child, Element):
                wanted = {name.rstrip("_"): value for name, value in attributes.items()}
                if (not tags or child.tag in tags) and wanted.items() <= child.attributes.items():
                    yield child
                yield from child.all(*tags, **attributes)

    def one(self, *tags: str, **attributes: str) -> Element:
        return next(self.all(*tags, **attributes))


class Reader(HTMLParser):
    """Builds the elements of a page, and trusts it to be well-formed."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.root = Element("", {})
        self.open = [self.root]
        self.feed(html)
        assert [element.tag for element in self.open] == [""]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs})
        self.open[-1].children.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            assert self.open.pop().tag == tag

    def handle_data(self, data: str) -> None:
        self.open[-1].children.append(data)


class Visitor:
    """`who` in `room`, as the page calls them."""

    def __init__(self, app: Starlette, who: str = "aino", room: str = "chat") -> None:
        self.client = TestClient(app, HERE, raise_server_exceptions=False)
        self.page = Element("", {})
        self.response: Response
        self.goes(f"/?who={who}&room={room}")

    # What the person does

    def goes(self, address: str) -> str:
        return self.shows(self.client.get(address))

    def follows(self, label: str) -> str:
        link = next(a for a in self.page.all("a") if a.text.startswith(label))
        return self.goes(link.attributes["href"])

    def fills(self, label: str, value: str) -> None:
        field = self.field(label)
        if field.tag == "select":
            for option in field.all("option"):
                option.attributes.pop("selected", None)
            next(o for o in field.all("option") if o.text == value).attributes["selected"] = ""
        else:
            field.attributes["value"] = value
            field.children = [value]

    def picks(self, question: str, *labels: str) -> None:
        """Mark radio buttons or boxes under a question."""
        for choice in self.question(question).all("label"):
            if choice.text in labels:
                choice.one("input").attributes["checked"] = ""

    def attaches(self, label: str, *files: tuple[str, bytes]) -> None:
        self.field(label).files = list(files)

    def presses(self, label: str) -> str:
        form, button = self.button(label)
        return self.sends(form, button)

    def says(self, words: str) -> str:
        form = self.page.one("form", class_="composer")
        form.one("textarea").children = [words]
        return self.sends(form, form.one("button"))

    # What the person sees

    @property
    def sees(self) -> str:
        return self.page.one("main").text

    @property
    def title(self) -> str:
        return self.page.one("title").text

    def buttons(self) -> list[str]:
        return [button.text for button in self.page.one("main").all("button")]

    def value(self, label: str) -> str:
        field = self.field(label)
        return field.text if field.tag == "textarea" else field.attributes.get("value", "")

    def picked(self, question: str) -> list[str]:
        choices = self.question(question).all("label", class_="choice")
        return [c.text for c in choices if "checked" in c.one("input").attributes]

    # How it travels

    def shows(self, response: Response) -> str:
        self.response = response
        if "html" in response.headers.get("content-type", ""):
            self.page = Reader(response.text).root
            return self.sees
        return response.text

    def field(self, label: str) -> Element:
        named = next(each for each in self.page.all("label") if each.text.startswith(label))
        return self.page.one(id=named.attributes["for"])

    def question(self, question: str) -> Element:
        groups = self.page.all("fieldset", "ul")
        return next(each for each in groups if question in each.text.split("?")[0] + "?")

    def button(self, label: str) -> tuple[Element, Element]:
        for form in self.page.all("form"):
            for button in form.all("button"):
                if button.text == label or button.text.startswith(f"{label} :"):
                    return form, button
        raise LookupError(f"no button {label!r} among {self.buttons()}")

    def sends(self, form: Element, button: Element | None = None) -> str:
        fields = list(values(form))
        if button is not None and "name" in button.attributes:
            fields.append((button.attributes["name"], button.attributes["value"]))
        return self.shows(self.post(form, fields))

    def post(self, form: Element, fields: list[tuple[str, str]]) -> Response:
        action = form.attributes["action"]
        if "enctype" not in form.attributes:
            kind = {"content-type": "application/x-www-form-urlencoded"}
            return self.client.post(action, content=urlencode(fields), headers=kind)
        data: dict[str, list[str]] = {}
        for name, value in fields:
            data.setdefault(name, []).append(value)
        files = [
            (each.attributes["name"], file)
            for each in form.all("input", type="file")
            for file in each.files or [("", b"")]
        ]
        return self.client.post(action, data=data, files=files or [("none", ("", b""))])


def values(form: Element) -> Iterator[tuple[str, str]]:
    for each in form.all("input", "select", "textarea"):
        name, kind = each.attributes.get("name", ""), each.attributes.get("type", "")
        if each.tag == "textarea":
            yield name, "".join(c for c in each.children if isinstance(c, str))
        elif each.tag == "select":
            options = list(each.all("option"))
            chosen = [o for o in options if "selected" in o.attributes] or options[:1]
            yield name, chosen[0].attributes["value"]
        elif kind in ("radio", "checkbox"):
            if "checked" in each.attributes:
                yield name, each.attributes["value"]
        elif kind != "file":
            yield name, each.attributes.get("value", "")
