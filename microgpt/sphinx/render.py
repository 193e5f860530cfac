"""How a notebook's outputs become part of a static page: a plug-in of myst-nb."""

from docutils import nodes
from myst_nb.core.render import WIDGET_STATE_MIMETYPE, MimeData, NbElementRenderer

from .figures import inline_svg
from .pages import keep, placeholder, widget_class

NOTE = "Where this notebook runs, you can move this. Here it stands still at "
PREFERRED = ["image/svg+xml", "image/png", "text/html", "text/plain"]


class Renderer(NbElementRenderer):
    """Mounts the course's widgets; shows other widgets' stored picture; puts figures in the theme's colours."""

    def stored(self):
        """{model id: what the notebook stores of it}."""
        saved = self.renderer.nb_client.nb_metadata.get("widgets", {})
        return saved.get(WIDGET_STATE_MIMETYPE, {}).get("state", {})

    def widget(self, model_id):
        """The course's widget with this id, made anew from its stored state: a state its class rejects is an error."""
        state = self.stored()[model_id]["state"]
        make = widget_class(state["_anywidget_id"])
        return make(
            **{name: value for name, value in state.items() if name in make.public_traits()}
        )

    def render_widget_view(self, data: MimeData):
        return self.show(data.content["model_id"], data)

    def show(self, model_id, data):
        model = self.stored().get(model_id)
        if model is None:
            self.logger.warning(
                f"the notebook stores no model {model_id}: run `make notebooks`",
                subtype="widget",
                line=data.line,
            )
            return []
        if model["model_module"] == "anywidget":
            try:
                return [placeholder(model_id, self.widget(model_id))]
            except Exception as error:
                self.logger.warning(
                    f"the widget {model_id} cannot be made: {error}",
                    subtype="widget",
                    line=data.line,
                )
                return []
        if model["model_name"] == "OutputModel":
            return self.show_output(model["state"]["outputs"], data)
        state = model["state"]
        shown = [
            node
            for child in state.get("children", [])
            for node in self.show(child.removeprefix("IPY_MODEL_"), data)
        ]
        if "value" in state and state.get("description"):
            shown.append(
                nodes.inline(
                    "", f"{state['description']} = {state['value']}", classes=["mg-setting"]
                )
            )
        settings = [node for node in shown if isinstance(node, nodes.inline)]
        if settings and len(shown) > len(
            settings
        ):  # the box of an `interact`: one line says where it can be moved
            rest = [node for node in shown if node not in settings]
            line = nodes.paragraph("", NOTE, classes=["mg-stored-note"])
            for i, setting in enumerate(settings):
                line += [nodes.Text(", ")] * (i > 0) + [setting]
            line += nodes.Text(".")
            return [*rest, line]
        return shown

    def show_output(self, outputs, data):
        """What an `Output` widget held when the notebook was saved."""
        box = nodes.container(classes=["mg-stored"])
        for output in outputs:
            if output["output_type"] == "stream":
                box += self.render_stdout(output, data.cell_metadata, data.cell_index, data.line)
            elif output["output_type"] in ("display_data", "execute_result"):
                mime = next((m for m in PREFERRED if m in output["data"]), None)
                if mime:
                    content = output["data"][mime]
                    box += self.render_mime_type(
                        MimeData(
                            mime,
                            content,
                            data.cell_metadata,
                            output.get("metadata", {}),
                            data.cell_index,
                            data.output_index,
                            data.line,
                        )
                    )
        return [box]

    def render_image(self, data: MimeData):
        if data.mime_type != "image/svg+xml":
            return super().render_image(data)
        alt = data.output_metadata.get("image/svg+xml", {}).get("alt", "")
        return [inline_svg(data.string, f"c{data.cell_index}o{data.output_index}-", alt)]

    def render_nb_finalise(self, metadata):
        """Keep what the page's widgets are; the widget manager that myst-nb would load is not needed."""
        ids = [id_ for id_, model in self.stored().items() if model["model_module"] == "anywidget"]
        if ids:
            env = self.renderer.sphinx_env
            keep(env, env.docname, {id_: self.widget(id_) for id_ in ids})
