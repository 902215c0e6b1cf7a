// Only browsers without JavaScript modules run this, so it is written in the language they know.
(function () {
  var language = /[?&]lang=(da|en)(&|$)/.exec(location.search);
  var shell = document.getElementById("shell");
  if (language) {
    document.documentElement.lang = language[1];
    shell.setAttribute("data-only", language[1]);
  }
  shell.setAttribute("data-state", "unsupported");
})();
