const SVG = "http://www.w3.org/2000/svg"
type Attributes = Readonly<Record<string, string>>

/** An element with classes and attributes, put at the end of a parent. */
export function make(
  parent: Element,
  tag: "div" | "span",
  className: string,
  attributes: Attributes = {},
): HTMLElement {
  const node = document.createElement(tag)
  node.className = className
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value)
  parent.append(node)
  return node
}

/** The same in SVG. */
export function makeSvg(
  parent: Element,
  tag: "svg" | "path" | "g" | "text" | "line",
  attributes: Attributes,
): SVGElement {
  const node = document.createElementNS(SVG, tag)
  put(node, attributes)
  parent.append(node)
  return node
}

/** Sets attributes; those that are as they should be are left alone. */
export function put(node: Element, attributes: Attributes): void {
  for (const [name, value] of Object.entries(attributes))
    if (node.getAttribute(name) !== value) node.setAttribute(name, value)
}

/** Sets an attribute, or takes it away. */
export function putOrDrop(node: Element, name: string, value: string | null): void {
  if (value === null) node.removeAttribute(name)
  else if (node.getAttribute(name) !== value) node.setAttribute(name, value)
}
