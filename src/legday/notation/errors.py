"""What is wrong with a set line: at which character, what stands there, what would have been accepted."""


class SetSyntaxError(ValueError):
    """A set line can't be read.

    `text` is the whole line, `column` the character from 1, `expected` what would have been accepted there in
    words, most useful first, each with an example in quotes; it is empty where the line reads well but makes
    no sense.
    """

    def __init__(self, text: str, column: int, problem: str, expected: tuple[str, ...] = ()) -> None:
        self.text = text
        self.column = column
        self.expected = expected
        before = text[: column - 1]
        shown = before if len(before) <= 24 else f"…{before[-23:]}"
        super().__init__(f"at character {column}{f', after {shown!r}' if before.strip() else ''}: {problem}")

    def pointer(self) -> str:
        """Return the line with a caret under the character; of a long line, the part around it."""
        start = max(0, self.column - 61)
        line = "".join(" " if character.isspace() else character for character in self.text[start : start + 100])
        return f"{line}\n{' ' * (self.column - 1 - start)}^"
