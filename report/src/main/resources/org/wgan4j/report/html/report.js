(function () {
  "use strict";
  var film = document.getElementById("film");
  var shown = document.getElementById("shown");
  if (!film || !shown) { return; }
  var thumbnails = Array.prototype.slice.call(film.getElementsByTagName("img"));
  var picture = shown.getElementsByTagName("img")[0];
  var caption = shown.getElementsByTagName("figcaption")[0];
  var slider = document.getElementById("slider");
  var handle = slider.getElementsByTagName("input")[0];
  function show(number) {
    var chosen = thumbnails[number];
    thumbnails.forEach(function (thumbnail) { thumbnail.classList.toggle("shown", thumbnail === chosen); });
    picture.src = chosen.src;
    picture.alt = chosen.alt;
    caption.textContent = chosen.title;
    handle.value = String(number);
    handle.setAttribute("aria-valuetext", chosen.title);
    film.scrollLeft = chosen.offsetLeft - film.offsetLeft - (film.clientWidth - chosen.offsetWidth) / 2;
  }
  thumbnails.forEach(function (thumbnail, number) {
    thumbnail.addEventListener("click", function () { show(number); });
  });
  handle.addEventListener("input", function () { show(Number(handle.value)); });
  film.classList.add("live");
  slider.hidden = false;
  show(thumbnails.length - 1);
}());
