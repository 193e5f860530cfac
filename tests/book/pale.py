"""Texts that are too pale to be read where they stand."""

# Texts, in HTML and in pictures, whose contrast with what is behind them is below 4.5. Where nothing is painted that is
# the ground; on paper a background is only painted if it says so.
PALE = """(ground) => {
  const channel = (v) => (v / 255 <= 0.04045 ? v / 255 / 12.92 : ((v / 255 + 0.055) / 1.055) ** 2.4);
  const pixel = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
  const light = (colour) => {
    pixel.fillStyle = colour;
    pixel.fillRect(0, 0, 1, 1);
    const [r, g, b] = [...pixel.getImageData(0, 0, 1, 1).data].map(channel);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05;
  };
  const painted = ({ backgroundColor: colour, printColorAdjust: adjust }) =>
    !/^rgba.*, 0\\)$/.test(colour) && (adjust === "exact" || !matchMedia("print").matches) && colour;
  const behind = (one) => (one ? painted(getComputedStyle(one)) || behind(one.parentElement) : ground);
  const contrast = (a, b) => Math.max(light(a) / light(b), light(b) / light(a));
  const shown = (one) => one.checkVisibility({ visibilityProperty: true }) && !one.closest(".mg-hidden");
  const said = (one) => [...one.childNodes].some((child) => child.nodeType === 3 && child.data.trim());
  const texts = [...document.querySelectorAll("main *")].filter((one) => shown(one) && said(one));
  return texts.map((one) => {
    const style = getComputedStyle(one), colour = one.closest("svg") ? style.fill : style.color;
    return [one.textContent.trim().slice(0, 30), one.className.baseVal ?? one.className, colour, behind(one)];
  }).filter(([, , colour, back]) => colour !== "none" && contrast(colour, back) < 4.5);
}"""
