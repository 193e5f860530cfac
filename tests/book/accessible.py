"""Whether everybody can use a page, as far as axe can tell, and which part of a long page axe has to look at."""

from pages import ROOT

AXE = (ROOT / "node_modules/axe-core/axe.min.js").read_text("utf-8")

# Code and formulas are thousands of spans of the same few looks, and axe takes its time for each. A block that shows
# nothing new becomes one piece, in the size it had: code its plain text, a formula an empty box. What is folded away is
# one look, what is seen another.
KEEP_EACH_LOOK_ONCE = """() => {
    const clear = /^rgba.*, 0\\)$/;
    const ground = (one) => {
        const { backgroundColor } = getComputedStyle(one);
        return clear.test(backgroundColor) && one.parentElement ? ground(one.parentElement) : backgroundColor;
    };
    const said = (one) => [...one.attributes]
        .filter(({ name }) => !["class", "style", "id"].includes(name))
        .map(({ name, value }) => `${name}=${value}`);
    const look = (one) => {
        const { color, opacity, visibility, fontSize, fontWeight, textDecorationLine } = getComputedStyle(one);
        const style = [color, opacity, visibility, fontSize, fontWeight, textDecorationLine];
        return [one.localName, one.checkVisibility(), ...style, ground(one), ...said(one)].join();
    };
    const shrink = (block) => {
        if (block.matches("pre")) {
            block.textContent = block.textContent;
        } else {
            const { width, height } = block.getBoundingClientRect();
            const most = block.closest(".katex-display") ? "none" : "100%";
            block.style = `display: inline-block; width: ${width}px; height: ${height}px; max-width: ${most}`;
            block.replaceChildren();
        }
    };
    const seen = new Set(), known = [];
    for (const block of document.querySelectorAll("pre, .katex")) {
        const looks = [...block.querySelectorAll("*")].map(look);
        if (looks.every((one) => seen.has(one))) known.push(block);
        looks.forEach((one) => seen.add(one));
    }
    known.forEach(shrink);
}"""

RUN_AXE = """async (which) => {
    const standard = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
    const settled = axe.getRules(standard).filter(({ tags }) => !tags.includes("experimental"));
    const colours = settled.filter(({ tags }) => tags.includes("cat.color")).map((rule) => rule.ruleId);
    const runOnly = which === "colours" ? colours : standard;
    const preload = location.protocol === "http:";  // it would fetch the styles, which a file may not
    const { violations } = await axe.run(document, { runOnly, preload, resultTypes: ["violations"] });
    const place = (node) => `${node.target} ${node.html.slice(0, 120)}`;
    return violations.map(({ id, help, nodes }) => `${id}: ${help} ${nodes.slice(0, 3).map(place).join(" | ")}`);
}"""


def assert_accessible(tab, width, theme, rules):
    """No violation of WCAG 2.2 AA, and of what is good practice beside it, that axe can find.

    It is the last thing that is asked of a page: some of its code and formulas are gone then.
    """
    tab.set_viewport_size({"width": width, "height": 900})
    tab.emulate_media(color_scheme=theme)
    tab.wait_for_function(
        "(theme) => document.documentElement.dataset.theme === theme"
        " && document.getAnimations().every((one) => one.playState !== 'running')",
        arg=theme,
    )
    if not tab.evaluate("'axe' in globalThis"):
        tab.evaluate(KEEP_EACH_LOOK_ONCE)
        tab.evaluate(AXE)
    found = tab.evaluate(RUN_AXE, rules)
    assert not found, "\n".join(found)
