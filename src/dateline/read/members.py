"""The names of what lies in archives, made harmless."""

from pathlib import PurePosixPath


def member_name(name: str) -> str | None:
    """The name of a member without root, drive and `..`; None for what folders pass over too: hidden files, and Macs' by-files.

    Characters that cannot be shown become U+FFFD: names go to terminals, into ids and JSON.
    """
    parts = [part for part in name.replace("\\", "/").split("/") if part not in ("", ".", "..")]
    if parts and len(parts[0]) == 2 and parts[0][1] == ":":
        parts = parts[1:]
    if not parts or parts[0] == "__MACOSX" or any(part.startswith(".") for part in parts):
        return None
    return "".join(letter if letter.isprintable() else "\ufffd" for letter in "/".join(parts))


class Names:
    """Gives each member of an archive a name of its own: a second `a.html` is `a~2.html`."""

    def __init__(self, archive: str) -> None:
        """`archive` is the name that all of them begin with."""
        self._archive = archive
        self._count: dict[str, int] = {}

    def of(self, name: str) -> str | None:
        """The full name of a member; None for one to pass over."""
        inside = member_name(name)
        if inside is None:
            return None
        count = self._count[inside] = self._count.get(inside, 0) + 1
        path = PurePosixPath(self._archive, inside)
        return (path if count == 1 else path.with_name(f"{path.stem}~{count}{path.suffix}")).as_posix()
