// Inside a frame of the city's own page: tells the page around it how tall it is. Nothing else leaves the frame.

const tell = (fresh) => {
  const height = Math.ceil(document.documentElement.getBoundingClientRect().height);
  parent.postMessage({ okienko: "height", height, fresh }, "*");
};

if (parent !== window) {
  tell(true);
  new ResizeObserver(() => tell(false)).observe(document.documentElement);
}
