"""Where the chapters are, for a widget that leads to them."""

from .. import course


def links(numbers):
    """{chapter number as text: address from any page of the book}: what a notebook cannot know, and a page does."""
    return {str(number): course.CHAPTERS[number].href for number in numbers}
