/* The sign in a browser. Written for the old browsers of television sets: ECMAScript 5, no library.

   The desk sends the whole state again and again; what is shown depends on the last state and the clock alone.
   Times are the desk's: the page measures how its own steady clock lies to it, by the quickest message of late. */
(function () {
  'use strict';
  var REOPEN = 30, SILENCE = 180, REPORT = 15, OFFSETS = 30, LEAP = 5, SWAP = 2, LOADING = 10, NEW_PAGE = 60;
  var canvas = document.getElementById('sign'), pen = canvas.getContext('2d');
  var words = document.getElementById('words');
  var source = null, opened = -1e9, heard = -1e9, heardWall = 0, ahead = [], base = null;
  var state = null, loaded = null, loading = null, wanted = 0, drawn = '', reported = {}, reloading = false;

  function steady() {
    return (window.performance && performance.now ? performance.now() : Date.now()) / 1000;
  }

  /* How late it is at the desk; its messages may come late, but never early. */
  function deskTime() { return steady() - Math.min.apply(null, ahead); }

  /* Nothing may stay on when nobody knows any more whether it still belongs there; words that name nobody may,
     where the desk said so as it closed. */
  function isSilent() {
    if (state && state.stays) { return false; }
    var since = steady() - heard, wall = Date.now() / 1000 - heardWall;
    return since > SILENCE || Math.abs(wall - since) > LEAP;
  }

  function listen() {
    if (source) { source.close(); }
    opened = steady();
    source = new EventSource('events');
    source.onmessage = function (message) { take(JSON.parse(message.data)); };
  }

  function take(news) {
    if (base === null || Math.abs(news.base - base) > 2) { ahead = []; }
    base = news.base;
    heard = steady();
    heardWall = Date.now() / 1000;
    ahead = ahead.concat(heard - news.now).slice(-OFFSETS);
    if (news.page !== document.documentElement.getAttribute('data-page') && !reloading) {
      reloading = true;
      setTimeout(function () { location.reload(); }, NEW_PAGE * 1000);
    }
    if (!state || state.programme !== news.programme) { wanted = heard; }
    state = news;
    if (!loaded || loaded.programme !== news.programme) { fetchPictures(news); }
    tick();
  }

  function fetchPictures(news) {
    var young = loading && loading.programme === news.programme && steady() - loading.at < LOADING;
    if (young && !loading.failed) { return; }
    var batch = loading = {
      programme: news.programme, at: steady(), images: [], missing: news.pictures, failed: false
    };
    function arrived() {
      batch.missing -= 1;
      if (batch.missing === 0 && batch === loading) { loaded = batch; loading = null; drawn = ''; tick(); }
    }
    for (var number = 0; number < news.pictures; number += 1) {
      var image = new Image();
      image.onload = arrived;
      image.onerror = function () { batch.failed = true; };
      image.src = 'picture/' + news.programme + '/' + number + '.png?viewer=' + news.viewer;
      batch.images.push(image);
    }
  }

  /* Those frames whose time is not over. */
  function framesNow() {
    var now = deskTime();
    return state.frames.filter(function (frame) { return frame.until === null || now < frame.until; });
  }

  function placeIn(frames, seconds) {
    if (frames.length === 1) { return { frame: frames[0], since: seconds }; }
    var length = frames.reduce(function (sum, frame) { return sum + frame.dwell; }, 0), rest = seconds % length;
    for (var number = 0; number < frames.length; number += 1) {
      if (rest < frames[number].dwell) { return { frame: frames[number], since: rest }; }
      rest -= frames[number].dwell;
    }
    return { frame: frames[0], since: 0 };
  }

  function offsetOf(band, seconds) {
    if (!band.speed) { return 0; }
    var moving = Math.max(0, seconds % (state.hold + band.width / band.speed) - state.hold);
    return Math.floor(moving * band.speed) % band.width;
  }

  function fit() {
    var dots = window.devicePixelRatio || 1;
    var scale = Math.min(innerWidth * dots / canvas.width, innerHeight * dots / canvas.height);
    if (scale >= 3) { scale = Math.floor(scale); }
    canvas.className = scale >= 3 ? 'large' : '';
    function centred(room, size) { return Math.floor((room * dots - size * scale) / 2) / dots + 'px'; }
    canvas.style.width = canvas.width * scale / dots + 'px';
    canvas.style.height = canvas.height * scale / dots + 'px';
    canvas.style.left = centred(innerWidth, canvas.width);
    canvas.style.top = centred(innerHeight, canvas.height);
  }

  function paint(place, images) {
    var offsets = place ? place.frame.bands.map(function (band) { return offsetOf(band, place.since); }) : [];
    var key = place ? [state.programme, state.frames.indexOf(place.frame)].concat(offsets).join() : 'dark';
    if (key === drawn) { return; }
    drawn = key;
    if (canvas.width !== state.width || canvas.height !== state.height) {
      canvas.width = state.width;
      canvas.height = state.height;
    }
    fit();
    pen.fillStyle = '#000';
    pen.fillRect(0, 0, canvas.width, canvas.height);
    offsets.forEach(function (offset, number) {
      var band = place.frame.bands[number], image = images[band.picture];
      pen.drawImage(image, -offset, band.top);
      if (band.speed && band.width - offset < canvas.width) {
        pen.drawImage(image, band.width - offset, band.top);
      }
    });
  }

  /* The words themselves stand in where their picture does not come; as text, so nothing in them is markup. */
  function write(text) {
    if (words.textContent !== text) { words.textContent = text; }
    words.style.color = state.colour;
    words.hidden = text === '';
    canvas.hidden = text !== '';
  }

  function tick() {
    if (!state) { return; }
    var frames = isSilent() ? [] : framesNow();
    var place = frames.length ? placeIn(frames, Math.max(0, deskTime() - state.began)) : null;
    var current = loaded && loaded.programme === state.programme;
    if (current || !place) {
      write('');
      paint(place, current ? loaded.images : []);
    } else if (steady() - wanted > SWAP) {
      write(place.frame.words.join('\n'));
      drawn = '';
    }
    canvas.setAttribute('aria-label', place ? place.frame.words.join(' ') : '');
    if (current && frames.length === state.frames.length && !isSilent()) { report(); }
  }

  /* Tell the desk what stands here: a HEAD request for its picture. */
  function report() {
    var about = state.programme + state.viewer;
    if (reported.about === about && steady() - reported.at < REPORT) { return; }
    reported = { about: about, at: steady() };
    var request = new XMLHttpRequest();
    request.open('HEAD', 'picture/' + state.programme + '/0.png?viewer=' + state.viewer);
    request.send();
  }

  function watch() {
    if (steady() - Math.max(heard, opened) > REOPEN || (source.readyState === 2 && steady() - opened > 3)) {
      listen();
    }
    tick();
  }

  function animate() {
    tick();
    window.requestAnimationFrame(animate);
  }

  window.addEventListener('resize', function () { drawn = ''; tick(); });
  setInterval(watch, 1000);
  listen();
  animate();
}());
