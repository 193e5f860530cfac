"""How a notebook's outputs become part of a static page: a plug-in of myst-nb."""

from myst_nb.core.render import MimeData, NbElementRenderer

from ..widgets.stored import MIME, restore
from .figures import inline_svg
from .pages import anchor, keep, placeholder


class Renderer(NbElementRenderer):
    """Mounts the course's widgets as the notebook stores them; puts figures in the theme's colours."""

    def __init__(self, renderer, logger):
        super().__init__(renderer, logger)
        self.models = {}  # {id: widget} of this page

    def warn(self, message, data):
        self.logger.warning(message, subtype="widget", line=data.line)
        return []

    def render_mime_type(self, data: MimeData):
        if data.mime_type == MIME:
            return self.render_widget(data)
        return super().render_mime_type(data)

    def render_widget(self, data: MimeData):
        """The place of one of the course's widgets. Two views of one widget share it, so they show the same."""
        id_ = data.content["id"]
        try:
            widget = restore(data.content)
        except Exception as error:
            return self.warn(f"the widget {id_} cannot be made: {error}", data)
        name = "" if id_ in self.models else anchor(id_)  # no name twice on a page
        first = self.models.setdefault(id_, widget)
        if first.public_state() != widget.public_state():
            return self.warn(
                f"the widget {id_} is shown twice, with two states: make a second one", data
            )
        return [placeholder(id_, first, name)]

    def render_widget_view(self, data: MimeData):
        """What only a kernel can show. Beside it, or in its place, a notebook stores what a page can show."""
        _, outputs = self.renderer.nb_client.code_cell_outputs(data.cell_index)
        if MIME in outputs[data.output_index]["data"]:
            return []
        return self.warn("a widget is shown that only a kernel knows: run `make notebooks`", data)

    def render_image(self, data: MimeData):
        if data.mime_type != "image/svg+xml":
            return super().render_image(data)
        alt = data.output_metadata.get("image/svg+xml", {}).get("alt", "")
        return [inline_svg(data.string, f"c{data.cell_index}o{data.output_index}-", alt)]

    def render_nb_finalise(self, metadata):
        """Keep the page's widgets; the widget manager that myst-nb would load is not needed."""
        env = self.renderer.sphinx_env
        try:
            keep(env, env.docname, self.models)
        except KeyError as error:
            self.logger.warning(error.args[0], subtype="widget")
