// A signature drawn with finger, pen or mouse: the lines of the picture, neither pace nor pressure. Nobody needs it; without script it is not there.
const box = document.querySelector("[data-drawing]");

if (box) {
  const field = box.querySelector("canvas");
  const kept = box.querySelector("input");
  const pen = field.getContext("2d");
  let lines = [];
  let line = null;

  const at = (event) => {
    const edge = field.getBoundingClientRect();
    const scale = (value, size, most) => Math.max(0, Math.min(most, Math.round((value / size) * most)));
    return [scale(event.clientX - edge.left, edge.width, field.width), scale(event.clientY - edge.top, edge.height, field.height)];
  };

  const paint = () => {
    pen.clearRect(0, 0, field.width, field.height);
    pen.lineWidth = 6;
    pen.lineCap = pen.lineJoin = "round";
    pen.strokeStyle = getComputedStyle(field).color;
    for (const points of lines) {
      pen.beginPath();
      points.forEach(([x, y], i) => (i ? pen.lineTo(x, y) : pen.moveTo(x, y)));
      pen.stroke();
    }

    kept.value = lines.filter((points) => points.length > 1).map((points) => points.map((point) => point.join(",")).join(" ")).join(";");
  };

  field.addEventListener("pointerdown", (event) => {
    event.preventDefault();
    field.setPointerCapture(event.pointerId);
    lines.push((line = [at(event)]));
  });
  field.addEventListener("pointermove", (event) => {
    const point = line && at(event);
    const before = line && line[line.length - 1];
    if (point && (point[0] !== before[0] || point[1] !== before[1]) && lines.flat().length < 3900) {
      line.push(point);
      paint();
    }
  });
  for (const end of ["pointerup", "pointercancel"]) {
    field.addEventListener(end, () => (line = null));
  }

  box.querySelector("button").addEventListener("click", () => {
    lines = [];
    paint();
  });
  box.hidden = false;
}
