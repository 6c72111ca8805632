// Makes a chosen photograph small before it is sent, so that a village line carries it, and shows it. The server draws
// it anew in any case: without this file the whole photograph is sent.
(function () {
  "use strict";
  function shrink(input) {
    const file = input.files[0];
    const shown = input.parentElement.querySelector("canvas");
    if (!file || !window.createImageBitmap) return;
    createImageBitmap(file, { imageOrientation: "from-image" }).then(function (picture) {
      const longest = Number(input.dataset.photo);
      const share = Math.min(1, longest / Math.max(picture.width, picture.height));
      shown.width = Math.round(picture.width * share);
      shown.height = Math.round(picture.height * share);
      const pen = shown.getContext("2d");
      pen.fillStyle = "#fff";
      pen.fillRect(0, 0, shown.width, shown.height);
      pen.drawImage(picture, 0, 0, shown.width, shown.height);
      picture.close();
      shown.hidden = false;
      shown.toBlob(function (small) {
        // Somebody may have chosen another one meanwhile.
        if (!small || input.files[0] !== file || small.size >= file.size) return;
        const carried = new DataTransfer();
        carried.items.add(new File([small], "foto.jpg", { type: "image/jpeg" }));
        input.files = carried.files;
      }, "image/jpeg", 0.8);
    }, function () {
      // No photograph that this browser can open: the server says so in words.
      shown.hidden = true;
    });
  }
  document.querySelectorAll("input[data-photo]").forEach(function (input) {
    input.addEventListener("change", function () { shrink(input); });
  });
})();
