const bundleUrl = require('node:url').pathToFileURL(__filename).href;
('use strict');
var __create = Object.create;
var __defProp = Object.defineProperty;
var __getOwnPropDesc = Object.getOwnPropertyDescriptor;
var __getOwnPropNames = Object.getOwnPropertyNames;
var __getProtoOf = Object.getPrototypeOf,
  __hasOwnProp = Object.prototype.hasOwnProperty;
var __esm = (fn, res, err) => () => {
  if (err) throw err[0];
  try {
    return fn && (res = (0, fn[__getOwnPropNames(fn)[0]])((fn = 0))), res;
  } catch (e) {
    throw ((err = [e]), e);
  }
};
var __commonJS = (cb, mod) => () => {
  try {
    return mod || (0, cb[__getOwnPropNames(cb)[0]])((mod = { exports: {} }).exports, mod), mod.exports;
  } catch (e) {
    throw ((mod = 0), e);
  }
};
var __export = (target, all) => {
    for (var name in all) __defProp(target, name, { get: all[name], enumerable: !0 });
  },
  __copyProps = (to, from, except, desc) => {
    if ((from && typeof from == 'object') || typeof from == 'function')
      for (const key of __getOwnPropNames(from))
        !__hasOwnProp.call(to, key) &&
          key !== except &&
          __defProp(to, key, { get: () => from[key], enumerable: !(desc = __getOwnPropDesc(from, key)) || desc.enumerable });
    return to;
  };
var __toESM = (mod, isNodeMode, target) => (
    (target = mod != null ? __create(__getProtoOf(mod)) : {}),
    __copyProps(isNodeMode || !mod || !mod.__esModule ? __defProp(target, 'default', { value: mod, enumerable: !0 }) : target, mod)
  ),
  __toCommonJS = (mod) => __copyProps(__defProp({}, '__esModule', { value: !0 }), mod);
var require_ms = __commonJS({
  'node_modules/ms/index.js'(exports2, module2) {
    var s = 1e3,
      m = s * 60,
      h = m * 60,
      d = h * 24,
      w = d * 7,
      y = d * 365.25;
    module2.exports = (val, options) => {
      options = options || {};
      var type = typeof val;
      if (type === 'string' && val.length > 0) return parse2(val);
      if (type === 'number' && isFinite(val)) return options.long ? fmtLong(val) : fmtShort(val);
      throw new Error('val is not a non-empty string or a valid number. val=' + JSON.stringify(val));
    };
    function parse2(str) {
      if (((str = String(str)), !(str.length > 100))) {
        var match =
          /^(-?(?:\d+)?\.?\d+) *(milliseconds?|msecs?|ms|seconds?|secs?|s|minutes?|mins?|m|hours?|hrs?|h|days?|d|weeks?|w|years?|yrs?|y)?$/i.exec(
            str,
          );
        if (match) {
          var n = parseFloat(match[1]),
            type = (match[2] || 'ms').toLowerCase();
          switch (type) {
            case 'years':
            case 'year':
            case 'yrs':
            case 'yr':
            case 'y':
              return n * y;
            case 'weeks':
            case 'week':
            case 'w':
              return n * w;
            case 'days':
            case 'day':
            case 'd':
              return n * d;
            case 'hours':
            case 'hour':
            case 'hrs':
            case 'hr':
            case 'h':
              return n * h;
            case 'minutes':
            case 'minute':
            case 'mins':
            case 'min':
            case 'm':
              return n * m;
            case 'seconds':
            case 'second':
            case 'secs':
            case 'sec':
            case 's':
              return n * s;
            case 'milliseconds':
            case 'millisecond':
            case 'msecs':
            case 'msec':
            case 'ms':
              return n;
            default:
              return;
          }
        }
      }
    }
    function fmtShort(ms) {
      var msAbs = Math.abs(ms);
      return msAbs >= d
        ? Math.round(ms / d) + 'd'
        : msAbs >= h
          ? Math.round(ms / h) + 'h'
          : msAbs >= m
            ? Math.round(ms / m) + 'm'
            : msAbs >= s
              ? Math.round(ms / s) + 's'
              : ms + 'ms';
    }
    function fmtLong(ms) {
      var msAbs = Math.abs(ms);
      return msAbs >= d
        ? plural(ms, msAbs, d, 'day')
        : msAbs >= h
          ? plural(ms, msAbs, h, 'hour')
          : msAbs >= m
            ? plural(ms, msAbs, m, 'minute')
            : msAbs >= s
              ? plural(ms, msAbs, s, 'second')
              : ms + ' ms';
    }
    function plural(ms, msAbs, n, name) {
      var isPlural = msAbs >= n * 1.5;
      return Math.round(ms / n) + ' ' + name + (isPlural ? 's' : '');
    }
  },
});
var require_common = __commonJS({
  'node_modules/debug/src/common.js'(exports2, module2) {
    function setup(env) {
      (createDebug.debug = createDebug),
        (createDebug.default = createDebug),
        (createDebug.coerce = coerce),
        (createDebug.disable = disable),
        (createDebug.enable = enable),
        (createDebug.enabled = enabled),
        (createDebug.humanize = require_ms()),
        (createDebug.destroy = destroy),
        Object.keys(env).forEach((key) => {
          createDebug[key] = env[key];
        }),
        (createDebug.names = []),
        (createDebug.skips = []),
        (createDebug.formatters = {});
      function selectColor(namespace) {
        let hash = 0;
        for (let i = 0; i < namespace.length; i++) (hash = (hash << 5) - hash + namespace.charCodeAt(i)), (hash |= 0);
        return createDebug.colors[Math.abs(hash) % createDebug.colors.length];
      }
      createDebug.selectColor = selectColor;
      function createDebug(namespace) {
        let prevTime,
          enableOverride = null,
          namespacesCache,
          enabledCache;
        function debug(...args) {
          if (!debug.enabled) return;
          const self = debug,
            curr = Number(new Date()),
            ms = curr - (prevTime || curr);
          (self.diff = ms),
            (self.prev = prevTime),
            (self.curr = curr),
            (prevTime = curr),
            (args[0] = createDebug.coerce(args[0])),
            typeof args[0] != 'string' && args.unshift('%O');
          let index = 0;
          (args[0] = args[0].replace(/%([a-zA-Z%])/g, (match, format) => {
            if (match === '%%') return '%';
            index++;
            const formatter = createDebug.formatters[format];
            if (typeof formatter == 'function') {
              const val = args[index];
              (match = formatter.call(self, val)), args.splice(index, 1), index--;
            }
            return match;
          })),
            createDebug.formatArgs.call(self, args),
            (self.log || createDebug.log).apply(self, args);
        }
        return (
          (debug.namespace = namespace),
          (debug.useColors = createDebug.useColors()),
          (debug.color = createDebug.selectColor(namespace)),
          (debug.extend = extend),
          (debug.destroy = createDebug.destroy),
          Object.defineProperty(debug, 'enabled', {
            enumerable: !0,
            configurable: !1,
            get: () =>
              enableOverride !== null
                ? enableOverride
                : (namespacesCache !== createDebug.namespaces &&
                    ((namespacesCache = createDebug.namespaces), (enabledCache = createDebug.enabled(namespace))),
                  enabledCache),
            set: (v) => {
              enableOverride = v;
            },
          }),
          typeof createDebug.init == 'function' && createDebug.init(debug),
          debug
        );
      }
      function extend(namespace, delimiter) {
        const newDebug = createDebug(this.namespace + (typeof delimiter > 'u' ? ':' : delimiter) + namespace);
        return (newDebug.log = this.log), newDebug;
      }
      function enable(namespaces) {
        createDebug.save(namespaces), (createDebug.namespaces = namespaces), (createDebug.names = []), (createDebug.skips = []);
        const split = (typeof namespaces == 'string' ? namespaces : '').trim().replace(/\s+/g, ',').split(',').filter(Boolean);
        for (const ns of split) ns[0] === '-' ? createDebug.skips.push(ns.slice(1)) : createDebug.names.push(ns);
      }
      function matchesTemplate(search, template) {
        let searchIndex = 0,
          templateIndex = 0,
          starIndex = -1,
          matchIndex = 0;
        for (; searchIndex < search.length; )
          if (templateIndex < template.length && (template[templateIndex] === search[searchIndex] || template[templateIndex] === '*'))
            template[templateIndex] === '*'
              ? ((starIndex = templateIndex), (matchIndex = searchIndex), templateIndex++)
              : (searchIndex++, templateIndex++);
          else if (starIndex !== -1) (templateIndex = starIndex + 1), matchIndex++, (searchIndex = matchIndex);
          else return !1;
        for (; templateIndex < template.length && template[templateIndex] === '*'; ) templateIndex++;
        return templateIndex === template.length;
      }
      function disable() {
        const namespaces = [...createDebug.names, ...createDebug.skips.map((namespace) => '-' + namespace)].join(',');
        return createDebug.enable(''), namespaces;
      }
      function enabled(name) {
        for (const skip2 of createDebug.skips) if (matchesTemplate(name, skip2)) return !1;
        for (const ns of createDebug.names) if (matchesTemplate(name, ns)) return !0;
        return !1;
      }
      function coerce(val) {
        return val instanceof Error ? val.stack || val.message : val;
      }
      function destroy() {
        console.warn(
          'Instance method `debug.destroy()` is deprecated and no longer does anything. It will be removed in the next major version of `debug`.',
        );
      }
      return createDebug.enable(createDebug.load()), createDebug;
    }
    module2.exports = setup;
  },
});
var require_browser = __commonJS({
  'node_modules/debug/src/browser.js'(exports2, module2) {
    exports2.formatArgs = formatArgs;
    exports2.save = save;
    exports2.load = load;
    exports2.useColors = useColors;
    exports2.storage = localstorage();
    exports2.destroy = (() => {
      let warned = !1;
      return () => {
        warned ||
          ((warned = !0),
          console.warn(
            'Instance method `debug.destroy()` is deprecated and no longer does anything. It will be removed in the next major version of `debug`.',
          ));
      };
    })();
    exports2.colors = [
      '#0000CC',
      '#0000FF',
      '#0033CC',
      '#0033FF',
      '#0066CC',
      '#0066FF',
      '#0099CC',
      '#0099FF',
      '#00CC00',
      '#00CC33',
      '#00CC66',
      '#00CC99',
      '#00CCCC',
      '#00CCFF',
      '#3300CC',
      '#3300FF',
      '#3333CC',
      '#3333FF',
      '#3366CC',
      '#3366FF',
      '#3399CC',
      '#3399FF',
      '#33CC00',
      '#33CC33',
      '#33CC66',
      '#33CC99',
      '#33CCCC',
      '#33CCFF',
      '#6600CC',
      '#6600FF',
      '#6633CC',
      '#6633FF',
      '#66CC00',
      '#66CC33',
      '#9900CC',
      '#9900FF',
      '#9933CC',
      '#9933FF',
      '#99CC00',
      '#99CC33',
      '#CC0000',
      '#CC0033',
      '#CC0066',
      '#CC0099',
      '#CC00CC',
      '#CC00FF',
      '#CC3300',
      '#CC3333',
      '#CC3366',
      '#CC3399',
      '#CC33CC',
      '#CC33FF',
      '#CC6600',
      '#CC6633',
      '#CC9900',
      '#CC9933',
      '#CCCC00',
      '#CCCC33',
      '#FF0000',
      '#FF0033',
      '#FF0066',
      '#FF0099',
      '#FF00CC',
      '#FF00FF',
      '#FF3300',
      '#FF3333',
      '#FF3366',
      '#FF3399',
      '#FF33CC',
      '#FF33FF',
      '#FF6600',
      '#FF6633',
      '#FF9900',
      '#FF9933',
      '#FFCC00',
      '#FFCC33',
    ];
    function useColors() {
      if (typeof window < 'u' && window.process && (window.process.type === 'renderer' || window.process.__nwjs)) return !0;
      if (typeof navigator < 'u' && navigator.userAgent && navigator.userAgent.toLowerCase().match(/(edge|trident)\/(\d+)/)) return !1;
      let m;
      return (
        (typeof document < 'u' &&
          document.documentElement &&
          document.documentElement.style &&
          document.documentElement.style.WebkitAppearance) ||
        (typeof window < 'u' && window.console && (window.console.firebug || (window.console.exception && window.console.table))) ||
        (typeof navigator < 'u' &&
          navigator.userAgent &&
          (m = navigator.userAgent.toLowerCase().match(/firefox\/(\d+)/)) &&
          parseInt(m[1], 10) >= 31) ||
        (typeof navigator < 'u' && navigator.userAgent && navigator.userAgent.toLowerCase().match(/applewebkit\/(\d+)/))
      );
    }
    function formatArgs(args) {
      if (
        ((args[0] =
          (this.useColors ? '%c' : '') +
          this.namespace +
          (this.useColors ? ' %c' : ' ') +
          args[0] +
          (this.useColors ? '%c ' : ' ') +
          '+' +
          module2.exports.humanize(this.diff)),
        !this.useColors)
      )
        return;
      const c = 'color: ' + this.color;
      args.splice(1, 0, c, 'color: inherit');
      let index = 0,
        lastC = 0;
      args[0].replace(/%[a-zA-Z%]/g, (match) => {
        match !== '%%' && (index++, match === '%c' && (lastC = index));
      }),
        args.splice(lastC, 0, c);
    }
    exports2.log = console.debug || console.log || (() => {});
    function save(namespaces) {
      try {
        namespaces ? exports2.storage.setItem('debug', namespaces) : exports2.storage.removeItem('debug');
      } catch {}
    }
    function load() {
      let r;
      try {
        r = exports2.storage.getItem('debug') || exports2.storage.getItem('DEBUG');
      } catch {}
      return !r && typeof process < 'u' && 'env' in process && (r = process.env.DEBUG), r;
    }
    function localstorage() {
      try {
        return localStorage;
      } catch {}
    }
    module2.exports = require_common()(exports2);
    var { formatters } = module2.exports;
    formatters.j = (v) => {
      try {
        return JSON.stringify(v);
      } catch (error) {
        return '[UnexpectedJSONParseError]: ' + error.message;
      }
    };
  },
});
var require_has_flag = __commonJS({
  'node_modules/has-flag/index.js'(exports2, module2) {
    'use strict';
    module2.exports = (flag2, argv = process.argv) => {
      const prefix = flag2.startsWith('-') ? '' : flag2.length === 1 ? '-' : '--',
        position = argv.indexOf(prefix + flag2),
        terminatorPosition = argv.indexOf('--');
      return position !== -1 && (terminatorPosition === -1 || position < terminatorPosition);
    };
  },
});
var require_supports_color = __commonJS({
  'node_modules/supports-color/index.js'(exports2, module2) {
    'use strict';
    var os2 = require('os'),
      tty = require('tty'),
      hasFlag = require_has_flag(),
      { env } = process,
      flagForceColor;
    hasFlag('no-color') || hasFlag('no-colors') || hasFlag('color=false') || hasFlag('color=never')
      ? (flagForceColor = 0)
      : (hasFlag('color') || hasFlag('colors') || hasFlag('color=true') || hasFlag('color=always')) && (flagForceColor = 1);
    function envForceColor() {
      if ('FORCE_COLOR' in env)
        return env.FORCE_COLOR === 'true'
          ? 1
          : env.FORCE_COLOR === 'false'
            ? 0
            : env.FORCE_COLOR.length === 0
              ? 1
              : Math.min(Number.parseInt(env.FORCE_COLOR, 10), 3);
    }
    function translateLevel(level) {
      return level === 0 ? !1 : { level, hasBasic: !0, has256: level >= 2, has16m: level >= 3 };
    }
    function supportsColor(haveStream, { streamIsTTY, sniffFlags = !0 } = {}) {
      const noFlagForceColor = envForceColor();
      noFlagForceColor !== void 0 && (flagForceColor = noFlagForceColor);
      const forceColor = sniffFlags ? flagForceColor : noFlagForceColor;
      if (forceColor === 0) return 0;
      if (sniffFlags) {
        if (hasFlag('color=16m') || hasFlag('color=full') || hasFlag('color=truecolor')) return 3;
        if (hasFlag('color=256')) return 2;
      }
      if (haveStream && !streamIsTTY && forceColor === void 0) return 0;
      const min = forceColor || 0;
      if (env.TERM === 'dumb') return min;
      if (process.platform === 'win32') {
        const osRelease = os2.release().split('.');
        return Number(osRelease[0]) >= 10 && Number(osRelease[2]) >= 10586 ? (Number(osRelease[2]) >= 14931 ? 3 : 2) : 1;
      }
      if ('CI' in env)
        return ['TRAVIS', 'CIRCLECI', 'APPVEYOR', 'GITLAB_CI', 'GITHUB_ACTIONS', 'BUILDKITE', 'DRONE'].some((sign) => sign in env) ||
          env.CI_NAME === 'codeship'
          ? 1
          : min;
      if ('TEAMCITY_VERSION' in env) return /^(9\.(0*[1-9]\d*)\.|\d{2,}\.)/.test(env.TEAMCITY_VERSION) ? 1 : 0;
      if (env.COLORTERM === 'truecolor') return 3;
      if ('TERM_PROGRAM' in env) {
        const version2 = Number.parseInt((env.TERM_PROGRAM_VERSION || '').split('.')[0], 10);
        switch (env.TERM_PROGRAM) {
          case 'iTerm.app':
            return version2 >= 3 ? 3 : 2;
          case 'Apple_Terminal':
            return 2;
        }
      }
      return /-256(color)?$/i.test(env.TERM)
        ? 2
        : /^screen|^xterm|^vt100|^vt220|^rxvt|color|ansi|cygwin|linux/i.test(env.TERM) || 'COLORTERM' in env
          ? 1
          : min;
    }
    function getSupportLevel(stream, options = {}) {
      const level = supportsColor(stream, { streamIsTTY: stream && stream.isTTY, ...options });
      return translateLevel(level);
    }
    module2.exports = {
      supportsColor: getSupportLevel,
      stdout: getSupportLevel({ isTTY: tty.isatty(1) }),
      stderr: getSupportLevel({ isTTY: tty.isatty(2) }),
    };
  },
});
var require_node = __commonJS({
  'node_modules/debug/src/node.js'(exports2, module2) {
    var tty = require('tty'),
      util = require('util');
    exports2.init = init;
    exports2.log = log;
    exports2.formatArgs = formatArgs;
    exports2.save = save;
    exports2.load = load;
    exports2.useColors = useColors;
    exports2.destroy = util.deprecate(
      () => {},
      'Instance method `debug.destroy()` is deprecated and no longer does anything. It will be removed in the next major version of `debug`.',
    );
    exports2.colors = [6, 2, 3, 4, 5, 1];
    try {
      const supportsColor = require_supports_color();
      supportsColor &&
        (supportsColor.stderr || supportsColor).level >= 2 &&
        (exports2.colors = [
          20, 21, 26, 27, 32, 33, 38, 39, 40, 41, 42, 43, 44, 45, 56, 57, 62, 63, 68, 69, 74, 75, 76, 77, 78, 79, 80, 81, 92, 93, 98, 99,
          112, 113, 128, 129, 134, 135, 148, 149, 160, 161, 162, 163, 164, 165, 166, 167, 168, 169, 170, 171, 172, 173, 178, 179, 184, 185,
          196, 197, 198, 199, 200, 201, 202, 203, 204, 205, 206, 207, 208, 209, 214, 215, 220, 221,
        ]);
    } catch {}
    exports2.inspectOpts = Object.keys(process.env)
      .filter((key) => /^debug_/i.test(key))
      .reduce((obj, key) => {
        let prop = key
            .substring(6)
            .toLowerCase()
            .replace(/_([a-z])/g, (_, k) => k.toUpperCase()),
          val = process.env[key];
        return (
          /^(yes|on|true|enabled)$/i.test(val)
            ? (val = !0)
            : /^(no|off|false|disabled)$/i.test(val)
              ? (val = !1)
              : val === 'null'
                ? (val = null)
                : (val = Number(val)),
          (obj[prop] = val),
          obj
        );
      }, {});
    function useColors() {
      return 'colors' in exports2.inspectOpts ? !!exports2.inspectOpts.colors : tty.isatty(process.stderr.fd);
    }
    function formatArgs(args) {
      const { namespace: name, useColors: useColors2 } = this;
      if (useColors2) {
        const c = this.color,
          colorCode = '\x1B[3' + (c < 8 ? c : '8;5;' + c),
          prefix = `  ${colorCode};1m${name} \x1B[0m`;
        (args[0] =
          prefix +
          args[0]
            .split(`
`)
            .join(
              `
` + prefix,
            )),
          args.push(colorCode + 'm+' + module2.exports.humanize(this.diff) + '\x1B[0m');
      } else args[0] = getDate() + name + ' ' + args[0];
    }
    function getDate() {
      return exports2.inspectOpts.hideDate ? '' : new Date().toISOString() + ' ';
    }
    function log(...args) {
      return process.stderr.write(
        util.formatWithOptions(exports2.inspectOpts, ...args) +
          `
`,
      );
    }
    function save(namespaces) {
      namespaces ? (process.env.DEBUG = namespaces) : delete process.env.DEBUG;
    }
    function load() {
      return process.env.DEBUG;
    }
    function init(debug) {
      debug.inspectOpts = {};
      const keys2 = Object.keys(exports2.inspectOpts);
      for (let i = 0; i < keys2.length; i++) debug.inspectOpts[keys2[i]] = exports2.inspectOpts[keys2[i]];
    }
    module2.exports = require_common()(exports2);
    var { formatters } = module2.exports;
    formatters.o = function (v) {
      return (
        (this.inspectOpts.colors = this.useColors),
        util
          .inspect(v, this.inspectOpts)
          .split(`
`)
          .map((str) => str.trim())
          .join(' ')
      );
    };
    formatters.O = function (v) {
      return (this.inspectOpts.colors = this.useColors), util.inspect(v, this.inspectOpts);
    };
  },
});
var require_src = __commonJS({
  'node_modules/debug/src/index.js'(exports2, module2) {
    typeof process > 'u' || process.type === 'renderer' || process.browser === !0 || process.__nwjs
      ? (module2.exports = require_browser())
      : (module2.exports = require_node());
  },
});
var require_logger = __commonJS({
  'node_modules/@oclif/core/lib/logger.js'(exports2) {
    'use strict';
    var __importDefault = (exports2 && exports2.__importDefault) || ((mod) => (mod && mod.__esModule ? mod : { default: mod }));
    Object.defineProperty(exports2, '__esModule', { value: !0 });
    exports2.getLogger = getLogger;
    exports2.makeDebug = makeDebug;
    exports2.setLogger = setLogger;
    exports2.clearLoggers = clearLoggers;
    var debug_1$,
      debug_1$get = () => (debug_1$ ??= __importDefault(require_src())),
      OCLIF_NS = 'oclif';
    function makeLogger(namespace = OCLIF_NS) {
      const debug = (0, debug_1$get().default)(namespace);
      return {
        child: (ns, delimiter) => makeLogger(`${namespace}${delimiter ?? ':'}${ns}`),
        debug,
        error(formatter, ...args) {
          makeLogger(`${namespace}:error`).debug(formatter, ...args);
        },
        info: debug,
        namespace,
        trace: debug,
        warn: debug,
      };
    }
    var cachedLoggers = new Map();
    function getLogger(namespace) {
      let rootLogger = cachedLoggers.get('root');
      if ((rootLogger || set(makeLogger(OCLIF_NS)), (rootLogger = cachedLoggers.get('root')), namespace)) {
        const cachedLogger = cachedLoggers.get(namespace);
        if (cachedLogger) return cachedLogger;
        const logger = rootLogger.child(namespace);
        return cachedLoggers.set(namespace, logger), logger;
      }
      return rootLogger;
    }
    function ensureItMatchesInterface(newLogger) {
      return (
        typeof newLogger.child == 'function' &&
        typeof newLogger.debug == 'function' &&
        typeof newLogger.error == 'function' &&
        typeof newLogger.info == 'function' &&
        typeof newLogger.trace == 'function' &&
        typeof newLogger.warn == 'function' &&
        typeof newLogger.namespace == 'string'
      );
    }
    function set(newLogger) {
      cachedLoggers.has(newLogger.namespace) ||
        cachedLoggers.has('root') ||
        (ensureItMatchesInterface(newLogger)
          ? (cachedLoggers.set(newLogger.namespace, newLogger), cachedLoggers.set('root', newLogger))
          : process.emitWarning('Logger does not match the Logger interface. Using default logger.'));
    }
    function makeDebug(namespace) {
      return (formatter, ...args) => {
        getLogger(namespace).debug(formatter, ...args);
      };
    }
    function setLogger(loadOptions) {
      loadOptions && typeof loadOptions != 'string' && 'logger' in loadOptions && loadOptions.logger
        ? set(loadOptions.logger)
        : set(makeLogger(OCLIF_NS));
    }
    function clearLoggers() {
      cachedLoggers.clear();
    }
  },
});
var require_write = __commonJS({
  'node_modules/@oclif/core/lib/ux/write.js'(exports2) {
    'use strict';
    Object.defineProperty(exports2, '__esModule', { value: !0 });
    exports2.stderr = exports2.stdout = void 0;
    var node_util_1$,
      node_util_1$get = () => (node_util_1$ ??= require('node:util')),
      stdout = (str, ...args) => {
        !str && args
          ? console.log((0, node_util_1$get().format)(...args))
          : str
            ? console.log(
                typeof str == 'string' ? (0, node_util_1$get().format)(str, ...args) : (0, node_util_1$get().format)(...str, ...args),
              )
            : console.log();
      };
    exports2.stdout = stdout;
    var stderr = (str, ...args) => {
      !str && args
        ? console.error((0, node_util_1$get().format)(...args))
        : str
          ? console.error(
              typeof str == 'string' ? (0, node_util_1$get().format)(str, ...args) : (0, node_util_1$get().format)(...str, ...args),
            )
          : console.error();
    };
    exports2.stderr = stderr;
  },
});
var require_escape_string_regexp = __commonJS({
  'node_modules/escape-string-regexp/index.js'(exports2, module2) {
    'use strict';
    module2.exports = (string6) => {
      if (typeof string6 != 'string') throw new TypeError('Expected a string');
      return string6.replace(/[|\\{}()[\]^$+*?.]/g, '\\$&').replace(/-/g, '\\x2d');
    };
  },
});
var require_clean_stack = __commonJS({
  'node_modules/clean-stack/index.js'(exports2, module2) {
    'use strict';
    var os2 = require('os'),
      escapeStringRegexp = require_escape_string_regexp(),
      extractPathRegex = /\s+at.*[(\s](.*)\)?/,
      pathRegex =
        /^(?:(?:(?:node|(?:(?:node:)?internal\/[\w/]*|.*node_modules\/(?:babel-polyfill|pirates)\/.*)?\w+)(?:\.js)?:\d+:\d+)|native)/,
      homeDir = typeof os2.homedir > 'u' ? '' : os2.homedir();
    module2.exports = (stack, { pretty = !1, basePath } = {}) => {
      const basePathRegex = basePath && new RegExp(`(at | \\()${escapeStringRegexp(basePath)}`, 'g');
      return stack
        .replace(/\\/g, '/')
        .split(`
`)
        .filter((line) => {
          const pathMatches = line.match(extractPathRegex);
          if (pathMatches === null || !pathMatches[1]) return !0;
          const match = pathMatches[1];
          return match.includes('.app/Contents/Resources/electron.asar') || match.includes('.app/Contents/Resources/default_app.asar')
            ? !1
            : !pathRegex.test(match);
        })
        .filter((line) => line.trim() !== '')
        .map(
          (line) => (
            basePathRegex && (line = line.replace(basePathRegex, '$1')),
            pretty && (line = line.replace(extractPathRegex, (m, p1) => m.replace(p1, p1.replace(homeDir, '~')))),
            line
          ),
        )
        .join(`
`);
    };
  },
});
var require_indent_string = __commonJS({
  'node_modules/indent-string/index.js'(exports2, module2) {
    'use strict';
    module2.exports = (string6, count = 1, options) => {
      if (((options = { indent: ' ', includeEmptyLines: !1, ...options }), typeof string6 != 'string'))
        throw new TypeError(`Expected \`input\` to be a \`string\`, got \`${typeof string6}\``);
      if (typeof count != 'number') throw new TypeError(`Expected \`count\` to be a \`number\`, got \`${typeof count}\``);
      if (typeof options.indent != 'string')
        throw new TypeError(`Expected \`options.indent\` to be a \`string\`, got \`${typeof options.indent}\``);
      if (count === 0) return string6;
      const regex = options.includeEmptyLines ? /^/gm : /^(?!\s*$)/gm;
      return string6.replace(regex, options.indent.repeat(count));
    };
  },
});
var require_ansi_regex = __commonJS({
  'node_modules/ansi-regex/index.js'(exports2, module2) {
    'use strict';
    module2.exports = ({ onlyFirst = !1 } = {}) => {
      const pattern = [
        '[\\u001B\\u009B][[\\]()#;?]*(?:(?:(?:(?:;[-a-zA-Z\\d\\/#&.:=?%@~_]+)*|[a-zA-Z\\d]+(?:;[-a-zA-Z\\d\\/#&.:=?%@~_]*)*)?\\u0007)',
        '(?:(?:\\d{1,4}(?:;\\d{0,4})*)?[\\dA-PR-TZcf-ntqry=><~]))',
      ].join('|');
      return new RegExp(pattern, onlyFirst ? void 0 : 'g');
    };
  },
});
var require_strip_ansi = __commonJS({
  'node_modules/strip-ansi/index.js'(exports2, module2) {
    'use strict';
    var ansiRegex = require_ansi_regex();
    module2.exports = (string6) => (typeof string6 == 'string' ? string6.replace(ansiRegex(), '') : string6);
  },
});
var require_is_fullwidth_code_point = __commonJS({
  'node_modules/is-fullwidth-code-point/index.js'(exports2, module2) {
    'use strict';
    var isFullwidthCodePoint = (codePoint) =>
      Number.isNaN(codePoint)
        ? !1
        : codePoint >= 4352 &&
          (codePoint <= 4447 ||
            codePoint === 9001 ||
            codePoint === 9002 ||
            (11904 <= codePoint && codePoint <= 12871 && codePoint !== 12351) ||
            (12880 <= codePoint && codePoint <= 19903) ||
            (19968 <= codePoint && codePoint <= 42182) ||
            (43360 <= codePoint && codePoint <= 43388) ||
            (44032 <= codePoint && codePoint <= 55203) ||
            (63744 <= codePoint && codePoint <= 64255) ||
            (65040 <= codePoint && codePoint <= 65049) ||
            (65072 <= codePoint && codePoint <= 65131) ||
            (65281 <= codePoint && codePoint <= 65376) ||
            (65504 <= codePoint && codePoint <= 65510) ||
            (110592 <= codePoint && codePoint <= 110593) ||
            (127488 <= codePoint && codePoint <= 127569) ||
            (131072 <= codePoint && codePoint <= 262141));
    module2.exports = isFullwidthCodePoint;
    module2.exports.default = isFullwidthCodePoint;
  },
});
var require_emoji_regex = __commonJS({
  'node_modules/emoji-regex/index.js'(exports2, module2) {
    'use strict';
    module2.exports = () =>
      /\uD83C\uDFF4\uDB40\uDC67\uDB40\uDC62(?:\uDB40\uDC65\uDB40\uDC6E\uDB40\uDC67|\uDB40\uDC73\uDB40\uDC63\uDB40\uDC74|\uDB40\uDC77\uDB40\uDC6C\uDB40\uDC73)\uDB40\uDC7F|\uD83D\uDC68(?:\uD83C\uDFFC\u200D(?:\uD83E\uDD1D\u200D\uD83D\uDC68\uD83C\uDFFB|\uD83C[\uDF3E\uDF73\uDF93\uDFA4\uDFA8\uDFEB\uDFED]|\uD83D[\uDCBB\uDCBC\uDD27\uDD2C\uDE80\uDE92]|\uD83E[\uDDAF-\uDDB3\uDDBC\uDDBD])|\uD83C\uDFFF\u200D(?:\uD83E\uDD1D\u200D\uD83D\uDC68(?:\uD83C[\uDFFB-\uDFFE])|\uD83C[\uDF3E\uDF73\uDF93\uDFA4\uDFA8\uDFEB\uDFED]|\uD83D[\uDCBB\uDCBC\uDD27\uDD2C\uDE80\uDE92]|\uD83E[\uDDAF-\uDDB3\uDDBC\uDDBD])|\uD83C\uDFFE\u200D(?:\uD83E\uDD1D\u200D\uD83D\uDC68(?:\uD83C[\uDFFB-\uDFFD])|\uD83C[\uDF3E\uDF73\uDF93\uDFA4\uDFA8\uDFEB\uDFED]|\uD83D[\uDCBB\uDCBC\uDD27\uDD2C\uDE80\uDE92]|\uD83E[\uDDAF-\uDDB3\uDDBC\uDDBD])|\uD83C\uDFFD\u200D(?:\uD83E\uDD1D\u200D\uD83D\uDC68(?:\uD83C[\uDFFB\uDFFC])|\uD83C[\uDF3E\uDF73\uDF93\uDFA4\uDFA8\uDFEB\uDFED]|\uD83D[\uDCBB\uDCBC\uDD27\uDD2C\uDE80\uDE92]|\uD83E[\uDDAF-\uDDB3\uDDBC\uDDBD])|\u200D(?:\u2764\uFE0F\u200D(?:\uD83D\uDC8B\u200D)?\uD83D\uDC68|(?:\uD83D[\uDC68\uDC69])\u200D(?:\uD83D\uDC66\u200D\uD83D\uDC66|\uD83D\uDC67\u200D(?:\uD83D[\uDC66\uDC67]))|\uD83D\uDC66\u200D\uD83D\uDC66|\uD83D\uDC67\u200D(?:\uD83D[\uDC66\uDC67])|(?:\uD83D[\uDC68\uDC69])\u200D(?:\uD83D[\uDC66\uDC67])|[\u2695\u2696\u2708]\uFE0F|\uD83D[\uDC66\uDC67]|\uD83C[\uDF3E\uDF73\uDF93\uDFA4\uDFA8\uDFEB\uDFED]|\uD83D[\uDCBB\uDCBC\uDD27\uDD2C\uDE80\uDE92]|\uD83E[\uDDAF-\uDDB3\uDDBC\uDDBD])|(?:\uD83C\uDFFB\u200D[\u2695\u2696\u2708]|\uD83C\uDFFF\u200D[\u2695\u2696\u2708]|\uD83C\uDFFE\u200D[\u2695\u2696\u2708]|\uD83C\uDFFD\u200D[\u2695\u2696\u2708]|\uD83C\uDFFC\u200D[\u2695\u2696\u2708])\uFE0F|\uD83C\uDFFB\u200D(?:\uD83C[\uDF3E\uDF73\uDF93\uDFA4\uDFA8\uDFEB\uDFED]|\uD83D[\uDCBB\uDCBC\uDD27\uDD2C\uDE80\uDE92]|\uD83E[\uDDAF-\uDDB3\uDDBC\uDDBD])|\uD83C[\uDFFB-\uDFFF])|(?:\uD83E\uDDD1\uD83C\uDFFB\u200D\uD83E\uDD1D\u200D\uD83E\uDDD1|\uD83D\uDC69\uD83C\uDFFC\u200D\uD83E\uDD1D\u200D\uD83D\uDC69)\uD83C\uDFFB|\uD83E\uDDD1(?:\uD83C\uDFFF\u200D\uD83E\uDD1D\u200D\uD83E\uDDD1(?:\uD83C[\uDFFB-\uDFFF])|\u200D\uD83E\uDD1D\u200D\uD83E\uDDD1)|(?:\uD83E\uDDD1\uD83C\uDFFE\u200D\uD83E\uDD1D\u200D\uD83E\uDDD1|\uD83D\uDC69\uD83C\uDFFF\u200D\uD83E\uDD1D\u200D(?:\uD83D[\uDC68\uDC69]))(?:\uD83C[\uDFFB-\uDFFE])|(?:\uD83E\uDDD1\uD83C\uDFFC\u200D\uD83E\uDD1D\u200D\uD83E\uDDD1|\uD83D\uDC69\uD83C\uDFFD\u200D\uD83E\uDD1D\u200D\uD83D\uDC69)(?:\uD83C[\uDFFB\uDFFC])|\uD83D\uDC69(?:\uD83C\uDFFE\u200D(?:\uD83E\uDD1D\u200D\uD83D\uDC68(?:\uD83C[\uDFFB-\uDFFD\uDFFF])|\uD83C[\uDF3E\uDF73\uDF93\uDFA4\uDFA8\uDFEB\uDFED]|\uD83D[\uDCBB\uDCBC\uDD27\uDD2C\uDE80\uDE92]|\uD83E[\uDDAF-\uDDB3\uDDBC\uDDBD])|\uD83C\uDFFC\u200D(?:\uD83E\uDD1D\u200D\uD83D\uDC68(?:\uD83C[\uDFFB\uDFFD-\uDFFF])|\uD83C[\uDF3E\uDF73\uDF93\uDFA4\uDFA8\uDFEB\uDFED]|\uD83D[\uDCBB\uDCBC\uDD27\uDD2C\uDE80\uDE92]|\uD83E[\uDDAF-\uDDB3\uDDBC\uDDBD])|\uD83C\uDFFB\u200D(?:\uD83E\uDD1D\u200D\uD83D\uDC68(?:\uD83C[\uDFFC-\uDFFF])|\uD83C[\uDF3E\uDF73\uDF93\uDFA4\uDFA8\uDFEB\uDFED]|\uD83D[\uDCBB\uDCBC\uDD27\uDD2C\uDE80\uDE92]|\uD83E[\uDDAF-\uDDB3\uDDBC\uDDBD])|\uD83C\uDFFD\u200D(?:\uD83E\uDD1D\u200D\uD83D\uDC68(?:\uD83C[\uDFFB\uDFFC\uDFFE\uDFFF])|\uD83C[\uDF3E\uDF73\uDF93\uDFA4\uDFA8\uDFEB\uDFED]|\uD83D[\uDCBB\uDCBC\uDD27\uDD2C\uDE80\uDE92]|\uD83E[\uDDAF-\uDDB3\uDDBC\uDDBD])|\u200D(?:\u2764\uFE0F\u200D(?:\uD83D\uDC8B\u200D(?:\uD83D[\uDC68\uDC69])|\uD83D[\uDC68\uDC69])|\uD83C[\uDF3E\uDF73\uDF93\uDFA4\uDFA8\uDFEB\uDFED]|\uD83D[\uDCBB\uDCBC\uDD27\uDD2C\uDE80\uDE92]|\uD83E[\uDDAF-\uDDB3\uDDBC\uDDBD])|\uD83C\uDFFF\u200D(?:\uD83C[\uDF3E\uDF73\uDF93\uDFA4\uDFA8\uDFEB\uDFED]|\uD83D[\uDCBB\uDCBC\uDD27\uDD2C\uDE80\uDE92]|\uD83E[\uDDAF-\uDDB3\uDDBC\uDDBD]))|\uD83D\uDC69\u200D\uD83D\uDC69\u200D(?:\uD83D\uDC66\u200D\uD83D\uDC66|\uD83D\uDC67\u200D(?:\uD83D[\uDC66\uDC67]))|(?:\uD83E\uDDD1\uD83C\uDFFD\u200D\uD83E\uDD1D\u200D\uD83E\uDDD1|\uD83D\uDC69\uD83C\uDFFE\u200D\uD83E\uDD1D\u200D\uD83D\uDC69)(?:\uD83C[\uDFFB-\uDFFD])|\uD83D\uDC69\u200D\uD83D\uDC66\u200D\uD83D\uDC66|\uD83D\uDC69\u200D\uD83D\uDC69\u200D(?:\uD83D[\uDC66\uDC67])|(?:\uD83D\uDC41\uFE0F\u200D\uD83D\uDDE8|\uD83D\uDC69(?:\uD83C\uDFFF\u200D[\u2695\u2696\u2708]|\uD83C\uDFFE\u200D[\u2695\u2696\u2708]|\uD83C\uDFFC\u200D[\u2695\u2696\u2708]|\uD83C\uDFFB\u200D[\u2695\u2696\u2708]|\uD83C\uDFFD\u200D[\u2695\u2696\u2708]|\u200D[\u2695\u2696\u2708])|(?:(?:\u26F9|\uD83C[\uDFCB\uDFCC]|\uD83D\uDD75)\uFE0F|\uD83D\uDC6F|\uD83E[\uDD3C\uDDDE\uDDDF])\u200D[\u2640\u2642]|(?:\u26F9|\uD83C[\uDFCB\uDFCC]|\uD83D\uDD75)(?:\uD83C[\uDFFB-\uDFFF])\u200D[\u2640\u2642]|(?:\uD83C[\uDFC3\uDFC4\uDFCA]|\uD83D[\uDC6E\uDC71\uDC73\uDC77\uDC81\uDC82\uDC86\uDC87\uDE45-\uDE47\uDE4B\uDE4D\uDE4E\uDEA3\uDEB4-\uDEB6]|\uD83E[\uDD26\uDD37-\uDD39\uDD3D\uDD3E\uDDB8\uDDB9\uDDCD-\uDDCF\uDDD6-\uDDDD])(?:(?:\uD83C[\uDFFB-\uDFFF])\u200D[\u2640\u2642]|\u200D[\u2640\u2642])|\uD83C\uDFF4\u200D\u2620)\uFE0F|\uD83D\uDC69\u200D\uD83D\uDC67\u200D(?:\uD83D[\uDC66\uDC67])|\uD83C\uDFF3\uFE0F\u200D\uD83C\uDF08|\uD83D\uDC15\u200D\uD83E\uDDBA|\uD83D\uDC69\u200D\uD83D\uDC66|\uD83D\uDC69\u200D\uD83D\uDC67|\uD83C\uDDFD\uD83C\uDDF0|\uD83C\uDDF4\uD83C\uDDF2|\uD83C\uDDF6\uD83C\uDDE6|[#*0-9]\uFE0F\u20E3|\uD83C\uDDE7(?:\uD83C[\uDDE6\uDDE7\uDDE9-\uDDEF\uDDF1-\uDDF4\uDDF6-\uDDF9\uDDFB\uDDFC\uDDFE\uDDFF])|\uD83C\uDDF9(?:\uD83C[\uDDE6\uDDE8\uDDE9\uDDEB-\uDDED\uDDEF-\uDDF4\uDDF7\uDDF9\uDDFB\uDDFC\uDDFF])|\uD83C\uDDEA(?:\uD83C[\uDDE6\uDDE8\uDDEA\uDDEC\uDDED\uDDF7-\uDDFA])|\uD83E\uDDD1(?:\uD83C[\uDFFB-\uDFFF])|\uD83C\uDDF7(?:\uD83C[\uDDEA\uDDF4\uDDF8\uDDFA\uDDFC])|\uD83D\uDC69(?:\uD83C[\uDFFB-\uDFFF])|\uD83C\uDDF2(?:\uD83C[\uDDE6\uDDE8-\uDDED\uDDF0-\uDDFF])|\uD83C\uDDE6(?:\uD83C[\uDDE8-\uDDEC\uDDEE\uDDF1\uDDF2\uDDF4\uDDF6-\uDDFA\uDDFC\uDDFD\uDDFF])|\uD83C\uDDF0(?:\uD83C[\uDDEA\uDDEC-\uDDEE\uDDF2\uDDF3\uDDF5\uDDF7\uDDFC\uDDFE\uDDFF])|\uD83C\uDDED(?:\uD83C[\uDDF0\uDDF2\uDDF3\uDDF7\uDDF9\uDDFA])|\uD83C\uDDE9(?:\uD83C[\uDDEA\uDDEC\uDDEF\uDDF0\uDDF2\uDDF4\uDDFF])|\uD83C\uDDFE(?:\uD83C[\uDDEA\uDDF9])|\uD83C\uDDEC(?:\uD83C[\uDDE6\uDDE7\uDDE9-\uDDEE\uDDF1-\uDDF3\uDDF5-\uDDFA\uDDFC\uDDFE])|\uD83C\uDDF8(?:\uD83C[\uDDE6-\uDDEA\uDDEC-\uDDF4\uDDF7-\uDDF9\uDDFB\uDDFD-\uDDFF])|\uD83C\uDDEB(?:\uD83C[\uDDEE-\uDDF0\uDDF2\uDDF4\uDDF7])|\uD83C\uDDF5(?:\uD83C[\uDDE6\uDDEA-\uDDED\uDDF0-\uDDF3\uDDF7-\uDDF9\uDDFC\uDDFE])|\uD83C\uDDFB(?:\uD83C[\uDDE6\uDDE8\uDDEA\uDDEC\uDDEE\uDDF3\uDDFA])|\uD83C\uDDF3(?:\uD83C[\uDDE6\uDDE8\uDDEA-\uDDEC\uDDEE\uDDF1\uDDF4\uDDF5\uDDF7\uDDFA\uDDFF])|\uD83C\uDDE8(?:\uD83C[\uDDE6\uDDE8\uDDE9\uDDEB-\uDDEE\uDDF0-\uDDF5\uDDF7\uDDFA-\uDDFF])|\uD83C\uDDF1(?:\uD83C[\uDDE6-\uDDE8\uDDEE\uDDF0\uDDF7-\uDDFB\uDDFE])|\uD83C\uDDFF(?:\uD83C[\uDDE6\uDDF2\uDDFC])|\uD83C\uDDFC(?:\uD83C[\uDDEB\uDDF8])|\uD83C\uDDFA(?:\uD83C[\uDDE6\uDDEC\uDDF2\uDDF3\uDDF8\uDDFE\uDDFF])|\uD83C\uDDEE(?:\uD83C[\uDDE8-\uDDEA\uDDF1-\uDDF4\uDDF6-\uDDF9])|\uD83C\uDDEF(?:\uD83C[\uDDEA\uDDF2\uDDF4\uDDF5])|(?:\uD83C[\uDFC3\uDFC4\uDFCA]|\uD83D[\uDC6E\uDC71\uDC73\uDC77\uDC81\uDC82\uDC86\uDC87\uDE45-\uDE47\uDE4B\uDE4D\uDE4E\uDEA3\uDEB4-\uDEB6]|\uD83E[\uDD26\uDD37-\uDD39\uDD3D\uDD3E\uDDB8\uDDB9\uDDCD-\uDDCF\uDDD6-\uDDDD])(?:\uD83C[\uDFFB-\uDFFF])|(?:\u26F9|\uD83C[\uDFCB\uDFCC]|\uD83D\uDD75)(?:\uD83C[\uDFFB-\uDFFF])|(?:[\u261D\u270A-\u270D]|\uD83C[\uDF85\uDFC2\uDFC7]|\uD83D[\uDC42\uDC43\uDC46-\uDC50\uDC66\uDC67\uDC6B-\uDC6D\uDC70\uDC72\uDC74-\uDC76\uDC78\uDC7C\uDC83\uDC85\uDCAA\uDD74\uDD7A\uDD90\uDD95\uDD96\uDE4C\uDE4F\uDEC0\uDECC]|\uD83E[\uDD0F\uDD18-\uDD1C\uDD1E\uDD1F\uDD30-\uDD36\uDDB5\uDDB6\uDDBB\uDDD2-\uDDD5])(?:\uD83C[\uDFFB-\uDFFF])|(?:[\u231A\u231B\u23E9-\u23EC\u23F0\u23F3\u25FD\u25FE\u2614\u2615\u2648-\u2653\u267F\u2693\u26A1\u26AA\u26AB\u26BD\u26BE\u26C4\u26C5\u26CE\u26D4\u26EA\u26F2\u26F3\u26F5\u26FA\u26FD\u2705\u270A\u270B\u2728\u274C\u274E\u2753-\u2755\u2757\u2795-\u2797\u27B0\u27BF\u2B1B\u2B1C\u2B50\u2B55]|\uD83C[\uDC04\uDCCF\uDD8E\uDD91-\uDD9A\uDDE6-\uDDFF\uDE01\uDE1A\uDE2F\uDE32-\uDE36\uDE38-\uDE3A\uDE50\uDE51\uDF00-\uDF20\uDF2D-\uDF35\uDF37-\uDF7C\uDF7E-\uDF93\uDFA0-\uDFCA\uDFCF-\uDFD3\uDFE0-\uDFF0\uDFF4\uDFF8-\uDFFF]|\uD83D[\uDC00-\uDC3E\uDC40\uDC42-\uDCFC\uDCFF-\uDD3D\uDD4B-\uDD4E\uDD50-\uDD67\uDD7A\uDD95\uDD96\uDDA4\uDDFB-\uDE4F\uDE80-\uDEC5\uDECC\uDED0-\uDED2\uDED5\uDEEB\uDEEC\uDEF4-\uDEFA\uDFE0-\uDFEB]|\uD83E[\uDD0D-\uDD3A\uDD3C-\uDD45\uDD47-\uDD71\uDD73-\uDD76\uDD7A-\uDDA2\uDDA5-\uDDAA\uDDAE-\uDDCA\uDDCD-\uDDFF\uDE70-\uDE73\uDE78-\uDE7A\uDE80-\uDE82\uDE90-\uDE95])|(?:[#*0-9\xA9\xAE\u203C\u2049\u2122\u2139\u2194-\u2199\u21A9\u21AA\u231A\u231B\u2328\u23CF\u23E9-\u23F3\u23F8-\u23FA\u24C2\u25AA\u25AB\u25B6\u25C0\u25FB-\u25FE\u2600-\u2604\u260E\u2611\u2614\u2615\u2618\u261D\u2620\u2622\u2623\u2626\u262A\u262E\u262F\u2638-\u263A\u2640\u2642\u2648-\u2653\u265F\u2660\u2663\u2665\u2666\u2668\u267B\u267E\u267F\u2692-\u2697\u2699\u269B\u269C\u26A0\u26A1\u26AA\u26AB\u26B0\u26B1\u26BD\u26BE\u26C4\u26C5\u26C8\u26CE\u26CF\u26D1\u26D3\u26D4\u26E9\u26EA\u26F0-\u26F5\u26F7-\u26FA\u26FD\u2702\u2705\u2708-\u270D\u270F\u2712\u2714\u2716\u271D\u2721\u2728\u2733\u2734\u2744\u2747\u274C\u274E\u2753-\u2755\u2757\u2763\u2764\u2795-\u2797\u27A1\u27B0\u27BF\u2934\u2935\u2B05-\u2B07\u2B1B\u2B1C\u2B50\u2B55\u3030\u303D\u3297\u3299]|\uD83C[\uDC04\uDCCF\uDD70\uDD71\uDD7E\uDD7F\uDD8E\uDD91-\uDD9A\uDDE6-\uDDFF\uDE01\uDE02\uDE1A\uDE2F\uDE32-\uDE3A\uDE50\uDE51\uDF00-\uDF21\uDF24-\uDF93\uDF96\uDF97\uDF99-\uDF9B\uDF9E-\uDFF0\uDFF3-\uDFF5\uDFF7-\uDFFF]|\uD83D[\uDC00-\uDCFD\uDCFF-\uDD3D\uDD49-\uDD4E\uDD50-\uDD67\uDD6F\uDD70\uDD73-\uDD7A\uDD87\uDD8A-\uDD8D\uDD90\uDD95\uDD96\uDDA4\uDDA5\uDDA8\uDDB1\uDDB2\uDDBC\uDDC2-\uDDC4\uDDD1-\uDDD3\uDDDC-\uDDDE\uDDE1\uDDE3\uDDE8\uDDEF\uDDF3\uDDFA-\uDE4F\uDE80-\uDEC5\uDECB-\uDED2\uDED5\uDEE0-\uDEE5\uDEE9\uDEEB\uDEEC\uDEF0\uDEF3-\uDEFA\uDFE0-\uDFEB]|\uD83E[\uDD0D-\uDD3A\uDD3C-\uDD45\uDD47-\uDD71\uDD73-\uDD76\uDD7A-\uDDA2\uDDA5-\uDDAA\uDDAE-\uDDCA\uDDCD-\uDDFF\uDE70-\uDE73\uDE78-\uDE7A\uDE80-\uDE82\uDE90-\uDE95])\uFE0F|(?:[\u261D\u26F9\u270A-\u270D]|\uD83C[\uDF85\uDFC2-\uDFC4\uDFC7\uDFCA-\uDFCC]|\uD83D[\uDC42\uDC43\uDC46-\uDC50\uDC66-\uDC78\uDC7C\uDC81-\uDC83\uDC85-\uDC87\uDC8F\uDC91\uDCAA\uDD74\uDD75\uDD7A\uDD90\uDD95\uDD96\uDE45-\uDE47\uDE4B-\uDE4F\uDEA3\uDEB4-\uDEB6\uDEC0\uDECC]|\uD83E[\uDD0F\uDD18-\uDD1F\uDD26\uDD30-\uDD39\uDD3C-\uDD3E\uDDB5\uDDB6\uDDB8\uDDB9\uDDBB\uDDCD-\uDDCF\uDDD1-\uDDDD])/g;
  },
});
var require_string_width = __commonJS({
  'node_modules/string-width/index.js'(exports2, module2) {
    'use strict';
    var stripAnsi = require_strip_ansi(),
      isFullwidthCodePoint = require_is_fullwidth_code_point(),
      emojiRegex = require_emoji_regex(),
      stringWidth = (string6) => {
        if (typeof string6 != 'string' || string6.length === 0 || ((string6 = stripAnsi(string6)), string6.length === 0)) return 0;
        string6 = string6.replace(emojiRegex(), '  ');
        let width = 0;
        for (let i = 0; i < string6.length; i++) {
          const code = string6.codePointAt(i);
          code <= 31 ||
            (code >= 127 && code <= 159) ||
            (code >= 768 && code <= 879) ||
            (code > 65535 && i++, (width += isFullwidthCodePoint(code) ? 2 : 1));
        }
        return width;
      };
    module2.exports = stringWidth;
    module2.exports.default = stringWidth;
  },
});
var require_color_name = __commonJS({
  'node_modules/color-name/index.js'(exports2, module2) {
    'use strict';
    module2.exports = {
      aliceblue: [240, 248, 255],
      antiquewhite: [250, 235, 215],
      aqua: [0, 255, 255],
      aquamarine: [127, 255, 212],
      azure: [240, 255, 255],
      beige: [245, 245, 220],
      bisque: [255, 228, 196],
      black: [0, 0, 0],
      blanchedalmond: [255, 235, 205],
      blue: [0, 0, 255],
      blueviolet: [138, 43, 226],
      brown: [165, 42, 42],
      burlywood: [222, 184, 135],
      cadetblue: [95, 158, 160],
      chartreuse: [127, 255, 0],
      chocolate: [210, 105, 30],
      coral: [255, 127, 80],
      cornflowerblue: [100, 149, 237],
      cornsilk: [255, 248, 220],
      crimson: [220, 20, 60],
      cyan: [0, 255, 255],
      darkblue: [0, 0, 139],
      darkcyan: [0, 139, 139],
      darkgoldenrod: [184, 134, 11],
      darkgray: [169, 169, 169],
      darkgreen: [0, 100, 0],
      darkgrey: [169, 169, 169],
      darkkhaki: [189, 183, 107],
      darkmagenta: [139, 0, 139],
      darkolivegreen: [85, 107, 47],
      darkorange: [255, 140, 0],
      darkorchid: [153, 50, 204],
      darkred: [139, 0, 0],
      darksalmon: [233, 150, 122],
      darkseagreen: [143, 188, 143],
      darkslateblue: [72, 61, 139],
      darkslategray: [47, 79, 79],
      darkslategrey: [47, 79, 79],
      darkturquoise: [0, 206, 209],
      darkviolet: [148, 0, 211],
      deeppink: [255, 20, 147],
      deepskyblue: [0, 191, 255],
      dimgray: [105, 105, 105],
      dimgrey: [105, 105, 105],
      dodgerblue: [30, 144, 255],
      firebrick: [178, 34, 34],
      floralwhite: [255, 250, 240],
      forestgreen: [34, 139, 34],
      fuchsia: [255, 0, 255],
      gainsboro: [220, 220, 220],
      ghostwhite: [248, 248, 255],
      gold: [255, 215, 0],
      goldenrod: [218, 165, 32],
      gray: [128, 128, 128],
      green: [0, 128, 0],
      greenyellow: [173, 255, 47],
      grey: [128, 128, 128],
      honeydew: [240, 255, 240],
      hotpink: [255, 105, 180],
      indianred: [205, 92, 92],
      indigo: [75, 0, 130],
      ivory: [255, 255, 240],
      khaki: [240, 230, 140],
      lavender: [230, 230, 250],
      lavenderblush: [255, 240, 245],
      lawngreen: [124, 252, 0],
      lemonchiffon: [255, 250, 205],
      lightblue: [173, 216, 230],
      lightcoral: [240, 128, 128],
      lightcyan: [224, 255, 255],
      lightgoldenrodyellow: [250, 250, 210],
      lightgray: [211, 211, 211],
      lightgreen: [144, 238, 144],
      lightgrey: [211, 211, 211],
      lightpink: [255, 182, 193],
      lightsalmon: [255, 160, 122],
      lightseagreen: [32, 178, 170],
      lightskyblue: [135, 206, 250],
      lightslategray: [119, 136, 153],
      lightslategrey: [119, 136, 153],
      lightsteelblue: [176, 196, 222],
      lightyellow: [255, 255, 224],
      lime: [0, 255, 0],
      limegreen: [50, 205, 50],
      linen: [250, 240, 230],
      magenta: [255, 0, 255],
      maroon: [128, 0, 0],
      mediumaquamarine: [102, 205, 170],
      mediumblue: [0, 0, 205],
      mediumorchid: [186, 85, 211],
      mediumpurple: [147, 112, 219],
      mediumseagreen: [60, 179, 113],
      mediumslateblue: [123, 104, 238],
      mediumspringgreen: [0, 250, 154],
      mediumturquoise: [72, 209, 204],
      mediumvioletred: [199, 21, 133],
      midnightblue: [25, 25, 112],
      mintcream: [245, 255, 250],
      mistyrose: [255, 228, 225],
      moccasin: [255, 228, 181],
      navajowhite: [255, 222, 173],
      navy: [0, 0, 128],
      oldlace: [253, 245, 230],
      olive: [128, 128, 0],
      olivedrab: [107, 142, 35],
      orange: [255, 165, 0],
      orangered: [255, 69, 0],
      orchid: [218, 112, 214],
      palegoldenrod: [238, 232, 170],
      palegreen: [152, 251, 152],
      paleturquoise: [175, 238, 238],
      palevioletred: [219, 112, 147],
      papayawhip: [255, 239, 213],
      peachpuff: [255, 218, 185],
      peru: [205, 133, 63],
      pink: [255, 192, 203],
      plum: [221, 160, 221],
      powderblue: [176, 224, 230],
      purple: [128, 0, 128],
      rebeccapurple: [102, 51, 153],
      red: [255, 0, 0],
      rosybrown: [188, 143, 143],
      royalblue: [65, 105, 225],
      saddlebrown: [139, 69, 19],
      salmon: [250, 128, 114],
      sandybrown: [244, 164, 96],
      seagreen: [46, 139, 87],
      seashell: [255, 245, 238],
      sienna: [160, 82, 45],
      silver: [192, 192, 192],
      skyblue: [135, 206, 235],
      slateblue: [106, 90, 205],
      slategray: [112, 128, 144],
      slategrey: [112, 128, 144],
      snow: [255, 250, 250],
      springgreen: [0, 255, 127],
      steelblue: [70, 130, 180],
      tan: [210, 180, 140],
      teal: [0, 128, 128],
      thistle: [216, 191, 216],
      tomato: [255, 99, 71],
      turquoise: [64, 224, 208],
      violet: [238, 130, 238],
      wheat: [245, 222, 179],
      white: [255, 255, 255],
      whitesmoke: [245, 245, 245],
      yellow: [255, 255, 0],
      yellowgreen: [154, 205, 50],
    };
  },
});
var require_conversions = __commonJS({
  'node_modules/color-convert/conversions.js'(exports2, module2) {
    var cssKeywords = require_color_name(),
      reverseKeywords = {};
    for (const key of Object.keys(cssKeywords)) reverseKeywords[cssKeywords[key]] = key;
    var convert = {
      rgb: { channels: 3, labels: 'rgb' },
      hsl: { channels: 3, labels: 'hsl' },
      hsv: { channels: 3, labels: 'hsv' },
      hwb: { channels: 3, labels: 'hwb' },
      cmyk: { channels: 4, labels: 'cmyk' },
      xyz: { channels: 3, labels: 'xyz' },
      lab: { channels: 3, labels: 'lab' },
      lch: { channels: 3, labels: 'lch' },
      hex: { channels: 1, labels: ['hex'] },
      keyword: { channels: 1, labels: ['keyword'] },
      ansi16: { channels: 1, labels: ['ansi16'] },
      ansi256: { channels: 1, labels: ['ansi256'] },
      hcg: { channels: 3, labels: ['h', 'c', 'g'] },
      apple: { channels: 3, labels: ['r16', 'g16', 'b16'] },
      gray: { channels: 1, labels: ['gray'] },
    };
    module2.exports = convert;
    for (const model of Object.keys(convert)) {
      if (!('channels' in convert[model])) throw new Error('missing channels property: ' + model);
      if (!('labels' in convert[model])) throw new Error('missing channel labels property: ' + model);
      if (convert[model].labels.length !== convert[model].channels) throw new Error('channel and label counts mismatch: ' + model);
      const { channels, labels } = convert[model];
      delete convert[model].channels,
        delete convert[model].labels,
        Object.defineProperty(convert[model], 'channels', { value: channels }),
        Object.defineProperty(convert[model], 'labels', { value: labels });
    }
    convert.rgb.hsl = (rgb) => {
      let r = rgb[0] / 255,
        g = rgb[1] / 255,
        b = rgb[2] / 255,
        min = Math.min(r, g, b),
        max = Math.max(r, g, b),
        delta = max - min,
        h,
        s;
      max === min
        ? (h = 0)
        : r === max
          ? (h = (g - b) / delta)
          : g === max
            ? (h = 2 + (b - r) / delta)
            : b === max && (h = 4 + (r - g) / delta),
        (h = Math.min(h * 60, 360)),
        h < 0 && (h += 360);
      const l = (min + max) / 2;
      return max === min ? (s = 0) : l <= 0.5 ? (s = delta / (max + min)) : (s = delta / (2 - max - min)), [h, s * 100, l * 100];
    };
    convert.rgb.hsv = (rgb) => {
      let rdif,
        gdif,
        bdif,
        h,
        s,
        r = rgb[0] / 255,
        g = rgb[1] / 255,
        b = rgb[2] / 255,
        v = Math.max(r, g, b),
        diff = v - Math.min(r, g, b),
        diffc = (c) => (v - c) / 6 / diff + 1 / 2;
      return (
        diff === 0
          ? ((h = 0), (s = 0))
          : ((s = diff / v),
            (rdif = diffc(r)),
            (gdif = diffc(g)),
            (bdif = diffc(b)),
            r === v ? (h = bdif - gdif) : g === v ? (h = 1 / 3 + rdif - bdif) : b === v && (h = 2 / 3 + gdif - rdif),
            h < 0 ? (h += 1) : h > 1 && (h -= 1)),
        [h * 360, s * 100, v * 100]
      );
    };
    convert.rgb.hwb = (rgb) => {
      let r = rgb[0],
        g = rgb[1],
        b = rgb[2],
        h = convert.rgb.hsl(rgb)[0],
        w = (1 / 255) * Math.min(r, Math.min(g, b));
      return (b = 1 - (1 / 255) * Math.max(r, Math.max(g, b))), [h, w * 100, b * 100];
    };
    convert.rgb.cmyk = (rgb) => {
      const r = rgb[0] / 255,
        g = rgb[1] / 255,
        b = rgb[2] / 255,
        k = Math.min(1 - r, 1 - g, 1 - b),
        c = (1 - r - k) / (1 - k) || 0,
        m = (1 - g - k) / (1 - k) || 0,
        y = (1 - b - k) / (1 - k) || 0;
      return [c * 100, m * 100, y * 100, k * 100];
    };
    function comparativeDistance(x, y) {
      return (x[0] - y[0]) ** 2 + (x[1] - y[1]) ** 2 + (x[2] - y[2]) ** 2;
    }
    convert.rgb.keyword = (rgb) => {
      const reversed = reverseKeywords[rgb];
      if (reversed) return reversed;
      let currentClosestDistance = 1 / 0,
        currentClosestKeyword;
      for (const keyword of Object.keys(cssKeywords)) {
        const value = cssKeywords[keyword],
          distance = comparativeDistance(rgb, value);
        distance < currentClosestDistance && ((currentClosestDistance = distance), (currentClosestKeyword = keyword));
      }
      return currentClosestKeyword;
    };
    convert.keyword.rgb = (keyword) => cssKeywords[keyword];
    convert.rgb.xyz = (rgb) => {
      let r = rgb[0] / 255,
        g = rgb[1] / 255,
        b = rgb[2] / 255;
      (r = r > 0.04045 ? ((r + 0.055) / 1.055) ** 2.4 : r / 12.92),
        (g = g > 0.04045 ? ((g + 0.055) / 1.055) ** 2.4 : g / 12.92),
        (b = b > 0.04045 ? ((b + 0.055) / 1.055) ** 2.4 : b / 12.92);
      const x = r * 0.4124 + g * 0.3576 + b * 0.1805,
        y = r * 0.2126 + g * 0.7152 + b * 0.0722,
        z = r * 0.0193 + g * 0.1192 + b * 0.9505;
      return [x * 100, y * 100, z * 100];
    };
    convert.rgb.lab = (rgb) => {
      let xyz = convert.rgb.xyz(rgb),
        x = xyz[0],
        y = xyz[1],
        z = xyz[2];
      (x /= 95.047),
        (y /= 100),
        (z /= 108.883),
        (x = x > 0.008856 ? x ** (1 / 3) : 7.787 * x + 16 / 116),
        (y = y > 0.008856 ? y ** (1 / 3) : 7.787 * y + 16 / 116),
        (z = z > 0.008856 ? z ** (1 / 3) : 7.787 * z + 16 / 116);
      const l = 116 * y - 16,
        a = 500 * (x - y),
        b = 200 * (y - z);
      return [l, a, b];
    };
    convert.hsl.rgb = (hsl) => {
      let h = hsl[0] / 360,
        s = hsl[1] / 100,
        l = hsl[2] / 100,
        t2,
        t3,
        val;
      if (s === 0) return (val = l * 255), [val, val, val];
      l < 0.5 ? (t2 = l * (1 + s)) : (t2 = l + s - l * s);
      const t1 = 2 * l - t2,
        rgb = [0, 0, 0];
      for (let i = 0; i < 3; i++)
        (t3 = h + (1 / 3) * -(i - 1)),
          t3 < 0 && t3++,
          t3 > 1 && t3--,
          6 * t3 < 1
            ? (val = t1 + (t2 - t1) * 6 * t3)
            : 2 * t3 < 1
              ? (val = t2)
              : 3 * t3 < 2
                ? (val = t1 + (t2 - t1) * (2 / 3 - t3) * 6)
                : (val = t1),
          (rgb[i] = val * 255);
      return rgb;
    };
    convert.hsl.hsv = (hsl) => {
      let h = hsl[0],
        s = hsl[1] / 100,
        l = hsl[2] / 100,
        smin = s,
        lmin = Math.max(l, 0.01);
      (l *= 2), (s *= l <= 1 ? l : 2 - l), (smin *= lmin <= 1 ? lmin : 2 - lmin);
      const v = (l + s) / 2,
        sv = l === 0 ? (2 * smin) / (lmin + smin) : (2 * s) / (l + s);
      return [h, sv * 100, v * 100];
    };
    convert.hsv.rgb = (hsv) => {
      let h = hsv[0] / 60,
        s = hsv[1] / 100,
        v = hsv[2] / 100,
        hi = Math.floor(h) % 6,
        f = h - Math.floor(h),
        p = 255 * v * (1 - s),
        q = 255 * v * (1 - s * f),
        t = 255 * v * (1 - s * (1 - f));
      switch (((v *= 255), hi)) {
        case 0:
          return [v, t, p];
        case 1:
          return [q, v, p];
        case 2:
          return [p, v, t];
        case 3:
          return [p, q, v];
        case 4:
          return [t, p, v];
        case 5:
          return [v, p, q];
      }
    };
    convert.hsv.hsl = (hsv) => {
      let h = hsv[0],
        s = hsv[1] / 100,
        v = hsv[2] / 100,
        vmin = Math.max(v, 0.01),
        sl,
        l;
      l = (2 - s) * v;
      const lmin = (2 - s) * vmin;
      return (sl = s * vmin), (sl /= lmin <= 1 ? lmin : 2 - lmin), (sl = sl || 0), (l /= 2), [h, sl * 100, l * 100];
    };
    convert.hwb.rgb = (hwb) => {
      let h = hwb[0] / 360,
        wh = hwb[1] / 100,
        bl = hwb[2] / 100,
        ratio = wh + bl,
        f;
      ratio > 1 && ((wh /= ratio), (bl /= ratio));
      const i = Math.floor(6 * h),
        v = 1 - bl;
      (f = 6 * h - i), (i & 1) !== 0 && (f = 1 - f);
      let n = wh + f * (v - wh),
        r,
        g,
        b;
      switch (i) {
        default:
        case 6:
        case 0:
          (r = v), (g = n), (b = wh);
          break;
        case 1:
          (r = n), (g = v), (b = wh);
          break;
        case 2:
          (r = wh), (g = v), (b = n);
          break;
        case 3:
          (r = wh), (g = n), (b = v);
          break;
        case 4:
          (r = n), (g = wh), (b = v);
          break;
        case 5:
          (r = v), (g = wh), (b = n);
          break;
      }
      return [r * 255, g * 255, b * 255];
    };
    convert.cmyk.rgb = (cmyk) => {
      const c = cmyk[0] / 100,
        m = cmyk[1] / 100,
        y = cmyk[2] / 100,
        k = cmyk[3] / 100,
        r = 1 - Math.min(1, c * (1 - k) + k),
        g = 1 - Math.min(1, m * (1 - k) + k),
        b = 1 - Math.min(1, y * (1 - k) + k);
      return [r * 255, g * 255, b * 255];
    };
    convert.xyz.rgb = (xyz) => {
      let x = xyz[0] / 100,
        y = xyz[1] / 100,
        z = xyz[2] / 100,
        r,
        g,
        b;
      return (
        (r = x * 3.2406 + y * -1.5372 + z * -0.4986),
        (g = x * -0.9689 + y * 1.8758 + z * 0.0415),
        (b = x * 0.0557 + y * -0.204 + z * 1.057),
        (r = r > 0.0031308 ? 1.055 * r ** (1 / 2.4) - 0.055 : r * 12.92),
        (g = g > 0.0031308 ? 1.055 * g ** (1 / 2.4) - 0.055 : g * 12.92),
        (b = b > 0.0031308 ? 1.055 * b ** (1 / 2.4) - 0.055 : b * 12.92),
        (r = Math.min(Math.max(0, r), 1)),
        (g = Math.min(Math.max(0, g), 1)),
        (b = Math.min(Math.max(0, b), 1)),
        [r * 255, g * 255, b * 255]
      );
    };
    convert.xyz.lab = (xyz) => {
      let x = xyz[0],
        y = xyz[1],
        z = xyz[2];
      (x /= 95.047),
        (y /= 100),
        (z /= 108.883),
        (x = x > 0.008856 ? x ** (1 / 3) : 7.787 * x + 16 / 116),
        (y = y > 0.008856 ? y ** (1 / 3) : 7.787 * y + 16 / 116),
        (z = z > 0.008856 ? z ** (1 / 3) : 7.787 * z + 16 / 116);
      const l = 116 * y - 16,
        a = 500 * (x - y),
        b = 200 * (y - z);
      return [l, a, b];
    };
    convert.lab.xyz = (lab) => {
      let l = lab[0],
        a = lab[1],
        b = lab[2],
        x,
        y,
        z;
      (y = (l + 16) / 116), (x = a / 500 + y), (z = y - b / 200);
      const y2 = y ** 3,
        x2 = x ** 3,
        z2 = z ** 3;
      return (
        (y = y2 > 0.008856 ? y2 : (y - 16 / 116) / 7.787),
        (x = x2 > 0.008856 ? x2 : (x - 16 / 116) / 7.787),
        (z = z2 > 0.008856 ? z2 : (z - 16 / 116) / 7.787),
        (x *= 95.047),
        (y *= 100),
        (z *= 108.883),
        [x, y, z]
      );
    };
    convert.lab.lch = (lab) => {
      let l = lab[0],
        a = lab[1],
        b = lab[2],
        h;
      (h = (Math.atan2(b, a) * 360) / 2 / Math.PI), h < 0 && (h += 360);
      const c = Math.sqrt(a * a + b * b);
      return [l, c, h];
    };
    convert.lch.lab = (lch) => {
      const l = lch[0],
        c = lch[1],
        hr = (lch[2] / 360) * 2 * Math.PI,
        a = c * Math.cos(hr),
        b = c * Math.sin(hr);
      return [l, a, b];
    };
    convert.rgb.ansi16 = (args, saturation = null) => {
      let [r, g, b] = args,
        value = saturation === null ? convert.rgb.hsv(args)[2] : saturation;
      if (((value = Math.round(value / 50)), value === 0)) return 30;
      let ansi = 30 + ((Math.round(b / 255) << 2) | (Math.round(g / 255) << 1) | Math.round(r / 255));
      return value === 2 && (ansi += 60), ansi;
    };
    convert.hsv.ansi16 = (args) => convert.rgb.ansi16(convert.hsv.rgb(args), args[2]);
    convert.rgb.ansi256 = (args) => {
      const r = args[0],
        g = args[1],
        b = args[2];
      return r === g && g === b
        ? r < 8
          ? 16
          : r > 248
            ? 231
            : Math.round(((r - 8) / 247) * 24) + 232
        : 16 + 36 * Math.round((r / 255) * 5) + 6 * Math.round((g / 255) * 5) + Math.round((b / 255) * 5);
    };
    convert.ansi16.rgb = (args) => {
      let color = args % 10;
      if (color === 0 || color === 7) return args > 50 && (color += 3.5), (color = (color / 10.5) * 255), [color, color, color];
      const mult = (~~(args > 50) + 1) * 0.5,
        r = (color & 1) * mult * 255,
        g = ((color >> 1) & 1) * mult * 255,
        b = ((color >> 2) & 1) * mult * 255;
      return [r, g, b];
    };
    convert.ansi256.rgb = (args) => {
      if (args >= 232) {
        const c = (args - 232) * 10 + 8;
        return [c, c, c];
      }
      args -= 16;
      let rem,
        r = (Math.floor(args / 36) / 5) * 255,
        g = (Math.floor((rem = args % 36) / 6) / 5) * 255,
        b = ((rem % 6) / 5) * 255;
      return [r, g, b];
    };
    convert.rgb.hex = (args) => {
      const string6 = (((Math.round(args[0]) & 255) << 16) + ((Math.round(args[1]) & 255) << 8) + (Math.round(args[2]) & 255))
        .toString(16)
        .toUpperCase();
      return '000000'.substring(string6.length) + string6;
    };
    convert.hex.rgb = (args) => {
      const match = args.toString(16).match(/[a-f0-9]{6}|[a-f0-9]{3}/i);
      if (!match) return [0, 0, 0];
      let colorString = match[0];
      match[0].length === 3 &&
        (colorString = colorString
          .split('')
          .map((char) => char + char)
          .join(''));
      const integer5 = parseInt(colorString, 16),
        r = (integer5 >> 16) & 255,
        g = (integer5 >> 8) & 255,
        b = integer5 & 255;
      return [r, g, b];
    };
    convert.rgb.hcg = (rgb) => {
      let r = rgb[0] / 255,
        g = rgb[1] / 255,
        b = rgb[2] / 255,
        max = Math.max(Math.max(r, g), b),
        min = Math.min(Math.min(r, g), b),
        chroma = max - min,
        grayscale,
        hue;
      return (
        chroma < 1 ? (grayscale = min / (1 - chroma)) : (grayscale = 0),
        chroma <= 0
          ? (hue = 0)
          : max === r
            ? (hue = ((g - b) / chroma) % 6)
            : max === g
              ? (hue = 2 + (b - r) / chroma)
              : (hue = 4 + (r - g) / chroma),
        (hue /= 6),
        (hue %= 1),
        [hue * 360, chroma * 100, grayscale * 100]
      );
    };
    convert.hsl.hcg = (hsl) => {
      let s = hsl[1] / 100,
        l = hsl[2] / 100,
        c = l < 0.5 ? 2 * s * l : 2 * s * (1 - l),
        f = 0;
      return c < 1 && (f = (l - 0.5 * c) / (1 - c)), [hsl[0], c * 100, f * 100];
    };
    convert.hsv.hcg = (hsv) => {
      let s = hsv[1] / 100,
        v = hsv[2] / 100,
        c = s * v,
        f = 0;
      return c < 1 && (f = (v - c) / (1 - c)), [hsv[0], c * 100, f * 100];
    };
    convert.hcg.rgb = (hcg) => {
      const h = hcg[0] / 360,
        c = hcg[1] / 100,
        g = hcg[2] / 100;
      if (c === 0) return [g * 255, g * 255, g * 255];
      let pure = [0, 0, 0],
        hi = (h % 1) * 6,
        v = hi % 1,
        w = 1 - v,
        mg = 0;
      switch (Math.floor(hi)) {
        case 0:
          (pure[0] = 1), (pure[1] = v), (pure[2] = 0);
          break;
        case 1:
          (pure[0] = w), (pure[1] = 1), (pure[2] = 0);
          break;
        case 2:
          (pure[0] = 0), (pure[1] = 1), (pure[2] = v);
          break;
        case 3:
          (pure[0] = 0), (pure[1] = w), (pure[2] = 1);
          break;
        case 4:
          (pure[0] = v), (pure[1] = 0), (pure[2] = 1);
          break;
        default:
          (pure[0] = 1), (pure[1] = 0), (pure[2] = w);
      }
      return (mg = (1 - c) * g), [(c * pure[0] + mg) * 255, (c * pure[1] + mg) * 255, (c * pure[2] + mg) * 255];
    };
    convert.hcg.hsv = (hcg) => {
      let c = hcg[1] / 100,
        g = hcg[2] / 100,
        v = c + g * (1 - c),
        f = 0;
      return v > 0 && (f = c / v), [hcg[0], f * 100, v * 100];
    };
    convert.hcg.hsl = (hcg) => {
      let c = hcg[1] / 100,
        l = (hcg[2] / 100) * (1 - c) + 0.5 * c,
        s = 0;
      return l > 0 && l < 0.5 ? (s = c / (2 * l)) : l >= 0.5 && l < 1 && (s = c / (2 * (1 - l))), [hcg[0], s * 100, l * 100];
    };
    convert.hcg.hwb = (hcg) => {
      const c = hcg[1] / 100,
        g = hcg[2] / 100,
        v = c + g * (1 - c);
      return [hcg[0], (v - c) * 100, (1 - v) * 100];
    };
    convert.hwb.hcg = (hwb) => {
      let w = hwb[1] / 100,
        v = 1 - hwb[2] / 100,
        c = v - w,
        g = 0;
      return c < 1 && (g = (v - c) / (1 - c)), [hwb[0], c * 100, g * 100];
    };
    convert.apple.rgb = (apple) => [(apple[0] / 65535) * 255, (apple[1] / 65535) * 255, (apple[2] / 65535) * 255];
    convert.rgb.apple = (rgb) => [(rgb[0] / 255) * 65535, (rgb[1] / 255) * 65535, (rgb[2] / 255) * 65535];
    convert.gray.rgb = (args) => [(args[0] / 100) * 255, (args[0] / 100) * 255, (args[0] / 100) * 255];
    convert.gray.hsl = (args) => [0, 0, args[0]];
    convert.gray.hsv = convert.gray.hsl;
    convert.gray.hwb = (gray) => [0, 100, gray[0]];
    convert.gray.cmyk = (gray) => [0, 0, 0, gray[0]];
    convert.gray.lab = (gray) => [gray[0], 0, 0];
    convert.gray.hex = (gray) => {
      const val = Math.round((gray[0] / 100) * 255) & 255,
        string6 = ((val << 16) + (val << 8) + val).toString(16).toUpperCase();
      return '000000'.substring(string6.length) + string6;
    };
    convert.rgb.gray = (rgb) => [((rgb[0] + rgb[1] + rgb[2]) / 3 / 255) * 100];
  },
});
var require_route = __commonJS({
  'node_modules/color-convert/route.js'(exports2, module2) {
    var conversions = require_conversions();
    function buildGraph() {
      const graph = {},
        models = Object.keys(conversions);
      for (let len = models.length, i = 0; i < len; i++) graph[models[i]] = { distance: -1, parent: null };
      return graph;
    }
    function deriveBFS(fromModel) {
      const graph = buildGraph(),
        queue = [fromModel];
      for (graph[fromModel].distance = 0; queue.length; ) {
        const current = queue.pop(),
          adjacents = Object.keys(conversions[current]);
        for (let len = adjacents.length, i = 0; i < len; i++) {
          const adjacent = adjacents[i],
            node = graph[adjacent];
          node.distance === -1 && ((node.distance = graph[current].distance + 1), (node.parent = current), queue.unshift(adjacent));
        }
      }
      return graph;
    }
    function link(from, to) {
      return (args) => to(from(args));
    }
    function wrapConversion(toModel, graph) {
      let path = [graph[toModel].parent, toModel],
        fn = conversions[graph[toModel].parent][toModel],
        cur = graph[toModel].parent;
      for (; graph[cur].parent; )
        path.unshift(graph[cur].parent), (fn = link(conversions[graph[cur].parent][cur], fn)), (cur = graph[cur].parent);
      return (fn.conversion = path), fn;
    }
    module2.exports = (fromModel) => {
      const graph = deriveBFS(fromModel),
        conversion = {},
        models = Object.keys(graph);
      for (let len = models.length, i = 0; i < len; i++) {
        const toModel = models[i];
        graph[toModel].parent !== null && (conversion[toModel] = wrapConversion(toModel, graph));
      }
      return conversion;
    };
  },
});
var require_color_convert = __commonJS({
  'node_modules/color-convert/index.js'(exports2, module2) {
    var conversions = require_conversions(),
      route = require_route(),
      convert = {},
      models = Object.keys(conversions);
    function wrapRaw(fn) {
      const wrappedFn = (...args) => {
        const arg0 = args[0];
        return arg0 == null ? arg0 : (arg0.length > 1 && (args = arg0), fn(args));
      };
      return 'conversion' in fn && (wrappedFn.conversion = fn.conversion), wrappedFn;
    }
    function wrapRounded(fn) {
      const wrappedFn = (...args) => {
        const arg0 = args[0];
        if (arg0 == null) return arg0;
        arg0.length > 1 && (args = arg0);
        const result = fn(args);
        if (typeof result == 'object') for (let len = result.length, i = 0; i < len; i++) result[i] = Math.round(result[i]);
        return result;
      };
      return 'conversion' in fn && (wrappedFn.conversion = fn.conversion), wrappedFn;
    }
    models.forEach((fromModel) => {
      (convert[fromModel] = {}),
        Object.defineProperty(convert[fromModel], 'channels', { value: conversions[fromModel].channels }),
        Object.defineProperty(convert[fromModel], 'labels', { value: conversions[fromModel].labels });
      const routes = route(fromModel);
      Object.keys(routes).forEach((toModel) => {
        const fn = routes[toModel];
        (convert[fromModel][toModel] = wrapRounded(fn)), (convert[fromModel][toModel].raw = wrapRaw(fn));
      });
    });
    module2.exports = convert;
  },
});
var require_ansi_styles = __commonJS({
  'node_modules/ansi-styles/index.js'(exports2, module2) {
    'use strict';
    var wrapAnsi16 =
        (fn, offset) =>
        (...args) =>
          `\x1B[${fn(...args) + offset}m`,
      wrapAnsi256 =
        (fn, offset) =>
        (...args) => {
          const code = fn(...args);
          return `\x1B[${38 + offset};5;${code}m`;
        },
      wrapAnsi16m =
        (fn, offset) =>
        (...args) => {
          const rgb = fn(...args);
          return `\x1B[${38 + offset};2;${rgb[0]};${rgb[1]};${rgb[2]}m`;
        },
      ansi2ansi = (n) => n,
      rgb2rgb = (r, g, b) => [r, g, b],
      setLazyProperty = (object, property, get) => {
        Object.defineProperty(object, property, {
          get: () => {
            const value = get();
            return Object.defineProperty(object, property, { value, enumerable: !0, configurable: !0 }), value;
          },
          enumerable: !0,
          configurable: !0,
        });
      },
      colorConvert,
      makeDynamicStyles = (wrap, targetSpace, identity, isBackground) => {
        colorConvert === void 0 && (colorConvert = require_color_convert());
        const offset = isBackground ? 10 : 0,
          styles = {};
        for (const [sourceSpace, suite] of Object.entries(colorConvert)) {
          const name = sourceSpace === 'ansi16' ? 'ansi' : sourceSpace;
          sourceSpace === targetSpace
            ? (styles[name] = wrap(identity, offset))
            : typeof suite == 'object' && (styles[name] = wrap(suite[targetSpace], offset));
        }
        return styles;
      };
    function assembleStyles() {
      const codes = new Map(),
        styles = {
          modifier: {
            reset: [0, 0],
            bold: [1, 22],
            dim: [2, 22],
            italic: [3, 23],
            underline: [4, 24],
            inverse: [7, 27],
            hidden: [8, 28],
            strikethrough: [9, 29],
          },
          color: {
            black: [30, 39],
            red: [31, 39],
            green: [32, 39],
            yellow: [33, 39],
            blue: [34, 39],
            magenta: [35, 39],
            cyan: [36, 39],
            white: [37, 39],
            blackBright: [90, 39],
            redBright: [91, 39],
            greenBright: [92, 39],
            yellowBright: [93, 39],
            blueBright: [94, 39],
            magentaBright: [95, 39],
            cyanBright: [96, 39],
            whiteBright: [97, 39],
          },
          bgColor: {
            bgBlack: [40, 49],
            bgRed: [41, 49],
            bgGreen: [42, 49],
            bgYellow: [43, 49],
            bgBlue: [44, 49],
            bgMagenta: [45, 49],
            bgCyan: [46, 49],
            bgWhite: [47, 49],
            bgBlackBright: [100, 49],
            bgRedBright: [101, 49],
            bgGreenBright: [102, 49],
            bgYellowBright: [103, 49],
            bgBlueBright: [104, 49],
            bgMagentaBright: [105, 49],
            bgCyanBright: [106, 49],
            bgWhiteBright: [107, 49],
          },
        };
      (styles.color.gray = styles.color.blackBright),
        (styles.bgColor.bgGray = styles.bgColor.bgBlackBright),
        (styles.color.grey = styles.color.blackBright),
        (styles.bgColor.bgGrey = styles.bgColor.bgBlackBright);
      for (const [groupName, group] of Object.entries(styles)) {
        for (const [styleName, style] of Object.entries(group))
          (styles[styleName] = { open: `\x1B[${style[0]}m`, close: `\x1B[${style[1]}m` }),
            (group[styleName] = styles[styleName]),
            codes.set(style[0], style[1]);
        Object.defineProperty(styles, groupName, { value: group, enumerable: !1 });
      }
      return (
        Object.defineProperty(styles, 'codes', { value: codes, enumerable: !1 }),
        (styles.color.close = '\x1B[39m'),
        (styles.bgColor.close = '\x1B[49m'),
        setLazyProperty(styles.color, 'ansi', () => makeDynamicStyles(wrapAnsi16, 'ansi16', ansi2ansi, !1)),
        setLazyProperty(styles.color, 'ansi256', () => makeDynamicStyles(wrapAnsi256, 'ansi256', ansi2ansi, !1)),
        setLazyProperty(styles.color, 'ansi16m', () => makeDynamicStyles(wrapAnsi16m, 'rgb', rgb2rgb, !1)),
        setLazyProperty(styles.bgColor, 'ansi', () => makeDynamicStyles(wrapAnsi16, 'ansi16', ansi2ansi, !0)),
        setLazyProperty(styles.bgColor, 'ansi256', () => makeDynamicStyles(wrapAnsi256, 'ansi256', ansi2ansi, !0)),
        setLazyProperty(styles.bgColor, 'ansi16m', () => makeDynamicStyles(wrapAnsi16m, 'rgb', rgb2rgb, !0)),
        styles
      );
    }
    Object.defineProperty(module2, 'exports', { enumerable: !0, get: assembleStyles });
  },
});
var require_wrap_ansi = __commonJS({
  'node_modules/wrap-ansi/index.js'(exports2, module2) {
    'use strict';
    var stringWidth = require_string_width(),
      stripAnsi = require_strip_ansi(),
      ansiStyles = require_ansi_styles(),
      ESCAPES = new Set(['\x1B', '\x9B']),
      END_CODE = 39,
      ANSI_ESCAPE_BELL = '\x07',
      ANSI_CSI = '[',
      ANSI_OSC = ']',
      ANSI_SGR_TERMINATOR = 'm',
      ANSI_ESCAPE_LINK = `${ANSI_OSC}8;;`,
      wrapAnsi = (code) => `${ESCAPES.values().next().value}${ANSI_CSI}${code}${ANSI_SGR_TERMINATOR}`,
      wrapAnsiHyperlink = (uri) => `${ESCAPES.values().next().value}${ANSI_ESCAPE_LINK}${uri}${ANSI_ESCAPE_BELL}`,
      wordLengths = (string6) => string6.split(' ').map((character) => stringWidth(character)),
      wrapWord = (rows, word, columns) => {
        let characters = [...word],
          isInsideEscape = !1,
          isInsideLinkEscape = !1,
          visible = stringWidth(stripAnsi(rows[rows.length - 1]));
        for (const [index, character] of characters.entries()) {
          const characterLength = stringWidth(character);
          if (
            (visible + characterLength <= columns ? (rows[rows.length - 1] += character) : (rows.push(character), (visible = 0)),
            ESCAPES.has(character) &&
              ((isInsideEscape = !0),
              (isInsideLinkEscape = characters
                .slice(index + 1)
                .join('')
                .startsWith(ANSI_ESCAPE_LINK))),
            isInsideEscape)
          ) {
            isInsideLinkEscape
              ? character === ANSI_ESCAPE_BELL && ((isInsideEscape = !1), (isInsideLinkEscape = !1))
              : character === ANSI_SGR_TERMINATOR && (isInsideEscape = !1);
            continue;
          }
          (visible += characterLength), visible === columns && index < characters.length - 1 && (rows.push(''), (visible = 0));
        }
        !visible && rows[rows.length - 1].length > 0 && rows.length > 1 && (rows[rows.length - 2] += rows.pop());
      },
      stringVisibleTrimSpacesRight = (string6) => {
        let words = string6.split(' '),
          last = words.length;
        for (; last > 0 && !(stringWidth(words[last - 1]) > 0); ) last--;
        return last === words.length ? string6 : words.slice(0, last).join(' ') + words.slice(last).join('');
      },
      exec = (string6, columns, options = {}) => {
        if (options.trim !== !1 && string6.trim() === '') return '';
        let returnValue = '',
          escapeCode,
          escapeUrl,
          lengths = wordLengths(string6),
          rows = [''];
        for (const [index, word] of string6.split(' ').entries()) {
          options.trim !== !1 && (rows[rows.length - 1] = rows[rows.length - 1].trimStart());
          let rowLength = stringWidth(rows[rows.length - 1]);
          if (
            (index !== 0 &&
              (rowLength >= columns && (options.wordWrap === !1 || options.trim === !1) && (rows.push(''), (rowLength = 0)),
              (rowLength > 0 || options.trim === !1) && ((rows[rows.length - 1] += ' '), rowLength++)),
            options.hard && lengths[index] > columns)
          ) {
            const remainingColumns = columns - rowLength,
              breaksStartingThisLine = 1 + Math.floor((lengths[index] - remainingColumns - 1) / columns);
            Math.floor((lengths[index] - 1) / columns) < breaksStartingThisLine && rows.push(''), wrapWord(rows, word, columns);
            continue;
          }
          if (rowLength + lengths[index] > columns && rowLength > 0 && lengths[index] > 0) {
            if (options.wordWrap === !1 && rowLength < columns) {
              wrapWord(rows, word, columns);
              continue;
            }
            rows.push('');
          }
          if (rowLength + lengths[index] > columns && options.wordWrap === !1) {
            wrapWord(rows, word, columns);
            continue;
          }
          rows[rows.length - 1] += word;
        }
        options.trim !== !1 && (rows = rows.map(stringVisibleTrimSpacesRight));
        const pre = [
          ...rows.join(`
`),
        ];
        for (const [index, character] of pre.entries()) {
          if (((returnValue += character), ESCAPES.has(character))) {
            const { groups } = new RegExp(`(?:\\${ANSI_CSI}(?<code>\\d+)m|\\${ANSI_ESCAPE_LINK}(?<uri>.*)${ANSI_ESCAPE_BELL})`).exec(
              pre.slice(index).join(''),
            ) || { groups: {} };
            if (groups.code !== void 0) {
              const code2 = Number.parseFloat(groups.code);
              escapeCode = code2 === END_CODE ? void 0 : code2;
            } else groups.uri !== void 0 && (escapeUrl = groups.uri.length === 0 ? void 0 : groups.uri);
          }
          const code = ansiStyles.codes.get(Number(escapeCode));
          pre[index + 1] ===
          `
`
            ? (escapeUrl && (returnValue += wrapAnsiHyperlink('')), escapeCode && code && (returnValue += wrapAnsi(code)))
            : character ===
                `
` && (escapeCode && code && (returnValue += wrapAnsi(escapeCode)), escapeUrl && (returnValue += wrapAnsiHyperlink(escapeUrl)));
        }
        return returnValue;
      };
    module2.exports = (string6, columns, options) =>
      String(string6)
        .normalize()
        .replace(
          /\r\n/g,
          `
`,
        )
        .split(`
`)
        .map((line) => exec(line, columns, options))
        .join(`
`);
  },
});
var require_package = __commonJS({
  'node_modules/@oclif/core/package.json'(exports2, module2) {
    module2.exports = {
      name: '@oclif/core',
      description: 'base library for oclif CLIs',
      version: '5.1.9',
      author: 'Salesforce',
      bugs: 'https://github.com/oclif/core/issues',
      dependencies: {
        'ansi-escapes': '^4.3.2',
        ansis: '^3.17.0',
        'clean-stack': '^3.0.1',
        'cli-spinners': '^2.9.2',
        debug: '^4.4.3',
        ejs: '^6',
        'get-package-type': '^0.1.0',
        'indent-string': '^4.0.0',
        lilconfig: '^3.1.3',
        minimatch: '^10.2.5',
        semver: '^7.8.1',
        'string-width': '^4.2.3',
        'supports-color': '^8',
        tinyglobby: '^0.2.17',
        'widest-line': '^3.1.0',
        wordwrap: '^1.0.0',
        'wrap-ansi': '^7.0.0',
        'wsl-utils': '^0.4.0',
      },
      devDependencies: {
        '@commitlint/config-conventional': '^19',
        '@eslint/compat': '^1.4.1',
        '@oclif/plugin-help': '^6',
        '@oclif/plugin-plugins': '^5',
        '@oclif/prettier-config': '^0.2.1',
        '@oclif/test': '^4',
        '@types/benchmark': '^2.1.5',
        '@types/chai': '^4.3.16',
        '@types/chai-as-promised': '^7.1.8',
        '@types/clean-stack': '^2.1.1',
        '@types/debug': '^4.1.13',
        '@types/ejs': '^3.1.5',
        '@types/indent-string': '^4.0.1',
        '@types/mocha': '^10.0.10',
        '@types/node': '^18',
        '@types/picomatch': '^4.0.3',
        '@types/pnpapi': '^0.0.5',
        '@types/sinon': '^17.0.3',
        '@types/supports-color': '^8.1.3',
        '@types/wordwrap': '^1.0.3',
        '@types/wrap-ansi': '^3.0.0',
        benchmark: '^2.1.4',
        chai: '^4.5.0',
        'chai-as-promised': '^7.1.2',
        commitlint: '^19',
        'cross-env': '^7.0.3',
        eslint: '^10',
        'eslint-config-oclif': '^7',
        'eslint-config-prettier': '^10',
        husky: '^9.1.7',
        'lint-staged': '^15',
        madge: '^6.1.0',
        mocha: '^11.7.5',
        nyc: '^15.1.0',
        prettier: '^3.8.3',
        shx: '^0.4.0',
        sinon: '^18',
        'ts-node': '^10.9.2',
        tsd: '^0.33.0',
        typescript: '^6.0.3',
      },
      engines: { node: '>=22.0.0' },
      files: ['/lib'],
      homepage: 'https://github.com/oclif/core',
      keywords: ['oclif', 'cli', 'command', 'command line', 'parser', 'args', 'argv'],
      license: 'MIT',
      exports: {
        '.': './lib/index.js',
        './args': './lib/args.js',
        './command': './lib/command.js',
        './config': './lib/config/index.js',
        './errors': './lib/errors/index.js',
        './execute': './lib/execute.js',
        './flags': './lib/flags.js',
        './flush': './lib/flush.js',
        './handle': './lib/errors/handle.js',
        './help': './lib/help/index.js',
        './hooks': './lib/interfaces/hooks.js',
        './interfaces': './lib/interfaces/index.js',
        './logger': './lib/logger.js',
        './package.json': './package.json',
        './parser': './lib/parser/index.js',
        './performance': './lib/performance.js',
        './run': './lib/main.js',
        './settings': './lib/settings.js',
        './util/ids': './lib/util/ids.js',
        './ux': './lib/ux/index.js',
      },
      repository: 'oclif/core',
      oclif: { bin: 'oclif', devPlugins: ['@oclif/plugin-help', '@oclif/plugin-plugins'] },
      publishConfig: { access: 'public' },
      scripts: {
        build: 'shx rm -rf lib && tsc',
        compile: 'tsc',
        format: 'prettier --write "+(src|test)/**/*.+(ts|js|json)"',
        lint: 'eslint',
        posttest: 'yarn lint && yarn test:circular-deps',
        prepack: 'yarn run build',
        prepare: 'husky',
        'test:circular-deps': 'yarn build && madge lib/ -c',
        'test:debug': 'nyc mocha --debug-brk --inspect "test/**/*.test.ts"',
        'test:integration': 'mocha --forbid-only "test/**/*.integration.ts" --parallel --timeout 1200000',
        'test:interoperability': 'cross-env DEBUG=integration:* ts-node test/integration/interop.ts',
        'test:perf': 'ts-node test/perf/parser.perf.ts',
        test: 'nyc mocha --forbid-only "test/**/*.test.ts" --parallel',
      },
      types: 'lib/index.d.ts',
    };
  },
});
var require_cache = __commonJS({
  'node_modules/@oclif/core/lib/cache.js'(exports2) {
    'use strict';
    Object.defineProperty(exports2, '__esModule', { value: !0 });
    var node_fs_1$,
      node_fs_1$get = () => (node_fs_1$ ??= require('node:fs')),
      node_path_1$,
      node_path_1$get = () => (node_path_1$ ??= require('node:path')),
      Cache = class _Cache extends Map {
        static instance;
        constructor() {
          super(), this.set('@oclif/core', this.getOclifCoreMeta());
        }
        static getInstance() {
          return _Cache.instance || (_Cache.instance = new _Cache()), _Cache.instance;
        }
        get(key) {
          return super.get(key);
        }
        getOclifCoreMeta() {
          try {
            return { name: '@oclif/core', version: require_package().version };
          } catch {
            try {
              return {
                name: '@oclif/core',
                version: JSON.parse((0, node_fs_1$get().readFileSync)((0, node_path_1$get().join)(__dirname, '..', 'package.json'), 'utf8'))
                  .version,
              };
            } catch {
              return { name: '@oclif/core', version: 'unknown' };
            }
          }
        }
      };
    exports2.default = Cache;
  },
});
var require_settings = __commonJS({
  'node_modules/@oclif/core/lib/settings.js'(exports2) {
    'use strict';
    Object.defineProperty(exports2, '__esModule', { value: !0 });
    exports2.settings = void 0;
    globalThis.oclif || (globalThis.oclif = {});
    exports2.settings = globalThis.oclif;
  },
});
var require_screen = __commonJS({
  'node_modules/@oclif/core/lib/screen.js'(exports2) {
    'use strict';
    Object.defineProperty(exports2, '__esModule', { value: !0 });
    exports2.errtermwidth = exports2.stdtermwidth = void 0;
    var settings_1$,
      settings_1$get = () => (settings_1$ ??= require_settings());
    function termwidth(stream) {
      if (!stream.isTTY) return 80;
      const width = stream.getWindowSize()[0];
      return width < 1 ? 80 : width < 40 ? 40 : width;
    }
    var columns = Number.parseInt(process.env.OCLIF_COLUMNS, 10) || settings_1$get().settings.columns;
    exports2.stdtermwidth = columns || termwidth(process.stdout);
    exports2.errtermwidth = columns || termwidth(process.stderr);
  },
});
var require_ansis = __commonJS({
  'node_modules/ansis/index.js'(exports2, module2) {
    var { defineProperty: e, setPrototypeOf: t, create: r, keys: n } = Object,
      l = '',
      { round: s, max: i } = Math,
      o = (e2) => {
        let [, t2] = /([a-f\d]{3,6})/i.exec(e2) || [],
          r2 = t2 ? t2.length : 0;
        if (r2 === 3) t2 = t2[0] + t2[0] + t2[1] + t2[1] + t2[2] + t2[2];
        else if (6 ^ r2) return [0, 0, 0];
        const n2 = parseInt(t2, 16);
        return [(n2 >> 16) & 255, (n2 >> 8) & 255, 255 & n2];
      },
      a = (e2, t2, r2) =>
        e2 === t2 && t2 === r2
          ? e2 < 8
            ? 16
            : e2 > 248
              ? 231
              : s(((e2 - 8) / 247) * 24) + 232
          : 16 + 36 * s(e2 / 51) + 6 * s(t2 / 51) + s(r2 / 51),
      c = (e2) => {
        let t2, r2, n2, l2, o2;
        return e2 < 8
          ? 30 + e2
          : e2 < 16
            ? e2 - 8 + 90
            : (e2 >= 232
                ? (t2 = r2 = n2 = (10 * (e2 - 232) + 8) / 255)
                : ((o2 = (e2 -= 16) % 36), (t2 = ((e2 / 36) | 0) / 5), (r2 = ((o2 / 6) | 0) / 5), (n2 = (o2 % 6) / 5)),
              (l2 = 2 * i(t2, r2, n2)),
              l2 ? 30 + ((s(n2) << 2) | (s(r2) << 1) | s(t2)) + (2 ^ l2 ? 0 : 60) : 30);
      },
      u = (() => {
        let e2 = (e3) => i2.some((t3) => e3.test(t3)),
          t2 = globalThis,
          r2 = t2.Deno,
          l2 = !!r2,
          s2 = t2.process || r2 || {},
          i2 = s2.argv || s2.args || [],
          o2 = s2.env || {},
          a2 = -1;
        if (l2)
          try {
            o2 = o2.toObject();
          } catch {
            a2 = 0;
          }
        const c2 = (!!o2.PM2_HOME && !!o2.pm_id) || o2.NEXT_RUNTIME?.includes('edge') || (l2 ? r2.isatty(1) : !!s2.stdout?.isTTY),
          u2 = 'FORCE_COLOR',
          p2 = o2[u2],
          g2 = parseInt(p2),
          d2 = isNaN(g2) ? (p2 === 'false' ? 0 : -1) : g2,
          f2 = (u2 in o2 && d2) || e2(/^-{1,2}color=?(true|always)?$/);
        return (
          f2 && (a2 = d2),
          a2 < 0 &&
            (a2 = ((e3, t3, r3) => {
              const l3 = e3.TERM,
                s3 = ',' + n(e3).join(',');
              return (
                { '24bit': 3, truecolor: 3, ansi256: 2, ansi: 1 }[e3.COLORTERM] ||
                (e3.TF_BUILD
                  ? 1
                  : /,TEAMCI/.test(s3)
                    ? 2
                    : e3.CI
                      ? /,GIT(HUB|EA)/.test(s3)
                        ? 3
                        : 1
                      : !t3 || /-mono|dumb/i.test(l3)
                        ? 0
                        : r3 || /term-(kit|dir)/.test(l3)
                          ? 3
                          : /-256/.test(l3)
                            ? 2
                            : /scr|xterm|tty|ansi|color|[nm]ux|vt|cyg/.test(l3)
                              ? 1
                              : 3)
              );
            })(o2, c2, (l2 ? r2.build.os : s2.platform) === 'win32')),
          !d2 || o2.NO_COLOR || e2(/^-{1,2}(no-color|color=(false|never))$/) ? 0 : (f2 && !a2) || t2.window?.chrome ? 3 : a2
        );
      })(),
      p = u > 0,
      g = { open: l, close: l },
      d = p ? (e2, t2) => ({ open: `\x1B[${e2}m`, close: `\x1B[${t2}m` }) : () => g,
      f = 39,
      b = 49,
      _ = (e2, t2) => (r2, n2, l2) => d(((e3, t3, r3) => c(a(e3, t3, r3)))(r2, n2, l2) + e2, t2),
      m = (e2) => (t2, r2, n2) => e2(a(t2, r2, n2)),
      y = (e2) => (t2) => e2(...o(t2)),
      h = (e2, t2, r2) => d(`38;2;${e2};${t2};${r2}`, f),
      O = (e2, t2, r2) => d(`48;2;${e2};${t2};${r2}`, b),
      $ = (e2) => d(`38;5;${e2}`, f),
      x = (e2) => d(`48;5;${e2}`, b);
    u === 2
      ? ((h = m($)), (O = m(x)))
      : u === 1 && ((h = _(0, f)), (O = _(10, b)), ($ = (e2) => d(c(e2), f)), (x = (e2) => d(c(e2) + 10, b)));
    var T,
      w = {
        ansi256: $,
        bgAnsi256: x,
        fg: $,
        bg: x,
        rgb: h,
        bgRgb: O,
        hex: y(h),
        bgHex: y(O),
        visible: g,
        reset: d(0, 0),
        bold: d(1, 22),
        dim: d(2, 22),
        italic: d(3, 23),
        underline: d(4, 24),
        inverse: d(7, 27),
        hidden: d(8, 28),
      },
      R = 'Bright',
      E = 30;
    'black,red,green,yellow,blue,magenta,cyan,white'.split(',').map((e2) => {
      (T = 'bg' + e2[0].toUpperCase() + e2.slice(1)),
        (w[e2] = d(E, f)),
        (w[e2 + R] = d(60 + E, f)),
        (w[T] = d(E + 10, b)),
        (w[T + R] = d(70 + E++, b));
    }),
      (w.grey = w.gray = d(90, f)),
      (w.bgGrey = w.bgGray = d(100, b)),
      (w.strikethrough = w.strike = d(9, 29));
    var v,
      C = {},
      I = ({ _p: e2 }, { open: r2, close: n2 }) => {
        let s2 = (e3, ...t2) => {
            if (!e3) {
              if (r2 && r2 === n2) return r2;
              if (e3 == null || l === e3) return l;
            }
            let i3 = e3.raw
                ? String.raw(e3, ...t2).replace(
                    /\\n/g,
                    `
`,
                  )
                : l + e3,
              o3 = s2._p,
              { _a: a2, _b: c2 } = o3;
            if (i3.includes('\x1B'))
              for (; o3; ) {
                let e4,
                  t3 = o3.close,
                  r3 = o3.open,
                  n3 = t3.length,
                  s3 = l,
                  a3 = 0;
                if (n3) {
                  for (; ~(e4 = i3.indexOf(t3, a3)); a3 = e4 + n3) s3 += i3.slice(a3, e4) + r3;
                  i3 = s3 + i3.slice(a3);
                }
                o3 = o3._p;
              }
            return (
              i3.includes(`
`) && (i3 = i3.replace(/(\r?\n)/g, c2 + '$1' + a2)),
              a2 + i3 + c2
            );
          },
          i2 = r2,
          o2 = n2;
        return (
          e2 && ((i2 = e2._a + r2), (o2 = n2 + e2._b)),
          t(s2, v),
          (s2._p = { open: r2, close: n2, _a: i2, _b: o2, _p: e2 }),
          (s2.open = i2),
          (s2.close = o2),
          s2
        );
      },
      M = () => {
        const n2 = {
          Ansis: M,
          isSupported: () => p,
          strip: (e2) => e2.replace(/[][[()#;?]*(?:[0-9]{1,4}(?:;[0-9]{0,4})*)?[0-9A-ORZcf-nqry=><]/g, l),
          extend(l2) {
            for (const t2 in l2) {
              const r2 = l2[t2],
                n3 = (typeof r2)[0],
                s2 = n3 === 's' ? h(...o(r2)) : r2;
              C[t2] =
                n3 === 'f'
                  ? {
                      get() {
                        return (...e2) => I(this, r2(...e2));
                      },
                    }
                  : {
                      get() {
                        const r3 = I(this, s2);
                        return e(this, t2, { value: r3 }), r3;
                      },
                    };
            }
            return (v = r({}, C)), t(n2, v), n2;
          },
        };
        return n2.extend(w);
      },
      k = new M();
    (module2.exports = k), (k.default = k);
  },
});
var require_theme = __commonJS({
  'node_modules/@oclif/core/lib/interfaces/theme.js'(exports2) {
    'use strict';
    Object.defineProperty(exports2, '__esModule', { value: !0 });
    exports2.STANDARD_ANSI = void 0;
    exports2.STANDARD_ANSI = [
      'white',
      'black',
      'blue',
      'yellow',
      'green',
      'red',
      'magenta',
      'cyan',
      'gray',
      'blackBright',
      'redBright',
      'greenBright',
      'yellowBright',
      'blueBright',
      'magentaBright',
      'cyanBright',
      'whiteBright',
      'bgBlack',
      'bgRed',
      'bgGreen',
      'bgYellow',
      'bgBlue',
      'bgMagenta',
      'bgCyan',
      'bgWhite',
      'bgGray',
      'bgBlackBright',
      'bgRedBright',
      'bgGreenBright',
      'bgYellowBright',
      'bgBlueBright',
      'bgMagentaBright',
      'bgCyanBright',
      'bgWhiteBright',
      'bold',
      'underline',
      'dim',
      'italic',
      'strikethrough',
    ];
  },
});
var require_supports_color2 = __commonJS({
  'node_modules/@oclif/core/lib/ux/supports-color.js'(exports2) {
    'use strict';
    Object.defineProperty(exports2, '__esModule', { value: !0 });
    exports2.supportsColor = supportsColor;
    var supports_color_1$,
      supports_color_1$get = () => (supports_color_1$ ??= require_supports_color());
    function supportsColor() {
      return !!supports_color_1$get().stdout && !!supports_color_1$get().stderr;
    }
  },
});
var require_theme2 = __commonJS({
  'node_modules/@oclif/core/lib/ux/theme.js'(exports2) {
    'use strict';
    var __importDefault = (exports2 && exports2.__importDefault) || ((mod) => (mod && mod.__esModule ? mod : { default: mod }));
    Object.defineProperty(exports2, '__esModule', { value: !0 });
    exports2.colorize = colorize;
    exports2.parseTheme = parseTheme;
    var ansis_1$,
      ansis_1$get = () => (ansis_1$ ??= __importDefault(require_ansis())),
      theme_1$,
      theme_1$get = () => (theme_1$ ??= require_theme()),
      supports_color_1$,
      supports_color_1$get = () => (supports_color_1$ ??= require_supports_color2());
    function isStandardAnsi(color) {
      return theme_1$get().STANDARD_ANSI.includes(color);
    }
    function colorize(color, text) {
      if (!color || !(0, supports_color_1$get().supportsColor)()) return text;
      if (isStandardAnsi(color)) return ansis_1$get().default[color](text);
      if (color.startsWith('#')) return ansis_1$get().default.hex(color)(text);
      if (color.startsWith('rgb')) {
        const [red, green, blue] = color
          .slice(4, -1)
          .split(',')
          .map((c) => Number.parseInt(c.trim(), 10));
        return ansis_1$get().default.rgb(red, green, blue)(text);
      }
      return text;
    }
    function parseTheme(theme) {
      return Object.fromEntries(
        Object.entries(theme)
          .map(([key, value]) => [key, typeof value == 'string' ? isValid(value) : parseTheme(value)])
          .filter(([_, value]) => value),
      );
    }
    function isValid(color) {
      return color.startsWith('#') || color.startsWith('rgb') || isStandardAnsi(color) ? color : void 0;
    }
  },
});
var require_cli = __commonJS({
  'node_modules/@oclif/core/lib/errors/errors/cli.js'(exports2) {
    'use strict';
    var __importDefault = (exports2 && exports2.__importDefault) || ((mod) => (mod && mod.__esModule ? mod : { default: mod }));
    Object.defineProperty(exports2, '__esModule', { value: !0 });
    exports2.CLIError = void 0;
    exports2.addOclifExitCode = addOclifExitCode;
    var clean_stack_1$,
      clean_stack_1$get = () => (clean_stack_1$ ??= __importDefault(require_clean_stack())),
      indent_string_1$,
      indent_string_1$get = () => (indent_string_1$ ??= __importDefault(require_indent_string())),
      wrap_ansi_1$,
      wrap_ansi_1$get = () => (wrap_ansi_1$ ??= __importDefault(require_wrap_ansi())),
      cache_1$,
      cache_1$get = () => (cache_1$ ??= __importDefault(require_cache())),
      screen_1$,
      screen_1$get = () => (screen_1$ ??= require_screen()),
      settings_1$,
      settings_1$get = () => (settings_1$ ??= require_settings()),
      theme_1$,
      theme_1$get = () => (theme_1$ ??= require_theme2());
    function addOclifExitCode(error, options) {
      return (
        'oclif' in error || (error.oclif = {}),
        (error.oclif.exit = options?.exit === void 0 ? (cache_1$get().default.getInstance().get('exitCodes')?.default ?? 2) : options.exit),
        error
      );
    }
    var CLIError = class extends Error {
      code;
      oclif = {};
      skipOclifErrorHandling;
      suggestions;
      constructor(error, options = {}) {
        super(error instanceof Error ? error.message : error),
          addOclifExitCode(this, options),
          (this.code = options.code),
          (this.suggestions = options.suggestions);
      }
      get bang() {
        try {
          return (0, theme_1$get().colorize)('red', process.platform === 'win32' ? '\xBB' : '\u203A');
        } catch {}
      }
      get stack() {
        return (0, clean_stack_1$get().default)(super.stack, { pretty: !0 });
      }
      render() {
        if (settings_1$get().settings.debug) return this.stack;
        let output = `${this.name}: ${this.message}`;
        return (
          (output = (0, wrap_ansi_1$get().default)(output, screen_1$get().errtermwidth - 6, { hard: !0, trim: !1 })),
          (output = (0, indent_string_1$get().default)(output, 3)),
          (output = (0, indent_string_1$get().default)(output, 1, { includeEmptyLines: !0, indent: this.bang })),
          (output = (0, indent_string_1$get().default)(output, 1)),
          output
        );
      }
    };
    exports2.CLIError = CLIError;
    ((CLIError2) => {
      class Warn extends CLIError2 {
        constructor(err) {
          super(err instanceof Error ? err.message : err), (this.name = 'Warning');
        }
        get bang() {
          try {
            return (0, theme_1$get().colorize)('yellow', process.platform === 'win32' ? '\xBB' : '\u203A');
          } catch {}
        }
      }
      CLIError2.Warn = Warn;
    })(CLIError || (exports2.CLIError = CLIError = {}));
  },
});
var require_pretty_print = __commonJS({
  'node_modules/@oclif/core/lib/errors/errors/pretty-print.js'(exports2) {
    'use strict';
    var __importDefault = (exports2 && exports2.__importDefault) || ((mod) => (mod && mod.__esModule ? mod : { default: mod }));
    Object.defineProperty(exports2, '__esModule', { value: !0 });
    exports2.applyPrettyPrintOptions = applyPrettyPrintOptions;
    exports2.default = prettyPrint;
    var indent_string_1$,
      indent_string_1$get = () => (indent_string_1$ ??= __importDefault(require_indent_string())),
      wrap_ansi_1$,
      wrap_ansi_1$get = () => (wrap_ansi_1$ ??= __importDefault(require_wrap_ansi())),
      screen_1$,
      screen_1$get = () => (screen_1$ ??= require_screen()),
      settings_1$,
      settings_1$get = () => (settings_1$ ??= require_settings());
    function applyPrettyPrintOptions(error, options) {
      const prettyErrorKeys = ['message', 'code', 'ref', 'suggestions'];
      for (const key of prettyErrorKeys) !(key in error) && options[key] && (error[key] = options[key]);
      return error;
    }
    var formatSuggestions = (suggestions) => {
      if (!suggestions || suggestions.length === 0) return;
      const label = 'Try this:';
      if (suggestions.length === 1) return `${label} ${suggestions[0]}`;
      const multiple = suggestions
        .map((suggestion) => `* ${suggestion}`)
        .join(`
`);
      return `${label}
${(0, indent_string_1$get().default)(multiple, 2)}`;
    };
    function isCombinedErrorType(obj) {
      return !!obj && 'name' in obj && 'message' in obj;
    }
    function prettyPrint(error) {
      let prettyPrintedErrors = [],
        currentError = error,
        isDeep = !1;
      for (; isCombinedErrorType(currentError); ) {
        if (settings_1$get().settings.debug && currentError.stack)
          prettyPrintedErrors.push(`${isDeep ? 'Caused by: ' : ''}${currentError.stack}`);
        else {
          let { bang, code, message, name: errorSuffix, ref, suggestions } = currentError,
            formattedHeader = message ? `${errorSuffix || 'Error'}: ${message}` : void 0,
            formattedCode = code ? `Code: ${code}` : void 0,
            formattedSuggestions = formatSuggestions(suggestions),
            formattedReference = ref ? `Reference: ${ref}` : void 0,
            formatted = [formattedHeader, formattedCode, formattedSuggestions, formattedReference].filter(Boolean).join(`
`),
            output = `${isDeep ? 'Caused by: ' : ''}${formatted}`;
          (output = (0, wrap_ansi_1$get().default)(output, screen_1$get().errtermwidth - 6, { hard: !0, trim: !1 })),
            settings_1$get().settings.debug ||
              ((output = (0, indent_string_1$get().default)(output, 3)),
              (output = (0, indent_string_1$get().default)(output, 1, { includeEmptyLines: !0, indent: bang || '' })),
              (output = (0, indent_string_1$get().default)(output, 1))),
            prettyPrintedErrors.push(output);
        }
        (isDeep = !0), (currentError = currentError.cause ?? null);
      }
      return prettyPrintedErrors.join(`
`);
    }
  },
});
var require_error = __commonJS({
  'node_modules/@oclif/core/lib/errors/error.js'(exports2) {
    'use strict';
    var __createBinding =
        (exports2 && exports2.__createBinding) ||
        (Object.create
          ? (o, m, k, k2) => {
              k2 === void 0 && (k2 = k);
              var desc = Object.getOwnPropertyDescriptor(m, k);
              (!desc || ('get' in desc ? !m.__esModule : desc.writable || desc.configurable)) &&
                (desc = { enumerable: !0, get: () => m[k] }),
                Object.defineProperty(o, k2, desc);
            }
          : (o, m, k, k2) => {
              k2 === void 0 && (k2 = k), (o[k2] = m[k]);
            }),
      __setModuleDefault =
        (exports2 && exports2.__setModuleDefault) ||
        (Object.create
          ? (o, v) => {
              Object.defineProperty(o, 'default', { enumerable: !0, value: v });
            }
          : (o, v) => {
              o.default = v;
            }),
      __importStar =
        (exports2 && exports2.__importStar) ||
        (() => {
          var ownKeys = (o) => (
            (ownKeys =
              Object.getOwnPropertyNames ||
              ((o2) => {
                var ar = [];
                for (var k in o2) Object.hasOwn(o2, k) && (ar[ar.length] = k);
                return ar;
              })),
            ownKeys(o)
          );
          return (mod) => {
            if (mod && mod.__esModule) return mod;
            var result = {};
            if (mod != null) for (var k = ownKeys(mod), i = 0; i < k.length; i++) k[i] !== 'default' && __createBinding(result, mod, k[i]);
            return __setModuleDefault(result, mod), result;
          };
        })();
    Object.defineProperty(exports2, '__esModule', { value: !0 });
    exports2.error = error;
    var logger_1$,
      logger_1$get = () => (logger_1$ ??= require_logger()),
      write_1$,
      write_1$get = () => (write_1$ ??= require_write()),
      cli_1$,
      cli_1$get = () => (cli_1$ ??= require_cli()),
      pretty_print_1$,
      pretty_print_1$get = () => (pretty_print_1$ ??= __importStar(require_pretty_print()));
    function error(input, options = {}) {
      let err;
      if (typeof input == 'string') err = new (cli_1$get().CLIError)(input, options);
      else if (input instanceof Error) err = (0, cli_1$get().addOclifExitCode)(input, options);
      else throw new TypeError('first argument must be a string or instance of Error');
      if (((err = (0, pretty_print_1$get().applyPrettyPrintOptions)(err, options)), options.exit === !1)) {
        const message = (0, pretty_print_1$get().default)(err);
        message && (0, write_1$get().stderr)(message), err?.stack && (0, logger_1$get().getLogger)().error(err.stack);
      } else throw err;
    }
    exports2.default = error;
  },
});
var require_exit = __commonJS({
  'node_modules/@oclif/core/lib/errors/errors/exit.js'(exports2) {
    'use strict';
    Object.defineProperty(exports2, '__esModule', { value: !0 });
    exports2.ExitError = void 0;
    var cli_1$,
      cli_1$get = () => (cli_1$ ??= require_cli()),
      ExitError = class extends cli_1$get().CLIError {
        code = 'EEXIT';
        constructor(exitCode = 1) {
          super(`EEXIT: ${exitCode}`, { exit: exitCode });
        }
        render() {
          return '';
        }
      };
    exports2.ExitError = ExitError;
  },
});
var require_module_load = __commonJS({
  'node_modules/@oclif/core/lib/errors/errors/module-load.js'(exports2) {
    'use strict';
    Object.defineProperty(exports2, '__esModule', { value: !0 });
    exports2.ModuleLoadError = void 0;
    var cli_1$,
      cli_1$get = () => (cli_1$ ??= require_cli()),
      ModuleLoadError = class extends cli_1$get().CLIError {
        code = 'MODULE_NOT_FOUND';
        constructor(message) {
          super(`[MODULE_NOT_FOUND] ${message}`, { exit: 1 }), (this.name = 'ModuleLoadError');
        }
      };
    exports2.ModuleLoadError = ModuleLoadError;
  },
});
var require_exit2 = __commonJS({
  'node_modules/@oclif/core/lib/errors/exit.js'(exports2) {
    'use strict';
    Object.defineProperty(exports2, '__esModule', { value: !0 });
    exports2.exit = exit;
    var exit_1$,
      exit_1$get = () => (exit_1$ ??= require_exit());
    function exit(code = 0) {
      throw new (exit_1$get().ExitError)(code);
    }
  },
});
var require_warn = __commonJS({
  'node_modules/@oclif/core/lib/errors/warn.js'(exports2) {
    'use strict';
    var __importDefault = (exports2 && exports2.__importDefault) || ((mod) => (mod && mod.__esModule ? mod : { default: mod }));
    Object.defineProperty(exports2, '__esModule', { value: !0 });
    exports2.warn = warn;
    exports2.memoizedWarn = memoizedWarn;
    var logger_1$,
      logger_1$get = () => (logger_1$ ??= require_logger()),
      write_1$,
      write_1$get = () => (write_1$ ??= require_write()),
      cli_1$,
      cli_1$get = () => (cli_1$ ??= require_cli()),
      pretty_print_1$,
      pretty_print_1$get = () => (pretty_print_1$ ??= __importDefault(require_pretty_print()));
    function warn(input) {
      let err;
      if (typeof input == 'string') err = new (cli_1$get().CLIError.Warn)(input);
      else if (input instanceof Error) err = (0, cli_1$get().addOclifExitCode)(input);
      else throw new TypeError('first argument must be a string or instance of Error');
      const message = (0, pretty_print_1$get().default)(err);
      message && (0, write_1$get().stderr)(message), err?.stack && (0, logger_1$get().getLogger)().error(err.stack);
    }
    var WARNINGS = new Set();
    function memoizedWarn(input) {
      WARNINGS.has(input) || warn(input), WARNINGS.add(input);
    }
    exports2.default = warn;
  },
});
var require_util = __commonJS({
  'node_modules/@oclif/core/lib/util/util.js'(exports2) {
    'use strict';
    Object.defineProperty(exports2, '__esModule', { value: !0 });
    exports2.pickBy = pickBy;
    exports2.compact = compact;
    exports2.uniqBy = uniqBy;
    exports2.last = last;
    exports2.sortBy = sortBy;
    exports2.castArray = castArray;
    exports2.isProd = isProd;
    exports2.maxBy = maxBy;
    exports2.sumBy = sumBy;
    exports2.capitalize = capitalize;
    exports2.isTruthy = isTruthy;
    exports2.isNotFalsy = isNotFalsy;
    exports2.uniq = uniq;
    exports2.mapValues = mapValues;
    exports2.mergeNestedObjects = mergeNestedObjects;
    function pickBy(obj, fn) {
      return Object.entries(obj).reduce((o, [k, v]) => (fn(v) && (o[k] = v), o), {});
    }
    function compact(a) {
      return a.filter((a2) => !!a2);
    }
    function uniqBy(arr, fn) {
      return arr.filter((a, i) => {
        const aVal = fn(a);
        return arr.every((b, j) => !(j > i && fn(b) === aVal));
      });
    }
    function last(arr) {
      if (arr) return arr.at(-1);
    }
    function compare2(a, b) {
      if (((a = a === void 0 ? 0 : a), (b = b === void 0 ? 0 : b), Array.isArray(a) && Array.isArray(b))) {
        if (a.length === 0 && b.length === 0) return 0;
        const diff = compare2(a[0], b[0]);
        return diff !== 0 ? diff : compare2(a.slice(1), b.slice(1));
      }
      return a < b ? -1 : a > b ? 1 : 0;
    }
    function sortBy(arr, fn) {
      return arr.sort((a, b) => compare2(fn(a), fn(b)));
    }
    function castArray(input) {
      return input === void 0 ? [] : Array.isArray(input) ? input : [input];
    }
    function isProd() {
      return !['development', 'test'].includes(process.env.NODE_ENV ?? '');
    }
    function maxBy(arr, fn) {
      if (arr.length !== 0)
        return arr.reduce((maxItem, i) => {
          const curr = fn(i),
            max = fn(maxItem);
          return curr > max ? i : maxItem;
        });
    }
    function sumBy(arr, fn) {
      return arr.reduce((sum, i) => sum + fn(i), 0);
    }
    function capitalize(s) {
      return s ? s.charAt(0).toUpperCase() + s.slice(1).toLowerCase() : '';
    }
    function isTruthy(input) {
      return ['1', 'true', 'y', 'yes'].includes(input.toLowerCase());
    }
    function isNotFalsy(input) {
      return !['0', 'false', 'n', 'no'].includes(input.toLowerCase());
    }
    function uniq(arr) {
      return [...new Set(arr)].sort();
    }
    function mapValues(obj, fn) {
      return Object.entries(obj).reduce((o, [k, v]) => ((o[k] = fn(v, k)), o), {});
    }
    function get(obj, path) {
      return path.split('.').reduce((o, p) => o?.[p], obj);
    }
    function mergeNestedObjects(objs, path) {
      return Object.fromEntries(objs.flatMap((o) => Object.entries(get(o, path) ?? {})).reverse());
    }
  },
});
var require_fs = __commonJS({
  'node_modules/@oclif/core/lib/util/fs.js'(exports2) {
    'use strict';
    Object.defineProperty(exports2, '__esModule', { value: !0 });
    exports2.fileExists = exports2.dirExists = void 0;
    exports2.readJson = readJson2;
    exports2.safeReadJson = safeReadJson;
    exports2.existsSync = existsSync;
    var node_fs_1$,
      node_fs_1$get = () => (node_fs_1$ ??= require('node:fs')),
      promises_1$,
      promises_1$get = () => (promises_1$ ??= require('node:fs/promises')),
      util_1$,
      util_1$get = () => (util_1$ ??= require_util()),
      dirExists = async (input) => {
        let dirStat;
        try {
          dirStat = await (0, promises_1$get().stat)(input);
        } catch {
          throw new Error(`No directory found at ${input}`);
        }
        if (!dirStat.isDirectory()) throw new Error(`${input} exists but is not a directory`);
        return input;
      };
    exports2.dirExists = dirExists;
    var fileExists = async (input) => {
      let fileStat;
      try {
        fileStat = await (0, promises_1$get().stat)(input);
      } catch {
        throw new Error(`No file found at ${input}`);
      }
      if (!fileStat.isFile()) throw new Error(`${input} exists but is not a file`);
      return input;
    };
    exports2.fileExists = fileExists;
    var ProdOnlyCache = class extends Map {
        set(key, value) {
          return ((0, util_1$get().isProd)() ?? !1) && super.set(key, value), this;
        }
      },
      cache = new ProdOnlyCache();
    async function readJson2(path, useCache = !0) {
      if (useCache && cache.has(path)) return JSON.parse(cache.get(path));
      const contents = await (0, promises_1$get().readFile)(path, 'utf8');
      return cache.set(path, contents), JSON.parse(contents);
    }
    async function safeReadJson(path, useCache = !0) {
      try {
        return await readJson2(path, useCache);
      } catch {}
    }
    function existsSync(path) {
      return (0, node_fs_1$get().existsSync)(path);
    }
  },
});
var require_package2 = __commonJS({
  'node_modules/typescript/package.json'(exports2, module2) {
    module2.exports = {
      name: 'typescript',
      version: '7.0.2',
      license: 'Apache-2.0',
      author: 'Microsoft Corp.',
      homepage: 'https://www.typescriptlang.org/',
      description: 'TypeScript is a language for application scale JavaScript development',
      keywords: ['TypeScript', 'Microsoft', 'compiler', 'language', 'javascript'],
      bugs: { url: 'https://github.com/microsoft/TypeScript/issues' },
      repository: { type: 'git', url: 'https://github.com/microsoft/TypeScript.git' },
      type: 'module',
      preferUnplugged: !0,
      engines: { node: '>=16.20.0' },
      files: ['bin', 'lib', 'dist', 'vendor', 'NOTICE.txt'],
      bin: { tsc: './bin/tsc' },
      exports: {
        './package.json': './package.json',
        '.': './lib/version.cjs',
        './unstable/sync': './dist/api/sync/api.js',
        './unstable/async': './dist/api/async/api.js',
        './unstable/fs': './dist/api/fs.js',
        './unstable/proto': './dist/api/proto.js',
        './unstable/ast': './dist/ast/index.js',
        './unstable/ast/is': './dist/ast/is.js',
        './unstable/ast/factory': './dist/ast/factory.generated.js',
        './unstable/ast/utils': './dist/ast/utils.js',
        './unstable/ast/scanner': './dist/ast/scanner.js',
        './unstable/ast/visitor': './dist/ast/visitor.js',
        './unstable/ast/clone': './dist/ast/clone.js',
      },
      imports: {
        '#getExePath': './lib/getExePath.js',
        '#enums/*': { types: './dist/enums/*.enum.d.ts', default: './dist/enums/*.js' },
        '#vscode-jsonrpc/node': './vendor/vscode-jsonrpc/lib/node/main.js',
      },
      gitHead: '2bd066d87f5bafd315be9f40889d0a60b9e58e0b',
      publishConfig: { access: 'public', tag: 'latest' },
      optionalDependencies: {
        '@typescript/typescript-win32-x64': '7.0.2',
        '@typescript/typescript-win32-arm64': '7.0.2',
        '@typescript/typescript-linux-x64': '7.0.2',
        '@typescript/typescript-linux-arm': '7.0.2',
        '@typescript/typescript-linux-arm64': '7.0.2',
        '@typescript/typescript-darwin-x64': '7.0.2',
        '@typescript/typescript-darwin-arm64': '7.0.2',
        '@typescript/typescript-aix-ppc64': '7.0.2',
        '@typescript/typescript-freebsd-arm64': '7.0.2',
        '@typescript/typescript-freebsd-x64': '7.0.2',
        '@typescript/typescript-linux-loong64': '7.0.2',
        '@typescript/typescript-linux-mips64el': '7.0.2',
        '@typescript/typescript-linux-ppc64': '7.0.2',
        '@typescript/typescript-linux-riscv64': '7.0.2',
        '@typescript/typescript-linux-s390x': '7.0.2',
        '@typescript/typescript-netbsd-arm64': '7.0.2',
        '@typescript/typescript-netbsd-x64': '7.0.2',
        '@typescript/typescript-openbsd-arm64': '7.0.2',
        '@typescript/typescript-openbsd-x64': '7.0.2',
        '@typescript/typescript-sunos-x64': '7.0.2',
      },
    };
  },
});
var require_version = __commonJS({
  'node_modules/typescript/lib/version.cjs'(exports2) {
    var { version: version2 } = require_package2();
    exports2.version = version2;
    exports2.versionMajorMinor = '7.0';
  },
});
var require_read_tsconfig = __commonJS({
  'node_modules/@oclif/core/lib/util/read-tsconfig.js'(exports2) {
    'use strict';
    Object.defineProperty(exports2, '__esModule', { value: !0 });
    exports2.readTSConfig = readTSConfig;
    var promises_1$,
      promises_1$get = () => (promises_1$ ??= require('node:fs/promises')),
      node_path_1$,
      node_path_1$get = () => (node_path_1$ ??= require('node:path')),
      warn_1$,
      warn_1$get = () => (warn_1$ ??= require_warn()),
      logger_1$,
      logger_1$get = () => (logger_1$ ??= require_logger()),
      util_1$,
      util_1$get = () => (util_1$ ??= require_util()),
      debug = (0, logger_1$get().makeDebug)('read-tsconfig');
    function resolve(root, name) {
      try {
        return require.resolve(name, { paths: [root] });
      } catch {}
    }
    async function upUntil(path, test) {
      let result;
      try {
        result = await test(path);
      } catch {
        result = !1;
      }
      if (result) return path;
      const parent = (0, node_path_1$get().dirname)(path);
      if (parent !== path) return upUntil(parent, test);
    }
    async function readTSConfig(root, tsconfigName = 'tsconfig.json') {
      let found = [],
        typescript;
      try {
        typescript = require_version();
      } catch {
        try {
          typescript = require(root + '/node_modules/typescript');
        } catch {}
      }
      if (!typescript) {
        (0, warn_1$get().memoizedWarn)(
          'Could not find typescript. Please ensure that typescript is a devDependency. Falling back to compiled source.',
        );
        return;
      }
      const read = async (path) => {
        const localRoot = await upUntil(path, async (p) => (await (0, promises_1$get().readdir)(p)).includes('package.json'));
        if (localRoot)
          try {
            const contents = await (0, promises_1$get().readFile)(path, 'utf8'),
              parsed = typescript?.parseConfigFileTextToJson(path, contents).config;
            if ((found.push(parsed), parsed.extends)) {
              if (parsed.extends.startsWith('.')) {
                const nextPath = resolve(localRoot, parsed.extends);
                return nextPath ? read(nextPath) : void 0;
              }
              const resolved = resolve(localRoot, parsed.extends);
              if (resolved) return read(resolved);
            }
            return parsed;
          } catch (error) {
            debug(error);
          }
      };
      return (
        await read((0, node_path_1$get().join)(root, tsconfigName)),
        {
          compilerOptions: (0, util_1$get().mergeNestedObjects)(found, 'compilerOptions'),
          'ts-node': (0, util_1$get().mergeNestedObjects)(found, 'ts-node'),
        }
      );
    }
  },
});
var require_util2 = __commonJS({
  'node_modules/@oclif/core/lib/config/util.js'(exports2) {
    'use strict';
    Object.defineProperty(exports2, '__esModule', { value: !0 });
    exports2.collectUsableIds = void 0;
    exports2.makeDebug = makeDebug;
    exports2.getPermutations = getPermutations;
    exports2.getCommandIdPermutations = getCommandIdPermutations;
    var logger_1$,
      logger_1$get = () => (logger_1$ ??= require_logger());
    function makeDebug(...scope) {
      return (formatter, ...args) => {
        (0, logger_1$get().getLogger)(['config', ...scope].join(':')).debug(formatter, ...args);
      };
    }
    function getPermutations(arr) {
      if (arr.length === 0) return [];
      if (arr.length === 1) return [arr];
      const output = [],
        partialPermutations = getPermutations(arr.slice(1)),
        first = arr[0];
      for (const partial of partialPermutations)
        for (let j = 0, len2 = partial.length; j <= len2; j++) {
          const start = partial.slice(0, j),
            end = partial.slice(j),
            merged = [...start, first, ...end];
          output.push(merged);
        }
      return output;
    }
    function getCommandIdPermutations(commandId) {
      return getPermutations(commandId.split(':')).flatMap((c) => c.join(':'));
    }
    var collectUsableIds = (commandIds) => new Set(commandIds.flatMap((id) => id.split(':').map((_, i, a) => a.slice(0, i + 1).join(':'))));
    exports2.collectUsableIds = collectUsableIds;
  },
});
var require_ts_path = __commonJS({
  'node_modules/@oclif/core/lib/config/ts-path.js'(exports2) {
    'use strict';
    var __importDefault = (exports2 && exports2.__importDefault) || ((mod) => (mod && mod.__esModule ? mod : { default: mod }));
    Object.defineProperty(exports2, '__esModule', { value: !0 });
    exports2.TS_CONFIGS = void 0;
    exports2.tsPath = tsPath;
    var promises_1$,
      promises_1$get = () => (promises_1$ ??= require('node:fs/promises')),
      node_path_1$,
      node_path_1$get = () => (node_path_1$ ??= require('node:path')),
      node_url_1$,
      node_url_1$get = () => (node_url_1$ ??= require('node:url')),
      cache_1$,
      cache_1$get = () => (cache_1$ ??= __importDefault(require_cache())),
      warn_1$,
      warn_1$get = () => (warn_1$ ??= require_warn()),
      settings_1$,
      settings_1$get = () => (settings_1$ ??= require_settings()),
      fs_1$,
      fs_1$get = () => (fs_1$ ??= require_fs()),
      read_tsconfig_1$,
      read_tsconfig_1$get = () => (read_tsconfig_1$ ??= require_read_tsconfig()),
      util_1$,
      util_1$get = () => (util_1$ ??= require_util()),
      util_2$,
      util_2$get = () => (util_2$ ??= require_util2()),
      debug = (0, util_2$get().makeDebug)('ts-path');
    exports2.TS_CONFIGS = {};
    var REGISTERED = new Set();
    function determineRuntime() {
      return process.execPath.split(node_path_1$get().sep).includes('bun')
        ? 'bun'
        : process.execArgv.length === 0
          ? 'node'
          : (process.execArgv[0] === '--require' && process.execArgv[1].split(node_path_1$get().sep).includes('ts-node')) ||
              process.execArgv[0].split(node_path_1$get().sep).includes('ts-node')
            ? 'ts-node'
            : process.execArgv[0] === '--require' && process.execArgv[1].split(node_path_1$get().sep).includes('tsx')
              ? 'tsx'
              : 'node';
    }
    var RUN_TIME = determineRuntime();
    function isErrno(error) {
      return 'code' in error && error.code === 'ENOENT';
    }
    async function loadTSConfig(root) {
      try {
        if (exports2.TS_CONFIGS[root]) return exports2.TS_CONFIGS[root];
        const tsconfig = await (0, read_tsconfig_1$get().readTSConfig)(root);
        return tsconfig ? (debug('tsconfig: %O', tsconfig), (exports2.TS_CONFIGS[root] = tsconfig), exports2.TS_CONFIGS[root]) : void 0;
      } catch (error) {
        if (isErrno(error)) return;
        debug(`Could not parse tsconfig.json. Skipping typescript path lookup for ${root}.`),
          (0, warn_1$get().memoizedWarn)(`Could not parse tsconfig.json for ${root}. Falling back to compiled source.`);
      }
    }
    async function registerTsx(root, moduleType) {
      if (!REGISTERED.has(root))
        try {
          const apiPath = moduleType === 'module' ? 'tsx/esm/api' : 'tsx/cjs/api',
            tsxPath = require.resolve(apiPath, { paths: [root] });
          if (!tsxPath) return;
          debug('registering tsx at', root), debug('tsx path:', tsxPath);
          const { href } = (0, node_url_1$get().pathToFileURL)(tsxPath);
          debug('tsx href:', href);
          const { register } = await import(href);
          debug('Successfully imported tsx'), register(), REGISTERED.add(root);
        } catch (error) {
          debug(`Could not find tsx. Skipping tsx registration for ${root}.`), debug(error);
        }
    }
    async function registerTSNode(root, tsconfig) {
      if (REGISTERED.has(root)) return;
      debug('registering ts-node at', root);
      const tsNodePath = require.resolve('ts-node', { paths: [root, __dirname] });
      debug('ts-node path:', tsNodePath);
      let tsNode;
      try {
        (tsNode = require(tsNodePath)), debug('Successfully required ts-node');
      } catch (error) {
        debug(`Could not find ts-node at ${tsNodePath}. Skipping ts-node registration for ${root}.`),
          debug(error),
          (0, warn_1$get().memoizedWarn)(
            `Could not find ts-node at ${tsNodePath}. Please ensure that ts-node is a devDependency. Falling back to compiled source.`,
          );
        return;
      }
      const typeRoots = [(0, node_path_1$get().join)(root, 'node_modules', '@types')],
        rootDirs = [];
      if (tsconfig.compilerOptions.rootDirs)
        for (const r of tsconfig.compilerOptions.rootDirs) rootDirs.push((0, node_path_1$get().join)(root, r));
      else
        tsconfig.compilerOptions.rootDir
          ? rootDirs.push((0, node_path_1$get().join)(root, tsconfig.compilerOptions.rootDir))
          : tsconfig.compilerOptions.baseUrl
            ? rootDirs.push((0, node_path_1$get().join)(root, tsconfig.compilerOptions.baseUrl))
            : rootDirs.push((0, node_path_1$get().join)(root, 'src'));
      const { baseUrl, rootDir, ...rest } = tsconfig.compilerOptions,
        conf = {
          compilerOptions: { ...rest, rootDirs, typeRoots },
          ...tsconfig['ts-node'],
          cwd: root,
          esm: tsconfig['ts-node']?.esm ?? !0,
          experimentalSpecifierResolution: tsconfig['ts-node']?.experimentalSpecifierResolution ?? 'explicit',
          scope: !0,
          scopeDir: root,
          skipProject: !0,
          transpileOnly: !0,
        };
      debug('ts-node options: %O', conf), tsNode.register(conf), REGISTERED.add(root);
    }
    function cannotTranspileEsm(rootPlugin, plugin, isProduction) {
      return (
        (isProduction || rootPlugin?.moduleType === 'commonjs') && plugin?.moduleType === 'module' && !plugin?.pjson.devDependencies?.tsx
      );
    }
    function cannotUseTsNode(root, plugin, isProduction) {
      if (plugin?.moduleType !== 'module' || isProduction) return !1;
      const nodeMajor = Number.parseInt(process.version.replace('v', '').split('.', 1)[0], 10);
      return RUN_TIME === 'ts-node' && nodeMajor >= 20;
    }
    async function determinePath(root, orig, plugin) {
      const tsconfig = await loadTSConfig(root);
      if (!tsconfig) return orig;
      debug(`Determining path for ${orig}`),
        RUN_TIME === 'bun'
          ? debug(`Skipping ts-node registration for ${root} because the runtime is: ${RUN_TIME}`)
          : (await registerTsx(root, plugin?.moduleType), await registerTSNode(root, tsconfig));
      const { baseUrl, outDir, rootDir, rootDirs } = tsconfig.compilerOptions,
        rootDirPath = rootDir ?? (rootDirs ?? [])[0] ?? baseUrl;
      if (!rootDirPath) return debug(`no rootDir, rootDirs, or baseUrl specified in tsconfig.json. Returning default path ${orig}`), orig;
      if (!outDir) return debug(`no outDir specified in tsconfig.json. Returning default path ${orig}`), orig;
      const lib = (0, node_path_1$get().join)(root, outDir),
        src = (0, node_path_1$get().join)(root, rootDirPath),
        relative = (0, node_path_1$get().relative)(lib, orig),
        out = (0, node_path_1$get().join)(src, relative).replace(/\.js$/, '');
      return (
        debug(`lib dir: ${lib}`),
        debug(`src dir: ${src}`),
        debug(`src directory to find: ${out}`),
        (0, fs_1$get().existsSync)(out)
          ? (debug(`Found source directory for ${orig} at ${out}`), out)
          : (
                await Promise.all([
                  (0, promises_1$get().access)(`${out}.ts`)
                    .then(() => `${out}.ts`)
                    .catch(() => !1),
                  (0, promises_1$get().access)(`${out}.tsx`)
                    .then(() => `${out}.tsx`)
                    .catch(() => !1),
                ])
              ).some(Boolean)
            ? (debug(`Found source file for ${orig} at ${out}`), out)
            : (debug(`No source file found. Returning default path ${orig}`),
              (0, util_1$get().isProd)() ||
                (0, warn_1$get().memoizedWarn)(`Could not find source for ${orig} based on tsconfig. Defaulting to compiled source.`),
              orig)
      );
    }
    async function tsPath(root, orig, plugin) {
      const rootPlugin = plugin?.options.isRoot ? plugin : cache_1$get().default.getInstance().get('rootPlugin');
      if (!orig) return orig;
      orig = orig.startsWith(root) ? orig : (0, node_path_1$get().join)(root, orig);
      const enableAutoTranspile = settings_1$get().settings.enableAutoTranspile ?? settings_1$get().settings.tsnodeEnabled;
      if (enableAutoTranspile === !1)
        return debug(`Skipping typescript path lookup for ${root} because enableAutoTranspile is explicitly set to false`), orig;
      const isProduction = (0, util_1$get().isProd)();
      if (enableAutoTranspile === void 0 && isProduction && plugin?.type !== 'link')
        return debug(`Skipping typescript path lookup for ${root} because NODE_ENV is NOT "test" or "development"`), orig;
      if (cannotTranspileEsm(rootPlugin, plugin, isProduction)) {
        debug(
          `Skipping typescript path lookup for ${root} because it's an ESM module (NODE_ENV: ${process.env.NODE_ENV}, root plugin module type: ${rootPlugin?.moduleType})`,
        );
        const warningIsDisabled =
          process.env.OCLIF_DISABLE_LINKED_ESM_WARNING && (0, util_1$get().isTruthy)(process.env.OCLIF_DISABLE_LINKED_ESM_WARNING);
        return (
          plugin?.type === 'link' &&
            !warningIsDisabled &&
            (0, warn_1$get().memoizedWarn)(
              `${plugin?.name} is a linked ESM module and cannot be auto-transpiled. Existing compiled source will be used instead.`,
            ),
          orig
        );
      }
      if (cannotUseTsNode(root, plugin, isProduction))
        return (
          debug(`Skipping typescript path lookup for ${root} because ts-node is run in node version ${process.version}"`),
          (0, warn_1$get().memoizedWarn)(
            'ts-node executable cannot transpile ESM in Node 20. Existing compiled source will be used instead. See https://github.com/oclif/core/issues/817.',
          ),
          orig
        );
      try {
        return await determinePath(root, orig, plugin);
      } catch (error) {
        return debug(error), orig;
      }
    }
  },
});
var require_is_node_modules = __commonJS({
  'node_modules/get-package-type/is-node-modules.cjs'(exports2, module2) {
    'use strict';
    var path = require('path');
    function isNodeModules(directory) {
      let basename = path.basename(directory);
      return path.sep === '\\' && (basename = basename.toLowerCase()), basename === 'node_modules';
    }
    module2.exports = isNodeModules;
  },
});
var require_cache2 = __commonJS({
  'node_modules/get-package-type/cache.cjs'(exports2, module2) {
    'use strict';
    module2.exports = new Map();
  },
});
var require_async = __commonJS({
  'node_modules/get-package-type/async.cjs'(exports2, module2) {
    'use strict';
    var path = require('path'),
      { promisify: promisify3 } = require('util'),
      readFile = promisify3(require('fs').readFile),
      isNodeModules = require_is_node_modules(),
      resultsCache = require_cache2(),
      promiseCache = new Map();
    async function getDirectoryTypeActual(directory) {
      if (isNodeModules(directory)) return 'commonjs';
      try {
        return JSON.parse(await readFile(path.resolve(directory, 'package.json'))).type || 'commonjs';
      } catch {}
      const parent = path.dirname(directory);
      return parent === directory ? 'commonjs' : getDirectoryType(parent);
    }
    async function getDirectoryType(directory) {
      if (resultsCache.has(directory)) return resultsCache.get(directory);
      if (promiseCache.has(directory)) return promiseCache.get(directory);
      const promise = getDirectoryTypeActual(directory);
      promiseCache.set(directory, promise);
      const result = await promise;
      return resultsCache.set(directory, result), promiseCache.delete(directory), result;
    }
    function getPackageType(filename) {
      return getDirectoryType(path.resolve(path.dirname(filename)));
    }
    module2.exports = getPackageType;
  },
});
var require_sync = __commonJS({
  'node_modules/get-package-type/sync.cjs'(exports2, module2) {
    'use strict';
    var path = require('path'),
      { readFileSync: readFileSync3 } = require('fs'),
      isNodeModules = require_is_node_modules(),
      resultsCache = require_cache2();
    function getDirectoryTypeActual(directory) {
      if (isNodeModules(directory)) return 'commonjs';
      try {
        return JSON.parse(readFileSync3(path.resolve(directory, 'package.json'))).type || 'commonjs';
      } catch {}
      const parent = path.dirname(directory);
      return parent === directory ? 'commonjs' : getDirectoryType(parent);
    }
    function getDirectoryType(directory) {
      if (resultsCache.has(directory)) return resultsCache.get(directory);
      const result = getDirectoryTypeActual(directory);
      return resultsCache.set(directory, result), result;
    }
    function getPackageTypeSync(filename) {
      return getDirectoryType(path.resolve(path.dirname(filename)));
    }
    module2.exports = getPackageTypeSync;
  },
});
var require_get_package_type = __commonJS({
  'node_modules/get-package-type/index.cjs'(exports2, module2) {
    'use strict';
    var getPackageType = require_async(),
      getPackageTypeSync = require_sync();
    module2.exports = (filename) => getPackageType(filename);
    module2.exports.sync = getPackageTypeSync;
  },
});
var require_module_loader = __commonJS({
  'node_modules/@oclif/core/lib/module-loader.js'(exports2) {
    'use strict';
    Object.defineProperty(exports2, '__esModule', { value: !0 });
    exports2.load = load;
    exports2.loadWithData = loadWithData;
    exports2.loadWithDataFromManifest = loadWithDataFromManifest;
    exports2.isPathModule = isPathModule;
    var getPackageType = require_get_package_type(),
      node_fs_1$,
      node_fs_1$get = () => (node_fs_1$ ??= require('node:fs')),
      node_path_1$,
      node_path_1$get = () => (node_path_1$ ??= require('node:path')),
      node_url_1$,
      node_url_1$get = () => (node_url_1$ ??= require('node:url')),
      ts_path_1$,
      ts_path_1$get = () => (ts_path_1$ ??= require_ts_path()),
      module_load_1$,
      module_load_1$get = () => (module_load_1$ ??= require_module_load()),
      fs_1$,
      fs_1$get = () => (fs_1$ ??= require_fs()),
      SUPPORTED_EXTENSIONS = ['.ts', '.js', '.mjs', '.cjs', '.mts', '.cts', '.tsx', '.jsx'],
      isPlugin = (config) => config.type !== void 0;
    function handleError(error, isESM, path) {
      throw error.code === 'MODULE_NOT_FOUND' || error.code === 'ERR_MODULE_NOT_FOUND'
        ? new (module_load_1$get().ModuleLoadError)(`${isESM ? 'import()' : 'require'} failed to load ${path}: ${error.message}`)
        : error;
    }
    async function load(config, modulePath) {
      let filePath, isESM;
      try {
        return (
          ({ filePath, isESM } = await resolvePath(config, modulePath)),
          isESM ? await import((0, node_url_1$get().pathToFileURL)(filePath).href) : require(filePath)
        );
      } catch (error) {
        handleError(error, isESM, filePath ?? modulePath);
      }
    }
    async function loadWithData(config, modulePath) {
      let filePath, isESM;
      try {
        ({ filePath, isESM } = await resolvePath(config, modulePath));
        const module3 = isESM ? await import((0, node_url_1$get().pathToFileURL)(filePath).href) : require(filePath);
        return { filePath, isESM, module: module3 };
      } catch (error) {
        handleError(error, isESM, filePath ?? modulePath);
      }
    }
    async function loadWithDataFromManifest(cached, modulePath) {
      const { id, isESM, relativePath } = cached;
      if (!relativePath) throw new (module_load_1$get().ModuleLoadError)(`Cached command ${id} does not have a relative path`);
      if (isESM === void 0) throw new (module_load_1$get().ModuleLoadError)(`Cached command ${id} does not have the isESM property set`);
      const filePath = (0, node_path_1$get().join)(modulePath, relativePath.join(node_path_1$get().sep));
      try {
        const module3 = isESM ? await import((0, node_url_1$get().pathToFileURL)(filePath).href) : require(filePath);
        return { filePath, isESM, module: module3 };
      } catch (error) {
        handleError(error, isESM, filePath ?? modulePath);
      }
    }
    function isPathModule(filePath) {
      switch ((0, node_path_1$get().extname)(filePath).toLowerCase()) {
        case '.js':
        case '.jsx':
        case '.ts':
        case '.tsx':
          return getPackageType.sync(filePath) === 'module';
        case '.mjs':
        case '.mts':
          return !0;
        default:
          return !1;
      }
    }
    async function resolvePath(config, modulePath) {
      let isESM, filePath;
      try {
        (filePath = require.resolve(modulePath)), (isESM = isPathModule(filePath));
      } catch {
        filePath =
          (isPlugin(config)
            ? await (0, ts_path_1$get().tsPath)(config.root, modulePath, config)
            : await (0, ts_path_1$get().tsPath)(config.root, modulePath)) ?? modulePath;
        let isFileExists = !1,
          isDirectory = !1;
        if ((0, fs_1$get().existsSync)(filePath)) {
          isFileExists = !0;
          try {
            (0, node_fs_1$get().lstatSync)(filePath)?.isDirectory?.() && ((isFileExists = !1), (isDirectory = !0));
          } catch {}
        }
        if (!isFileExists) {
          let foundPath = findFile(filePath);
          !foundPath && isDirectory && (foundPath = findFile((0, node_path_1$get().join)(filePath, 'index'))),
            foundPath && (filePath = foundPath);
        }
        isESM = isPathModule(filePath);
      }
      return { filePath, isESM };
    }
    function findFile(filePath) {
      for (const extension of SUPPORTED_EXTENSIONS) {
        const testPath = `${filePath}${extension}`;
        if ((0, fs_1$get().existsSync)(testPath)) return testPath;
      }
    }
  },
});
var require_symbols = __commonJS({
  'node_modules/@oclif/core/lib/symbols.js'(exports2) {
    'use strict';
    Object.defineProperty(exports2, '__esModule', { value: !0 });
    exports2.SINGLE_COMMAND_CLI_SYMBOL = void 0;
    exports2.SINGLE_COMMAND_CLI_SYMBOL = Symbol('SINGLE_COMMAND_CLI').toString();
  },
});
var require_cache_default_value = __commonJS({
  'node_modules/@oclif/core/lib/util/cache-default-value.js'(exports2) {
    'use strict';
    Object.defineProperty(exports2, '__esModule', { value: !0 });
    exports2.cacheDefaultValue = void 0;
    var cacheDefaultValue = async (flagOrArg, respectNoCacheDefault) => {
      if (!(respectNoCacheDefault && flagOrArg.noCacheDefault)) {
        if (typeof flagOrArg.defaultHelp == 'function')
          try {
            return await flagOrArg.defaultHelp({ flags: {}, options: flagOrArg });
          } catch {
            return;
          }
        if (typeof flagOrArg.default == 'function')
          try {
            return await flagOrArg.default({ flags: {}, options: flagOrArg });
          } catch {}
        else return flagOrArg.default;
      }
    };
    exports2.cacheDefaultValue = cacheDefaultValue;
  },
});
var require_ids = __commonJS({
  'node_modules/@oclif/core/lib/util/ids.js'(exports2) {
    'use strict';
    Object.defineProperty(exports2, '__esModule', { value: !0 });
    exports2.toStandardizedId = toStandardizedId;
    exports2.toConfiguredId = toConfiguredId;
    function toStandardizedId(commandID, config) {
      return commandID.replaceAll(new RegExp(config.topicSeparator, 'g'), ':');
    }
    function toConfiguredId(commandID, config) {
      return commandID.replaceAll(/:/g, config.topicSeparator || ':');
    }
  },
});
var require_base = __commonJS({
  'node_modules/@oclif/core/lib/ux/action/base.js'(exports2) {
    'use strict';
    Object.defineProperty(exports2, '__esModule', { value: !0 });
    exports2.ActionBase = void 0;
    var node_util_1$,
      node_util_1$get = () => (node_util_1$ ??= require('node:util')),
      util_1$,
      util_1$get = () => (util_1$ ??= require_util()),
      ActionBase = class {
        std = 'stderr';
        stdmocks;
        type;
        stdmockOrigs = { stderr: process.stderr.write, stdout: process.stdout.write };
        get globals() {
          globalThis.ux = globalThis.ux || {};
          const globals = globalThis.ux;
          return (globals.action = globals.action || {}), globals;
        }
        get output() {
          return this.globals.output;
        }
        set output(output) {
          this.globals.output = output;
        }
        get running() {
          return !!this.task;
        }
        get status() {
          return this.task ? this.task.status : void 0;
        }
        set status(status) {
          const { task } = this;
          task && task.status !== status && (this._updateStatus(status, task.status), (task.status = status));
        }
        get task() {
          return this.globals.action.task;
        }
        set task(task) {
          this.globals.action.task = task;
        }
        _flushStdout() {
          try {
            let output = '',
              std;
            for (; this.stdmocks && this.stdmocks.length > 0; ) {
              const cur = this.stdmocks.shift();
              (std = cur[0]), this._write(std, cur[1]), (output += cur[1][0].toString('utf8'));
            }
            output &&
              std &&
              output.at(-1) !==
                `
` &&
              this._write(
                std,
                `
`,
              );
          } catch (error) {
            this._write('stderr', (0, node_util_1$get().inspect)(error));
          }
        }
        _pause(_) {
          throw new Error('not implemented');
        }
        _resume() {
          this.task && this.start(this.task.action, this.task.status);
        }
        _start(_opts) {
          throw new Error('not implemented');
        }
        _stdout(toggle) {
          try {
            if (toggle) {
              if (this.stdmocks) return;
              (this.stdmockOrigs = { stderr: process.stderr.write, stdout: process.stdout.write }),
                (this.stdmocks = []),
                (process.stdout.write = (...args) => (this.stdmocks.push(['stdout', args]), !0)),
                (process.stderr.write = (...args) => (this.stdmocks.push(['stderr', args]), !0));
            } else {
              if (!this.stdmocks) return;
              delete this.stdmocks, (process.stdout.write = this.stdmockOrigs.stdout), (process.stderr.write = this.stdmockOrigs.stderr);
            }
          } catch (error) {
            this._write('stderr', (0, node_util_1$get().inspect)(error));
          }
        }
        _stop(_) {
          throw new Error('not implemented');
        }
        _updateStatus(_, __) {}
        _write(std, s) {
          switch (std) {
            case 'stderr': {
              this.stdmockOrigs.stderr.apply(process.stderr, (0, util_1$get().castArray)(s));
              break;
            }
            case 'stdout': {
              this.stdmockOrigs.stdout.apply(process.stdout, (0, util_1$get().castArray)(s));
              break;
            }
            default:
              throw new Error(`invalid std: ${std}`);
          }
        }
        async pause(fn, icon) {
          const { task } = this,
            active = task?.active;
          task && active && (this._pause(icon), this._stdout(!1), (task.active = !1));
          const ret = fn();
          return task && active && this._resume(), ret;
        }
        async pauseAsync(fn, icon) {
          const { task } = this,
            active = task?.active;
          task && active && (this._pause(icon), this._stdout(!1), (task.active = !1));
          const ret = await fn();
          return task && active && this._resume(), ret;
        }
        start(action, status, opts = {}) {
          this.std = opts.stdout ? 'stdout' : 'stderr';
          const task = { action, active: !!this.task?.active, status };
          (this.task = task), this._start(opts), (task.active = !0), this._stdout(!0);
        }
        stop(msg = 'done') {
          const { task } = this;
          task && (this._stop(msg), (task.active = !1), (this.task = void 0), this._stdout(!1));
        }
      };
    exports2.ActionBase = ActionBase;
  },
});
var require_simple = __commonJS({
  'node_modules/@oclif/core/lib/ux/action/simple.js'(exports2) {
    'use strict';
    Object.defineProperty(exports2, '__esModule', { value: !0 });
    var base_1$,
      base_1$get = () => (base_1$ ??= require_base()),
      SimpleAction = class extends base_1$get().ActionBase {
        type = 'simple';
        _pause(icon) {
          icon ? this._updateStatus(icon) : this._flush();
        }
        _resume() {}
        _start() {
          this.task && this._render(this.task.action, this.task.status);
        }
        _stop(status) {
          this.task && this._updateStatus(status, this.task.status, !0);
        }
        _updateStatus(status, prevStatus, newline = !1) {
          this.task &&
            (this.task.active && !prevStatus
              ? this._write(this.std, ` ${status}`)
              : this._write(this.std, `${this.task.action}... ${status}`),
            (newline || !prevStatus) && this._flush());
        }
        _flush() {
          this._write(
            this.std,
            `
`,
          ),
            this._flushStdout();
        }
        _render(action, status) {
          this.task && (this.task.active && this._flush(), this._write(this.std, status ? `${action}... ${status}` : `${action}...`));
        }
      };
    exports2.default = SimpleAction;
  },
});
var require_ansi_escapes = __commonJS({
  'node_modules/ansi-escapes/index.js'(exports2, module2) {
    'use strict';
    var ansiEscapes = module2.exports;
    module2.exports.default = ansiEscapes;
    var ESC = '\x1B[',
      OSC = '\x1B]',
      BEL = '\x07',
      SEP = ';',
      isTerminalApp = process.env.TERM_PROGRAM === 'Apple_Terminal';
    ansiEscapes.cursorTo = (x, y) => {
      if (typeof x != 'number') throw new TypeError('The `x` argument is required');
      return typeof y != 'number' ? ESC + (x + 1) + 'G' : ESC + (y + 1) + ';' + (x + 1) + 'H';
    };
    ansiEscapes.cursorMove = (x, y) => {
      if (typeof x != 'number') throw new TypeError('The `x` argument is required');
      let ret = '';
      return (
        x < 0 ? (ret += ESC + -x + 'D') : x > 0 && (ret += ESC + x + 'C'),
        y < 0 ? (ret += ESC + -y + 'A') : y > 0 && (ret += ESC + y + 'B'),
        ret
      );
    };
    ansiEscapes.cursorUp = (count = 1) => ESC + count + 'A';
    ansiEscapes.cursorDown = (count = 1) => ESC + count + 'B';
    ansiEscapes.cursorForward = (count = 1) => ESC + count + 'C';
    ansiEscapes.cursorBackward = (count = 1) => ESC + count + 'D';
    ansiEscapes.cursorLeft = ESC + 'G';
    ansiEscapes.cursorSavePosition = isTerminalApp ? '\x1B7' : ESC + 's';
    ansiEscapes.cursorRestorePosition = isTerminalApp ? '\x1B8' : ESC + 'u';
    ansiEscapes.cursorGetPosition = ESC + '6n';
    ansiEscapes.cursorNextLine = ESC + 'E';
    ansiEscapes.cursorPrevLine = ESC + 'F';
    ansiEscapes.cursorHide = ESC + '?25l';
    ansiEscapes.cursorShow = ESC + '?25h';
    ansiEscapes.eraseLines = (count) => {
      let clear = '';
      for (let i = 0; i < count; i++) clear += ansiEscapes.eraseLine + (i < count - 1 ? ansiEscapes.cursorUp() : '');
      return count && (clear += ansiEscapes.cursorLeft), clear;
    };
    ansiEscapes.eraseEndLine = ESC + 'K';
    ansiEscapes.eraseStartLine = ESC + '1K';
    ansiEscapes.eraseLine = ESC + '2K';
    ansiEscapes.eraseDown = ESC + 'J';
    ansiEscapes.eraseUp = ESC + '1J';
    ansiEscapes.eraseScreen = ESC + '2J';
    ansiEscapes.scrollUp = ESC + 'S';
    ansiEscapes.scrollDown = ESC + 'T';
    ansiEscapes.clearScreen = '\x1Bc';
    ansiEscapes.clearTerminal =
      process.platform === 'win32' ? `${ansiEscapes.eraseScreen}${ESC}0f` : `${ansiEscapes.eraseScreen}${ESC}3J${ESC}H`;
    ansiEscapes.beep = BEL;
    ansiEscapes.link = (text, url) => [OSC, '8', SEP, SEP, url, BEL, text, OSC, '8', SEP, SEP, BEL].join('');
    ansiEscapes.image = (buffer, options = {}) => {
      let ret = `${OSC}1337;File=inline=1`;
      return (
        options.width && (ret += `;width=${options.width}`),
        options.height && (ret += `;height=${options.height}`),
        options.preserveAspectRatio === !1 && (ret += ';preserveAspectRatio=0'),
        ret + ':' + buffer.toString('base64') + BEL
      );
    };
    ansiEscapes.iTerm = {
      setCwd: (cwd = process.cwd()) => `${OSC}50;CurrentDir=${cwd}${BEL}`,
      annotation: (message, options = {}) => {
        let ret = `${OSC}1337;`,
          hasX = typeof options.x < 'u',
          hasY = typeof options.y < 'u';
        if ((hasX || hasY) && !(hasX && hasY && typeof options.length < 'u'))
          throw new Error('`x`, `y` and `length` must be defined when `x` or `y` is defined');
        return (
          (message = message.replace(/\|/g, '')),
          (ret += options.isHidden ? 'AddHiddenAnnotation=' : 'AddAnnotation='),
          options.length > 0
            ? (ret += (hasX ? [message, options.length, options.x, options.y] : [options.length, message]).join('|'))
            : (ret += message),
          ret + BEL
        );
      },
    };
  },
});
var require_spinners = __commonJS({
  'node_modules/cli-spinners/spinners.json'(exports2, module2) {
    module2.exports = {
      dots: { interval: 80, frames: ['\u280B', '\u2819', '\u2839', '\u2838', '\u283C', '\u2834', '\u2826', '\u2827', '\u2807', '\u280F'] },
      dots2: { interval: 80, frames: ['\u28FE', '\u28FD', '\u28FB', '\u28BF', '\u287F', '\u28DF', '\u28EF', '\u28F7'] },
      dots3: { interval: 80, frames: ['\u280B', '\u2819', '\u281A', '\u281E', '\u2816', '\u2826', '\u2834', '\u2832', '\u2833', '\u2813'] },
      dots4: {
        interval: 80,
        frames: [
          '\u2804',
          '\u2806',
          '\u2807',
          '\u280B',
          '\u2819',
          '\u2838',
          '\u2830',
          '\u2820',
          '\u2830',
          '\u2838',
          '\u2819',
          '\u280B',
          '\u2807',
          '\u2806',
        ],
      },
      dots5: {
        interval: 80,
        frames: [
          '\u280B',
          '\u2819',
          '\u281A',
          '\u2812',
          '\u2802',
          '\u2802',
          '\u2812',
          '\u2832',
          '\u2834',
          '\u2826',
          '\u2816',
          '\u2812',
          '\u2810',
          '\u2810',
          '\u2812',
          '\u2813',
          '\u280B',
        ],
      },
      dots6: {
        interval: 80,
        frames: [
          '\u2801',
          '\u2809',
          '\u2819',
          '\u281A',
          '\u2812',
          '\u2802',
          '\u2802',
          '\u2812',
          '\u2832',
          '\u2834',
          '\u2824',
          '\u2804',
          '\u2804',
          '\u2824',
          '\u2834',
          '\u2832',
          '\u2812',
          '\u2802',
          '\u2802',
          '\u2812',
          '\u281A',
          '\u2819',
          '\u2809',
          '\u2801',
        ],
      },
      dots7: {
        interval: 80,
        frames: [
          '\u2808',
          '\u2809',
          '\u280B',
          '\u2813',
          '\u2812',
          '\u2810',
          '\u2810',
          '\u2812',
          '\u2816',
          '\u2826',
          '\u2824',
          '\u2820',
          '\u2820',
          '\u2824',
          '\u2826',
          '\u2816',
          '\u2812',
          '\u2810',
          '\u2810',
          '\u2812',
          '\u2813',
          '\u280B',
          '\u2809',
          '\u2808',
        ],
      },
      dots8: {
        interval: 80,
        frames: [
          '\u2801',
          '\u2801',
          '\u2809',
          '\u2819',
          '\u281A',
          '\u2812',
          '\u2802',
          '\u2802',
          '\u2812',
          '\u2832',
          '\u2834',
          '\u2824',
          '\u2804',
          '\u2804',
          '\u2824',
          '\u2820',
          '\u2820',
          '\u2824',
          '\u2826',
          '\u2816',
          '\u2812',
          '\u2810',
          '\u2810',
          '\u2812',
          '\u2813',
          '\u280B',
          '\u2809',
          '\u2808',
          '\u2808',
        ],
      },
      dots9: { interval: 80, frames: ['\u28B9', '\u28BA', '\u28BC', '\u28F8', '\u28C7', '\u2867', '\u2857', '\u284F'] },
      dots10: { interval: 80, frames: ['\u2884', '\u2882', '\u2881', '\u2841', '\u2848', '\u2850', '\u2860'] },
      dots11: { interval: 100, frames: ['\u2801', '\u2802', '\u2804', '\u2840', '\u2880', '\u2820', '\u2810', '\u2808'] },
      dots12: {
        interval: 80,
        frames: [
          '\u2880\u2800',
          '\u2840\u2800',
          '\u2804\u2800',
          '\u2882\u2800',
          '\u2842\u2800',
          '\u2805\u2800',
          '\u2883\u2800',
          '\u2843\u2800',
          '\u280D\u2800',
          '\u288B\u2800',
          '\u284B\u2800',
          '\u280D\u2801',
          '\u288B\u2801',
          '\u284B\u2801',
          '\u280D\u2809',
          '\u280B\u2809',
          '\u280B\u2809',
          '\u2809\u2819',
          '\u2809\u2819',
          '\u2809\u2829',
          '\u2808\u2899',
          '\u2808\u2859',
          '\u2888\u2829',
          '\u2840\u2899',
          '\u2804\u2859',
          '\u2882\u2829',
          '\u2842\u2898',
          '\u2805\u2858',
          '\u2883\u2828',
          '\u2843\u2890',
          '\u280D\u2850',
          '\u288B\u2820',
          '\u284B\u2880',
          '\u280D\u2841',
          '\u288B\u2801',
          '\u284B\u2801',
          '\u280D\u2809',
          '\u280B\u2809',
          '\u280B\u2809',
          '\u2809\u2819',
          '\u2809\u2819',
          '\u2809\u2829',
          '\u2808\u2899',
          '\u2808\u2859',
          '\u2808\u2829',
          '\u2800\u2899',
          '\u2800\u2859',
          '\u2800\u2829',
          '\u2800\u2898',
          '\u2800\u2858',
          '\u2800\u2828',
          '\u2800\u2890',
          '\u2800\u2850',
          '\u2800\u2820',
          '\u2800\u2880',
          '\u2800\u2840',
        ],
      },
      dots13: { interval: 80, frames: ['\u28FC', '\u28F9', '\u28BB', '\u283F', '\u285F', '\u28CF', '\u28E7', '\u28F6'] },
      dots8Bit: {
        interval: 80,
        frames: [
          '\u2800',
          '\u2801',
          '\u2802',
          '\u2803',
          '\u2804',
          '\u2805',
          '\u2806',
          '\u2807',
          '\u2840',
          '\u2841',
          '\u2842',
          '\u2843',
          '\u2844',
          '\u2845',
          '\u2846',
          '\u2847',
          '\u2808',
          '\u2809',
          '\u280A',
          '\u280B',
          '\u280C',
          '\u280D',
          '\u280E',
          '\u280F',
          '\u2848',
          '\u2849',
          '\u284A',
          '\u284B',
          '\u284C',
          '\u284D',
          '\u284E',
          '\u284F',
          '\u2810',
          '\u2811',
          '\u2812',
          '\u2813',
          '\u2814',
          '\u2815',
          '\u2816',
          '\u2817',
          '\u2850',
          '\u2851',
          '\u2852',
          '\u2853',
          '\u2854',
          '\u2855',
          '\u2856',
          '\u2857',
          '\u2818',
          '\u2819',
          '\u281A',
          '\u281B',
          '\u281C',
          '\u281D',
          '\u281E',
          '\u281F',
          '\u2858',
          '\u2859',
          '\u285A',
          '\u285B',
          '\u285C',
          '\u285D',
          '\u285E',
          '\u285F',
          '\u2820',
          '\u2821',
          '\u2822',
          '\u2823',
          '\u2824',
          '\u2825',
          '\u2826',
          '\u2827',
          '\u2860',
          '\u2861',
          '\u2862',
          '\u2863',
          '\u2864',
          '\u2865',
          '\u2866',
          '\u2867',
          '\u2828',
          '\u2829',
          '\u282A',
          '\u282B',
          '\u282C',
          '\u282D',
          '\u282E',
          '\u282F',
          '\u2868',
          '\u2869',
          '\u286A',
          '\u286B',
          '\u286C',
          '\u286D',
          '\u286E',
          '\u286F',
          '\u2830',
          '\u2831',
          '\u2832',
          '\u2833',
          '\u2834',
          '\u2835',
          '\u2836',
          '\u2837',
          '\u2870',
          '\u2871',
          '\u2872',
          '\u2873',
          '\u2874',
          '\u2875',
          '\u2876',
          '\u2877',
          '\u2838',
          '\u2839',
          '\u283A',
          '\u283B',
          '\u283C',
          '\u283D',
          '\u283E',
          '\u283F',
          '\u2878',
          '\u2879',
          '\u287A',
          '\u287B',
          '\u287C',
          '\u287D',
          '\u287E',
          '\u287F',
          '\u2880',
          '\u2881',
          '\u2882',
          '\u2883',
          '\u2884',
          '\u2885',
          '\u2886',
          '\u2887',
          '\u28C0',
          '\u28C1',
          '\u28C2',
          '\u28C3',
          '\u28C4',
          '\u28C5',
          '\u28C6',
          '\u28C7',
          '\u2888',
          '\u2889',
          '\u288A',
          '\u288B',
          '\u288C',
          '\u288D',
          '\u288E',
          '\u288F',
          '\u28C8',
          '\u28C9',
          '\u28CA',
          '\u28CB',
          '\u28CC',
          '\u28CD',
          '\u28CE',
          '\u28CF',
          '\u2890',
          '\u2891',
          '\u2892',
          '\u2893',
          '\u2894',
          '\u2895',
          '\u2896',
          '\u2897',
          '\u28D0',
          '\u28D1',
          '\u28D2',
          '\u28D3',
          '\u28D4',
          '\u28D5',
          '\u28D6',
          '\u28D7',
          '\u2898',
          '\u2899',
          '\u289A',
          '\u289B',
          '\u289C',
          '\u289D',
          '\u289E',
          '\u289F',
          '\u28D8',
          '\u28D9',
          '\u28DA',
          '\u28DB',
          '\u28DC',
          '\u28DD',
          '\u28DE',
          '\u28DF',
          '\u28A0',
          '\u28A1',
          '\u28A2',
          '\u28A3',
          '\u28A4',
          '\u28A5',
          '\u28A6',
          '\u28A7',
          '\u28E0',
          '\u28E1',
          '\u28E2',
          '\u28E3',
          '\u28E4',
          '\u28E5',
          '\u28E6',
          '\u28E7',
          '\u28A8',
          '\u28A9',
          '\u28AA',
          '\u28AB',
          '\u28AC',
          '\u28AD',
          '\u28AE',
          '\u28AF',
          '\u28E8',
          '\u28E9',
          '\u28EA',
          '\u28EB',
          '\u28EC',
          '\u28ED',
          '\u28EE',
          '\u28EF',
          '\u28B0',
          '\u28B1',
          '\u28B2',
          '\u28B3',
          '\u28B4',
          '\u28B5',
          '\u28B6',
          '\u28B7',
          '\u28F0',
          '\u28F1',
          '\u28F2',
          '\u28F3',
          '\u28F4',
          '\u28F5',
          '\u28F6',
          '\u28F7',
          '\u28B8',
          '\u28B9',
          '\u28BA',
          '\u28BB',
          '\u28BC',
          '\u28BD',
          '\u28BE',
          '\u28BF',
          '\u28F8',
          '\u28F9',
          '\u28FA',
          '\u28FB',
          '\u28FC',
          '\u28FD',
          '\u28FE',
          '\u28FF',
        ],
      },
      sand: {
        interval: 80,
        frames: [
          '\u2801',
          '\u2802',
          '\u2804',
          '\u2840',
          '\u2848',
          '\u2850',
          '\u2860',
          '\u28C0',
          '\u28C1',
          '\u28C2',
          '\u28C4',
          '\u28CC',
          '\u28D4',
          '\u28E4',
          '\u28E5',
          '\u28E6',
          '\u28EE',
          '\u28F6',
          '\u28F7',
          '\u28FF',
          '\u287F',
          '\u283F',
          '\u289F',
          '\u281F',
          '\u285B',
          '\u281B',
          '\u282B',
          '\u288B',
          '\u280B',
          '\u280D',
          '\u2849',
          '\u2809',
          '\u2811',
          '\u2821',
          '\u2881',
        ],
      },
      line: { interval: 130, frames: ['-', '\\', '|', '/'] },
      line2: { interval: 100, frames: ['\u2802', '-', '\u2013', '\u2014', '\u2013', '-'] },
      pipe: { interval: 100, frames: ['\u2524', '\u2518', '\u2534', '\u2514', '\u251C', '\u250C', '\u252C', '\u2510'] },
      simpleDots: { interval: 400, frames: ['.  ', '.. ', '...', '   '] },
      simpleDotsScrolling: { interval: 200, frames: ['.  ', '.. ', '...', ' ..', '  .', '   '] },
      star: { interval: 70, frames: ['\u2736', '\u2738', '\u2739', '\u273A', '\u2739', '\u2737'] },
      star2: { interval: 80, frames: ['+', 'x', '*'] },
      flip: { interval: 70, frames: ['_', '_', '_', '-', '`', '`', "'", '\xB4', '-', '_', '_', '_'] },
      hamburger: { interval: 100, frames: ['\u2631', '\u2632', '\u2634'] },
      growVertical: {
        interval: 120,
        frames: ['\u2581', '\u2583', '\u2584', '\u2585', '\u2586', '\u2587', '\u2586', '\u2585', '\u2584', '\u2583'],
      },
      growHorizontal: {
        interval: 120,
        frames: ['\u258F', '\u258E', '\u258D', '\u258C', '\u258B', '\u258A', '\u2589', '\u258A', '\u258B', '\u258C', '\u258D', '\u258E'],
      },
      balloon: { interval: 140, frames: [' ', '.', 'o', 'O', '@', '*', ' '] },
      balloon2: { interval: 120, frames: ['.', 'o', 'O', '\xB0', 'O', 'o', '.'] },
      noise: { interval: 100, frames: ['\u2593', '\u2592', '\u2591'] },
      bounce: { interval: 120, frames: ['\u2801', '\u2802', '\u2804', '\u2802'] },
      boxBounce: { interval: 120, frames: ['\u2596', '\u2598', '\u259D', '\u2597'] },
      boxBounce2: { interval: 100, frames: ['\u258C', '\u2580', '\u2590', '\u2584'] },
      triangle: { interval: 50, frames: ['\u25E2', '\u25E3', '\u25E4', '\u25E5'] },
      binary: {
        interval: 80,
        frames: ['010010', '001100', '100101', '111010', '111101', '010111', '101011', '111000', '110011', '110101'],
      },
      arc: { interval: 100, frames: ['\u25DC', '\u25E0', '\u25DD', '\u25DE', '\u25E1', '\u25DF'] },
      circle: { interval: 120, frames: ['\u25E1', '\u2299', '\u25E0'] },
      squareCorners: { interval: 180, frames: ['\u25F0', '\u25F3', '\u25F2', '\u25F1'] },
      circleQuarters: { interval: 120, frames: ['\u25F4', '\u25F7', '\u25F6', '\u25F5'] },
      circleHalves: { interval: 50, frames: ['\u25D0', '\u25D3', '\u25D1', '\u25D2'] },
      squish: { interval: 100, frames: ['\u256B', '\u256A'] },
      toggle: { interval: 250, frames: ['\u22B6', '\u22B7'] },
      toggle2: { interval: 80, frames: ['\u25AB', '\u25AA'] },
      toggle3: { interval: 120, frames: ['\u25A1', '\u25A0'] },
      toggle4: { interval: 100, frames: ['\u25A0', '\u25A1', '\u25AA', '\u25AB'] },
      toggle5: { interval: 100, frames: ['\u25AE', '\u25AF'] },
      toggle6: { interval: 300, frames: ['\u101D', '\u1040'] },
      toggle7: { interval: 80, frames: ['\u29BE', '\u29BF'] },
      toggle8: { interval: 100, frames: ['\u25CD', '\u25CC'] },
      toggle9: { interval: 100, frames: ['\u25C9', '\u25CE'] },
      toggle10: { interval: 100, frames: ['\u3282', '\u3280', '\u3281'] },
      toggle11: { interval: 50, frames: ['\u29C7', '\u29C6'] },
      toggle12: { interval: 120, frames: ['\u2617', '\u2616'] },
      toggle13: { interval: 80, frames: ['=', '*', '-'] },
      arrow: { interval: 100, frames: ['\u2190', '\u2196', '\u2191', '\u2197', '\u2192', '\u2198', '\u2193', '\u2199'] },
      arrow2: {
        interval: 80,
        frames: [
          '\u2B06\uFE0F ',
          '\u2197\uFE0F ',
          '\u27A1\uFE0F ',
          '\u2198\uFE0F ',
          '\u2B07\uFE0F ',
          '\u2199\uFE0F ',
          '\u2B05\uFE0F ',
          '\u2196\uFE0F ',
        ],
      },
      arrow3: {
        interval: 120,
        frames: [
          '\u25B9\u25B9\u25B9\u25B9\u25B9',
          '\u25B8\u25B9\u25B9\u25B9\u25B9',
          '\u25B9\u25B8\u25B9\u25B9\u25B9',
          '\u25B9\u25B9\u25B8\u25B9\u25B9',
          '\u25B9\u25B9\u25B9\u25B8\u25B9',
          '\u25B9\u25B9\u25B9\u25B9\u25B8',
        ],
      },
      bouncingBar: {
        interval: 80,
        frames: [
          '[    ]',
          '[=   ]',
          '[==  ]',
          '[=== ]',
          '[====]',
          '[ ===]',
          '[  ==]',
          '[   =]',
          '[    ]',
          '[   =]',
          '[  ==]',
          '[ ===]',
          '[====]',
          '[=== ]',
          '[==  ]',
          '[=   ]',
        ],
      },
      bouncingBall: {
        interval: 80,
        frames: [
          '( \u25CF    )',
          '(  \u25CF   )',
          '(   \u25CF  )',
          '(    \u25CF )',
          '(     \u25CF)',
          '(    \u25CF )',
          '(   \u25CF  )',
          '(  \u25CF   )',
          '( \u25CF    )',
          '(\u25CF     )',
        ],
      },
      smiley: { interval: 200, frames: ['\u{1F604} ', '\u{1F61D} '] },
      monkey: { interval: 300, frames: ['\u{1F648} ', '\u{1F648} ', '\u{1F649} ', '\u{1F64A} '] },
      hearts: { interval: 100, frames: ['\u{1F49B} ', '\u{1F499} ', '\u{1F49C} ', '\u{1F49A} ', '\u2764\uFE0F '] },
      clock: {
        interval: 100,
        frames: [
          '\u{1F55B} ',
          '\u{1F550} ',
          '\u{1F551} ',
          '\u{1F552} ',
          '\u{1F553} ',
          '\u{1F554} ',
          '\u{1F555} ',
          '\u{1F556} ',
          '\u{1F557} ',
          '\u{1F558} ',
          '\u{1F559} ',
          '\u{1F55A} ',
        ],
      },
      earth: { interval: 180, frames: ['\u{1F30D} ', '\u{1F30E} ', '\u{1F30F} '] },
      material: {
        interval: 17,
        frames: [
          '\u2588\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581',
          '\u2588\u2588\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581',
          '\u2588\u2588\u2588\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581',
          '\u2588\u2588\u2588\u2588\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581',
          '\u2588\u2588\u2588\u2588\u2588\u2588\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581',
          '\u2588\u2588\u2588\u2588\u2588\u2588\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581',
          '\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581',
          '\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581',
          '\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581',
          '\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581',
          '\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581',
          '\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581',
          '\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2581\u2581\u2581\u2581\u2581\u2581\u2581',
          '\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2581\u2581\u2581\u2581\u2581\u2581',
          '\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2581\u2581\u2581\u2581\u2581\u2581',
          '\u2581\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2581\u2581\u2581\u2581\u2581',
          '\u2581\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2581\u2581\u2581\u2581\u2581',
          '\u2581\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2581\u2581\u2581\u2581\u2581',
          '\u2581\u2581\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2581\u2581\u2581\u2581',
          '\u2581\u2581\u2581\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2581\u2581\u2581',
          '\u2581\u2581\u2581\u2581\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2581\u2581\u2581',
          '\u2581\u2581\u2581\u2581\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2581\u2581',
          '\u2581\u2581\u2581\u2581\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2581\u2581',
          '\u2581\u2581\u2581\u2581\u2581\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2581',
          '\u2581\u2581\u2581\u2581\u2581\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2581',
          '\u2581\u2581\u2581\u2581\u2581\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2581',
          '\u2581\u2581\u2581\u2581\u2581\u2581\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588',
          '\u2581\u2581\u2581\u2581\u2581\u2581\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588',
          '\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588',
          '\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588',
          '\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588',
          '\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588',
          '\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588',
          '\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588',
          '\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588',
          '\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588',
          '\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588',
          '\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2588\u2588\u2588\u2588\u2588\u2588\u2588',
          '\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2588\u2588\u2588\u2588\u2588\u2588',
          '\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2588\u2588\u2588\u2588\u2588',
          '\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2588\u2588\u2588\u2588\u2588',
          '\u2588\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2588\u2588\u2588\u2588',
          '\u2588\u2588\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2588\u2588\u2588',
          '\u2588\u2588\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2588\u2588\u2588',
          '\u2588\u2588\u2588\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2588\u2588\u2588',
          '\u2588\u2588\u2588\u2588\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2588\u2588',
          '\u2588\u2588\u2588\u2588\u2588\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2588',
          '\u2588\u2588\u2588\u2588\u2588\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2588',
          '\u2588\u2588\u2588\u2588\u2588\u2588\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2588',
          '\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581',
          '\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581',
          '\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581',
          '\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581',
          '\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581',
          '\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581',
          '\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581',
          '\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581',
          '\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2581\u2581\u2581\u2581\u2581\u2581',
          '\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2581\u2581\u2581\u2581\u2581\u2581',
          '\u2581\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2581\u2581\u2581\u2581\u2581',
          '\u2581\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2581\u2581\u2581\u2581\u2581',
          '\u2581\u2581\u2581\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2581\u2581\u2581\u2581',
          '\u2581\u2581\u2581\u2581\u2581\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2581\u2581\u2581',
          '\u2581\u2581\u2581\u2581\u2581\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2581\u2581\u2581',
          '\u2581\u2581\u2581\u2581\u2581\u2581\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2581\u2581\u2581',
          '\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2581\u2581\u2581',
          '\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2581\u2581\u2581',
          '\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2581\u2581',
          '\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2581\u2581',
          '\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2581',
          '\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2581',
          '\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2581',
          '\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2581',
          '\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2588\u2588\u2588\u2588\u2588\u2588\u2588\u2581',
          '\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2588\u2588\u2588\u2588\u2588\u2588\u2588',
          '\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2588\u2588\u2588\u2588\u2588\u2588\u2588',
          '\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2588\u2588\u2588\u2588\u2588',
          '\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2588\u2588\u2588\u2588',
          '\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2588\u2588\u2588\u2588',
          '\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2588\u2588\u2588\u2588',
          '\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2588\u2588\u2588',
          '\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2588\u2588\u2588',
          '\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2588\u2588',
          '\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2588\u2588',
          '\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2588\u2588',
          '\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2588',
          '\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2588',
          '\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2588',
          '\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581',
          '\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581',
          '\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581',
          '\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581\u2581',
        ],
      },
      moon: {
        interval: 80,
        frames: ['\u{1F311} ', '\u{1F312} ', '\u{1F313} ', '\u{1F314} ', '\u{1F315} ', '\u{1F316} ', '\u{1F317} ', '\u{1F318} '],
      },
      runner: { interval: 140, frames: ['\u{1F6B6} ', '\u{1F3C3} '] },
      pong: {
        interval: 80,
        frames: [
          '\u2590\u2802       \u258C',
          '\u2590\u2808       \u258C',
          '\u2590 \u2802      \u258C',
          '\u2590 \u2820      \u258C',
          '\u2590  \u2840     \u258C',
          '\u2590  \u2820     \u258C',
          '\u2590   \u2802    \u258C',
          '\u2590   \u2808    \u258C',
          '\u2590    \u2802   \u258C',
          '\u2590    \u2820   \u258C',
          '\u2590     \u2840  \u258C',
          '\u2590     \u2820  \u258C',
          '\u2590      \u2802 \u258C',
          '\u2590      \u2808 \u258C',
          '\u2590       \u2802\u258C',
          '\u2590       \u2820\u258C',
          '\u2590       \u2840\u258C',
          '\u2590      \u2820 \u258C',
          '\u2590      \u2802 \u258C',
          '\u2590     \u2808  \u258C',
          '\u2590     \u2802  \u258C',
          '\u2590    \u2820   \u258C',
          '\u2590    \u2840   \u258C',
          '\u2590   \u2820    \u258C',
          '\u2590   \u2802    \u258C',
          '\u2590  \u2808     \u258C',
          '\u2590  \u2802     \u258C',
          '\u2590 \u2820      \u258C',
          '\u2590 \u2840      \u258C',
          '\u2590\u2820       \u258C',
        ],
      },
      shark: {
        interval: 120,
        frames: [
          '\u2590|\\____________\u258C',
          '\u2590_|\\___________\u258C',
          '\u2590__|\\__________\u258C',
          '\u2590___|\\_________\u258C',
          '\u2590____|\\________\u258C',
          '\u2590_____|\\_______\u258C',
          '\u2590______|\\______\u258C',
          '\u2590_______|\\_____\u258C',
          '\u2590________|\\____\u258C',
          '\u2590_________|\\___\u258C',
          '\u2590__________|\\__\u258C',
          '\u2590___________|\\_\u258C',
          '\u2590____________|\\\u258C',
          '\u2590____________/|\u258C',
          '\u2590___________/|_\u258C',
          '\u2590__________/|__\u258C',
          '\u2590_________/|___\u258C',
          '\u2590________/|____\u258C',
          '\u2590_______/|_____\u258C',
          '\u2590______/|______\u258C',
          '\u2590_____/|_______\u258C',
          '\u2590____/|________\u258C',
          '\u2590___/|_________\u258C',
          '\u2590__/|__________\u258C',
          '\u2590_/|___________\u258C',
          '\u2590/|____________\u258C',
        ],
      },
      dqpb: { interval: 100, frames: ['d', 'q', 'p', 'b'] },
      weather: {
        interval: 100,
        frames: [
          '\u2600\uFE0F ',
          '\u2600\uFE0F ',
          '\u2600\uFE0F ',
          '\u{1F324} ',
          '\u26C5\uFE0F ',
          '\u{1F325} ',
          '\u2601\uFE0F ',
          '\u{1F327} ',
          '\u{1F328} ',
          '\u{1F327} ',
          '\u{1F328} ',
          '\u{1F327} ',
          '\u{1F328} ',
          '\u26C8 ',
          '\u{1F328} ',
          '\u{1F327} ',
          '\u{1F328} ',
          '\u2601\uFE0F ',
          '\u{1F325} ',
          '\u26C5\uFE0F ',
          '\u{1F324} ',
          '\u2600\uFE0F ',
          '\u2600\uFE0F ',
        ],
      },
      christmas: { interval: 400, frames: ['\u{1F332}', '\u{1F384}'] },
      grenade: {
        interval: 80,
        frames: [
          '\u060C  ',
          '\u2032  ',
          ' \xB4 ',
          ' \u203E ',
          '  \u2E0C',
          '  \u2E0A',
          '  |',
          '  \u204E',
          '  \u2055',
          ' \u0DF4 ',
          '  \u2053',
          '   ',
          '   ',
          '   ',
        ],
      },
      point: {
        interval: 125,
        frames: ['\u2219\u2219\u2219', '\u25CF\u2219\u2219', '\u2219\u25CF\u2219', '\u2219\u2219\u25CF', '\u2219\u2219\u2219'],
      },
      layer: { interval: 150, frames: ['-', '=', '\u2261'] },
      betaWave: {
        interval: 80,
        frames: [
          '\u03C1\u03B2\u03B2\u03B2\u03B2\u03B2\u03B2',
          '\u03B2\u03C1\u03B2\u03B2\u03B2\u03B2\u03B2',
          '\u03B2\u03B2\u03C1\u03B2\u03B2\u03B2\u03B2',
          '\u03B2\u03B2\u03B2\u03C1\u03B2\u03B2\u03B2',
          '\u03B2\u03B2\u03B2\u03B2\u03C1\u03B2\u03B2',
          '\u03B2\u03B2\u03B2\u03B2\u03B2\u03C1\u03B2',
          '\u03B2\u03B2\u03B2\u03B2\u03B2\u03B2\u03C1',
        ],
      },
      fingerDance: { interval: 160, frames: ['\u{1F918} ', '\u{1F91F} ', '\u{1F596} ', '\u270B ', '\u{1F91A} ', '\u{1F446} '] },
      fistBump: {
        interval: 80,
        frames: [
          '\u{1F91C}\u3000\u3000\u3000\u3000\u{1F91B} ',
          '\u{1F91C}\u3000\u3000\u3000\u3000\u{1F91B} ',
          '\u{1F91C}\u3000\u3000\u3000\u3000\u{1F91B} ',
          '\u3000\u{1F91C}\u3000\u3000\u{1F91B}\u3000 ',
          '\u3000\u3000\u{1F91C}\u{1F91B}\u3000\u3000 ',
          '\u3000\u{1F91C}\u2728\u{1F91B}\u3000\u3000 ',
          '\u{1F91C}\u3000\u2728\u3000\u{1F91B}\u3000 ',
        ],
      },
      soccerHeader: {
        interval: 80,
        frames: [
          ' \u{1F9D1}\u26BD\uFE0F       \u{1F9D1} ',
          '\u{1F9D1}  \u26BD\uFE0F      \u{1F9D1} ',
          '\u{1F9D1}   \u26BD\uFE0F     \u{1F9D1} ',
          '\u{1F9D1}    \u26BD\uFE0F    \u{1F9D1} ',
          '\u{1F9D1}     \u26BD\uFE0F   \u{1F9D1} ',
          '\u{1F9D1}      \u26BD\uFE0F  \u{1F9D1} ',
          '\u{1F9D1}       \u26BD\uFE0F\u{1F9D1}  ',
          '\u{1F9D1}      \u26BD\uFE0F  \u{1F9D1} ',
          '\u{1F9D1}     \u26BD\uFE0F   \u{1F9D1} ',
          '\u{1F9D1}    \u26BD\uFE0F    \u{1F9D1} ',
          '\u{1F9D1}   \u26BD\uFE0F     \u{1F9D1} ',
          '\u{1F9D1}  \u26BD\uFE0F      \u{1F9D1} ',
        ],
      },
      mindblown: {
        interval: 160,
        frames: [
          '\u{1F610} ',
          '\u{1F610} ',
          '\u{1F62E} ',
          '\u{1F62E} ',
          '\u{1F626} ',
          '\u{1F626} ',
          '\u{1F627} ',
          '\u{1F627} ',
          '\u{1F92F} ',
          '\u{1F4A5} ',
          '\u2728 ',
          '\u3000 ',
          '\u3000 ',
          '\u3000 ',
        ],
      },
      speaker: { interval: 160, frames: ['\u{1F508} ', '\u{1F509} ', '\u{1F50A} ', '\u{1F509} '] },
      orangePulse: { interval: 100, frames: ['\u{1F538} ', '\u{1F536} ', '\u{1F7E0} ', '\u{1F7E0} ', '\u{1F536} '] },
      bluePulse: { interval: 100, frames: ['\u{1F539} ', '\u{1F537} ', '\u{1F535} ', '\u{1F535} ', '\u{1F537} '] },
      orangeBluePulse: {
        interval: 100,
        frames: [
          '\u{1F538} ',
          '\u{1F536} ',
          '\u{1F7E0} ',
          '\u{1F7E0} ',
          '\u{1F536} ',
          '\u{1F539} ',
          '\u{1F537} ',
          '\u{1F535} ',
          '\u{1F535} ',
          '\u{1F537} ',
        ],
      },
      timeTravel: {
        interval: 100,
        frames: [
          '\u{1F55B} ',
          '\u{1F55A} ',
          '\u{1F559} ',
          '\u{1F558} ',
          '\u{1F557} ',
          '\u{1F556} ',
          '\u{1F555} ',
          '\u{1F554} ',
          '\u{1F553} ',
          '\u{1F552} ',
          '\u{1F551} ',
          '\u{1F550} ',
        ],
      },
      aesthetic: {
        interval: 80,
        frames: [
          '\u25B0\u25B1\u25B1\u25B1\u25B1\u25B1\u25B1',
          '\u25B0\u25B0\u25B1\u25B1\u25B1\u25B1\u25B1',
          '\u25B0\u25B0\u25B0\u25B1\u25B1\u25B1\u25B1',
          '\u25B0\u25B0\u25B0\u25B0\u25B1\u25B1\u25B1',
          '\u25B0\u25B0\u25B0\u25B0\u25B0\u25B1\u25B1',
          '\u25B0\u25B0\u25B0\u25B0\u25B0\u25B0\u25B1',
          '\u25B0\u25B0\u25B0\u25B0\u25B0\u25B0\u25B0',
          '\u25B0\u25B1\u25B1\u25B1\u25B1\u25B1\u25B1',
        ],
      },
      dwarfFortress: {
        interval: 80,
        frames: [
          ' \u2588\u2588\u2588\u2588\u2588\u2588\xA3\xA3\xA3  ',
          '\u263A\u2588\u2588\u2588\u2588\u2588\u2588\xA3\xA3\xA3  ',
          '\u263A\u2588\u2588\u2588\u2588\u2588\u2588\xA3\xA3\xA3  ',
          '\u263A\u2593\u2588\u2588\u2588\u2588\u2588\xA3\xA3\xA3  ',
          '\u263A\u2593\u2588\u2588\u2588\u2588\u2588\xA3\xA3\xA3  ',
          '\u263A\u2592\u2588\u2588\u2588\u2588\u2588\xA3\xA3\xA3  ',
          '\u263A\u2592\u2588\u2588\u2588\u2588\u2588\xA3\xA3\xA3  ',
          '\u263A\u2591\u2588\u2588\u2588\u2588\u2588\xA3\xA3\xA3  ',
          '\u263A\u2591\u2588\u2588\u2588\u2588\u2588\xA3\xA3\xA3  ',
          '\u263A \u2588\u2588\u2588\u2588\u2588\xA3\xA3\xA3  ',
          ' \u263A\u2588\u2588\u2588\u2588\u2588\xA3\xA3\xA3  ',
          ' \u263A\u2588\u2588\u2588\u2588\u2588\xA3\xA3\xA3  ',
          ' \u263A\u2593\u2588\u2588\u2588\u2588\xA3\xA3\xA3  ',
          ' \u263A\u2593\u2588\u2588\u2588\u2588\xA3\xA3\xA3  ',
          ' \u263A\u2592\u2588\u2588\u2588\u2588\xA3\xA3\xA3  ',
          ' \u263A\u2592\u2588\u2588\u2588\u2588\xA3\xA3\xA3  ',
          ' \u263A\u2591\u2588\u2588\u2588\u2588\xA3\xA3\xA3  ',
          ' \u263A\u2591\u2588\u2588\u2588\u2588\xA3\xA3\xA3  ',
          ' \u263A \u2588\u2588\u2588\u2588\xA3\xA3\xA3  ',
          '  \u263A\u2588\u2588\u2588\u2588\xA3\xA3\xA3  ',
          '  \u263A\u2588\u2588\u2588\u2588\xA3\xA3\xA3  ',
          '  \u263A\u2593\u2588\u2588\u2588\xA3\xA3\xA3  ',
          '  \u263A\u2593\u2588\u2588\u2588\xA3\xA3\xA3  ',
          '  \u263A\u2592\u2588\u2588\u2588\xA3\xA3\xA3  ',
          '  \u263A\u2592\u2588\u2588\u2588\xA3\xA3\xA3  ',
          '  \u263A\u2591\u2588\u2588\u2588\xA3\xA3\xA3  ',
          '  \u263A\u2591\u2588\u2588\u2588\xA3\xA3\xA3  ',
          '  \u263A \u2588\u2588\u2588\xA3\xA3\xA3  ',
          '   \u263A\u2588\u2588\u2588\xA3\xA3\xA3  ',
          '   \u263A\u2588\u2588\u2588\xA3\xA3\xA3  ',
          '   \u263A\u2593\u2588\u2588\xA3\xA3\xA3  ',
          '   \u263A\u2593\u2588\u2588\xA3\xA3\xA3  ',
          '   \u263A\u2592\u2588\u2588\xA3\xA3\xA3  ',
          '   \u263A\u2592\u2588\u2588\xA3\xA3\xA3  ',
          '   \u263A\u2591\u2588\u2588\xA3\xA3\xA3  ',
          '   \u263A\u2591\u2588\u2588\xA3\xA3\xA3  ',
          '   \u263A \u2588\u2588\xA3\xA3\xA3  ',
          '    \u263A\u2588\u2588\xA3\xA3\xA3  ',
          '    \u263A\u2588\u2588\xA3\xA3\xA3  ',
          '    \u263A\u2593\u2588\xA3\xA3\xA3  ',
          '    \u263A\u2593\u2588\xA3\xA3\xA3  ',
          '    \u263A\u2592\u2588\xA3\xA3\xA3  ',
          '    \u263A\u2592\u2588\xA3\xA3\xA3  ',
          '    \u263A\u2591\u2588\xA3\xA3\xA3  ',
          '    \u263A\u2591\u2588\xA3\xA3\xA3  ',
          '    \u263A \u2588\xA3\xA3\xA3  ',
          '     \u263A\u2588\xA3\xA3\xA3  ',
          '     \u263A\u2588\xA3\xA3\xA3  ',
          '     \u263A\u2593\xA3\xA3\xA3  ',
          '     \u263A\u2593\xA3\xA3\xA3  ',
          '     \u263A\u2592\xA3\xA3\xA3  ',
          '     \u263A\u2592\xA3\xA3\xA3  ',
          '     \u263A\u2591\xA3\xA3\xA3  ',
          '     \u263A\u2591\xA3\xA3\xA3  ',
          '     \u263A \xA3\xA3\xA3  ',
          '      \u263A\xA3\xA3\xA3  ',
          '      \u263A\xA3\xA3\xA3  ',
          '      \u263A\u2593\xA3\xA3  ',
          '      \u263A\u2593\xA3\xA3  ',
          '      \u263A\u2592\xA3\xA3  ',
          '      \u263A\u2592\xA3\xA3  ',
          '      \u263A\u2591\xA3\xA3  ',
          '      \u263A\u2591\xA3\xA3  ',
          '      \u263A \xA3\xA3  ',
          '       \u263A\xA3\xA3  ',
          '       \u263A\xA3\xA3  ',
          '       \u263A\u2593\xA3  ',
          '       \u263A\u2593\xA3  ',
          '       \u263A\u2592\xA3  ',
          '       \u263A\u2592\xA3  ',
          '       \u263A\u2591\xA3  ',
          '       \u263A\u2591\xA3  ',
          '       \u263A \xA3  ',
          '        \u263A\xA3  ',
          '        \u263A\xA3  ',
          '        \u263A\u2593  ',
          '        \u263A\u2593  ',
          '        \u263A\u2592  ',
          '        \u263A\u2592  ',
          '        \u263A\u2591  ',
          '        \u263A\u2591  ',
          '        \u263A   ',
          '        \u263A  &',
          '        \u263A \u263C&',
          '       \u263A \u263C &',
          '       \u263A\u263C  &',
          '      \u263A\u263C  & ',
          '      \u203C   & ',
          '     \u263A   &  ',
          '    \u203C    &  ',
          '   \u263A    &   ',
          '  \u203C     &   ',
          ' \u263A     &    ',
          '\u203C      &    ',
          '      &     ',
          '      &     ',
          '     &   \u2591  ',
          '     &   \u2592  ',
          '    &    \u2593  ',
          '    &    \xA3  ',
          '   &    \u2591\xA3  ',
          '   &    \u2592\xA3  ',
          '  &     \u2593\xA3  ',
          '  &     \xA3\xA3  ',
          ' &     \u2591\xA3\xA3  ',
          ' &     \u2592\xA3\xA3  ',
          '&      \u2593\xA3\xA3  ',
          '&      \xA3\xA3\xA3  ',
          '      \u2591\xA3\xA3\xA3  ',
          '      \u2592\xA3\xA3\xA3  ',
          '      \u2593\xA3\xA3\xA3  ',
          '      \u2588\xA3\xA3\xA3  ',
          '     \u2591\u2588\xA3\xA3\xA3  ',
          '     \u2592\u2588\xA3\xA3\xA3  ',
          '     \u2593\u2588\xA3\xA3\xA3  ',
          '     \u2588\u2588\xA3\xA3\xA3  ',
          '    \u2591\u2588\u2588\xA3\xA3\xA3  ',
          '    \u2592\u2588\u2588\xA3\xA3\xA3  ',
          '    \u2593\u2588\u2588\xA3\xA3\xA3  ',
          '    \u2588\u2588\u2588\xA3\xA3\xA3  ',
          '   \u2591\u2588\u2588\u2588\xA3\xA3\xA3  ',
          '   \u2592\u2588\u2588\u2588\xA3\xA3\xA3  ',
          '   \u2593\u2588\u2588\u2588\xA3\xA3\xA3  ',
          '   \u2588\u2588\u2588\u2588\xA3\xA3\xA3  ',
          '  \u2591\u2588\u2588\u2588\u2588\xA3\xA3\xA3  ',
          '  \u2592\u2588\u2588\u2588\u2588\xA3\xA3\xA3  ',
          '  \u2593\u2588\u2588\u2588\u2588\xA3\xA3\xA3  ',
          '  \u2588\u2588\u2588\u2588\u2588\xA3\xA3\xA3  ',
          ' \u2591\u2588\u2588\u2588\u2588\u2588\xA3\xA3\xA3  ',
          ' \u2592\u2588\u2588\u2588\u2588\u2588\xA3\xA3\xA3  ',
          ' \u2593\u2588\u2588\u2588\u2588\u2588\xA3\xA3\xA3  ',
          ' \u2588\u2588\u2588\u2588\u2588\u2588\xA3\xA3\xA3  ',
          ' \u2588\u2588\u2588\u2588\u2588\u2588\xA3\xA3\xA3  ',
        ],
      },
    };
  },
});
var require_cli_spinners = __commonJS({
  'node_modules/cli-spinners/index.js'(exports2, module2) {
    'use strict';
    var spinners = Object.assign({}, require_spinners()),
      spinnersList = Object.keys(spinners);
    Object.defineProperty(spinners, 'random', {
      get() {
        const randomIndex = Math.floor(Math.random() * spinnersList.length),
          spinnerName = spinnersList[randomIndex];
        return spinners[spinnerName];
      },
    });
    module2.exports = spinners;
  },
});
var require_spinner = __commonJS({
  'node_modules/@oclif/core/lib/ux/action/spinner.js'(exports2) {
    'use strict';
    var __importDefault = (exports2 && exports2.__importDefault) || ((mod) => (mod && mod.__esModule ? mod : { default: mod }));
    Object.defineProperty(exports2, '__esModule', { value: !0 });
    var ansiEscapes = require_ansi_escapes(),
      ansis_1$,
      ansis_1$get = () => (ansis_1$ ??= __importDefault(require_ansis())),
      cli_spinners_1$,
      cli_spinners_1$get = () => (cli_spinners_1$ ??= __importDefault(require_cli_spinners())),
      cache_1$,
      cache_1$get = () => (cache_1$ ??= __importDefault(require_cache())),
      screen_1$,
      screen_1$get = () => (screen_1$ ??= require_screen()),
      theme_1$,
      theme_1$get = () => (theme_1$ ??= require_theme2()),
      base_1$,
      base_1$get = () => (base_1$ ??= require_base()),
      SpinnerAction = class extends base_1$get().ActionBase {
        type = 'spinner';
        color = 'magenta';
        frameIndex;
        frames;
        spinner;
        constructor() {
          super(), (this.frames = this.getFrames()), (this.frameIndex = 0);
        }
        _frame() {
          const frame = this.frames[this.frameIndex];
          return (this.frameIndex = ++this.frameIndex % this.frames.length), this.colorize(frame);
        }
        _pause(icon) {
          this.spinner && clearInterval(this.spinner), this._reset(), icon && this._render(` ${icon}`), (this.output = void 0);
        }
        _start(opts) {
          (this.color = cache_1$get().default.getInstance().get('config')?.theme?.spinner ?? this.color),
            opts.style && (this.frames = this.getFrames(opts)),
            this._reset(),
            this.spinner && clearInterval(this.spinner),
            this._render(),
            (this.spinner = setInterval(
              (icon) => {
                this._render.bind(this)(icon);
              },
              process.platform === 'win32' ? 500 : 100,
              'spinner',
            )),
            this.spinner.unref();
        }
        _stop(status) {
          this.task && (this.task.status = status), this.spinner && clearInterval(this.spinner), this._render(), (this.output = void 0);
        }
        colorize(s) {
          return (0, theme_1$get().colorize)(this.color, s);
        }
        _lines(s) {
          return ansis_1$get()
            .default.strip(s)
            .split(`
`)
            .map((l) => Math.ceil(l.length / screen_1$get().errtermwidth))
            .reduce((c, i) => c + i, 0);
        }
        _render(icon) {
          if (!this.task) return;
          this._reset(), this._flushStdout();
          const frame = icon === 'spinner' ? ` ${this._frame()}` : icon || '',
            status = this.task.status ? ` ${this.task.status}` : '';
          (this.output = `${this.task.action}...${frame}${status}
`),
            this._write(this.std, this.output);
        }
        _reset() {
          if (!this.output) return;
          const lines = this._lines(this.output);
          this._write(this.std, ansiEscapes.cursorLeft + ansiEscapes.cursorUp(lines) + ansiEscapes.eraseDown), (this.output = void 0);
        }
        getFrames(opts) {
          return opts?.style
            ? cli_spinners_1$get().default[opts.style].frames
            : cli_spinners_1$get().default[process.platform === 'win32' ? 'line' : 'dots2'].frames;
        }
      };
    exports2.default = SpinnerAction;
  },
});
var require_colorize_json = __commonJS({
  'node_modules/@oclif/core/lib/ux/colorize-json.js'(exports2) {
    'use strict';
    Object.defineProperty(exports2, '__esModule', { value: !0 });
    exports2.stringifyInput = stringifyInput;
    exports2.tokenize = tokenize;
    exports2.default = colorizeJson;
    var theme_1$,
      theme_1$get = () => (theme_1$ ??= require_theme2()),
      tokenTypes = [
        { regex: /^\s+/, tokenType: 'whitespace' },
        { regex: /^[{}]/, tokenType: 'brace' },
        { regex: /^[[\]]/, tokenType: 'bracket' },
        { regex: /^:/, tokenType: 'colon' },
        { regex: /^,/, tokenType: 'comma' },
        { regex: /^-?\d+(?:\.\d+)?(?:e[+-]?\d+)?/i, tokenType: 'number' },
        { regex: /^"(?:\\.|[^"\\])*"(?=\s*:)/, tokenType: 'key' },
        { regex: /^"(?:\\.|[^"\\])*"/, tokenType: 'string' },
        { regex: /^true|^false/, tokenType: 'boolean' },
        { regex: /^null/, tokenType: 'null' },
      ];
    function stringify(value, replacer, spaces) {
      return JSON.stringify(value, serializer(replacer, replacer), spaces);
    }
    function serializer(replacer, cycleReplacer) {
      const stack = [],
        keys2 = [];
      return (
        cycleReplacer ||
          (cycleReplacer = (key, value) =>
            stack[0] === value ? '[Circular ~]' : '[Circular ~.' + keys2.slice(0, stack.indexOf(value)).join('.') + ']'),
        function (key, value) {
          if (stack.length > 0) {
            const thisPos = stack.indexOf(this);
            ~thisPos ? stack.splice(thisPos + 1) : stack.push(this),
              ~thisPos ? keys2.splice(thisPos, 1 / 0, key) : keys2.push(key),
              stack.includes(value) && (value = cycleReplacer.call(this, key, value));
          } else stack.push(value);
          return replacer ? replacer.call(this, key, value) : value;
        }
      );
    }
    function stringifyInput(json, options) {
      return options?.pretty
        ? stringify(typeof json == 'string' ? JSON.parse(json) : json, void 0, 2)
        : typeof json == 'string'
          ? json
          : stringify(json);
    }
    function tokenize(json, options) {
      let input = stringifyInput(json, options),
        tokens = [],
        isFoundToken = !1;
      do
        for (const tokenType of tokenTypes) {
          const match = tokenType.regex.exec(input);
          if (match) {
            tokens.push({ type: tokenType.tokenType, value: match[0] }), (input = input.slice(match[0].length)), (isFoundToken = !0);
            break;
          }
        }
      while (hasRemainingTokens(input, isFoundToken));
      return tokens;
    }
    function hasRemainingTokens(input, foundToken) {
      return (input?.length ?? 0) > 0 && foundToken;
    }
    function colorizeJson(json, options) {
      const opts = { ...options, pretty: options?.pretty ?? !0 };
      return tokenize(json, opts).reduce((acc, token) => acc + (0, theme_1$get().colorize)(options?.theme?.[token.type], token.value), '');
    }
  },
});
var require_ux = __commonJS({
  'node_modules/@oclif/core/lib/ux/index.js'(exports2) {
    'use strict';
    var __importDefault = (exports2 && exports2.__importDefault) || ((mod) => (mod && mod.__esModule ? mod : { default: mod }));
    Object.defineProperty(exports2, '__esModule', { value: !0 });
    exports2.ux =
      exports2.action =
      exports2.stdout =
      exports2.stderr =
      exports2.colorize =
      exports2.colorizeJson =
      exports2.warn =
      exports2.exit =
      exports2.error =
        void 0;
    var error_1$,
      error_1$get = () => (error_1$ ??= require_error()),
      exit_1$,
      exit_1$get = () => (exit_1$ ??= require_exit2()),
      warn_1$,
      warn_1$get = () => (warn_1$ ??= require_warn()),
      simple_1$,
      simple_1$get = () => (simple_1$ ??= __importDefault(require_simple())),
      spinner_1$,
      spinner_1$get = () => (spinner_1$ ??= __importDefault(require_spinner())),
      colorize_json_1$,
      colorize_json_1$get = () => (colorize_json_1$ ??= __importDefault(require_colorize_json())),
      theme_1$,
      theme_1$get = () => (theme_1$ ??= require_theme2()),
      write_1$,
      write_1$get = () => (write_1$ ??= require_write()),
      error_2 = require_error();
    Object.defineProperty(exports2, 'error', { enumerable: !0, get: () => error_2.error });
    var exit_2 = require_exit2();
    Object.defineProperty(exports2, 'exit', { enumerable: !0, get: () => exit_2.exit });
    var warn_2 = require_warn();
    Object.defineProperty(exports2, 'warn', { enumerable: !0, get: () => warn_2.warn });
    var colorize_json_2 = require_colorize_json();
    Object.defineProperty(exports2, 'colorizeJson', { enumerable: !0, get: () => __importDefault(colorize_json_2).default });
    var theme_2 = require_theme2();
    Object.defineProperty(exports2, 'colorize', { enumerable: !0, get: () => theme_2.colorize });
    var write_2 = require_write();
    Object.defineProperty(exports2, 'stderr', { enumerable: !0, get: () => write_2.stderr });
    Object.defineProperty(exports2, 'stdout', { enumerable: !0, get: () => write_2.stdout });
    var ACTION_TYPE =
      (!!process.stderr.isTTY && !process.env.CI && !['dumb', 'emacs-color'].includes(process.env.TERM) && 'spinner') || 'simple';
    exports2.action = ACTION_TYPE === 'spinner' ? new (spinner_1$get().default)() : new (simple_1$get().default)();
    exports2.ux = {
      action: exports2.action,
      colorize: theme_1$get().colorize,
      colorizeJson: colorize_json_1$get().default,
      error: error_1$get().error,
      exit: exit_1$get().exit,
      stderr: write_1$get().stderr,
      stdout: write_1$get().stdout,
      warn: warn_1$get().warn,
    };
  },
});
var require_ensure_arg_object = __commonJS({
  'node_modules/@oclif/core/lib/util/ensure-arg-object.js'(exports2) {
    'use strict';
    Object.defineProperty(exports2, '__esModule', { value: !0 });
    exports2.ensureArgObject = ensureArgObject;
    function ensureArgObject(args) {
      return Array.isArray(args) ? (args ?? []).reduce((x, y) => ({ ...x, [y.name]: y }), {}) : (args ?? {});
    }
  },
});
var require_docopts = __commonJS({
  'node_modules/@oclif/core/lib/help/docopts.js'(exports2) {
    'use strict';
    Object.defineProperty(exports2, '__esModule', { value: !0 });
    exports2.DocOpts = void 0;
    var ensure_arg_object_1$,
      ensure_arg_object_1$get = () => (ensure_arg_object_1$ ??= require_ensure_arg_object()),
      DocOpts = class _DocOpts {
        cmd;
        flagList;
        flagMap;
        constructor(cmd) {
          (this.cmd = cmd),
            (this.flagMap = {}),
            (this.flagList = Object.entries(cmd.flags || {})
              .filter(([_, flag2]) => !flag2.hidden)
              .map(([name, flag2]) => ((this.flagMap[name] = flag2), flag2)));
        }
        static formatUsageType(flag2, showFlagName, showOptions) {
          if (flag2.type !== 'option') return '';
          let helpValues;
          return (
            flag2.helpValue
              ? (helpValues = typeof flag2.helpValue == 'string' ? [flag2.helpValue] : flag2.helpValue)
              : flag2.options
                ? (helpValues = [showOptions ? flag2.options.join('|') : '<option>'])
                : showFlagName
                  ? (helpValues = [flag2.name])
                  : (helpValues = ['<value>']),
            helpValues.map((v) => `${v}${flag2.multiple ? '...' : ''}`).join(' ')
          );
        }
        static generate(cmd) {
          return new _DocOpts(cmd).toString();
        }
        toString() {
          const opts = ['<%= command.id %>'];
          if (this.cmd.args) {
            const a =
              Object.values((0, ensure_arg_object_1$get().ensureArgObject)(this.cmd.args))
                .filter((arg) => !arg.hidden)
                .map((arg) => {
                  const suffix = arg.multiple || this.cmd.strict === !1 ? '...' : '';
                  return arg.required ? `${arg.name.toUpperCase()}${suffix}` : `[${arg.name.toUpperCase()}${suffix}]`;
                }) || [];
            opts.push(...a);
          }
          try {
            opts.push(...Object.values(this.groupFlagElements()));
          } catch {
            opts.push(
              ...this.flagList.map((flag2) => {
                const name = flag2.char ? `-${flag2.char}` : `--${flag2.name}`;
                return flag2.type === 'boolean' ? name : `${name}=${_DocOpts.formatUsageType(flag2, !1, !0)}`;
              }),
            );
          }
          return opts.join(' ');
        }
        combineElementsToFlag(elementMap, flagName, flagNames, unionString) {
          if (!this.flagMap[flagName]) return;
          let isRequired = this.flagMap[flagName]?.required;
          (typeof isRequired != 'boolean' || !isRequired) &&
            (isRequired = flagNames.reduce((required, toCombine) => required || this.flagMap[toCombine]?.required || !1, !1));
          for (const toCombine of flagNames)
            (elementMap[flagName] = `${elementMap[flagName] || ''}${unionString}${elementMap[toCombine] || ''}`),
              delete elementMap[toCombine],
              delete this.flagMap[toCombine];
          (elementMap[flagName] = isRequired ? `(${elementMap[flagName] || ''})` : `[${elementMap[flagName] || ''}]`),
            delete this.flagMap[flagName];
        }
        generateElements(elementMap = {}, flagGroups = []) {
          const elementStrs = [];
          for (const flag2 of flagGroups) {
            let type = '',
              flagName = flag2.char ? `-${flag2.char}` : `--${flag2.name}`;
            flag2.type === 'option' && (type = ` ${_DocOpts.formatUsageType(flag2, !1, !0)}`);
            const element = `${flagName}${type}`;
            (elementMap[flag2.name] = element), elementStrs.push(element);
          }
          return elementStrs;
        }
        groupFlagElements() {
          const elementMap = {};
          this.generateElements(
            elementMap,
            this.flagList.filter((flag2) => flag2.required),
          ),
            this.generateElements(
              elementMap,
              this.flagList.filter((flag2) => !flag2.required),
            );
          for (const flag2 of this.flagList) {
            Array.isArray(flag2.dependsOn) && this.combineElementsToFlag(elementMap, flag2.name, flag2.dependsOn, ' ');
            let exclusive;
            if ((Array.isArray(flag2.exclusive) && (exclusive = new Set(flag2.exclusive)), Array.isArray(flag2.combinable))) {
              const combinableFlags = new Set(flag2.combinable);
              exclusive ??= new Set();
              for (const item of this.flagList) flag2 !== item && !combinableFlags.has(item.name) && exclusive.add(item.name);
            }
            exclusive !== void 0 && exclusive.size > 0 && this.combineElementsToFlag(elementMap, flag2.name, [...exclusive], ' | ');
          }
          for (const remainingFlagName of Object.keys(this.flagMap)) {
            const remainingFlag = this.flagMap[remainingFlagName] || {};
            remainingFlag.required || (elementMap[remainingFlag.name] = `[${elementMap[remainingFlag.name] || ''}]`);
          }
          return elementMap;
        }
      };
    exports2.DocOpts = DocOpts;
  },
});
var require_widest_line = __commonJS({
  'node_modules/widest-line/index.js'(exports2, module2) {
    'use strict';
    var stringWidth = require_string_width(),
      widestLine = (input) => {
        let max = 0;
        for (const line of input.split(`
`))
          max = Math.max(max, stringWidth(line));
        return max;
      };
    module2.exports = widestLine;
    module2.exports.default = widestLine;
  },
});
var require_utils = __commonJS({
  'node_modules/ejs/lib/cjs/utils.js'(exports2, module2) {
    'use strict';
    Object.defineProperty(exports2, '__esModule', { value: !0 });
    var utils = {},
      regExpChars = /[|\\{}()[\]^$+*?.]/g,
      hasOwnProperty = Object.prototype.hasOwnProperty,
      hasOwn = (obj, key) => hasOwnProperty.apply(obj, [key]);
    utils.hasOwn = hasOwn;
    utils.escapeRegExpChars = (string6) => (string6 ? String(string6).replace(regExpChars, '\\$&') : '');
    var _ENCODE_HTML_RULES = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&#34;', "'": '&#39;' },
      _MATCH_HTML = /[&<>'"]/g;
    function encode_char(c) {
      return _ENCODE_HTML_RULES[c] || c;
    }
    var escapeFuncStr = `var _ENCODE_HTML_RULES = {
      "&": "&amp;"
    , "<": "&lt;"
    , ">": "&gt;"
    , '"': "&#34;"
    , "'": "&#39;"
    }
  , _MATCH_HTML = /[&<>'"]/g;
function encode_char(c) {
  return _ENCODE_HTML_RULES[c] || c;
};
`;
    utils.escapeXML = (markup) => (markup == null ? '' : String(markup).replace(_MATCH_HTML, encode_char));
    function escapeXMLToString() {
      return (
        Function.prototype.toString.call(this) +
        `;
` +
        escapeFuncStr
      );
    }
    try {
      typeof Object.defineProperty == 'function'
        ? Object.defineProperty(utils.escapeXML, 'toString', { value: escapeXMLToString })
        : (utils.escapeXML.toString = escapeXMLToString);
    } catch {
      console.warn('Unable to set escapeXML.toString (is the Function prototype frozen?)');
    }
    utils.shallowCopy = (to, from) => {
      if (((from = from || {}), to != null))
        for (var p in from) hasOwn(from, p) && (p === '__proto__' || p === 'constructor' || (to[p] = from[p]));
      return to;
    };
    utils.shallowCopyFromList = (to, from, list) => {
      if (((list = list || []), (from = from || {}), to != null))
        for (var i = 0; i < list.length; i++) {
          var p = list[i];
          if (typeof from[p] < 'u') {
            if (!hasOwn(from, p) || p === '__proto__' || p === 'constructor') continue;
            to[p] = from[p];
          }
        }
      return to;
    };
    utils.cache = {
      _data: {},
      set: function (key, val) {
        this._data[key] = val;
      },
      get: function (key) {
        return this._data[key];
      },
      remove: function (key) {
        delete this._data[key];
      },
      reset: function () {
        this._data = {};
      },
    };
    utils.hyphenToCamel = (str) => str.replace(/-[a-z]/g, (match) => match[1].toUpperCase());
    utils.createNullProtoObjWherePossible = (() =>
      typeof Object.create == 'function'
        ? () => Object.create(null)
        : { __proto__: null } instanceof Object
          ? () => ({})
          : () => ({ __proto__: null }))();
    utils.hasOwnOnlyObject = (obj) => {
      var o = utils.createNullProtoObjWherePossible();
      for (var p in obj) hasOwn(obj, p) && (o[p] = obj[p]);
      return o;
    };
    module2.exports = utils;
  },
});
var require_ejs = __commonJS({
  'node_modules/ejs/lib/cjs/ejs.js'(exports2, module2) {
    'use strict';
    var __importDefault = (exports2 && exports2.__importDefault) || ((mod) => (mod && mod.__esModule ? mod : { default: mod }));
    Object.defineProperty(exports2, '__esModule', { value: !0 });
    var fs_1 = __importDefault(require('fs')),
      path_1 = __importDefault(require('path')),
      utils_js_1 = __importDefault(require_utils());
    var DECLARATION_KEYWORD = 'var',
      ejs = {},
      _DEFAULT_OPEN_DELIMITER = '<',
      _DEFAULT_CLOSE_DELIMITER = '>',
      _DEFAULT_DELIMITER = '%',
      _DEFAULT_LOCALS_NAME = 'locals',
      _REGEX_STRING = '(<%%|%%>|<%=|<%-|<%_|<%#|<%|%>|-%>|_%>)',
      _OPTS_PASSABLE_WITH_DATA = [
        'delimiter',
        'scope',
        'context',
        'debug',
        'compileDebug',
        '_with',
        'rmWhitespace',
        'strict',
        'filename',
        'async',
      ],
      _OPTS_PASSABLE_WITH_DATA_EXPRESS = _OPTS_PASSABLE_WITH_DATA.concat('cache'),
      _BOM = /^\uFEFF/,
      _JS_IDENTIFIER = /^[a-zA-Z_$][0-9a-zA-Z_$]*$/;
    ejs.cache = utils_js_1.default.cache;
    ejs.fileLoader = fs_1.default.readFileSync;
    ejs.localsName = _DEFAULT_LOCALS_NAME;
    ejs.promiseImpl = new Function('return this;')().Promise;
    ejs.resolveInclude = (name, filename, isDir) => {
      var dirname2 = path_1.default.dirname,
        extname = path_1.default.extname,
        resolve = path_1.default.resolve,
        includePath = resolve(isDir ? filename : dirname2(filename), name),
        ext = extname(name);
      return ext || (includePath += '.ejs'), includePath;
    };
    function resolvePaths(name, paths) {
      var filePath;
      if (paths.some((v) => ((filePath = ejs.resolveInclude(name, v, !0)), fs_1.default.existsSync(filePath)))) return filePath;
    }
    function getIncludePath(path, options) {
      var includePath,
        filePath,
        views = options.views,
        match = /^[A-Za-z]+:\\|^\//.exec(path);
      if (match && match.length)
        (path = path.replace(/^\/*/, '')),
          Array.isArray(options.root)
            ? (includePath = resolvePaths(path, options.root))
            : (includePath = ejs.resolveInclude(path, options.root || '/', !0));
      else if (
        (options.filename &&
          ((filePath = ejs.resolveInclude(path, options.filename)), fs_1.default.existsSync(filePath) && (includePath = filePath)),
        !includePath && Array.isArray(views) && (includePath = resolvePaths(path, views)),
        !includePath && typeof options.includer != 'function')
      )
        throw new Error('Could not find the include file "' + options.escapeFunction(path) + '"');
      return includePath;
    }
    function handleCache(options, template) {
      var func,
        filename = options.filename,
        hasTemplate = arguments.length > 1;
      if (options.cache) {
        if (!filename) throw new Error('cache option requires a filename');
        if (((func = ejs.cache.get(filename)), func)) return func;
        hasTemplate || (template = fileLoader(filename).toString().replace(_BOM, ''));
      } else if (!hasTemplate) {
        if (!filename) throw new Error('Internal EJS error: no file name or template provided');
        template = fileLoader(filename).toString().replace(_BOM, '');
      }
      return (func = ejs.compile(template, options)), options.cache && ejs.cache.set(filename, func), func;
    }
    function tryHandleCache(options, data, cb) {
      var result;
      if (cb) {
        try {
          result = handleCache(options)(data);
        } catch (err) {
          return cb(err);
        }
        cb(null, result);
      } else {
        if (typeof ejs.promiseImpl == 'function')
          return new ejs.promiseImpl((resolve, reject) => {
            try {
              (result = handleCache(options)(data)), resolve(result);
            } catch (err) {
              reject(err);
            }
          });
        throw new Error('Please provide a callback function');
      }
    }
    function fileLoader(filePath) {
      return ejs.fileLoader(filePath);
    }
    function includeFile(path, options) {
      var opts = utils_js_1.default.shallowCopy(utils_js_1.default.createNullProtoObjWherePossible(), options);
      if (((opts.filename = getIncludePath(path, opts)), typeof options.includer == 'function')) {
        var includerResult = options.includer(path, opts.filename);
        if (includerResult && (includerResult.filename && (opts.filename = includerResult.filename), includerResult.template))
          return handleCache(opts, includerResult.template);
      }
      return handleCache(opts);
    }
    function rethrow(err, str, flnm, lineno, esc) {
      var lines = str.split(`
`),
        start = Math.max(lineno - 3, 0),
        end = Math.min(lines.length, lineno + 3),
        filename = esc(flnm),
        context = lines
          .slice(start, end)
          .map((line, i) => {
            var curr = i + start + 1;
            return (curr == lineno ? ' >> ' : '    ') + curr + '| ' + line;
          })
          .join(`
`);
      throw (
        ((err.path = filename),
        (err.message =
          (filename || 'ejs') +
          ':' +
          lineno +
          `
` +
          context +
          `

` +
          err.message),
        err)
      );
    }
    function stripSemi(str) {
      return str.replace(/;(\s*$)/, '$1');
    }
    ejs.compile = (template, opts) => {
      var templ;
      return (
        opts &&
          opts.scope &&
          (console.warn('`scope` option is deprecated and will be removed in future EJS'),
          opts.context || (opts.context = opts.scope),
          delete opts.scope),
        (templ = new Template(template, opts)),
        templ.compile()
      );
    };
    ejs.render = function (template, d, o) {
      var data = d || utils_js_1.default.createNullProtoObjWherePossible(),
        opts = o || utils_js_1.default.createNullProtoObjWherePossible();
      return (
        arguments.length == 2 && utils_js_1.default.shallowCopyFromList(opts, data, _OPTS_PASSABLE_WITH_DATA),
        handleCache(opts, template)(data)
      );
    };
    ejs.renderFile = function () {
      var args = Array.prototype.slice.call(arguments),
        filename = args.shift(),
        cb,
        opts = { filename },
        data,
        viewOpts;
      return (
        typeof arguments[arguments.length - 1] == 'function' && (cb = args.pop()),
        args.length
          ? ((data = args.shift()),
            args.length
              ? utils_js_1.default.shallowCopy(opts, args.pop())
              : (utils_js_1.default.hasOwn(data, 'settings') &&
                  data.settings &&
                  (data.settings.views && (opts.views = data.settings.views),
                  data.settings['view cache'] && (opts.cache = !0),
                  (viewOpts = data.settings['view options']),
                  viewOpts && utils_js_1.default.shallowCopy(opts, viewOpts)),
                utils_js_1.default.shallowCopyFromList(opts, data, _OPTS_PASSABLE_WITH_DATA_EXPRESS)),
            (opts.filename = filename))
          : (data = utils_js_1.default.createNullProtoObjWherePossible()),
        tryHandleCache(opts, data, cb)
      );
    };
    ejs.Template = Template;
    ejs.clearCache = () => {
      ejs.cache.reset();
    };
    function Template(text, optsParam) {
      var opts = utils_js_1.default.hasOwnOnlyObject(optsParam),
        options = utils_js_1.default.createNullProtoObjWherePossible();
      (this.templateText = text),
        (this.mode = null),
        (this.truncate = !1),
        (this.currentLine = 1),
        (this.source = ''),
        (options.escapeFunction = opts.escape || opts.escapeFunction || utils_js_1.default.escapeXML),
        (options.compileDebug = opts.compileDebug !== !1),
        (options.debug = !!opts.debug),
        (options.filename = opts.filename),
        (options.openDelimiter = opts.openDelimiter || ejs.openDelimiter || _DEFAULT_OPEN_DELIMITER),
        (options.closeDelimiter = opts.closeDelimiter || ejs.closeDelimiter || _DEFAULT_CLOSE_DELIMITER),
        (options.delimiter = opts.delimiter || ejs.delimiter || _DEFAULT_DELIMITER),
        (options.strict = opts.strict || !1),
        (options.context = opts.context),
        (options.cache = opts.cache || !1),
        (options.rmWhitespace = opts.rmWhitespace),
        (options.root = opts.root),
        (options.includer = opts.includer),
        (options.outputFunctionName = opts.outputFunctionName),
        (options.localsName = opts.localsName || ejs.localsName || _DEFAULT_LOCALS_NAME),
        (options.views = opts.views),
        (options.async = opts.async),
        (options.destructuredLocals = opts.destructuredLocals),
        (options.legacyInclude = typeof opts.legacyInclude < 'u' ? !!opts.legacyInclude : !0),
        (options.unsafePrototypeLocals = !!opts.unsafePrototypeLocals),
        options.strict ? (options._with = !1) : (options._with = typeof opts._with < 'u' ? opts._with : !0),
        (this.opts = options),
        (this.regex = this.createRegex());
    }
    Template.modes = { EVAL: 'eval', ESCAPED: 'escaped', RAW: 'raw', COMMENT: 'comment', LITERAL: 'literal' };
    Template.prototype = {
      createRegex: function () {
        var str = _REGEX_STRING,
          delim = utils_js_1.default.escapeRegExpChars(this.opts.delimiter),
          open = utils_js_1.default.escapeRegExpChars(this.opts.openDelimiter),
          close = utils_js_1.default.escapeRegExpChars(this.opts.closeDelimiter);
        return (str = str.replace(/%/g, delim).replace(/</g, open).replace(/>/g, close)), new RegExp(str);
      },
      compile: function () {
        var src,
          fn,
          opts = this.opts,
          prepended = '',
          appended = '',
          escapeFn = opts.escapeFunction,
          ctor,
          sanitizedFilename = opts.filename ? JSON.stringify(opts.filename) : 'undefined';
        if (!this.source) {
          if (
            (this.generateSource(),
            (prepended +=
              '  '.concat(
                DECLARATION_KEYWORD,
                ` __output = "";
`,
              ) +
              `  function __append(s) { if (s !== undefined && s !== null) __output += s }
`),
            opts.outputFunctionName)
          ) {
            if (!_JS_IDENTIFIER.test(opts.outputFunctionName)) throw new Error('outputFunctionName is not a valid JS identifier.');
            prepended +=
              '  '.concat(DECLARATION_KEYWORD, ' ') +
              opts.outputFunctionName +
              ` = __append;
`;
          }
          if (opts.localsName && !_JS_IDENTIFIER.test(opts.localsName)) throw new Error('localsName is not a valid JS identifier.');
          if (opts.destructuredLocals && opts.destructuredLocals.length) {
            for (
              var destructuring =
                  '  '.concat(DECLARATION_KEYWORD, ' __locals = (') +
                  opts.localsName +
                  ` || {}),
`,
                i = 0;
              i < opts.destructuredLocals.length;
              i++
            ) {
              var name_1 = opts.destructuredLocals[i];
              if (!_JS_IDENTIFIER.test(name_1)) throw new Error('destructuredLocals[' + i + '] is not a valid JS identifier.');
              i > 0 &&
                (destructuring += `,
  `),
                (destructuring += name_1 + ' = __locals.' + name_1);
            }
            prepended +=
              destructuring +
              `;
`;
          }
          opts._with !== !1 &&
            ((prepended +=
              '  with (' +
              opts.localsName +
              ` || {}) {
`),
            (appended += `  }
`)),
            (appended += `  return __output;
`),
            (this.source = prepended + this.source + appended);
        }
        opts.compileDebug
          ? (src =
              ''.concat(DECLARATION_KEYWORD, ' __line = 1') +
              `
  , __lines = ` +
              JSON.stringify(this.templateText) +
              `
  , __filename = ` +
              sanitizedFilename +
              `;
try {
` +
              this.source +
              `} catch (e) {
  rethrow(e, __lines, __filename, __line, escapeFn);
}
`)
          : (src = this.source),
          opts.strict &&
            (src =
              `"use strict";
` + src),
          opts.debug && console.log(src),
          opts.compileDebug &&
            opts.filename &&
            (src =
              src +
              `
//# sourceURL=` +
              sanitizedFilename +
              `
`);
        try {
          if (opts.async)
            try {
              ctor = new Function('return (async function(){}).constructor;')();
            } catch (e) {
              throw e instanceof SyntaxError ? new Error('This environment does not support async/await') : e;
            }
          else ctor = Function;
          fn = new ctor(opts.localsName + ', escapeFn, include, rethrow', src);
        } catch (e) {
          throw (
            (e instanceof SyntaxError &&
              (opts.filename && (e.message += ' in ' + opts.filename),
              (e.message += ` while compiling ejs

`),
              (e.message += `If the above error is not helpful, you may want to try EJS-Lint:
`),
              (e.message += 'https://github.com/RyanZim/EJS-Lint'),
              opts.async ||
                ((e.message += `
`),
                (e.message += 'Or, if you meant to create an async function, pass `async: true` as an option.'))),
            e)
          );
        }
        var returnedFn = (data) => {
          var include = (path, includeData) => {
              var d = utils_js_1.default.shallowCopy(utils_js_1.default.createNullProtoObjWherePossible(), data);
              return includeData && (d = utils_js_1.default.shallowCopy(d, includeData)), includeFile(path, opts)(d);
            },
            locals;
          return (
            opts.unsafePrototypeLocals
              ? (locals = data || utils_js_1.default.createNullProtoObjWherePossible())
              : (locals = utils_js_1.default.shallowCopy(utils_js_1.default.createNullProtoObjWherePossible(), data)),
            fn.apply(opts.context, [locals, escapeFn, include, rethrow])
          );
        };
        if (opts.filename && typeof Object.defineProperty == 'function') {
          var filename = opts.filename,
            basename = path_1.default.basename(filename, path_1.default.extname(filename));
          try {
            Object.defineProperty(returnedFn, 'name', { value: basename, writable: !1, enumerable: !1, configurable: !0 });
          } catch {}
        }
        return returnedFn;
      },
      generateSource: function () {
        var opts = this.opts;
        opts.rmWhitespace &&
          (this.templateText = this.templateText
            .replace(
              /[\r\n]+/g,
              `
`,
            )
            .replace(/^\s+|\s+$/gm, ''));
        var d = this.opts.delimiter,
          o = this.opts.openDelimiter,
          c = this.opts.closeDelimiter,
          openWhitespaceSlurpTag = utils_js_1.default.escapeRegExpChars(o + d + '_'),
          closeWhitespaceSlurpTag = utils_js_1.default.escapeRegExpChars('_' + d + c),
          openWhitespaceSlurpReplacement = o + d + '_',
          closeWhitespaceSlurpReplacement = '_' + d + c;
        this.templateText = this.templateText
          .replace(new RegExp('[ \\t]*' + openWhitespaceSlurpTag, 'gm'), openWhitespaceSlurpReplacement)
          .replace(new RegExp(closeWhitespaceSlurpTag + '[ \\t]*', 'gm'), closeWhitespaceSlurpReplacement);
        var matches = this.parseTemplateText();
        matches &&
          matches.length &&
          matches.forEach((line, index) => {
            var closing;
            if (
              line.indexOf(o + d) === 0 &&
              line.indexOf(o + d + d) !== 0 &&
              ((closing = matches[index + 2]), !(closing == d + c || closing == '-' + d + c || closing == '_' + d + c))
            )
              throw new Error('Could not find matching close tag for "' + line + '".');
            this.scanLine(line);
          });
      },
      parseTemplateText: function () {
        for (var str = this.templateText, pat = this.regex, result = pat.exec(str), arr = [], firstPos; result; )
          (firstPos = result.index),
            firstPos !== 0 && (arr.push(str.substring(0, firstPos)), (str = str.slice(firstPos))),
            arr.push(result[0]),
            (str = str.slice(result[0].length)),
            (result = pat.exec(str));
        return str && arr.push(str), arr;
      },
      _addOutput: function (line) {
        if ((this.truncate && ((line = line.replace(/^(?:\r\n|\r|\n)/, '')), (this.truncate = !1)), !line)) return line;
        (line = line.replace(/\\/g, '\\\\')),
          (line = line.replace(/\n/g, '\\n')),
          (line = line.replace(/\r/g, '\\r')),
          (line = line.replace(/"/g, '\\"')),
          (this.source +=
            '    ; __append("' +
            line +
            `")
`);
      },
      scanLine: function (line) {
        var d = this.opts.delimiter,
          o = this.opts.openDelimiter,
          c = this.opts.closeDelimiter,
          newLineCount = 0;
        switch (
          ((newLineCount =
            line.split(`
`).length - 1),
          line)
        ) {
          case o + d:
          case o + d + '_':
            this.mode = Template.modes.EVAL;
            break;
          case o + d + '=':
            this.mode = Template.modes.ESCAPED;
            break;
          case o + d + '-':
            this.mode = Template.modes.RAW;
            break;
          case o + d + '#':
            this.mode = Template.modes.COMMENT;
            break;
          case o + d + d:
            (this.mode = Template.modes.LITERAL),
              (this.source +=
                '    ; __append("' +
                line.replace(o + d + d, o + d) +
                `")
`);
            break;
          case d + d + c:
            (this.mode = Template.modes.LITERAL),
              (this.source +=
                '    ; __append("' +
                line.replace(d + d + c, d + c) +
                `")
`);
            break;
          case d + c:
          case '-' + d + c:
          case '_' + d + c:
            this.mode == Template.modes.LITERAL && this._addOutput(line),
              (this.mode = null),
              (this.truncate = line.indexOf('-') === 0 || line.indexOf('_') === 0);
            break;
          default:
            if (this.mode) {
              switch (this.mode) {
                case Template.modes.EVAL:
                case Template.modes.ESCAPED:
                case Template.modes.RAW:
                  line.lastIndexOf('//') >
                    line.lastIndexOf(`
`) &&
                    (line += `
`);
              }
              switch (this.mode) {
                case Template.modes.EVAL:
                  this.source +=
                    '    ; ' +
                    line +
                    `
`;
                  break;
                case Template.modes.ESCAPED:
                  this.source +=
                    '    ; __append(escapeFn(' +
                    stripSemi(line) +
                    `))
`;
                  break;
                case Template.modes.RAW:
                  this.source +=
                    '    ; __append(' +
                    stripSemi(line) +
                    `)
`;
                  break;
                case Template.modes.COMMENT:
                  break;
                case Template.modes.LITERAL:
                  this._addOutput(line);
                  break;
              }
            } else this._addOutput(line);
        }
        this.opts.compileDebug &&
          newLineCount &&
          ((this.currentLine += newLineCount),
          (this.source +=
            '    ; __line = ' +
            this.currentLine +
            `
`));
      },
    };
    ejs.escapeXML = utils_js_1.default.escapeXML;
    ejs.__express = ejs.renderFile;
    typeof window < 'u' && (window.ejs = ejs);
    module2.exports = ejs;
  },
});
var require_util3 = __commonJS({
  'node_modules/@oclif/core/lib/help/util.js'(exports2) {
    'use strict';
    var __importDefault = (exports2 && exports2.__importDefault) || ((mod) => (mod && mod.__esModule ? mod : { default: mod }));
    Object.defineProperty(exports2, '__esModule', { value: !0 });
    exports2.template = template;
    exports2.standardizeIDFromArgv = standardizeIDFromArgv;
    exports2.getHelpFlagAdditions = getHelpFlagAdditions;
    exports2.formatFlagDeprecationWarning = formatFlagDeprecationWarning;
    exports2.formatCommandDeprecationWarning = formatCommandDeprecationWarning;
    exports2.normalizeArgv = normalizeArgv;
    var ejs_1$,
      ejs_1$get = () => (ejs_1$ ??= __importDefault(require_ejs())),
      util_1$,
      util_1$get = () => (util_1$ ??= require_util2()),
      ids_1$,
      ids_1$get = () => (ids_1$ ??= require_ids());
    function template(context) {
      function render(t) {
        return ejs_1$get().default.render(t, context);
      }
      return render;
    }
    var isFlag = (s) => s.startsWith('-'),
      isArgWithValue = (s) => s.includes('=');
    function collateSpacedCmdIDFromArgs(argv, config) {
      if (argv.length === 1) return argv;
      const id = ((argv2) => {
        const ids = (0, util_1$get().collectUsableIds)(config.commandIDs),
          final = [],
          idPresent = (id2) => ids.has(id2),
          finalizeId = (s) => (s ? [...final, s] : final).filter(Boolean).join(':'),
          hasArgs = () => {
            const id2 = finalizeId();
            if (!id2) return !1;
            const cmd = config.findCommand(id2);
            return !!(cmd && (cmd.strict === !1 || Object.keys(cmd.args ?? {}).length > 0));
          };
        for (const arg of argv2)
          if (idPresent(finalizeId(arg))) final.push(arg);
          else {
            if (isArgWithValue(arg) || isFlag(arg) || hasArgs()) break;
            final.push(arg);
          }
        return finalizeId();
      })(argv);
      if (id) {
        const argvSlice = argv.slice(id.split(':').length);
        return [id, ...argvSlice];
      }
      return argv;
    }
    function standardizeIDFromArgv(argv, config) {
      return (
        argv.length === 0 ||
          (config.topicSeparator === ' '
            ? (argv = collateSpacedCmdIDFromArgs(argv, config))
            : config.topicSeparator !== ':' && (argv[0] = (0, ids_1$get().toStandardizedId)(argv[0], config))),
        argv
      );
    }
    function getHelpFlagAdditions(config) {
      const helpFlags = ['--help'],
        additionalHelpFlags = config.pjson.oclif.additionalHelpFlags ?? [];
      return [...new Set([...additionalHelpFlags, ...helpFlags])];
    }
    function formatFlagDeprecationWarning(flag2, opts) {
      let message = `The "${flag2}" flag has been deprecated`;
      return opts === !0
        ? `${message}.`
        : opts.message
          ? opts.message
          : (opts.version && (message += ` and will be removed in version ${opts.version}`),
            (message += opts.to ? `. Use "${opts.to}" instead.` : '.'),
            message);
    }
    function formatCommandDeprecationWarning(command, opts) {
      let message = `The "${command}" command has been deprecated`;
      return opts
        ? opts.message
          ? opts.message
          : (opts.version && (message += ` and will be removed in version ${opts.version}`),
            (message += opts.to ? `. Use "${opts.to}" instead.` : '.'),
            message)
        : `${message}.`;
    }
    function normalizeArgv(config, argv = process.argv.slice(2)) {
      return config.topicSeparator !== ':' && !argv[0]?.includes(':') && (argv = standardizeIDFromArgv(argv, config)), argv;
    }
  },
});
var require_formatter = __commonJS({
  'node_modules/@oclif/core/lib/help/formatter.js'(exports2) {
    'use strict';
    var __importDefault = (exports2 && exports2.__importDefault) || ((mod) => (mod && mod.__esModule ? mod : { default: mod }));
    Object.defineProperty(exports2, '__esModule', { value: !0 });
    exports2.HelpFormatter = void 0;
    var ansis_1$,
      ansis_1$get = () => (ansis_1$ ??= __importDefault(require_ansis())),
      indent_string_1$,
      indent_string_1$get = () => (indent_string_1$ ??= __importDefault(require_indent_string())),
      string_width_1$,
      string_width_1$get = () => (string_width_1$ ??= __importDefault(require_string_width())),
      widest_line_1$,
      widest_line_1$get = () => (widest_line_1$ ??= __importDefault(require_widest_line())),
      wrap_ansi_1$,
      wrap_ansi_1$get = () => (wrap_ansi_1$ ??= __importDefault(require_wrap_ansi())),
      screen_1$,
      screen_1$get = () => (screen_1$ ??= require_screen()),
      theme_1$,
      theme_1$get = () => (theme_1$ ??= require_theme2()),
      util_1$,
      util_1$get = () => (util_1$ ??= require_util3()),
      HelpFormatter = class {
        config;
        indentSpacing = 2;
        opts;
        render;
        constructor(config, opts = {}) {
          (this.config = config),
            (this.opts = { maxWidth: screen_1$get().stdtermwidth, ...opts }),
            (this.render = (0, util_1$get().template)(this));
        }
        indent(body, spacing = this.indentSpacing) {
          return (0, indent_string_1$get().default)(body, spacing);
        }
        renderList(input, opts) {
          if (input.length === 0) return '';
          const renderMultiline = () => {
            let output2 = '';
            for (let [left, right] of input)
              (!left && !right) ||
                (left &&
                  (opts.stripAnsi && (left = ansis_1$get().default.strip(left)), (output2 += this.wrap(left.trim(), opts.indentation))),
                right &&
                  (opts.stripAnsi && (right = ansis_1$get().default.strip(right)),
                  (output2 += `
`),
                  (output2 += this.indent(this.wrap(right.trim(), opts.indentation + 2), 4))),
                (output2 += `

`));
            return output2.trim();
          };
          if (opts.multiline) return renderMultiline();
          let maxLength = (0, widest_line_1$get().default)(
              input
                .map((i) => i[0])
                .join(`
`),
            ),
            output = '',
            spacer =
              opts.spacer ||
              `
`,
            cur = '';
          for (const [left, r] of input) {
            let right = r;
            if (
              (cur && ((output += spacer), (output += cur)),
              (cur = left || ''),
              opts.stripAnsi && (cur = ansis_1$get().default.strip(cur)),
              !right)
            ) {
              cur = cur.trim();
              continue;
            }
            opts.stripAnsi && (right = ansis_1$get().default.strip(right)),
              (right = this.wrap(right.trim(), opts.indentation + maxLength + 2));
            const [first, ...lines] = right
              .split(`
`)
              .map((s) => s.trim());
            if (((cur += ' '.repeat(maxLength - (0, string_width_1$get().default)(cur) + 2)), (cur += first), lines.length !== 0)) {
              if (lines.length > 4) return renderMultiline();
              opts.spacer ||
                (spacer = `
`),
                (cur += `
`),
                (cur += this.indent(
                  lines.join(`
`),
                  maxLength + 2,
                ));
            }
          }
          return cur && ((output += spacer), (output += cur)), output.trim();
        }
        section(header, body) {
          let newBody;
          if (typeof body == 'string') newBody = this.render(body);
          else if (Array.isArray(body))
            newBody = body.map((entry) => {
              if ('name' in entry) {
                const tableEntry = entry;
                return [this.render(tableEntry.name), this.render(tableEntry.description)];
              }
              const [left, right] = entry;
              return [this.render(left), right && this.render(right)];
            });
          else {
            if ('header' in body) return this.section(body.header, body.body);
            newBody = body
              .map((entry) => [entry.name, entry.description])
              .map(([left, right]) => [this.render(left), right && this.render(right)]);
          }
          const output = [
            (0, theme_1$get().colorize)(this.config?.theme?.sectionHeader, (0, theme_1$get().colorize)('bold', header)),
            (0, theme_1$get().colorize)(
              this.config?.theme?.sectionDescription,
              this.indent(Array.isArray(newBody) ? this.renderList(newBody, { indentation: 2, stripAnsi: this.opts.stripAnsi }) : newBody),
            ),
          ].join(`
`);
          return this.opts.stripAnsi ? ansis_1$get().default.strip(output) : output;
        }
        wrap(body, spacing = this.indentSpacing) {
          return (0, wrap_ansi_1$get().default)(this.render(body), this.opts.maxWidth - spacing, { hard: !0 });
        }
      };
    exports2.HelpFormatter = HelpFormatter;
  },
});
var require_command = __commonJS({
  'node_modules/@oclif/core/lib/help/command.js'(exports2) {
    'use strict';
    var __importDefault = (exports2 && exports2.__importDefault) || ((mod) => (mod && mod.__esModule ? mod : { default: mod }));
    Object.defineProperty(exports2, '__esModule', { value: !0 });
    exports2.CommandHelp = void 0;
    var ansis_1$,
      ansis_1$get = () => (ansis_1$ ??= __importDefault(require_ansis())),
      ensure_arg_object_1$,
      ensure_arg_object_1$get = () => (ensure_arg_object_1$ ??= require_ensure_arg_object()),
      ids_1$,
      ids_1$get = () => (ids_1$ ??= require_ids()),
      util_1$,
      util_1$get = () => (util_1$ ??= require_util()),
      theme_1$,
      theme_1$get = () => (theme_1$ ??= require_theme2()),
      docopts_1$,
      docopts_1$get = () => (docopts_1$ ??= require_docopts()),
      formatter_1$,
      formatter_1$get = () => (formatter_1$ ??= require_formatter()),
      POSSIBLE_LINE_FEED = /\r\n|\n/;
    function determineSortOrder(flagSortOrder) {
      return flagSortOrder === 'alphabetical' ? 'alphabetical' : flagSortOrder === 'none' ? 'none' : 'alphabetical';
    }
    var CommandHelp = class extends formatter_1$get().HelpFormatter {
      command;
      config;
      opts;
      constructor(command, config, opts) {
        super(config, opts), (this.command = command), (this.config = config), (this.opts = opts);
      }
      aliases(aliases) {
        return !aliases || aliases.length === 0
          ? void 0
          : aliases
              .map((a) =>
                [
                  (0, theme_1$get().colorize)(this.config?.theme?.dollarSign, '$'),
                  (0, theme_1$get().colorize)(this.config?.theme?.bin, this.config.bin),
                  (0, theme_1$get().colorize)(this.config?.theme?.alias, a),
                ].join(' '),
              )
              .join(`
`);
      }
      arg(arg) {
        const name = arg.name.toUpperCase();
        return arg.required ? name : `[${name}]`;
      }
      args(args) {
        if (args.filter((a) => a.description).length !== 0)
          return args.map((a) => {
            let suffix = a.multiple || this.command.strict === !1 ? '...' : '',
              name = `${a.name.toUpperCase()}${suffix}`;
            name = a.required ? name : `[${name}]`;
            let description = a.description || '';
            return (
              a.default &&
                (description = `${(0, theme_1$get().colorize)(this.config?.theme?.flagDefaultValue, `[default: ${a.default}]`)} ${description}`),
              a.options &&
                (description = `${(0, theme_1$get().colorize)(this.config?.theme?.flagOptions, `(${a.options.join('|')})`)} ${description}`),
              [
                (0, theme_1$get().colorize)(this.config?.theme?.flag, name),
                description ? (0, theme_1$get().colorize)(this.config?.theme?.sectionDescription, description) : void 0,
              ]
            );
          });
      }
      defaultUsage() {
        return this.opts.docopts === void 0 || this.opts.docopts
          ? docopts_1$get().DocOpts.generate(this.command)
          : (0, util_1$get().compact)([
              this.command.id,
              Object.values(this.command.args ?? {})
                ?.filter((a) => !a.hidden)
                .map((a) => this.arg(a))
                .join(' '),
            ]).join(' ');
      }
      description() {
        let cmd = this.command,
          description;
        if (this.opts.hideCommandSummaryInDescription) description = [(cmd.description || '').split(POSSIBLE_LINE_FEED).at(-1) ?? ''];
        else if (cmd.description) {
          const summary = cmd.summary
            ? `${cmd.summary}
`
            : null;
          description = summary
            ? [...summary.split(POSSIBLE_LINE_FEED), ...(cmd.description || '').split(POSSIBLE_LINE_FEED)]
            : (cmd.description || '').split(POSSIBLE_LINE_FEED);
        }
        if (description)
          return this.wrap(
            description.join(`
`),
          );
      }
      examples(examples) {
        return !examples || examples.length === 0
          ? void 0
          : (0, util_1$get().castArray)(examples)
              .map((a) => {
                let description, commands;
                if (typeof a == 'string') {
                  const lines = a.split(POSSIBLE_LINE_FEED).filter(Boolean);
                  if (lines.length >= 2 && !this.isCommand(lines[0]) && lines.slice(1).every((i) => this.isCommand(i)))
                    (description = lines[0]), (commands = lines.slice(1));
                  else
                    return lines
                      .map((line) => this.formatIfCommand(line))
                      .join(`
`);
                } else (description = a.description), (commands = [a.command]);
                const multilineSeparator = this.config.platform === 'win32' ? (this.config.shell.includes('powershell') ? '`' : '^') : '\\',
                  finalIndentedSpacing = this.indentSpacing * 2,
                  multilineCommands = commands
                    .map((c) =>
                      this.indent(this.wrap(this.formatIfCommand(c), finalIndentedSpacing + 4))
                        .split(POSSIBLE_LINE_FEED)
                        .join(` ${multilineSeparator}
  `),
                    )
                    .join(`
`);
                return `${this.wrap(description, finalIndentedSpacing)}

${multilineCommands}`;
              })
              .join(`

`);
      }
      flagHelpLabel(flag2, showOptions = !1) {
        let label = flag2.helpLabel;
        if (!label) {
          const labels = [flag2.char ? `-${flag2.char[0]}` : '  '];
          flag2.name &&
            (flag2.type === 'boolean' && flag2.allowNo
              ? labels.push(`--[no-]${flag2.name.trim()}`)
              : labels.push(`--${flag2.name.trim()}`)),
            (label = labels.join(flag2.char ? (0, theme_1$get().colorize)(this.config?.theme?.flagSeparator, ', ') : '  '));
        }
        if (flag2.type === 'option') {
          let value = docopts_1$get().DocOpts.formatUsageType(
            flag2,
            this.opts.showFlagNameInTitle ?? !1,
            this.opts.showFlagOptionsInTitle ?? showOptions,
          );
          value.includes('|') || (value = (0, theme_1$get().colorize)('underline', value)), (label += `=${value}`);
        }
        return (0, theme_1$get().colorize)(this.config.theme?.flag, label);
      }
      flags(flags) {
        if (flags.length === 0) return;
        const isNoChar = flags.reduce((previous, current) => previous && current.char === void 0, !0);
        return flags.map((flag2) => {
          let left = this.flagHelpLabel(flag2);
          isNoChar && (left = left.replace(' '.repeat(4), ''));
          let right = flag2.summary || flag2.description || '',
            metadata = [],
            canBeCached = !(this.opts.respectNoCacheDefault === !0 && flag2.noCacheDefault === !0);
          return (
            flag2.type === 'option'
              ? (flag2.default && canBeCached && metadata.push(`default: ${flag2.default}`),
                flag2.env && metadata.push(`env: ${flag2.env}`))
              : flag2.type === 'boolean' && flag2.env && metadata.push(`env: ${flag2.env}`),
            metadata.length > 0 &&
              (right = `${(0, theme_1$get().colorize)(this.config?.theme?.flagDefaultValue, `[${metadata.join(', ')}]`)} ${right}`),
            flag2.required && (right = `${(0, theme_1$get().colorize)(this.config?.theme?.flagRequired, '(required)')} ${right}`),
            flag2.type === 'option' &&
              flag2.options &&
              !flag2.helpValue &&
              !this.opts.showFlagOptionsInTitle &&
              (right += (0, theme_1$get().colorize)(
                this.config?.theme?.flagOptions,
                `
<options: ${flag2.options.join('|')}>`,
              )),
            [left, (0, theme_1$get().colorize)(this.config?.theme?.sectionDescription, right.trim())]
          );
        });
      }
      flagsDescriptions(flags) {
        const flagsWithExtendedDescriptions = flags.filter((flag2) => flag2.summary && flag2.description);
        return flagsWithExtendedDescriptions.length === 0
          ? void 0
          : flagsWithExtendedDescriptions
              .map((flag2) => {
                let summary = flag2.summary || '',
                  flagHelp = this.flagHelpLabel(flag2, !0);
                return (
                  flag2.char || (flagHelp = flagHelp.replace(' '.repeat(4), '')),
                  (flagHelp +=
                    flagHelp.length + summary.length + 2 < this.opts.maxWidth
                      ? '  ' + summary
                      : `

` + this.indent(this.wrap(summary, this.indentSpacing * 2))),
                  `${flagHelp}

${this.indent(this.wrap(flag2.description || '', this.indentSpacing * 2))}`
                );
              })
              .join(`

`);
      }
      generate() {
        const cmd = this.command,
          unsortedFlags = Object.entries(cmd.flags || {})
            .filter(([, v]) => !v.hidden)
            .map(([k, v]) => ((v.name = k), v)),
          flags =
            determineSortOrder(this.opts.flagSortOrder) === 'alphabetical'
              ? (0, util_1$get().sortBy)(unsortedFlags, (f) => [!f.char, f.char, f.name])
              : unsortedFlags,
          args = Object.values((0, ensure_arg_object_1$get().ensureArgObject)(cmd.args)).filter((a) => !a.hidden);
        return (0, util_1$get().compact)(
          this.sections().map(({ generate, header }) => {
            const body = generate({ args, cmd, flags }, header);
            return Array.isArray(body)
              ? body
                  .map((helpSection) => helpSection?.body && this.section(helpSection.header, helpSection.body))
                  .join(`

`)
              : body && this.section(header, body);
          }),
        ).join(`

`);
      }
      groupFlags(flags) {
        const mainFlags = [],
          flagGroups = {};
        for (const flag2 of flags) {
          const group = flag2.helpGroup;
          group ? (flagGroups[group] || (flagGroups[group] = []), flagGroups[group].push(flag2)) : mainFlags.push(flag2);
        }
        return { flagGroups, mainFlags };
      }
      sections() {
        const sections = [
            { generate: () => this.usage(), header: this.opts.usageHeader || 'USAGE' },
            { generate: ({ args }, header) => [{ body: this.args(args), header }], header: 'ARGUMENTS' },
            {
              generate: ({ flags }, header) => {
                const { flagGroups, mainFlags } = this.groupFlags(flags),
                  flagSections = [],
                  mainFlagBody = this.flags(mainFlags);
                mainFlagBody && flagSections.push({ body: mainFlagBody, header });
                for (const [name, flags2] of Object.entries(flagGroups)) {
                  const body = this.flags(flags2);
                  body && flagSections.push({ body, header: `${name.toUpperCase()} ${header}` });
                }
                return (0, util_1$get().compact)(flagSections);
              },
              header: 'FLAGS',
            },
            { generate: () => this.description(), header: 'DESCRIPTION' },
            { generate: ({ cmd }) => this.aliases(cmd.aliases), header: 'ALIASES' },
            {
              generate: ({ cmd }) => {
                const examples = cmd.examples || cmd.example;
                return this.examples(examples);
              },
              header: 'EXAMPLES',
            },
            { generate: ({ flags }) => this.flagsDescriptions(flags), header: 'FLAG DESCRIPTIONS' },
          ],
          allowedSections = this.opts.sections?.map((s) => s.toLowerCase());
        return sections.filter(({ header }) => !allowedSections || allowedSections.includes(header.toLowerCase()));
      }
      usage() {
        const { id, usage } = this.command,
          standardId = (0, ids_1$get().toStandardizedId)(id, this.config),
          configuredId = (0, ids_1$get().toConfiguredId)(id, this.config);
        return (usage ? (0, util_1$get().castArray)(usage) : [this.defaultUsage()])
          .map((u) => {
            const allowedSpacing = this.opts.maxWidth - this.indentSpacing,
              dollarSign = (0, theme_1$get().colorize)(this.config?.theme?.dollarSign, '$'),
              bin = (0, theme_1$get().colorize)(this.config?.theme?.bin, this.config.bin),
              command = (0, theme_1$get().colorize)(this.config?.theme?.command, '<%= command.id %>'),
              commandDescription = (0, theme_1$get().colorize)(
                this.config?.theme?.sectionDescription,
                u
                  .replace('<%= command.id %>', '')
                  .replace(new RegExp(`^${standardId}`), '')
                  .replace(new RegExp(`^${configuredId}`), '')
                  .trim(),
              ),
              line = `${dollarSign} ${bin} ${command} ${commandDescription}`.trim();
            if (line.length > allowedSpacing) {
              const splitIndex = line.slice(0, Math.max(0, allowedSpacing)).lastIndexOf(' ');
              return (
                line.slice(0, Math.max(0, splitIndex)) +
                `
` +
                this.indent(this.wrap(line.slice(Math.max(0, splitIndex)), this.indentSpacing * 2))
              );
            }
            return this.wrap(line);
          })
          .join(`
`);
      }
      formatIfCommand(example) {
        example = this.render(example);
        const dollarSign = (0, theme_1$get().colorize)(this.config?.theme?.dollarSign, '$');
        return example.startsWith(this.config.bin)
          ? `${dollarSign} ${example}`
          : example.startsWith(`$ ${this.config.bin}`)
            ? `${dollarSign}${example.replace('$', '')}`
            : example;
      }
      isCommand(example) {
        return ansis_1$get()
          .default.strip(this.formatIfCommand(example))
          .startsWith(`${(0, theme_1$get().colorize)(this.config?.theme?.dollarSign, '$')} ${this.config.bin}`);
      }
    };
    exports2.CommandHelp = CommandHelp;
    exports2.default = CommandHelp;
  },
});
var require_root = __commonJS({
  'node_modules/@oclif/core/lib/help/root.js'(exports2) {
    'use strict';
    var __importDefault = (exports2 && exports2.__importDefault) || ((mod) => (mod && mod.__esModule ? mod : { default: mod }));
    Object.defineProperty(exports2, '__esModule', { value: !0 });
    var ansis_1$,
      ansis_1$get = () => (ansis_1$ ??= __importDefault(require_ansis())),
      util_1$,
      util_1$get = () => (util_1$ ??= require_util()),
      theme_1$,
      theme_1$get = () => (theme_1$ ??= require_theme2()),
      formatter_1$,
      formatter_1$get = () => (formatter_1$ ??= require_formatter()),
      RootHelp = class extends formatter_1$get().HelpFormatter {
        config;
        opts;
        constructor(config, opts) {
          super(config, opts), (this.config = config), (this.opts = opts);
        }
        description() {
          let description = this.config.pjson.oclif.description || this.config.pjson.description || '';
          if (
            ((description = this.render(description)),
            (description = description
              .split(`
`)
              .slice(1)
              .join(`
`)),
            !!description)
          )
            return this.section('DESCRIPTION', this.wrap((0, theme_1$get().colorize)(this.config?.theme?.sectionDescription, description)));
        }
        root() {
          let description = this.config.pjson.oclif.description || this.config.pjson.description || '';
          (description = this.render(description)),
            (description = description.split(
              `
`,
              1,
            )[0]);
          let output = (0, util_1$get().compact)([
            (0, theme_1$get().colorize)(this.config?.theme?.commandSummary, description),
            this.version(),
            this.usage(),
            this.description(),
          ]).join(`

`);
          return this.opts.stripAnsi && (output = ansis_1$get().default.strip(output)), output;
        }
        usage() {
          return this.section(
            this.opts.usageHeader || 'USAGE',
            this.wrap(
              `${(0, theme_1$get().colorize)(this.config?.theme?.dollarSign, '$')} ${(0, theme_1$get().colorize)(this.config?.theme?.bin, this.config.bin)} ${(0, theme_1$get().colorize)(this.config?.theme?.sectionDescription, '[COMMAND]')}`,
            ),
          );
        }
        version() {
          return this.section('VERSION', this.wrap((0, theme_1$get().colorize)(this.config?.theme?.version, this.config.userAgent)));
        }
      };
    exports2.default = RootHelp;
  },
});
var require_help = __commonJS({
  'node_modules/@oclif/core/lib/help/index.js'(exports2) {
    'use strict';
    var __importDefault = (exports2 && exports2.__importDefault) || ((mod) => (mod && mod.__esModule ? mod : { default: mod }));
    Object.defineProperty(exports2, '__esModule', { value: !0 });
    exports2.Help =
      exports2.HelpBase =
      exports2.standardizeIDFromArgv =
      exports2.normalizeArgv =
      exports2.getHelpFlagAdditions =
      exports2.HelpFormatter =
      exports2.CommandHelp =
        void 0;
    exports2.loadHelpClass = loadHelpClass;
    var ansis_1$,
      ansis_1$get = () => (ansis_1$ ??= __importDefault(require_ansis())),
      node_path_1$,
      node_path_1$get = () => (node_path_1$ ??= require('node:path')),
      ts_path_1$,
      ts_path_1$get = () => (ts_path_1$ ??= require_ts_path()),
      error_1$,
      error_1$get = () => (error_1$ ??= require_error()),
      module_loader_1$,
      module_loader_1$get = () => (module_loader_1$ ??= require_module_loader()),
      symbols_1$,
      symbols_1$get = () => (symbols_1$ ??= require_symbols()),
      cache_default_value_1$,
      cache_default_value_1$get = () => (cache_default_value_1$ ??= require_cache_default_value()),
      ids_1$,
      ids_1$get = () => (ids_1$ ??= require_ids()),
      util_1$,
      util_1$get = () => (util_1$ ??= require_util()),
      ux_1$,
      ux_1$get = () => (ux_1$ ??= require_ux()),
      theme_1$,
      theme_1$get = () => (theme_1$ ??= require_theme2()),
      command_1$,
      command_1$get = () => (command_1$ ??= require_command()),
      formatter_1$,
      formatter_1$get = () => (formatter_1$ ??= require_formatter()),
      root_1$,
      root_1$get = () => (root_1$ ??= __importDefault(require_root())),
      util_2$,
      util_2$get = () => (util_2$ ??= require_util3()),
      command_2 = require_command();
    Object.defineProperty(exports2, 'CommandHelp', { enumerable: !0, get: () => command_2.CommandHelp });
    var formatter_2 = require_formatter();
    Object.defineProperty(exports2, 'HelpFormatter', { enumerable: !0, get: () => formatter_2.HelpFormatter });
    var util_3 = require_util3();
    Object.defineProperty(exports2, 'getHelpFlagAdditions', { enumerable: !0, get: () => util_3.getHelpFlagAdditions });
    Object.defineProperty(exports2, 'normalizeArgv', { enumerable: !0, get: () => util_3.normalizeArgv });
    Object.defineProperty(exports2, 'standardizeIDFromArgv', { enumerable: !0, get: () => util_3.standardizeIDFromArgv });
    function getHelpSubject(args, config) {
      const mergedHelpFlags = (0, util_2$get().getHelpFlagAdditions)(config);
      for (const arg of args) {
        if (arg === '--') return;
        if (!(mergedHelpFlags.includes(arg) || arg === 'help')) return arg.startsWith('-') ? void 0 : arg;
      }
    }
    var HelpBase = class extends formatter_1$get().HelpFormatter {
      constructor(config, opts = {}) {
        super(config, opts), config.topicSeparator || (config.topicSeparator = ':');
      }
    };
    exports2.HelpBase = HelpBase;
    var Help = class extends HelpBase {
      CommandHelpClass = command_1$get().CommandHelp;
      constructor(config, opts = {}) {
        super(config, opts);
      }
      get _topics() {
        return this.config.topics.filter((topic) => this.config.topics.some((subTopic) => subTopic.name.includes(`${topic.name}:`)));
      }
      get sortedCommands() {
        let { commands } = this.config;
        return (
          (commands = commands.filter((c) => this.opts.all || !c.hidden)),
          (commands = (0, util_1$get().sortBy)(commands, (c) => c.id)),
          (commands = (0, util_1$get().uniqBy)(commands, (c) => c.id)),
          commands
        );
      }
      get sortedTopics() {
        let topics = this._topics;
        return (
          (topics = topics.filter((t) => this.opts.all || !t.hidden)),
          (topics = (0, util_1$get().sortBy)(topics, (t) => t.name)),
          (topics = (0, util_1$get().uniqBy)(topics, (t) => t.name)),
          topics
        );
      }
      command(command) {
        return this.formatCommand(command);
      }
      description(c) {
        const description = this.render(c.description || '');
        return c.summary
          ? description
          : description
              .split(`
`)
              .slice(1)
              .join(`
`);
      }
      formatCommand(command) {
        return (
          this.config.topicSeparator !== ':' &&
            ((command.id = command.id.replaceAll(':', this.config.topicSeparator)),
            (command.aliases = command.aliases && command.aliases.map((a) => a.replaceAll(':', this.config.topicSeparator)))),
          this.getCommandHelpClass(command).generate()
        );
      }
      formatCommands(commands) {
        if (commands.length === 0) return '';
        const body = this.renderList(
          commands
            .filter((c) => (this.opts.hideAliasesFromRoot ? !c.aliases?.includes(c.id) : !0))
            .map((c) => {
              this.config.topicSeparator !== ':' && (c.id = c.id.replaceAll(':', this.config.topicSeparator));
              const summary = this.summary(c);
              return [
                (0, theme_1$get().colorize)(this.config?.theme?.command, c.id),
                summary && (0, theme_1$get().colorize)(this.config?.theme?.sectionDescription, ansis_1$get().default.strip(summary)),
              ];
            }),
          {
            indentation: 2,
            spacer: `
`,
            stripAnsi: this.opts.stripAnsi,
          },
        );
        return this.section('COMMANDS', body);
      }
      formatRoot() {
        return new (root_1$get().default)(this.config, this.opts).root();
      }
      formatTopic(topic) {
        let description = this.render(topic.description || ''),
          summary = description.split(
            `
`,
            1,
          )[0];
        description = description
          .split(`
`)
          .slice(1)
          .join(`
`);
        let topicID = `${topic.name}:COMMAND`;
        this.config.topicSeparator !== ':' && (topicID = topicID.replaceAll(':', this.config.topicSeparator));
        let output = (0, util_1$get().compact)([
          (0, theme_1$get().colorize)(this.config?.theme?.commandSummary, summary),
          this.section(
            this.opts.usageHeader || 'USAGE',
            `${(0, theme_1$get().colorize)(this.config?.theme?.dollarSign, '$')} ${(0, theme_1$get().colorize)(this.config?.theme?.bin, this.config.bin)} ${topicID}`,
          ),
          description &&
            this.section('DESCRIPTION', this.wrap((0, theme_1$get().colorize)(this.config?.theme?.sectionDescription, description))),
        ]).join(`

`);
        return (
          this.opts.stripAnsi && (output = ansis_1$get().default.strip(output)),
          output +
            `
`
        );
      }
      formatTopics(topics) {
        if (topics.length === 0) return '';
        const body = this.renderList(
          topics.map(
            (c) => (
              this.config.topicSeparator !== ':' && (c.name = c.name.replaceAll(':', this.config.topicSeparator)),
              [
                (0, theme_1$get().colorize)(this.config?.theme?.topic, c.name),
                c.description &&
                  this.render(
                    (0, theme_1$get().colorize)(
                      this.config?.theme?.sectionDescription,
                      c.description.split(
                        `
`,
                        1,
                      )[0],
                    ),
                  ),
              ]
            ),
          ),
          {
            indentation: 2,
            spacer: `
`,
            stripAnsi: this.opts.stripAnsi,
          },
        );
        return this.section('TOPICS', body);
      }
      getCommandHelpClass(command) {
        return new this.CommandHelpClass(command, this.config, this.opts);
      }
      log(...args) {
        this.opts.sendToStderr ? ux_1$get().ux.stderr(args) : ux_1$get().ux.stdout(args);
      }
      async showCommandHelp(command) {
        const name = command.id,
          depth = name.split(':').length,
          subTopics = this.sortedTopics.filter((t) => t.name.startsWith(name + ':') && t.name.split(':').length === depth + 1),
          subCommands = this.sortedCommands.filter((c) => c.id.startsWith(name + ':') && c.id.split(':').length === depth + 1),
          plugin = this.config.plugins.get(command.pluginName),
          state = this.config.pjson?.oclif?.state || plugin?.pjson?.oclif?.state || command.state;
        if (
          (state &&
            this.log(
              state === 'deprecated'
                ? `${(0, util_2$get().formatCommandDeprecationWarning)((0, ids_1$get().toConfiguredId)(name, this.config), command.deprecationOptions)}
`
                : `This command is in ${state}.
`,
            ),
          command.deprecateAliases && [...(command.aliases ?? []), ...(command.hiddenAliases ?? [])].includes(name))
        ) {
          const actualCmd = this.config.commands.find((c) => [...(c.aliases ?? []), ...(c.hiddenAliases ?? [])].includes(name)),
            actualCmdName = actualCmd ? (0, ids_1$get().toConfiguredId)(actualCmd.id, this.config) : '',
            opts = { ...command.deprecationOptions, ...(actualCmd && { to: actualCmdName }) };
          this.log(`${(0, util_2$get().formatCommandDeprecationWarning)((0, ids_1$get().toConfiguredId)(name, this.config), opts)}
`);
        }
        const summary = this.summary(command);
        if (
          (summary &&
            this.log(
              summary +
                `
`,
            ),
          this.log(this.formatCommand(command)),
          this.log(''),
          subTopics.length > 0 && (this.log(this.formatTopics(subTopics)), this.log('')),
          subCommands.length > 0)
        ) {
          const aliases = [],
            uniqueSubCommands = subCommands.filter((p) => (aliases.push(...p.aliases), !aliases.includes(p.id)));
          this.log(this.formatCommands(uniqueSubCommands)), this.log('');
        }
      }
      async showHelp(argv) {
        const originalArgv = argv.slice(1);
        (argv = argv.filter((arg) => !(0, util_2$get().getHelpFlagAdditions)(this.config).includes(arg))),
          this.config.topicSeparator !== ':' && (argv = (0, util_2$get().standardizeIDFromArgv)(argv, this.config));
        const subject = getHelpSubject(argv, this.config);
        if (!subject) {
          if (this.config.isSingleCommandCLI) {
            const rootCmd = this.config.findCommand(symbols_1$get().SINGLE_COMMAND_CLI_SYMBOL);
            if (rootCmd) {
              (rootCmd.id = ''), await this.showCommandHelp(rootCmd);
              return;
            }
          }
          await this.showRootHelp();
          return;
        }
        const command = this.config.findCommand(subject);
        if (command) {
          if (
            (command.id === symbols_1$get().SINGLE_COMMAND_CLI_SYMBOL && (command.id = ''),
            command.hasDynamicHelp && command.pluginType !== 'jit')
          ) {
            const loaded = await command.load();
            for (const [name, flag2] of Object.entries(loaded.flags ?? {}))
              flag2.type !== 'boolean' &&
                (command.flags[name].default = await (0, cache_default_value_1$get().cacheDefaultValue)(flag2, !1));
            await this.showCommandHelp(command);
          } else await this.showCommandHelp(command);
          return;
        }
        const topic = this.config.findTopic(subject);
        if (topic) {
          await this.showTopicHelp(topic);
          return;
        }
        if (this.config.flexibleTaxonomy) {
          const matches = this.config.findMatches(subject, originalArgv);
          if (
            matches.length > 0 &&
            (
              await this.config.runHook('command_incomplete', {
                argv: originalArgv.filter((o) => !subject.split(':').includes(o)),
                id: subject,
                matches,
              })
            ).successes.length > 0
          )
            return;
        }
        (0, error_1$get().error)(`Command ${subject} not found.`);
      }
      async showRootHelp() {
        let rootTopics = this.sortedTopics,
          rootCommands = this.sortedCommands,
          state = this.config.pjson?.oclif?.state;
        state &&
          this.log(
            state === 'deprecated'
              ? `${this.config.bin} is deprecated`
              : `${this.config.bin} is in ${state}.
`,
          ),
          this.log(this.formatRoot()),
          this.log(''),
          this.opts.all ||
            ((rootTopics = rootTopics.filter((t) => !t.name.includes(':'))),
            (rootCommands = rootCommands.filter((c) => !c.id.includes(':')))),
          rootTopics.length > 0 && (this.log(this.formatTopics(rootTopics)), this.log('')),
          rootCommands.length > 0 &&
            ((rootCommands = rootCommands.filter((c) => c.id)), this.log(this.formatCommands(rootCommands)), this.log(''));
      }
      async showTopicHelp(topic) {
        const { name } = topic,
          depth = name.split(':').length,
          subTopics = this.sortedTopics.filter((t) => t.name.startsWith(name + ':') && t.name.split(':').length === depth + 1),
          commands = this.sortedCommands.filter((c) => c.id.startsWith(name + ':') && c.id.split(':').length === depth + 1),
          state = this.config.pjson?.oclif?.state;
        state &&
          this.log(`This topic is in ${state}.
`),
          this.log(this.formatTopic(topic)),
          subTopics.length > 0 && (this.log(this.formatTopics(subTopics)), this.log('')),
          commands.length > 0 && (this.log(this.formatCommands(commands)), this.log(''));
      }
      summary(c) {
        if (!(this.opts.sections && !this.opts.sections.map((s) => s.toLowerCase()).includes('summary')))
          return c.summary
            ? (0, theme_1$get().colorize)(
                this.config?.theme?.commandSummary,
                this.render(
                  c.summary.split(
                    `
`,
                    1,
                  )[0],
                ),
              )
            : c.description &&
                (0, theme_1$get().colorize)(
                  this.config?.theme?.commandSummary,
                  this.render(c.description).split(
                    `
`,
                    1,
                  )[0],
                );
      }
    };
    exports2.Help = Help;
    function extractClass(exported) {
      return exported?.default ? exported.default : exported;
    }
    function determineLocation(helpClass) {
      return typeof helpClass == 'string'
        ? { identifier: 'default', target: helpClass }
        : helpClass.identifier
          ? helpClass
          : { ...helpClass, identifier: 'default' };
    }
    async function loadHelpClass(config) {
      if (config.pjson.oclif?.helpClass) {
        const { identifier, target } = determineLocation(config.pjson.oclif?.helpClass),
          loadClass = async (path) => {
            const module3 = await (0, module_loader_1$get().load)(config, path),
              helpClass = module3[identifier] ?? (identifier === 'default' ? extractClass(module3) : void 0);
            return extractClass(helpClass);
          },
          compiledPath = (0, node_path_1$get().isAbsolute)(target) ? target : (0, node_path_1$get().join)(config.root, target);
        try {
          const path = (await (0, ts_path_1$get().tsPath)(config.root, target)) ?? target;
          try {
            return await loadClass(path);
          } catch (error) {
            if (path === compiledPath) throw error;
            return await loadClass(compiledPath);
          }
        } catch (error) {
          throw new Error(`Unable to load configured help class "${target}", failed with message:
${error.message}`);
        }
      }
      return Help;
    }
  },
});
var require_handle = __commonJS({
  'node_modules/@oclif/core/lib/errors/handle.js'(exports2) {
    'use strict';
    var __importDefault = (exports2 && exports2.__importDefault) || ((mod) => (mod && mod.__esModule ? mod : { default: mod }));
    Object.defineProperty(exports2, '__esModule', { value: !0 });
    exports2.Exit = void 0;
    exports2.handle = handle;
    var clean_stack_1$,
      clean_stack_1$get = () => (clean_stack_1$ ??= __importDefault(require_clean_stack())),
      cache_1$,
      cache_1$get = () => (cache_1$ ??= __importDefault(require_cache())),
      index_1$,
      index_1$get = () => (index_1$ ??= require_help()),
      logger_1$,
      logger_1$get = () => (logger_1$ ??= require_logger()),
      cli_1$,
      cli_1$get = () => (cli_1$ ??= require_cli()),
      exit_1$,
      exit_1$get = () => (exit_1$ ??= require_exit()),
      pretty_print_1$,
      pretty_print_1$get = () => (pretty_print_1$ ??= __importDefault(require_pretty_print()));
    exports2.Exit = {
      exit(code = 0) {
        process.exit(code);
      },
    };
    async function handle(err) {
      try {
        err || (err = new (cli_1$get().CLIError)('no error?')), err.message === 'SIGINT' && exports2.Exit.exit(1);
        const shouldPrint = !(err instanceof exit_1$get().ExitError) && !err.skipOclifErrorHandling,
          pretty = (0, pretty_print_1$get().default)(err),
          stack = (0, clean_stack_1$get().default)(err.stack || '', { pretty: !0 });
        if (shouldPrint) {
          console.error(pretty ?? stack);
          const config = cache_1$get().default.getInstance().get('config');
          if (err.showHelp && err.parse?.input?.argv && config) {
            const options = {
                ...(config.pjson.oclif.helpOptions ?? config.pjson.helpOptions),
                sections: ['flags', 'usage', 'arguments'],
                sendToStderr: !0,
              },
              help2 = new (index_1$get().Help)(config, options);
            console.error(), await help2.showHelp(process.argv.slice(2));
          }
        }
        const exitCode = err.oclif?.exit ?? 1;
        err.code !== 'EEXIT' && stack && (0, logger_1$get().getLogger)().error(stack), exports2.Exit.exit(exitCode);
      } catch (error) {
        console.error(err.stack), console.error(error.stack), exports2.Exit.exit(1);
      }
    }
  },
});
var require_errors = __commonJS({
  'node_modules/@oclif/core/lib/errors/index.js'(exports2) {
    'use strict';
    Object.defineProperty(exports2, '__esModule', { value: !0 });
    exports2.warn =
      exports2.handle =
      exports2.exit =
      exports2.ModuleLoadError =
      exports2.ExitError =
      exports2.CLIError =
      exports2.error =
        void 0;
    var error_1 = require_error();
    Object.defineProperty(exports2, 'error', { enumerable: !0, get: () => error_1.error });
    var cli_1 = require_cli();
    Object.defineProperty(exports2, 'CLIError', { enumerable: !0, get: () => cli_1.CLIError });
    var exit_1 = require_exit();
    Object.defineProperty(exports2, 'ExitError', { enumerable: !0, get: () => exit_1.ExitError });
    var module_load_1 = require_module_load();
    Object.defineProperty(exports2, 'ModuleLoadError', { enumerable: !0, get: () => module_load_1.ModuleLoadError });
    var exit_2 = require_exit2();
    Object.defineProperty(exports2, 'exit', { enumerable: !0, get: () => exit_2.exit });
    var handle_1 = require_handle();
    Object.defineProperty(exports2, 'handle', { enumerable: !0, get: () => handle_1.handle });
    var warn_1 = require_warn();
    Object.defineProperty(exports2, 'warn', { enumerable: !0, get: () => warn_1.warn });
  },
});
var require_flags = __commonJS({
  'node_modules/@oclif/core/lib/flags.js'(exports2) {
    'use strict';
    Object.defineProperty(exports2, '__esModule', { value: !0 });
    exports2.help = exports2.version = exports2.string = exports2.url = exports2.file = exports2.directory = exports2.integer = void 0;
    exports2.custom = custom;
    exports2.boolean = boolean8;
    exports2.option = option;
    var node_url_1$,
      node_url_1$get = () => (node_url_1$ ??= require('node:url')),
      errors_1$,
      errors_1$get = () => (errors_1$ ??= require_errors()),
      help_1$,
      help_1$get = () => (help_1$ ??= require_help()),
      fs_1$,
      fs_1$get = () => (fs_1$ ??= require_fs());
    function custom(defaults) {
      return (options = {}) => ({
        parse: async (input, _ctx, _opts) => input,
        ...defaults,
        ...options,
        input: [],
        multiple: !!(options.multiple === void 0 ? (defaults?.multiple ?? !1) : options.multiple),
        type: 'option',
      });
    }
    function boolean8(options = {}) {
      return { parse: async (b, _) => b, ...options, allowNo: !!options.allowNo, type: 'boolean' };
    }
    exports2.integer = custom({
      async parse(input, _, opts) {
        if (!/^-?\d+$/.test(input)) throw new (errors_1$get().CLIError)(`Expected an integer but received: ${input}`);
        const num = Number.parseInt(input, 10);
        if (opts.min !== void 0 && num < opts.min)
          throw new (errors_1$get().CLIError)(`Expected an integer greater than or equal to ${opts.min} but received: ${input}`);
        if (opts.max !== void 0 && num > opts.max)
          throw new (errors_1$get().CLIError)(`Expected an integer less than or equal to ${opts.max} but received: ${input}`);
        return num;
      },
    });
    exports2.directory = custom({
      async parse(input, _, opts) {
        return opts.exists ? (0, fs_1$get().dirExists)(input) : input;
      },
    });
    exports2.file = custom({
      async parse(input, _, opts) {
        return opts.exists ? (0, fs_1$get().fileExists)(input) : input;
      },
    });
    exports2.url = custom({
      async parse(input) {
        try {
          return new (node_url_1$get().URL)(input);
        } catch {
          throw new (errors_1$get().CLIError)(`Expected a valid url but received: ${input}`);
        }
      },
    });
    exports2.string = custom();
    var version2 = (opts = {}) =>
      boolean8({
        description: 'Show CLI version.',
        ...opts,
        async parse(_, ctx) {
          ctx.log(ctx.config.userAgent), ctx.exit(0);
        },
      });
    exports2.version = version2;
    var help2 = (opts = {}) =>
      boolean8({
        description: 'Show CLI help.',
        ...opts,
        async parse(_, cmd) {
          const Help = await (0, help_1$get().loadHelpClass)(cmd.config);
          await new Help(cmd.config, cmd.config.pjson.oclif.helpOptions ?? cmd.config.pjson.helpOptions).showHelp(
            cmd.id ? [cmd.id, ...cmd.argv] : cmd.argv,
          ),
            cmd.exit(0);
        },
      });
    exports2.help = help2;
    function option(defaults) {
      return (options = {}) => ({
        parse: async (input, _ctx, _opts) => input,
        ...defaults,
        ...options,
        input: [],
        multiple: !!(options.multiple === void 0 ? defaults.multiple : options.multiple),
        type: 'option',
      });
    }
  },
});
var Flags,
  globalFlags,
  globalFlagsWithValue,
  init_global_flags = __esm({
    'apps/cli/dist/command/global-flags.js'() {
      'use strict';
      (Flags = __toESM(require_flags(), 1)),
        (globalFlags = {
          config: Flags.string({ env: 'BOSH_CONFIG', description: 'Config file', default: '~/.bosh/config', helpGroup: 'GLOBAL' }),
          environment: Flags.string({
            char: 'e',
            env: 'BOSH_ENVIRONMENT',
            description: 'Director: name, address, URL or alias',
            helpGroup: 'GLOBAL',
          }),
          'ca-cert': Flags.string({ env: 'BOSH_CA_CERT', description: "Director's CA: PEM text or path", helpGroup: 'GLOBAL' }),
          sha2: Flags.boolean({
            env: 'BOSH_SHA2',
            description: 'Accepted for old scripts; SHA-256 is used anyway',
            hidden: !0,
            helpGroup: 'GLOBAL',
          }),
          parallel: Flags.integer({ description: 'How much to do at once', default: 5, helpGroup: 'GLOBAL' }),
          client: Flags.string({ env: 'BOSH_CLIENT', description: 'User or UAA client', helpGroup: 'GLOBAL' }),
          'client-secret': Flags.string({ env: 'BOSH_CLIENT_SECRET', description: 'Password or UAA client secret', helpGroup: 'GLOBAL' }),
          deployment: Flags.string({ char: 'd', env: 'BOSH_DEPLOYMENT', description: 'Deployment name', helpGroup: 'GLOBAL' }),
          column: Flags.string({
            multiple: !0,
            multipleNonGreedy: !0,
            description: 'Show only this column; repeat for more',
            helpGroup: 'GLOBAL',
          }),
          json: Flags.boolean({ description: 'Print one JSON object', helpGroup: 'GLOBAL' }),
          tty: Flags.boolean({ env: 'BOSH_TTY', description: 'Decorate output although it is no terminal', helpGroup: 'GLOBAL' }),
          'no-color': Flags.boolean({ description: 'No colours', helpGroup: 'GLOBAL' }),
          'non-interactive': Flags.boolean({
            char: 'n',
            env: 'BOSH_NON_INTERACTIVE',
            description: 'Answer confirmations with yes',
            helpGroup: 'GLOBAL',
          }),
          help: Flags.boolean({ char: 'h', description: 'Show help', helpGroup: 'GLOBAL' }),
        }),
        (globalFlagsWithValue = new Set([
          '--config',
          '-e',
          '--environment',
          '--ca-cert',
          '--parallel',
          '--client',
          '--client-secret',
          '-d',
          '--deployment',
          '--column',
        ]));
    },
  });
var brand,
  CodedError,
  init_coded_error = __esm({
    'packages/base/dist/coded-error.js'() {
      'use strict';
      (brand = Symbol.for('@bosh6/base/CodedError')),
        (CodedError = class extends Error {
          [brand] = !0;
          code;
          number;
          http;
          fault;
          retryable;
          hint;
          where;
          details;
          constructor(code, definition, message, options = {}) {
            super(message, options.cause === void 0 ? void 0 : { cause: options.cause }),
              (this.name = 'CodedError'),
              (this.code = code),
              (this.number = definition.number),
              (this.http = definition.http ?? 500),
              (this.fault = definition.fault),
              (this.retryable = definition.retryable ?? !1),
              (this.hint = options.hint ?? definition.hint),
              (this.where = options.where),
              (this.details = options.details);
          }
          static is(value, code) {
            return typeof value == 'object' && value !== null && brand in value && (code === void 0 || value.code === code);
          }
          toJSON() {
            const { code, number, message, fault, retryable, hint, where, details } = this;
            return { code, number, message, fault, retryable, hint, where, details };
          }
        });
    },
  });
function defineErrors(definitions) {
  return Object.assign(
    (code, message, options) => {
      const definition = definitions[code];
      if (definition === void 0) throw new CodedError('UnknownErrorCode', { fault: 'bug' }, `no error is registered as '${code}'`);
      return new CodedError(code, definition, message, options);
    },
    { definitions },
  );
}
var init_error_registry = __esm({
  'packages/base/dist/error-registry.js'() {
    'use strict';
    init_coded_error();
  },
});
function isJsonObject(value) {
  return typeof value == 'object' && value !== null && !Array.isArray(value);
}
var init_json = __esm({
  'packages/base/dist/json.js'() {
    'use strict';
  },
});
var import_node_util,
  Secret,
  init_secret = __esm({
    'packages/base/dist/secret.js'() {
      'use strict';
      (import_node_util = require('node:util')),
        (Secret = class {
          #value;
          constructor(value) {
            this.#value = value;
          }
          reveal() {
            return this.#value;
          }
          toString() {
            return '<redacted>';
          }
          toJSON() {
            return '<redacted>';
          }
          [import_node_util.inspect.custom]() {
            return '<redacted>';
          }
        });
    },
  });
var init_virtual_world = __esm({
  'packages/base/dist/virtual-world.js'() {
    'use strict';
  },
});
function realWorld() {
  return {
    now: () => Date.now(),
    monotonic: () => performance.now(),
    sleep: (ms, signal) =>
      new Promise((resolve, reject) => {
        if (signal?.aborted) return reject(signal.reason);
        const timer = setTimeout(() => {
            signal?.removeEventListener('abort', stop), resolve();
          }, ms),
          stop = () => {
            clearTimeout(timer), reject(signal?.reason);
          };
        signal?.addEventListener('abort', stop, { once: !0 });
      }),
    after: (ms, run2) => {
      const timer = setTimeout(run2, ms);
      return { cancel: () => clearTimeout(timer) };
    },
    every: (ms, run2) => {
      const timer = setInterval(run2, ms);
      return { cancel: () => clearInterval(timer) };
    },
    bytes: (length) => process.getBuiltinModule('node:crypto').randomBytes(length),
    uuid: () => process.getBuiltinModule('node:crypto').randomUUID(),
  };
}
var init_world = __esm({
  'packages/base/dist/world.js'() {
    'use strict';
  },
});
var init_dist = __esm({
  'packages/base/dist/index.js'() {
    'use strict';
    init_coded_error();
    init_error_registry();
    init_json();
    init_secret();
    init_virtual_world();
    init_world();
  },
});
var fail,
  init_errors = __esm({
    'apps/cli/dist/errors.js'() {
      'use strict';
      init_dist();
      fail = defineErrors({
        UnknownCommand: { fault: 'user', hint: 'list the commands with `bosh6 help`' },
        InvalidArguments: { fault: 'user' },
        NoEnvironment: { fault: 'user', hint: 'give -e NAME|ADDRESS|ALIAS or BOSH_ENVIRONMENT' },
        NoDeployment: { fault: 'user', hint: 'give -d NAME or BOSH_DEPLOYMENT' },
        WrongDeploymentName: { fault: 'user', hint: "make -d and the manifest's name agree" },
        UnreadableFile: { fault: 'user' },
        InvalidConfigFile: { fault: 'user', hint: 'mend it, or move it away and log in again' },
        CannotAsk: { fault: 'user', hint: 'answer with flags or environment variables, or leave out --non-interactive and --json' },
        InputEnded: { fault: 'user', hint: 'standard input ended before the question was answered' },
        InvalidCredentials: { fault: 'user', hint: 'check the user or client and its secret' },
        Stopped: { fault: 'user' },
        ConfigChangedMeanwhile: { fault: 'user', hint: 'look at the newest one with `bosh6 config`, then update again' },
        NoSuchObject: { fault: 'user' },
        TaskFailed: { fault: 'user' },
        StoppedFollowing: { fault: 'user' },
        SomeFailed: { fault: 'user' },
        LabNotRunning: { fault: 'operator', hint: 'start it with `bosh6 up`' },
        NotOnThisMachine: { fault: 'operator' },
        DirectorDidNotStart: { fault: 'operator' },
      });
    },
  });
var alias_env_exports = {};
__export(alias_env_exports, { default: () => alias_env_default });
var alias_env_default,
  init_alias_env = __esm({
    'big:alias-env'() {
      alias_env_default = require('./cli.cjs').loadCommand('alias-env');
    },
  });
var require_args = __commonJS({
  'node_modules/@oclif/core/lib/args.js'(exports2) {
    'use strict';
    Object.defineProperty(exports2, '__esModule', { value: !0 });
    exports2.string = exports2.url = exports2.file = exports2.directory = exports2.integer = exports2.boolean = void 0;
    exports2.custom = custom;
    exports2.option = option;
    var node_url_1$,
      node_url_1$get = () => (node_url_1$ ??= require('node:url')),
      fs_1$,
      fs_1$get = () => (fs_1$ ??= require_fs()),
      util_1$,
      util_1$get = () => (util_1$ ??= require_util());
    function custom(defaults) {
      return (options = {}) => ({ parse: async (i, _context, _opts) => i, ...defaults, ...options, input: [], type: 'option' });
    }
    exports2.boolean = custom({ parse: async (b) => !!b && (0, util_1$get().isNotFalsy)(b) });
    exports2.integer = custom({
      async parse(input, _, opts) {
        if (!/^-?\d+$/.test(input)) throw new Error(`Expected an integer but received: ${input}`);
        const num = Number.parseInt(input, 10);
        if (opts.min !== void 0 && num < opts.min)
          throw new Error(`Expected an integer greater than or equal to ${opts.min} but received: ${input}`);
        if (opts.max !== void 0 && num > opts.max)
          throw new Error(`Expected an integer less than or equal to ${opts.max} but received: ${input}`);
        return num;
      },
    });
    exports2.directory = custom({
      async parse(input, _, opts) {
        return opts.exists ? (0, fs_1$get().dirExists)(input) : input;
      },
    });
    exports2.file = custom({
      async parse(input, _, opts) {
        return opts.exists ? (0, fs_1$get().fileExists)(input) : input;
      },
    });
    exports2.url = custom({
      async parse(input) {
        try {
          return new (node_url_1$get().URL)(input);
        } catch {
          throw new Error(`Expected a valid url but received: ${input}`);
        }
      },
    });
    var stringArg = custom({});
    exports2.string = stringArg;
    function option(defaults) {
      return (options = {}) => ({ parse: async (i, _context, _opts) => i, ...defaults, ...options, input: [], type: 'option' });
    }
  },
});
var require_performance = __commonJS({
  'node_modules/@oclif/core/lib/performance.js'(exports2) {
    'use strict';
    Object.defineProperty(exports2, '__esModule', { value: !0 });
    exports2.Performance = exports2.OCLIF_MARKER_OWNER = void 0;
    var node_perf_hooks_1$,
      node_perf_hooks_1$get = () => (node_perf_hooks_1$ ??= require('node:perf_hooks')),
      logger_1$,
      logger_1$get = () => (logger_1$ ??= require_logger()),
      settings_1$,
      settings_1$get = () => (settings_1$ ??= require_settings());
    exports2.OCLIF_MARKER_OWNER = '@oclif/core';
    var Marker = class {
        owner;
        name;
        details;
        method;
        module;
        scope;
        stopped = !1;
        startMarker;
        stopMarker;
        constructor(owner, name, details = {}) {
          (this.owner = owner),
            (this.name = name),
            (this.details = details),
            (this.startMarker = `${this.name}-start`),
            (this.stopMarker = `${this.name}-stop`);
          const [caller, scope] = name.split('#', 2),
            [module3, method] = caller.split('.', 2);
          (this.module = module3), (this.method = method), (this.scope = scope), node_perf_hooks_1$get().performance.mark(this.startMarker);
        }
        addDetails(details) {
          this.details = { ...this.details, ...details };
        }
        measure() {
          node_perf_hooks_1$get().performance.measure(this.name, this.startMarker, this.stopMarker);
        }
        stop() {
          (this.stopped = !0), node_perf_hooks_1$get().performance.mark(this.stopMarker);
        }
      },
      Performance = class _Performance {
        static _oclifPerf;
        static _results = new Map();
        static markers = new Map();
        static async collect() {
          if (!_Performance.enabled || _Performance._results.size > 0) return;
          const markers = [..._Performance.markers.values()];
          if (markers.length !== 0) {
            for (const marker of markers.filter((m) => !m.stopped)) marker.stop();
            return new Promise((resolve) => {
              new (node_perf_hooks_1$get().PerformanceObserver)((items) => {
                for (const entry of items.getEntries()) {
                  const marker = _Performance.markers.get(entry.name);
                  if (marker) {
                    const result = {
                        details: marker.details,
                        duration: entry.duration,
                        method: marker.method,
                        module: marker.module,
                        name: entry.name,
                        scope: marker.scope,
                      },
                      existing = _Performance._results.get(marker.owner) ?? [];
                    _Performance._results.set(marker.owner, [...existing, result]);
                  }
                }
                const oclifResults = _Performance._results.get(exports2.OCLIF_MARKER_OWNER) ?? [],
                  command = oclifResults.find((r) => r.name.startsWith('config.runCommand')),
                  commandLoadTime = command
                    ? (_Performance.getResult(
                        exports2.OCLIF_MARKER_OWNER,
                        `plugin.findCommand#${command.details.plugin}.${command.details.command}`,
                      )?.duration ?? 0)
                    : 0,
                  pluginLoadTimes = Object.fromEntries(
                    oclifResults
                      .filter(({ name }) => name.startsWith('plugin.load#'))
                      .sort((a, b) => b.duration - a.duration)
                      .map(({ details, duration, scope }) => [scope, { details, duration }]),
                  ),
                  hookRunTimes = oclifResults
                    .filter(({ name }) => name.startsWith('config.runHook#'))
                    .reduce((acc, perfResult) => {
                      const event = perfResult.details.event;
                      if (event) acc[event] || (acc[event] = {}), (acc[event][perfResult.scope] = perfResult.duration);
                      else {
                        const event2 = perfResult.scope;
                        acc[event2] || (acc[event2] = {}), (acc[event2].total = perfResult.duration);
                      }
                      return acc;
                    }, {}),
                  pluginLoadTimeByType = Object.fromEntries(
                    oclifResults
                      .filter(({ name }) => name.startsWith('config.loadPlugins#'))
                      .sort((a, b) => b.duration - a.duration)
                      .map(({ duration, scope }) => [scope, duration]),
                  );
                (_Performance._oclifPerf = {
                  hookRunTimes,
                  'oclif.commandLoadMs': commandLoadTime,
                  'oclif.commandRunMs': oclifResults.find(({ name }) => name.startsWith('config.runCommand#'))?.duration ?? 0,
                  'oclif.configLoadMs': _Performance.getResult(exports2.OCLIF_MARKER_OWNER, 'config.load')?.duration ?? 0,
                  'oclif.corePluginsLoadMs': pluginLoadTimeByType.core ?? 0,
                  'oclif.initHookMs': hookRunTimes.init?.total ?? 0,
                  'oclif.initMs': _Performance.getResult(exports2.OCLIF_MARKER_OWNER, 'main.run#init')?.duration ?? 0,
                  'oclif.linkedPluginsLoadMs': pluginLoadTimeByType.link ?? 0,
                  'oclif.postrunHookMs': hookRunTimes.postrun?.total ?? 0,
                  'oclif.prerunHookMs': hookRunTimes.prerun?.total ?? 0,
                  'oclif.runMs': _Performance.getResult(exports2.OCLIF_MARKER_OWNER, 'main.run')?.duration ?? 0,
                  'oclif.userPluginsLoadMs': pluginLoadTimeByType.user ?? 0,
                  pluginLoadTimes,
                }),
                  resolve();
              }).observe({ buffered: !0, entryTypes: ['measure'] });
              for (const marker of markers)
                try {
                  marker.measure();
                } catch {}
              node_perf_hooks_1$get().performance.clearMarks();
            });
          }
        }
        static debug() {
          if (!_Performance.enabled) return;
          const oclifDebug = (0, logger_1$get().makeDebug)('perf'),
            processUpTime = (process.uptime() * 1e3).toFixed(4);
          oclifDebug('Process Uptime: %sms', processUpTime),
            oclifDebug('Oclif Time: %sms', _Performance.oclifPerf['oclif.runMs'].toFixed(4)),
            oclifDebug('Init Time: %sms', _Performance.oclifPerf['oclif.initMs'].toFixed(4)),
            oclifDebug('Config Load Time: %sms', _Performance.oclifPerf['oclif.configLoadMs'].toFixed(4)),
            oclifDebug(
              '  \u2022 Root Plugin Load Time: %sms',
              _Performance.getResult(exports2.OCLIF_MARKER_OWNER, 'plugin.load#root')?.duration.toFixed(4) ?? 0,
            ),
            oclifDebug(
              '  \u2022 Plugins Load Time: %sms',
              _Performance.getResult(exports2.OCLIF_MARKER_OWNER, 'config.loadAllPlugins')?.duration.toFixed(4) ?? 0,
            ),
            oclifDebug(
              '  \u2022 Commands Load Time: %sms',
              _Performance.getResult(exports2.OCLIF_MARKER_OWNER, 'config.loadAllCommands')?.duration.toFixed(4) ?? 0,
            ),
            oclifDebug('Core Plugin Load Time: %sms', _Performance.oclifPerf['oclif.corePluginsLoadMs'].toFixed(4)),
            oclifDebug('User Plugin Load Time: %sms', _Performance.oclifPerf['oclif.userPluginsLoadMs'].toFixed(4)),
            oclifDebug('Linked Plugin Load Time: %sms', _Performance.oclifPerf['oclif.linkedPluginsLoadMs'].toFixed(4)),
            oclifDebug('Plugin Load Times:');
          for (const [plugin, result] of Object.entries(_Performance.oclifPerf.pluginLoadTimes))
            result.details.hasManifest
              ? oclifDebug(`  ${plugin}: ${result.duration.toFixed(4)}ms`)
              : oclifDebug(`  ${plugin}: ${result.duration.toFixed(4)}ms (no manifest!)`);
          oclifDebug('Hook Run Times:');
          for (const [event, runTimes] of Object.entries(_Performance.oclifPerf.hookRunTimes)) {
            oclifDebug(`  ${event}:`);
            for (const [plugin, duration] of Object.entries(runTimes)) oclifDebug(`    ${plugin}: ${duration.toFixed(4)}ms`);
          }
          oclifDebug('Command Load Time: %sms', _Performance.oclifPerf['oclif.commandLoadMs'].toFixed(4)),
            oclifDebug('Command Run Time: %sms', _Performance.oclifPerf['oclif.commandRunMs'].toFixed(4)),
            _Performance.oclifPerf['oclif.configLoadMs'] > _Performance.oclifPerf['oclif.runMs'] &&
              oclifDebug(
                '! Config load time is greater than total oclif time. This might mean that Config was instantiated before oclif was run.',
              );
          const nonCoreDebug = (0, logger_1$get().makeDebug)('non-oclif-perf'),
            nonCorePerf = _Performance.results;
          if (nonCorePerf.size > 0) {
            nonCoreDebug('Non-Core Performance Measurements:');
            for (const [owner, results] of nonCorePerf) {
              nonCoreDebug(`  ${owner}:`);
              for (const result of results) nonCoreDebug(`    ${result.name}: ${result.duration.toFixed(4)}ms`);
            }
          }
        }
        static getResult(owner, name) {
          return _Performance._results.get(owner)?.find((r) => r.name === name);
        }
        static mark(owner, name, details = {}) {
          if (!_Performance.enabled) return;
          const marker = new Marker(owner, name, details);
          return _Performance.markers.set(marker.name, marker), marker;
        }
        static get enabled() {
          return settings_1$get().settings.performanceEnabled ?? !1;
        }
        static get oclifPerf() {
          if (!_Performance.enabled) return {};
          if (_Performance._oclifPerf) return _Performance._oclifPerf;
          throw new Error('Perf results not available. Did you forget to call await Performance.collect()?');
        }
        static get results() {
          return _Performance.enabled
            ? new Map([..._Performance._results].filter(([owner]) => owner !== exports2.OCLIF_MARKER_OWNER))
            : new Map();
        }
      };
    exports2.Performance = Performance;
  },
});
var require_determine_priority = __commonJS({
  'node_modules/@oclif/core/lib/util/determine-priority.js'(exports2) {
    'use strict';
    Object.defineProperty(exports2, '__esModule', { value: !0 });
    exports2.determinePriority = determinePriority;
    function determinePriority(plugins, commands) {
      return commands.sort((a, b) => {
        const pluginAliasA = a.pluginAlias ?? 'A-Cannot-Find-This',
          pluginAliasB = b.pluginAlias ?? 'B-Cannot-Find-This',
          aIndex = plugins.indexOf(pluginAliasA),
          bIndex = plugins.indexOf(pluginAliasB);
        return a.pluginType === 'core' && b.pluginType === 'core'
          ? aIndex - bIndex
          : b.pluginType === 'core' && a.pluginType !== 'core'
            ? 1
            : a.pluginType === 'core' && b.pluginType !== 'core'
              ? -1
              : a.pluginType === 'jit' && b.pluginType !== 'jit'
                ? 1
                : b.pluginType === 'jit' && a.pluginType !== 'jit'
                  ? -1
                  : 0;
      })[0];
    }
  },
});
function hasDockerEnv() {
  try {
    return import_node_fs.default.statSync('/.dockerenv'), !0;
  } catch {
    return !1;
  }
}
function hasDockerCGroup() {
  try {
    return import_node_fs.default.readFileSync('/proc/self/cgroup', 'utf8').includes('docker');
  } catch {
    return !1;
  }
}
function isDocker() {
  return isDockerCached === void 0 && (isDockerCached = hasDockerEnv() || hasDockerCGroup()), isDockerCached;
}
var import_node_fs,
  isDockerCached,
  init_is_docker = __esm({
    'node_modules/is-docker/index.js'() {
      import_node_fs = __toESM(require('node:fs'), 1);
    },
  });
function isInsideContainer() {
  return cachedResult === void 0 && (cachedResult = hasContainerEnv() || isDocker()), cachedResult;
}
var import_node_fs2,
  cachedResult,
  hasContainerEnv,
  init_is_inside_container = __esm({
    'node_modules/is-inside-container/index.js'() {
      import_node_fs2 = __toESM(require('node:fs'), 1);
      init_is_docker();
      hasContainerEnv = () => {
        try {
          return import_node_fs2.default.statSync('/run/.containerenv'), !0;
        } catch {
          return !1;
        }
      };
    },
  });
var import_node_process,
  import_node_os,
  import_node_fs3,
  isWsl,
  is_wsl_default,
  init_is_wsl = __esm({
    'node_modules/is-wsl/index.js'() {
      (import_node_process = __toESM(require('node:process'), 1)),
        (import_node_os = __toESM(require('node:os'), 1)),
        (import_node_fs3 = __toESM(require('node:fs'), 1));
      init_is_inside_container();
      (isWsl = () => {
        if (import_node_process.default.platform !== 'linux') return !1;
        if (import_node_os.default.release().toLowerCase().includes('microsoft')) return !isInsideContainer();
        try {
          if (import_node_fs3.default.readFileSync('/proc/version', 'utf8').toLowerCase().includes('microsoft'))
            return !isInsideContainer();
        } catch {}
        return import_node_fs3.default.existsSync('/proc/sys/fs/binfmt_misc/WSLInterop') || import_node_fs3.default.existsSync('/run/WSL')
          ? !isInsideContainer()
          : !1;
      }),
        (is_wsl_default = import_node_process.default.env.__IS_WSL_TEST__ ? isWsl : isWsl());
    },
  });
var import_node_process2,
  import_node_buffer,
  import_node_util2,
  import_node_child_process,
  execFile,
  powerShellPath,
  executePowerShell,
  init_powershell_utils = __esm({
    'node_modules/powershell-utils/index.js'() {
      (import_node_process2 = __toESM(require('node:process'), 1)),
        (import_node_buffer = require('node:buffer')),
        (import_node_util2 = require('node:util')),
        (import_node_child_process = __toESM(require('node:child_process'), 1)),
        (execFile = (0, import_node_util2.promisify)(import_node_child_process.default.execFile)),
        (powerShellPath = () =>
          `${import_node_process2.default.env.SYSTEMROOT || import_node_process2.default.env.windir || String.raw`C:\Windows`}\\System32\\WindowsPowerShell\\v1.0\\powershell.exe`),
        (executePowerShell = async (command, options = {}) => {
          const { powerShellPath: psPath, ...execFileOptions } = options,
            encodedCommand = executePowerShell.encodeCommand(command);
          return execFile(psPath ?? powerShellPath(), [...executePowerShell.argumentsPrefix, encodedCommand], {
            encoding: 'utf8',
            ...execFileOptions,
          });
        });
      executePowerShell.argumentsPrefix = ['-NoProfile', '-NonInteractive', '-ExecutionPolicy', 'Bypass', '-EncodedCommand'];
      executePowerShell.encodeCommand = (command) => import_node_buffer.Buffer.from(command, 'utf16le').toString('base64');
      executePowerShell.escapeArgument = (value) => `'${String(value).replaceAll("'", "''")}'`;
    },
  });
function parseMountPointFromConfig(content) {
  for (const line of content.split(`
`)) {
    if (/^\s*#/.test(line)) continue;
    const match = /^\s*root\s*=\s*(?<mountPoint>"[^"]*"|'[^']*'|[^#]*)/.exec(line);
    if (match) return match.groups.mountPoint.trim().replaceAll(/^["']|["']$/g, '');
  }
}
var init_utilities = __esm({ 'node_modules/wsl-utils/utilities.js'() {} });
var wsl_utils_exports = {};
__export(wsl_utils_exports, {
  canAccessPowerShell: () => canAccessPowerShell,
  convertWindowsPathToWsl: () => convertWindowsPathToWsl,
  convertWslPathToWindows: () => convertWslPathToWindows,
  isPathOnWindowsFilesystem: () => isPathOnWindowsFilesystem,
  isUncPath: () => isUncPath,
  isWsl: () => is_wsl_default,
  powerShellPath: () => powerShellPath2,
  powerShellPathFromWsl: () => powerShellPathFromWsl,
  wslDefaultBrowser: () => wslDefaultBrowser,
  wslDrivesMountPoint: () => wslDrivesMountPoint,
});
var import_node_util3,
  import_node_child_process2,
  import_promises,
  execFile2,
  wslDrivesMountPoint,
  powerShellPathFromWsl,
  powerShellPath2,
  canAccessPowerShellPromise,
  canAccessPowerShell,
  wslDefaultBrowser,
  isUrl,
  convertWslPathToWindows,
  isUncPath,
  isPathOnWindowsFilesystem,
  convertWindowsPathToWsl,
  init_wsl_utils = __esm({
    'node_modules/wsl-utils/index.js'() {
      (import_node_util3 = require('node:util')),
        (import_node_child_process2 = __toESM(require('node:child_process'), 1)),
        (import_promises = __toESM(require('node:fs/promises'), 1));
      init_is_wsl();
      init_powershell_utils();
      init_utilities();
      init_is_wsl();
      (execFile2 = (0, import_node_util3.promisify)(import_node_child_process2.default.execFile)),
        (wslDrivesMountPoint = (() => {
          let defaultMountPoint = '/mnt/',
            mountPoint;
          return async () => {
            if (mountPoint) return mountPoint;
            let configFilePath = '/etc/wsl.conf',
              isConfigFileExists = !1;
            try {
              await import_promises.default.access(configFilePath, import_promises.constants.F_OK), (isConfigFileExists = !0);
            } catch {}
            if (!isConfigFileExists) return defaultMountPoint;
            const configContent = await import_promises.default.readFile(configFilePath, { encoding: 'utf8' }),
              parsedMountPoint = parseMountPointFromConfig(configContent);
            return parsedMountPoint === void 0
              ? defaultMountPoint
              : ((mountPoint = parsedMountPoint), (mountPoint = mountPoint.endsWith('/') ? mountPoint : `${mountPoint}/`), mountPoint);
          };
        })()),
        (powerShellPathFromWsl = async () => `${await wslDrivesMountPoint()}c/Windows/System32/WindowsPowerShell/v1.0/powershell.exe`),
        (powerShellPath2 = is_wsl_default ? powerShellPathFromWsl : powerShellPath),
        (canAccessPowerShell = async () => (
          (canAccessPowerShellPromise ??= (async () => {
            try {
              const psPath = await powerShellPath2();
              return await import_promises.default.access(psPath, import_promises.constants.X_OK), !0;
            } catch {
              return !1;
            }
          })()),
          canAccessPowerShellPromise
        )),
        (wslDefaultBrowser = async () => {
          const psPath = await powerShellPath2(),
            command = String.raw`(Get-ItemProperty -Path "HKCU:\Software\Microsoft\Windows\Shell\Associations\UrlAssociations\http\UserChoice").ProgId`,
            { stdout } = await executePowerShell(command, { powerShellPath: psPath });
          return stdout.trim();
        }),
        (isUrl = (path) => /^[a-z]+:\/\//i.test(path)),
        (convertWslPathToWindows = async (paths) => {
          const isBatch = Array.isArray(paths),
            pathArray = isBatch ? paths : [paths],
            indicesToConvert = [],
            pathsToConvert = [];
          for (const [index, path] of pathArray.entries()) isUrl(path) || (indicesToConvert.push(index), pathsToConvert.push(path));
          const results = [...pathArray];
          if (pathsToConvert.length > 0)
            try {
              const { stdout } = await execFile2('wslpath', ['-aw', ...pathsToConvert], { encoding: 'utf8' }),
                convertedPaths = stdout.split(/\r?\n/).filter(Boolean);
              for (const [index, originalIndex] of indicesToConvert.entries())
                results[originalIndex] = convertedPaths[index] ?? pathArray[originalIndex];
            } catch {}
          return isBatch ? results : results[0];
        }),
        (isUncPath = (path) => /^\\\\/u.test(path)),
        (isPathOnWindowsFilesystem = async (path) => {
          const windowsPath = await convertWslPathToWindows(path);
          return !isUncPath(windowsPath);
        }),
        (convertWindowsPathToWsl = async (paths) => {
          const isBatch = Array.isArray(paths),
            pathArray = isBatch ? paths : [paths];
          try {
            const { stdout } = await execFile2('wslpath', ['-u', ...pathArray], { encoding: 'utf8' }),
              convertedPaths = stdout.split(/\r?\n/).filter(Boolean),
              results = pathArray.map((original, index) => convertedPaths[index] ?? original);
            return isBatch ? results : results[0];
          } catch {
            return isBatch ? pathArray : pathArray[0];
          }
        });
    },
  });
var require_os = __commonJS({
  'node_modules/@oclif/core/lib/util/os.js'(exports2) {
    'use strict';
    var __importDefault = (exports2 && exports2.__importDefault) || ((mod) => (mod && mod.__esModule ? mod : { default: mod }));
    Object.defineProperty(exports2, '__esModule', { value: !0 });
    exports2.getHomeDir = getHomeDir;
    exports2.getPlatform = getPlatform;
    exports2.getShell = getShell;
    var node_child_process_1$,
      node_child_process_1$get = () => (node_child_process_1$ ??= require('node:child_process')),
      node_os_1$,
      node_os_1$get = () => (node_os_1$ ??= require('node:os')),
      node_path_1$,
      node_path_1$get = () => (node_path_1$ ??= __importDefault(require('node:path')));
    function getHomeDir() {
      return (0, node_os_1$get().homedir)();
    }
    async function getPlatform() {
      return (await Promise.resolve().then(() => (init_wsl_utils(), wsl_utils_exports))).isWsl ? 'wsl' : (0, node_os_1$get().platform)();
    }
    async function getShell() {
      let shellPath,
        SHELL = process.env.SHELL ?? (0, node_os_1$get().userInfo)().shell?.split(node_path_1$get().default.sep)?.pop();
      return (
        SHELL
          ? (shellPath = SHELL.split('/'))
          : (await getPlatform()) === 'win32'
            ? (shellPath = (await determineWindowsShell()).split(node_path_1$get().default.sep))
            : (shellPath = ['unknown']),
        shellPath.at(-1) ?? 'unknown'
      );
    }
    async function determineWindowsShell() {
      try {
        const parentProcessName = (0, node_child_process_1$get().execSync)(
          `${await (await Promise.resolve().then(() => (init_wsl_utils(), wsl_utils_exports))).powerShellPath()} -NoProfile -Command "(Get-CimInstance Win32_Process -Filter 'ProcessID = ${process.ppid}').Name"`,
          { encoding: 'utf8' },
        );
        return parentProcessName.includes('powershell') || parentProcessName.includes('pwsh')
          ? 'powershell'
          : (process.env.COMSPEC ?? 'cmd.exe');
      } catch {
        return process.env.COMSPEC ?? 'cmd.exe';
      }
    }
  },
});
var require_commonjs = __commonJS({
  'node_modules/balanced-match/dist/commonjs/index.js'(exports2) {
    'use strict';
    Object.defineProperty(exports2, '__esModule', { value: !0 });
    exports2.range = exports2.balanced = void 0;
    var balanced = (a, b, str) => {
      const ma = a instanceof RegExp ? maybeMatch(a, str) : a,
        mb = b instanceof RegExp ? maybeMatch(b, str) : b,
        r = ma !== null && mb != null && (0, exports2.range)(ma, mb, str);
      return (
        r && { start: r[0], end: r[1], pre: str.slice(0, r[0]), body: str.slice(r[0] + ma.length, r[1]), post: str.slice(r[1] + mb.length) }
      );
    };
    exports2.balanced = balanced;
    var maybeMatch = (reg, str) => {
        const m = str.match(reg);
        return m ? m[0] : null;
      },
      range = (a, b, str) => {
        let begs,
          beg,
          left,
          right,
          result,
          ai = str.indexOf(a),
          bi = str.indexOf(b, ai + 1),
          i = ai;
        if (ai >= 0 && bi > 0) {
          if (a === b) return [ai, bi];
          for (begs = [], left = str.length; i >= 0 && !result; ) {
            if (i === ai) begs.push(i), (ai = str.indexOf(a, i + 1));
            else if (begs.length === 1) {
              const r = begs.pop();
              r !== void 0 && (result = [r, bi]);
            } else (beg = begs.pop()), beg !== void 0 && beg < left && ((left = beg), (right = bi)), (bi = str.indexOf(b, i + 1));
            i = ai < bi && ai >= 0 ? ai : bi;
          }
          begs.length && right !== void 0 && (result = [left, right]);
        }
        return result;
      };
    exports2.range = range;
  },
});
var require_commonjs2 = __commonJS({
  'node_modules/brace-expansion/dist/commonjs/index.js'(exports2) {
    'use strict';
    Object.defineProperty(exports2, '__esModule', { value: !0 });
    exports2.EXPANSION_MAX_STEPS =
      exports2.EXPANSION_MAX_REWRITES =
      exports2.EXPANSION_MAX_DEPTH =
      exports2.EXPANSION_MAX_LENGTH =
      exports2.EXPANSION_MAX =
        void 0;
    exports2.expand = expand;
    var balanced_match_1 = require_commonjs(),
      escSlash = '\0SLASH' + Math.random().toFixed(16) + '\0',
      escOpen = '\0OPEN' + Math.random().toFixed(16) + '\0',
      escClose = '\0CLOSE' + Math.random().toFixed(16) + '\0',
      escComma = '\0COMMA' + Math.random().toFixed(16) + '\0',
      escPeriod = '\0PERIOD' + Math.random().toFixed(16) + '\0',
      escSlashPattern = new RegExp(escSlash, 'g'),
      escOpenPattern = new RegExp(escOpen, 'g'),
      escClosePattern = new RegExp(escClose, 'g'),
      escCommaPattern = new RegExp(escComma, 'g'),
      escPeriodPattern = new RegExp(escPeriod, 'g'),
      slashPattern = /\\\\/g,
      openPattern = /\\{/g,
      closePattern = /\\}/g,
      commaPattern = /\\,/g,
      periodPattern = /\\\./g;
    exports2.EXPANSION_MAX = 1e5;
    exports2.EXPANSION_MAX_LENGTH = 4e6;
    exports2.EXPANSION_MAX_DEPTH = 1e3;
    exports2.EXPANSION_MAX_REWRITES = 1e3;
    exports2.EXPANSION_MAX_STEPS = 2e7;
    var CALL_STEPS = 16;
    function numeric(str) {
      return isNaN(str) ? str.charCodeAt(0) : parseInt(str, 10);
    }
    function escapeBraces(str) {
      return str
        .replace(slashPattern, escSlash)
        .replace(openPattern, escOpen)
        .replace(closePattern, escClose)
        .replace(commaPattern, escComma)
        .replace(periodPattern, escPeriod);
    }
    function unescapeBraces(str) {
      return str
        .replace(escSlashPattern, '\\')
        .replace(escOpenPattern, '{')
        .replace(escClosePattern, '}')
        .replace(escCommaPattern, ',')
        .replace(escPeriodPattern, '.');
    }
    function pushAll(target, items) {
      for (let i = 0; i < items.length; i++) target.push(items[i]);
    }
    function balancedWithBudget(str, masked, budget) {
      if (budget.remaining < 0) return;
      const r = (0, balanced_match_1.range)('{', '}', masked),
        unmatched = r !== void 0 && masked.indexOf('{') < r[0];
      if (((budget.remaining -= r && !unmatched ? r[1] + 1 : str.length), !(!r || budget.remaining < 0)))
        return { end: r[1], pre: str.slice(0, r[0]), body: str.slice(r[0] + 1, r[1]), post: str.slice(r[1] + 1), unmatched };
    }
    function maskUnmatchedOpens(masked, budget) {
      budget.remaining -= masked.length;
      const open = [];
      for (let i = 0; i < masked.length; i++) {
        const c = masked.charCodeAt(i);
        c === 123 ? open.push(i) : c === 125 && open.length && open.pop();
      }
      let out = '',
        last = 0;
      for (let i = 0; i < open.length; i++) {
        const at2 = open[i];
        (out += masked.slice(last, at2) + '\0'), (last = at2 + 1);
      }
      return out + masked.slice(last);
    }
    function commaSetFollows(str, budget) {
      if (((budget.remaining -= str.length), budget.remaining < 0)) return !1;
      let close = !1;
      for (let i = str.length - 1; i >= 0; i--) {
        const c = str.charCodeAt(i);
        if (c === 125) close = !0;
        else if (c === 10 || c === 13 || c === 8232 || c === 8233) close = !1;
        else if (c === 44 && close && str.charCodeAt(i + 1) !== 44) return !0;
      }
      return !1;
    }
    function parseCommaParts(str, budget) {
      let parts = [],
        carry = '';
      for (;;) {
        const m = balancedWithBudget(str, str, budget);
        if (budget.remaining < 0) return;
        if (!m) {
          const tail = str.split(',');
          return (tail[0] = carry + tail[0]), pushAll(parts, tail), parts;
        }
        const { pre, body, post } = m,
          p = pre.split(',');
        if (((p[0] = carry + p[0]), (p[p.length - 1] += '{' + body + '}'), !post.length)) return pushAll(parts, p), parts;
        (carry = p.pop()), pushAll(parts, p), (str = post);
      }
    }
    function bound(value, fallback) {
      return value === void 0 || isNaN(value) ? fallback : value;
    }
    function expand(str, options = {}) {
      if (!str) return [];
      const max = bound(options.max, exports2.EXPANSION_MAX),
        maxLength = bound(options.maxLength, exports2.EXPANSION_MAX_LENGTH),
        maxDepth = bound(options.maxDepth, exports2.EXPANSION_MAX_DEPTH),
        maxRewrites = bound(options.maxRewrites, exports2.EXPANSION_MAX_REWRITES),
        maxSteps = bound(options.maxSteps, exports2.EXPANSION_MAX_STEPS);
      return (
        str.slice(0, 2) === '{}' && (str = '\\{\\}' + str.slice(2)),
        expand_(escapeBraces(str), max, maxLength, maxDepth, 0, maxRewrites, { remaining: maxSteps }, !0).map(unescapeBraces)
      );
    }
    function embrace(str) {
      return '{' + str + '}';
    }
    function isPadded(el) {
      return /^-?0\d/.test(el);
    }
    function lte(i, y) {
      return i <= y;
    }
    function gte(i, y) {
      return i >= y;
    }
    function combine(acc, pre, values, max, maxLength, dropEmpties, budget) {
      let out = [],
        length = 0,
        nonEmpty;
      outer: for (let a = 0; a < acc.length; a++) {
        let prefix = acc[a] + pre,
          vs = values;
        dropEmpties && !prefix && (nonEmpty || (nonEmpty = values.filter((v) => v)), (vs = nonEmpty));
        for (let v = 0; v < vs.length; v++) {
          if (out.length >= max) break outer;
          const expansion = prefix + vs[v];
          if (length + expansion.length > maxLength) break outer;
          out.push(expansion), (length += expansion.length);
        }
      }
      return (budget.remaining -= out.length), out;
    }
    function expandSequence(body, isAlphaSequence, max, maxLength, budget) {
      const n = body.split(/\.\./),
        N = [];
      if (n[0] === void 0 || n[1] === void 0) return N;
      let x = numeric(n[0]),
        y = numeric(n[1]),
        width = Math.max(n[0].length, n[1].length),
        incr = n.length === 3 && n[2] !== void 0 ? Math.max(Math.abs(numeric(n[2])), 1) : 1,
        test = lte;
      y < x && ((incr *= -1), (test = gte));
      let pad = n.some(isPadded),
        cost = pad ? width : 1,
        length = 0;
      for (let i = x; test(i, y) && N.length < max; i += incr) {
        if (((budget.remaining -= cost), budget.remaining < 0)) return;
        let c;
        if (isAlphaSequence) (c = String.fromCharCode(i)), c === '\\' && (c = '');
        else if (((c = String(i)), pad)) {
          const need = width - c.length;
          if (need > 0) {
            const z = new Array(need + 1).join('0');
            i < 0 ? (c = '-' + z + c.slice(1)) : (c = z + c);
          }
        }
        if (length + c.length > maxLength) break;
        N.push(c), (length += c.length);
      }
      return N;
    }
    function expand_(str, max, maxLength, maxDepth, depth, maxRewrites, budget, isTop) {
      if (((budget.remaining -= CALL_STEPS), depth > maxDepth)) return [str];
      let acc = [''],
        rewrites = 0,
        dropEmpties = !1,
        firstGroup = !0,
        masked = str;
      for (;;) {
        const m = balancedWithBudget(str, masked, budget);
        if (!m) return combine(acc, str, [''], max, maxLength, dropEmpties, budget);
        m.unmatched && (masked = maskUnmatchedOpens(masked, budget));
        const pre = m.pre,
          literal = () => combine(acc, pre + '{' + m.body + '}' + m.post, [''], max, maxLength, dropEmpties, budget);
        if (/\$$/.test(pre)) {
          if (
            ((acc = combine(acc, pre + '{' + m.body + '}', [''], max, maxLength, dropEmpties && !m.post.length, budget)),
            (firstGroup = !1),
            !m.post.length)
          )
            break;
          (str = m.post), (masked = masked.slice(m.end + 1));
          continue;
        }
        const isNumericSequence = /^-?\d+\.\.-?\d+(?:\.\.-?\d+)?$/.test(m.body),
          isAlphaSequence = /^[a-zA-Z]\.\.[a-zA-Z](?:\.\.-?\d+)?$/.test(m.body),
          isSequence = isNumericSequence || isAlphaSequence,
          isOptions = m.body.indexOf(',') >= 0;
        if (!isSequence && !isOptions) {
          if (rewrites < maxRewrites && commaSetFollows(m.post, budget)) {
            rewrites++,
              (str = m.pre + '{' + m.body + escClose + m.post),
              (masked = masked.slice(0, m.end) + escClose + masked.slice(m.end + 1)),
              (isTop = !0);
            continue;
          }
          return literal();
        }
        firstGroup && ((dropEmpties = isTop && !isSequence), (firstGroup = !1));
        let values;
        if (isSequence) {
          if (((values = expandSequence(m.body, isAlphaSequence, max, maxLength, budget)), !values)) return literal();
        } else {
          let n = parseCommaParts(m.body, budget);
          if (!n) return literal();
          if (n.length === 1 && n[0] !== void 0) {
            if (((n = expand_(n[0], max, maxLength, maxDepth, depth + 1, maxRewrites, budget, !1).map(embrace)), budget.remaining < 0))
              return literal();
            if (n.length === 1) {
              const next2 = combine(acc, pre + n[0], [''], max, maxLength, dropEmpties && !m.post.length, budget);
              if (budget.remaining < 0) return literal();
              if (((acc = next2), !m.post.length)) break;
              (str = m.post), (masked = masked.slice(m.end + 1));
              continue;
            }
          }
          let dropsEmpties = dropEmpties && !m.post.length && !pre;
          for (let d = 0; dropsEmpties && d < acc.length; d++) acc[d] && (dropsEmpties = !1);
          values = [];
          let valuesLength = 0;
          outer: for (let j = 0; j < n.length; j++) {
            const expanded = expand_(n[j], max, maxLength, maxDepth, depth + 1, maxRewrites, budget, !1);
            if (budget.remaining < 0) return literal();
            for (let k = 0; k < expanded.length; k++) {
              const v = expanded[k];
              if (!(dropsEmpties && !v)) {
                if (values.length >= max || valuesLength + v.length > maxLength) break outer;
                values.push(v), (valuesLength += v.length);
              }
            }
          }
        }
        const next = combine(acc, pre, values, max, maxLength, dropEmpties && !m.post.length, budget);
        if (budget.remaining < 0) return literal();
        if (((acc = next), !m.post.length)) break;
        (str = m.post), (masked = masked.slice(m.end + 1));
      }
      return acc;
    }
  },
});
var require_assert_valid_pattern = __commonJS({
  'node_modules/minimatch/dist/commonjs/assert-valid-pattern.js'(exports2) {
    'use strict';
    Object.defineProperty(exports2, '__esModule', { value: !0 });
    exports2.assertValidPattern = void 0;
    var MAX_PATTERN_LENGTH = 1024 * 64,
      assertValidPattern = (pattern) => {
        if (typeof pattern != 'string') throw new TypeError('invalid pattern');
        if (pattern.length > MAX_PATTERN_LENGTH) throw new TypeError('pattern is too long');
      };
    exports2.assertValidPattern = assertValidPattern;
  },
});
var require_brace_expressions = __commonJS({
  'node_modules/minimatch/dist/commonjs/brace-expressions.js'(exports2) {
    'use strict';
    Object.defineProperty(exports2, '__esModule', { value: !0 });
    exports2.parseClass = void 0;
    var posixClasses = {
        '[:alnum:]': ['\\p{L}\\p{Nl}\\p{Nd}', !0],
        '[:alpha:]': ['\\p{L}\\p{Nl}', !0],
        '[:ascii:]': ['\\x00-\\x7f', !1],
        '[:blank:]': ['\\p{Zs}\\t', !0],
        '[:cntrl:]': ['\\p{Cc}', !0],
        '[:digit:]': ['\\p{Nd}', !0],
        '[:graph:]': ['\\p{Z}\\p{C}', !0, !0],
        '[:lower:]': ['\\p{Ll}', !0],
        '[:print:]': ['\\p{C}', !0],
        '[:punct:]': ['\\p{P}', !0],
        '[:space:]': ['\\p{Z}\\t\\r\\n\\v\\f', !0],
        '[:upper:]': ['\\p{Lu}', !0],
        '[:word:]': ['\\p{L}\\p{Nl}\\p{Nd}\\p{Pc}', !0],
        '[:xdigit:]': ['A-Fa-f0-9', !1],
      },
      braceEscape = (s) => s.replace(/[[\]\\-]/g, '\\$&'),
      regexpEscape = (s) => s.replace(/[-[\]{}()*+?.,\\^$|#\s]/g, '\\$&'),
      rangesToString = (ranges) => ranges.join(''),
      parseClass = (glob, position) => {
        const pos = position;
        if (glob.charAt(pos) !== '[') throw new Error('not in a brace expression');
        let ranges = [],
          negs = [],
          i = pos + 1,
          sawStart = !1,
          uflag = !1,
          escaping = !1,
          negate = !1,
          endPos = pos,
          rangeStart = '';
        WHILE: for (; i < glob.length; ) {
          const c = glob.charAt(i);
          if ((c === '!' || c === '^') && i === pos + 1) {
            (negate = !0), i++;
            continue;
          }
          if (c === ']' && sawStart && !escaping) {
            endPos = i + 1;
            break;
          }
          if (((sawStart = !0), c === '\\' && !escaping)) {
            (escaping = !0), i++;
            continue;
          }
          if (c === '[' && !escaping) {
            for (const [cls, [unip, u, neg]] of Object.entries(posixClasses))
              if (glob.startsWith(cls, i)) {
                if (rangeStart) return ['$.', !1, glob.length - pos, !0];
                (i += cls.length), neg ? negs.push(unip) : ranges.push(unip), (uflag = uflag || u);
                continue WHILE;
              }
          }
          if (((escaping = !1), rangeStart)) {
            c > rangeStart ? ranges.push(braceEscape(rangeStart) + '-' + braceEscape(c)) : c === rangeStart && ranges.push(braceEscape(c)),
              (rangeStart = ''),
              i++;
            continue;
          }
          if (glob.startsWith('-]', i + 1)) {
            ranges.push(braceEscape(c + '-')), (i += 2);
            continue;
          }
          if (glob.startsWith('-', i + 1)) {
            (rangeStart = c), (i += 2);
            continue;
          }
          ranges.push(braceEscape(c)), i++;
        }
        if (endPos < i) return ['', !1, 0, !1];
        if (!ranges.length && !negs.length) return ['$.', !1, glob.length - pos, !0];
        if (negs.length === 0 && ranges.length === 1 && /^\\?.$/.test(ranges[0]) && !negate) {
          const r = ranges[0].length === 2 ? ranges[0].slice(-1) : ranges[0];
          return [regexpEscape(r), !1, endPos - pos, !1];
        }
        const sranges = '[' + (negate ? '^' : '') + rangesToString(ranges) + ']',
          snegs = '[' + (negate ? '' : '^') + rangesToString(negs) + ']';
        return [
          ranges.length && negs.length ? '(' + sranges + '|' + snegs + ')' : ranges.length ? sranges : snegs,
          uflag,
          endPos - pos,
          !0,
        ];
      };
    exports2.parseClass = parseClass;
  },
});
var require_unescape = __commonJS({
  'node_modules/minimatch/dist/commonjs/unescape.js'(exports2) {
    'use strict';
    Object.defineProperty(exports2, '__esModule', { value: !0 });
    exports2.unescape = void 0;
    var unescape = (s, { windowsPathsNoEscape = !1, magicalBraces = !0 } = {}) =>
      magicalBraces
        ? windowsPathsNoEscape
          ? s.replace(/\[([^/\\])\]/g, '$1')
          : s.replace(/((?!\\).|^)\[([^/\\])\]/g, '$1$2').replace(/\\([^/])/g, '$1')
        : windowsPathsNoEscape
          ? s.replace(/\[([^/\\{}])\]/g, '$1')
          : s.replace(/((?!\\).|^)\[([^/\\{}])\]/g, '$1$2').replace(/\\([^/{}])/g, '$1');
    exports2.unescape = unescape;
  },
});
var require_ast = __commonJS({
  'node_modules/minimatch/dist/commonjs/ast.js'(exports2) {
    'use strict';
    var _a3;
    Object.defineProperty(exports2, '__esModule', { value: !0 });
    exports2.AST = void 0;
    var brace_expressions_js_1 = require_brace_expressions(),
      unescape_js_1 = require_unescape(),
      types = new Set(['!', '?', '+', '*', '@']),
      isExtglobType = (c) => types.has(c),
      isExtglobAST = (c) => isExtglobType(c.type),
      adoptionMap = new Map([
        ['!', ['@']],
        ['?', ['?', '@']],
        ['@', ['@']],
        ['*', ['*', '+', '?', '@']],
        ['+', ['+', '@']],
      ]),
      adoptionWithSpaceMap = new Map([
        ['!', ['?']],
        ['@', ['?']],
        ['+', ['?', '*']],
      ]),
      adoptionAnyMap = new Map([
        ['!', ['?', '@']],
        ['?', ['?', '@']],
        ['@', ['?', '@']],
        ['*', ['*', '+', '?', '@']],
        ['+', ['+', '@', '?', '*']],
      ]),
      usurpMap = new Map([
        ['!', new Map([['!', '@']])],
        [
          '?',
          new Map([
            ['*', '*'],
            ['+', '*'],
          ]),
        ],
        [
          '@',
          new Map([
            ['!', '!'],
            ['?', '?'],
            ['@', '@'],
            ['*', '*'],
            ['+', '+'],
          ]),
        ],
        [
          '+',
          new Map([
            ['?', '*'],
            ['*', '*'],
          ]),
        ],
      ]),
      startNoTraversal = '(?!(?:^|/)\\.\\.?(?:$|/))',
      startNoDot = '(?!\\.)',
      addPatternStart = new Set(['[', '.']),
      justDots = new Set(['..', '.']),
      reSpecials = new Set('().*{}+?[]^$\\!'),
      regExpEscape = (s) => s.replace(/[-[\]{}()*+?.,\\^$|#\s]/g, '\\$&'),
      qmark = '[^/]',
      star = qmark + '*?',
      starNoEmpty = qmark + '+?',
      ID = 0,
      AST = class {
        type;
        #root;
        #hasMagic;
        #uflag = !1;
        #parts = [];
        #parent;
        #parentIndex;
        #negs;
        #filledNegs = !1;
        #options;
        #toString;
        #emptyExt = !1;
        id = ++ID;
        get depth() {
          return (this.#parent?.depth ?? -1) + 1;
        }
        [Symbol.for('nodejs.util.inspect.custom')]() {
          return {
            '@@type': 'AST',
            id: this.id,
            type: this.type,
            root: this.#root.id,
            parent: this.#parent?.id,
            depth: this.depth,
            partsLength: this.#parts.length,
            parts: this.#parts,
          };
        }
        constructor(type, parent, options = {}) {
          (this.type = type),
            type && (this.#hasMagic = !0),
            (this.#parent = parent),
            (this.#root = this.#parent ? this.#parent.#root : this),
            (this.#options = this.#root === this ? options : this.#root.#options),
            (this.#negs = this.#root === this ? [] : this.#root.#negs),
            type === '!' && !this.#root.#filledNegs && this.#negs.push(this),
            (this.#parentIndex = this.#parent ? this.#parent.#parts.length : 0);
        }
        get hasMagic() {
          if (this.#hasMagic !== void 0) return this.#hasMagic;
          for (const p of this.#parts) if (typeof p != 'string' && (p.type || p.hasMagic)) return (this.#hasMagic = !0);
          return this.#hasMagic;
        }
        toString() {
          return this.#toString !== void 0
            ? this.#toString
            : this.type
              ? (this.#toString = this.type + '(' + this.#parts.map((p) => String(p)).join('|') + ')')
              : (this.#toString = this.#parts.map((p) => String(p)).join(''));
        }
        #fillNegs() {
          if (this !== this.#root) throw new Error('should only call on root');
          if (this.#filledNegs) return this;
          this.toString(), (this.#filledNegs = !0);
          let n;
          for (; (n = this.#negs.pop()); ) {
            if (n.type !== '!') continue;
            let p = n,
              pp = p.#parent;
            for (; pp; ) {
              for (let i = p.#parentIndex + 1; !pp.type && i < pp.#parts.length; i++)
                for (const part of n.#parts) {
                  if (typeof part == 'string') throw new Error('string part in extglob AST??');
                  part.copyIn(pp.#parts[i]);
                }
              (p = pp), (pp = p.#parent);
            }
          }
          return this;
        }
        push(...parts) {
          for (const p of parts)
            if (p !== '') {
              if (typeof p != 'string' && !(p instanceof _a3 && p.#parent === this)) throw new Error('invalid part: ' + p);
              this.#parts.push(p);
            }
        }
        toJSON() {
          const ret =
            this.type === null
              ? this.#parts.slice().map((p) => (typeof p == 'string' ? p : p.toJSON()))
              : [this.type, ...this.#parts.map((p) => p.toJSON())];
          return (
            this.isStart() && !this.type && ret.unshift([]),
            this.isEnd() && (this === this.#root || (this.#root.#filledNegs && this.#parent?.type === '!')) && ret.push({}),
            ret
          );
        }
        isStart() {
          if (this.#root === this) return !0;
          if (!this.#parent?.isStart()) return !1;
          if (this.#parentIndex === 0) return !0;
          const p = this.#parent;
          for (let i = 0; i < this.#parentIndex; i++) {
            const pp = p.#parts[i];
            if (!(pp instanceof _a3 && pp.type === '!')) return !1;
          }
          return !0;
        }
        isEnd() {
          if (this.#root === this || this.#parent?.type === '!') return !0;
          if (!this.#parent?.isEnd()) return !1;
          if (!this.type) return this.#parent?.isEnd();
          const pl = this.#parent ? this.#parent.#parts.length : 0;
          return this.#parentIndex === pl - 1;
        }
        copyIn(part) {
          typeof part == 'string' ? this.push(part) : this.push(part.clone(this));
        }
        clone(parent) {
          const c = new _a3(this.type, parent);
          for (const p of this.#parts) c.copyIn(p);
          return c;
        }
        static #parseAST(str, ast, pos, opt, extDepth) {
          let maxDepth = opt.maxExtglobRecursion ?? 2,
            escaping = !1,
            inBrace = !1,
            braceStart = -1,
            braceNeg = !1;
          if (ast.type === null) {
            let i2 = pos,
              acc2 = '';
            for (; i2 < str.length; ) {
              const c = str.charAt(i2++);
              if (escaping || c === '\\') {
                (escaping = !escaping), (acc2 += c);
                continue;
              }
              if (inBrace) {
                i2 === braceStart + 1
                  ? (c === '^' || c === '!') && (braceNeg = !0)
                  : c === ']' && !(i2 === braceStart + 2 && braceNeg) && (inBrace = !1),
                  (acc2 += c);
                continue;
              } else if (c === '[') {
                (inBrace = !0), (braceStart = i2), (braceNeg = !1), (acc2 += c);
                continue;
              }
              if (!opt.noext && isExtglobType(c) && str.charAt(i2) === '(' && extDepth <= maxDepth) {
                ast.push(acc2), (acc2 = '');
                const ext = new _a3(c, ast);
                (i2 = _a3.#parseAST(str, ext, i2, opt, extDepth + 1)), ast.push(ext);
                continue;
              }
              acc2 += c;
            }
            return ast.push(acc2), i2;
          }
          let i = pos + 1,
            part = new _a3(null, ast),
            parts = [],
            acc = '';
          for (; i < str.length; ) {
            const c = str.charAt(i++);
            if (escaping || c === '\\') {
              (escaping = !escaping), (acc += c);
              continue;
            }
            if (inBrace) {
              i === braceStart + 1
                ? (c === '^' || c === '!') && (braceNeg = !0)
                : c === ']' && !(i === braceStart + 2 && braceNeg) && (inBrace = !1),
                (acc += c);
              continue;
            } else if (c === '[') {
              (inBrace = !0), (braceStart = i), (braceNeg = !1), (acc += c);
              continue;
            }
            if (!opt.noext && isExtglobType(c) && str.charAt(i) === '(' && (extDepth <= maxDepth || (ast && ast.#canAdoptType(c)))) {
              const depthAdd = ast && ast.#canAdoptType(c) ? 0 : 1;
              part.push(acc), (acc = '');
              const ext = new _a3(c, part);
              part.push(ext), (i = _a3.#parseAST(str, ext, i, opt, extDepth + depthAdd));
              continue;
            }
            if (c === '|') {
              part.push(acc), (acc = ''), parts.push(part), (part = new _a3(null, ast));
              continue;
            }
            if (c === ')')
              return acc === '' && ast.#parts.length === 0 && (ast.#emptyExt = !0), part.push(acc), (acc = ''), ast.push(...parts, part), i;
            acc += c;
          }
          return (ast.type = null), (ast.#hasMagic = void 0), (ast.#parts = [str.substring(pos - 1)]), i;
        }
        #canAdoptWithSpace(child) {
          return this.#canAdopt(child, adoptionWithSpaceMap);
        }
        #canAdopt(child, map = adoptionMap) {
          if (!child || typeof child != 'object' || child.type !== null || child.#parts.length !== 1 || this.type === null) return !1;
          const gc = child.#parts[0];
          return !gc || typeof gc != 'object' || gc.type === null ? !1 : this.#canAdoptType(gc.type, map);
        }
        #canAdoptType(c, map = adoptionAnyMap) {
          return !!map.get(this.type)?.includes(c);
        }
        #adoptWithSpace(child, index) {
          const gc = child.#parts[0],
            blank = new _a3(null, gc, this.options);
          blank.#parts.push(''), gc.push(blank), this.#adopt(child, index);
        }
        #adopt(child, index) {
          const gc = child.#parts[0];
          this.#parts.splice(index, 1, ...gc.#parts);
          for (const p of gc.#parts) typeof p == 'object' && (p.#parent = this);
          this.#toString = void 0;
        }
        #canUsurpType(c) {
          return !!usurpMap.get(this.type)?.has(c);
        }
        #canUsurp(child) {
          if (
            !child ||
            typeof child != 'object' ||
            child.type !== null ||
            child.#parts.length !== 1 ||
            this.type === null ||
            this.#parts.length !== 1
          )
            return !1;
          const gc = child.#parts[0];
          return !gc || typeof gc != 'object' || gc.type === null ? !1 : this.#canUsurpType(gc.type);
        }
        #usurp(child) {
          const m = usurpMap.get(this.type),
            gc = child.#parts[0],
            nt = m?.get(gc.type);
          if (!nt) return !1;
          this.#parts = gc.#parts;
          for (const p of this.#parts) typeof p == 'object' && (p.#parent = this);
          (this.type = nt), (this.#toString = void 0), (this.#emptyExt = !1);
        }
        static fromGlob(pattern, options = {}) {
          const ast = new _a3(null, void 0, options);
          return _a3.#parseAST(pattern, ast, 0, options, 0), ast;
        }
        toMMPattern() {
          if (this !== this.#root) return this.#root.toMMPattern();
          const glob = this.toString(),
            [re, body, hasMagic, uflag] = this.toRegExpSource();
          if (
            !(
              hasMagic ||
              this.#hasMagic ||
              (this.#options.nocase && !this.#options.nocaseMagicOnly && glob.toUpperCase() !== glob.toLowerCase())
            )
          )
            return body;
          const flags = (this.#options.nocase ? 'i' : '') + (uflag ? 'u' : '');
          return Object.assign(new RegExp(`^${re}$`, flags), { _src: re, _glob: glob });
        }
        get options() {
          return this.#options;
        }
        toRegExpSource(allowDot) {
          const dot = allowDot ?? !!this.#options.dot;
          if ((this.#root === this && (this.#flatten(), this.#fillNegs()), !isExtglobAST(this))) {
            let noEmpty = this.isStart() && this.isEnd() && !this.#parts.some((s) => typeof s != 'string'),
              src = this.#parts
                .map((p) => {
                  const [re, _, hasMagic, uflag] =
                    typeof p == 'string' ? _a3.#parseGlob(p, this.#hasMagic, noEmpty) : p.toRegExpSource(allowDot);
                  return (this.#hasMagic = this.#hasMagic || hasMagic), (this.#uflag = this.#uflag || uflag), re;
                })
                .join(''),
              start2 = '';
            if (this.isStart() && typeof this.#parts[0] == 'string' && !(this.#parts.length === 1 && justDots.has(this.#parts[0]))) {
              const aps = addPatternStart,
                needNoTrav =
                  (dot && aps.has(src.charAt(0))) ||
                  (src.startsWith('\\.') && aps.has(src.charAt(2))) ||
                  (src.startsWith('\\.\\.') && aps.has(src.charAt(4))),
                needNoDot = !dot && !allowDot && aps.has(src.charAt(0));
              start2 = needNoTrav ? startNoTraversal : needNoDot ? startNoDot : '';
            }
            let end = '';
            return (
              this.isEnd() && this.#root.#filledNegs && this.#parent?.type === '!' && (end = '(?:$|\\/)'),
              [start2 + src + end, (0, unescape_js_1.unescape)(src), (this.#hasMagic = !!this.#hasMagic), this.#uflag]
            );
          }
          let repeated = this.type === '*' || this.type === '+',
            start = this.type === '!' ? '(?:(?!(?:' : '(?:',
            body = this.#partsToRegExp(dot);
          if (this.isStart() && this.isEnd() && !body && this.type !== '!') {
            const s = this.toString();
            return (
              (this.#parts = [s]), (this.type = null), (this.#hasMagic = void 0), [s, (0, unescape_js_1.unescape)(this.toString()), !1, !1]
            );
          }
          let bodyDotAllowed = !repeated || allowDot || dot || !startNoDot ? '' : this.#partsToRegExp(!0);
          bodyDotAllowed === body && (bodyDotAllowed = ''), bodyDotAllowed && (body = `(?:${body})(?:${bodyDotAllowed})*?`);
          let final = '';
          if (this.type === '!' && this.#emptyExt) final = (this.isStart() && !dot ? startNoDot : '') + starNoEmpty;
          else {
            const close =
              this.type === '!'
                ? '))' + (this.isStart() && !dot && !allowDot ? startNoDot : '') + star + ')'
                : this.type === '@'
                  ? ')'
                  : this.type === '?'
                    ? ')?'
                    : this.type === '+' && bodyDotAllowed
                      ? ')'
                      : this.type === '*' && bodyDotAllowed
                        ? ')?'
                        : `)${this.type}`;
            final = start + body + close;
          }
          return [final, (0, unescape_js_1.unescape)(body), (this.#hasMagic = !!this.#hasMagic), this.#uflag];
        }
        #flatten() {
          if (isExtglobAST(this)) {
            let iterations = 0,
              done = !1;
            do {
              done = !0;
              for (let i = 0; i < this.#parts.length; i++) {
                const c = this.#parts[i];
                typeof c == 'object' &&
                  (c.#flatten(),
                  this.#canAdopt(c)
                    ? ((done = !1), this.#adopt(c, i))
                    : this.#canAdoptWithSpace(c)
                      ? ((done = !1), this.#adoptWithSpace(c, i))
                      : this.#canUsurp(c) && ((done = !1), this.#usurp(c)));
              }
            } while (!done && ++iterations < 10);
          } else for (const p of this.#parts) typeof p == 'object' && p.#flatten();
          this.#toString = void 0;
        }
        #partsToRegExp(dot) {
          return this.#parts
            .map((p) => {
              if (typeof p == 'string') throw new Error('string type in extglob ast??');
              const [re, _, _hasMagic, uflag] = p.toRegExpSource(dot);
              return (this.#uflag = this.#uflag || uflag), re;
            })
            .filter((p) => !(this.isStart() && this.isEnd()) || !!p)
            .join('|');
        }
        static #parseGlob(glob, hasMagic, noEmpty = !1) {
          let escaping = !1,
            re = '',
            uflag = !1,
            inStar = !1;
          for (let i = 0; i < glob.length; i++) {
            const c = glob.charAt(i);
            if (escaping) {
              (escaping = !1), (re += (reSpecials.has(c) ? '\\' : '') + c);
              continue;
            }
            if (c === '*') {
              if (inStar) continue;
              (inStar = !0), (re += noEmpty && /^[*]+$/.test(glob) ? starNoEmpty : star), (hasMagic = !0);
              continue;
            } else inStar = !1;
            if (c === '\\') {
              i === glob.length - 1 ? (re += '\\\\') : (escaping = !0);
              continue;
            }
            if (c === '[') {
              const [src, needUflag, consumed, magic] = (0, brace_expressions_js_1.parseClass)(glob, i);
              if (consumed) {
                (re += src), (uflag = uflag || needUflag), (i += consumed - 1), (hasMagic = hasMagic || magic);
                continue;
              }
            }
            if (c === '?') {
              (re += qmark), (hasMagic = !0);
              continue;
            }
            re += regExpEscape(c);
          }
          return [re, (0, unescape_js_1.unescape)(glob), !!hasMagic, uflag];
        }
      };
    exports2.AST = AST;
    _a3 = AST;
  },
});
var require_escape = __commonJS({
  'node_modules/minimatch/dist/commonjs/escape.js'(exports2) {
    'use strict';
    Object.defineProperty(exports2, '__esModule', { value: !0 });
    exports2.escape = void 0;
    var escape = (s, { windowsPathsNoEscape = !1, magicalBraces = !1 } = {}) =>
      magicalBraces
        ? windowsPathsNoEscape
          ? s.replace(/[?*()[\]{}]/g, '[$&]')
          : s.replace(/[?*()[\]\\{}]/g, '\\$&')
        : windowsPathsNoEscape
          ? s.replace(/[?*()[\]]/g, '[$&]')
          : s.replace(/[?*()[\]\\]/g, '\\$&');
    exports2.escape = escape;
  },
});
var require_commonjs3 = __commonJS({
  'node_modules/minimatch/dist/commonjs/index.js'(exports2) {
    'use strict';
    Object.defineProperty(exports2, '__esModule', { value: !0 });
    exports2.unescape =
      exports2.escape =
      exports2.AST =
      exports2.Minimatch =
      exports2.match =
      exports2.makeRe =
      exports2.braceExpand =
      exports2.defaults =
      exports2.filter =
      exports2.GLOBSTAR =
      exports2.sep =
      exports2.minimatch =
        void 0;
    var brace_expansion_1 = require_commonjs2(),
      assert_valid_pattern_js_1 = require_assert_valid_pattern(),
      ast_js_1 = require_ast(),
      escape_js_1 = require_escape(),
      unescape_js_1 = require_unescape(),
      minimatch = (p, pattern, options = {}) => (
        (0, assert_valid_pattern_js_1.assertValidPattern)(pattern),
        !options.nocomment && pattern.charAt(0) === '#' ? !1 : new Minimatch(pattern, options).match(p)
      );
    exports2.minimatch = minimatch;
    var starDotExtRE = /^\*+([^+@!?*[(]*)$/,
      starDotExtTest = (ext2) => (f) => !f.startsWith('.') && f.endsWith(ext2),
      starDotExtTestDot = (ext2) => (f) => f.endsWith(ext2),
      starDotExtTestNocase = (ext2) => ((ext2 = ext2.toLowerCase()), (f) => !f.startsWith('.') && f.toLowerCase().endsWith(ext2)),
      starDotExtTestNocaseDot = (ext2) => ((ext2 = ext2.toLowerCase()), (f) => f.toLowerCase().endsWith(ext2)),
      starDotStarRE = /^\*+\.\*+$/,
      starDotStarTest = (f) => !f.startsWith('.') && f.includes('.'),
      starDotStarTestDot = (f) => f !== '.' && f !== '..' && f.includes('.'),
      dotStarRE = /^\.\*+$/,
      dotStarTest = (f) => f !== '.' && f !== '..' && f.startsWith('.'),
      starRE = /^\*+$/,
      starTest = (f) => f.length !== 0 && !f.startsWith('.'),
      starTestDot = (f) => f.length !== 0 && f !== '.' && f !== '..',
      qmarksRE = /^\?+([^+@!?*[(]*)?$/,
      qmarksTestNocase = ([$0, ext2 = '']) => {
        const noext = qmarksTestNoExt([$0]);
        return ext2 ? ((ext2 = ext2.toLowerCase()), (f) => noext(f) && f.toLowerCase().endsWith(ext2)) : noext;
      },
      qmarksTestNocaseDot = ([$0, ext2 = '']) => {
        const noext = qmarksTestNoExtDot([$0]);
        return ext2 ? ((ext2 = ext2.toLowerCase()), (f) => noext(f) && f.toLowerCase().endsWith(ext2)) : noext;
      },
      qmarksTestDot = ([$0, ext2 = '']) => {
        const noext = qmarksTestNoExtDot([$0]);
        return ext2 ? (f) => noext(f) && f.endsWith(ext2) : noext;
      },
      qmarksTest = ([$0, ext2 = '']) => {
        const noext = qmarksTestNoExt([$0]);
        return ext2 ? (f) => noext(f) && f.endsWith(ext2) : noext;
      },
      qmarksTestNoExt = ([$0]) => {
        const len = $0.length;
        return (f) => f.length === len && !f.startsWith('.');
      },
      qmarksTestNoExtDot = ([$0]) => {
        const len = $0.length;
        return (f) => f.length === len && f !== '.' && f !== '..';
      },
      defaultPlatform =
        typeof process == 'object' && process
          ? (typeof process.env == 'object' && process.env && process.env.__MINIMATCH_TESTING_PLATFORM__) || process.platform
          : 'posix',
      path = { win32: { sep: '\\' }, posix: { sep: '/' } };
    exports2.sep = defaultPlatform === 'win32' ? path.win32.sep : path.posix.sep;
    exports2.minimatch.sep = exports2.sep;
    exports2.GLOBSTAR = Symbol('globstar **');
    exports2.minimatch.GLOBSTAR = exports2.GLOBSTAR;
    var qmark = '[^/]',
      star = qmark + '*?',
      twoStarDot = '(?:(?!(?:\\/|^)(?:\\.{1,2})($|\\/)).)*?',
      twoStarNoDot = '(?:(?!(?:\\/|^)\\.).)*?',
      filter =
        (pattern, options = {}) =>
        (p) =>
          (0, exports2.minimatch)(p, pattern, options);
    exports2.filter = filter;
    exports2.minimatch.filter = exports2.filter;
    var ext = (a, b = {}) => Object.assign({}, a, b),
      defaults = (def) => {
        if (!def || typeof def != 'object' || !Object.keys(def).length) return exports2.minimatch;
        const orig = exports2.minimatch;
        return Object.assign((p, pattern, options = {}) => orig(p, pattern, ext(def, options)), {
          Minimatch: class extends orig.Minimatch {
            constructor(pattern, options = {}) {
              super(pattern, ext(def, options));
            }
            static defaults(options) {
              return orig.defaults(ext(def, options)).Minimatch;
            }
          },
          AST: class extends orig.AST {
            constructor(type, parent, options = {}) {
              super(type, parent, ext(def, options));
            }
            static fromGlob(pattern, options = {}) {
              return orig.AST.fromGlob(pattern, ext(def, options));
            }
          },
          unescape: (s, options = {}) => orig.unescape(s, ext(def, options)),
          escape: (s, options = {}) => orig.escape(s, ext(def, options)),
          filter: (pattern, options = {}) => orig.filter(pattern, ext(def, options)),
          defaults: (options) => orig.defaults(ext(def, options)),
          makeRe: (pattern, options = {}) => orig.makeRe(pattern, ext(def, options)),
          braceExpand: (pattern, options = {}) => orig.braceExpand(pattern, ext(def, options)),
          match: (list, pattern, options = {}) => orig.match(list, pattern, ext(def, options)),
          sep: orig.sep,
          GLOBSTAR: exports2.GLOBSTAR,
        });
      };
    exports2.defaults = defaults;
    exports2.minimatch.defaults = exports2.defaults;
    var braceExpand = (pattern, options = {}) => (
      (0, assert_valid_pattern_js_1.assertValidPattern)(pattern),
      options.nobrace || !/\{(?:(?!\{).)*\}/.test(pattern)
        ? [pattern]
        : (0, brace_expansion_1.expand)(pattern, { max: options.braceExpandMax })
    );
    exports2.braceExpand = braceExpand;
    exports2.minimatch.braceExpand = exports2.braceExpand;
    var makeRe = (pattern, options = {}) => new Minimatch(pattern, options).makeRe();
    exports2.makeRe = makeRe;
    exports2.minimatch.makeRe = exports2.makeRe;
    var match = (list, pattern, options = {}) => {
      const mm = new Minimatch(pattern, options);
      return (list = list.filter((f) => mm.match(f))), mm.options.nonull && !list.length && list.push(pattern), list;
    };
    exports2.match = match;
    exports2.minimatch.match = exports2.match;
    var globMagic = /[?*]|[+@!]\(.*?\)|\[|\]/,
      regExpEscape = (s) => s.replace(/[-[\]{}()*+?.,\\^$|#\s]/g, '\\$&'),
      Minimatch = class {
        options;
        set;
        pattern;
        windowsPathsNoEscape;
        nonegate;
        negate;
        comment;
        empty;
        preserveMultipleSlashes;
        partial;
        globSet;
        globParts;
        nocase;
        isWindows;
        platform;
        windowsNoMagicRoot;
        maxGlobstarRecursion;
        regexp;
        constructor(pattern, options = {}) {
          (0, assert_valid_pattern_js_1.assertValidPattern)(pattern),
            (options = options || {}),
            (this.options = options),
            (this.maxGlobstarRecursion = options.maxGlobstarRecursion ?? 200),
            (this.pattern = pattern),
            (this.platform = options.platform || defaultPlatform),
            (this.isWindows = this.platform === 'win32');
          const awe = 'allowWindowsEscape';
          (this.windowsPathsNoEscape = !!options.windowsPathsNoEscape || options[awe] === !1),
            this.windowsPathsNoEscape && (this.pattern = this.pattern.replace(/\\/g, '/')),
            (this.preserveMultipleSlashes = !!options.preserveMultipleSlashes),
            (this.regexp = null),
            (this.negate = !1),
            (this.nonegate = !!options.nonegate),
            (this.comment = !1),
            (this.empty = !1),
            (this.partial = !!options.partial),
            (this.nocase = !!this.options.nocase),
            (this.windowsNoMagicRoot =
              options.windowsNoMagicRoot !== void 0 ? options.windowsNoMagicRoot : !!(this.isWindows && this.nocase)),
            (this.globSet = []),
            (this.globParts = []),
            (this.set = []),
            this.make();
        }
        hasMagic() {
          if (this.options.magicalBraces && this.set.length > 1) return !0;
          for (const pattern of this.set) for (const part of pattern) if (typeof part != 'string') return !0;
          return !1;
        }
        debug(..._) {}
        make() {
          const pattern = this.pattern,
            options = this.options;
          if (!options.nocomment && pattern.charAt(0) === '#') {
            this.comment = !0;
            return;
          }
          if (!pattern) {
            this.empty = !0;
            return;
          }
          this.parseNegate(),
            (this.globSet = [...new Set(this.braceExpand())]),
            options.debug && (this.debug = (...args) => console.error(...args)),
            this.debug(this.pattern, this.globSet);
          const rawGlobParts = this.globSet.map((s) => this.slashSplit(s));
          (this.globParts = this.preprocess(rawGlobParts)), this.debug(this.pattern, this.globParts);
          const set = this.globParts.map((s, _, __) => {
            if (this.isWindows && this.windowsNoMagicRoot) {
              const isUNC = s[0] === '' && s[1] === '' && (s[2] === '?' || !globMagic.test(s[2])) && !globMagic.test(s[3]),
                isDrive = /^[a-z]:/i.test(s[0]);
              if (isUNC) return [...s.slice(0, 4), ...s.slice(4).map((ss) => this.parse(ss))];
              if (isDrive) return [s[0], ...s.slice(1).map((ss) => this.parse(ss))];
            }
            return s.map((ss) => this.parse(ss));
          });
          if ((this.debug(this.pattern, set), (this.set = set.filter((s) => s.indexOf(!1) === -1)), this.isWindows))
            for (let i = 0; i < this.set.length; i++) {
              const p = this.set[i];
              p[0] === '' &&
                p[1] === '' &&
                this.globParts[i][2] === '?' &&
                typeof p[3] == 'string' &&
                /^[a-z]:$/i.test(p[3]) &&
                (p[2] = '?');
            }
          this.debug(this.pattern, this.set);
        }
        preprocess(globParts) {
          if (this.options.noglobstar)
            for (const partset of globParts) for (let j = 0; j < partset.length; j++) partset[j] === '**' && (partset[j] = '*');
          const { optimizationLevel = 1 } = this.options;
          return (
            optimizationLevel >= 2
              ? ((globParts = this.firstPhasePreProcess(globParts)), (globParts = this.secondPhasePreProcess(globParts)))
              : optimizationLevel >= 1
                ? (globParts = this.levelOneOptimize(globParts))
                : (globParts = this.adjascentGlobstarOptimize(globParts)),
            globParts
          );
        }
        adjascentGlobstarOptimize(globParts) {
          return globParts.map((parts) => {
            let gs = -1;
            for (; (gs = parts.indexOf('**', gs + 1)) !== -1; ) {
              let i = gs;
              for (; parts[i + 1] === '**'; ) i++;
              i !== gs && parts.splice(gs, i - gs);
            }
            return parts;
          });
        }
        levelOneOptimize(globParts) {
          return globParts.map(
            (parts) => (
              (parts = parts.reduce((set, part) => {
                const prev = set[set.length - 1];
                return part === '**' && prev === '**'
                  ? set
                  : part === '..' && prev && prev !== '..' && prev !== '.' && prev !== '**'
                    ? (set.pop(), set)
                    : (set.push(part), set);
              }, [])),
              parts.length === 0 ? [''] : parts
            ),
          );
        }
        levelTwoFileOptimize(parts) {
          Array.isArray(parts) || (parts = this.slashSplit(parts));
          let didSomething = !1;
          do {
            if (((didSomething = !1), !this.preserveMultipleSlashes)) {
              for (let i = 1; i < parts.length - 1; i++) {
                const p = parts[i];
                (i === 1 && p === '' && parts[0] === '') || ((p === '.' || p === '') && ((didSomething = !0), parts.splice(i, 1), i--));
              }
              parts[0] === '.' && parts.length === 2 && (parts[1] === '.' || parts[1] === '') && ((didSomething = !0), parts.pop());
            }
            let dd = 0;
            for (; (dd = parts.indexOf('..', dd + 1)) !== -1; ) {
              const p = parts[dd - 1];
              p &&
                p !== '.' &&
                p !== '..' &&
                p !== '**' &&
                !(this.isWindows && /^[a-z]:$/i.test(p)) &&
                ((didSomething = !0), parts.splice(dd - 1, 2), (dd -= 2));
            }
          } while (didSomething);
          return parts.length === 0 ? [''] : parts;
        }
        firstPhasePreProcess(globParts) {
          let didSomething = !1;
          do {
            didSomething = !1;
            for (const parts of globParts) {
              let gs = -1;
              for (; (gs = parts.indexOf('**', gs + 1)) !== -1; ) {
                let gss = gs;
                for (; parts[gss + 1] === '**'; ) gss++;
                gss > gs && parts.splice(gs + 1, gss - gs);
                const next = parts[gs + 1],
                  p = parts[gs + 2],
                  p2 = parts[gs + 3];
                if (next !== '..' || !p || p === '.' || p === '..' || !p2 || p2 === '.' || p2 === '..') continue;
                (didSomething = !0), parts.splice(gs, 1);
                const other = parts.slice(0);
                (other[gs] = '**'), globParts.push(other), gs--;
              }
              if (!this.preserveMultipleSlashes) {
                for (let i = 1; i < parts.length - 1; i++) {
                  const p = parts[i];
                  (i === 1 && p === '' && parts[0] === '') || ((p === '.' || p === '') && ((didSomething = !0), parts.splice(i, 1), i--));
                }
                parts[0] === '.' && parts.length === 2 && (parts[1] === '.' || parts[1] === '') && ((didSomething = !0), parts.pop());
              }
              let dd = 0;
              for (; (dd = parts.indexOf('..', dd + 1)) !== -1; ) {
                const p = parts[dd - 1];
                if (p && p !== '.' && p !== '..' && p !== '**') {
                  didSomething = !0;
                  const splin = dd === 1 && parts[dd + 1] === '**' ? ['.'] : [];
                  parts.splice(dd - 1, 2, ...splin), parts.length === 0 && parts.push(''), (dd -= 2);
                }
              }
            }
          } while (didSomething);
          return globParts;
        }
        secondPhasePreProcess(globParts) {
          for (let i = 0; i < globParts.length - 1; i++)
            for (let j = i + 1; j < globParts.length; j++) {
              const matched = this.partsMatch(globParts[i], globParts[j], !this.preserveMultipleSlashes);
              if (matched) {
                (globParts[i] = []), (globParts[j] = matched);
                break;
              }
            }
          return globParts.filter((gs) => gs.length);
        }
        partsMatch(a, b, emptyGSMatch = !1) {
          let ai = 0,
            bi = 0,
            result = [],
            which = '';
          for (; ai < a.length && bi < b.length; )
            if (a[ai] === b[bi]) result.push(which === 'b' ? b[bi] : a[ai]), ai++, bi++;
            else if (emptyGSMatch && a[ai] === '**' && b[bi] === a[ai + 1]) result.push(a[ai]), ai++;
            else if (emptyGSMatch && b[bi] === '**' && a[ai] === b[bi + 1]) result.push(b[bi]), bi++;
            else if (a[ai] === '*' && b[bi] && (this.options.dot || !b[bi].startsWith('.')) && b[bi] !== '**') {
              if (which === 'b') return !1;
              (which = 'a'), result.push(a[ai]), ai++, bi++;
            } else if (b[bi] === '*' && a[ai] && (this.options.dot || !a[ai].startsWith('.')) && a[ai] !== '**') {
              if (which === 'a') return !1;
              (which = 'b'), result.push(b[bi]), ai++, bi++;
            } else return !1;
          return a.length === b.length && result;
        }
        parseNegate() {
          if (this.nonegate) return;
          let pattern = this.pattern,
            negate = !1,
            negateOffset = 0;
          for (let i = 0; i < pattern.length && pattern.charAt(i) === '!'; i++) (negate = !negate), negateOffset++;
          negateOffset && (this.pattern = pattern.slice(negateOffset)), (this.negate = negate);
        }
        matchOne(file, pattern, partial = !1) {
          let fileStartIndex = 0,
            patternStartIndex = 0;
          if (this.isWindows) {
            const fileDrive = typeof file[0] == 'string' && /^[a-z]:$/i.test(file[0]),
              fileUNC = !fileDrive && file[0] === '' && file[1] === '' && file[2] === '?' && /^[a-z]:$/i.test(file[3]),
              patternDrive = typeof pattern[0] == 'string' && /^[a-z]:$/i.test(pattern[0]),
              patternUNC =
                !patternDrive &&
                pattern[0] === '' &&
                pattern[1] === '' &&
                pattern[2] === '?' &&
                typeof pattern[3] == 'string' &&
                /^[a-z]:$/i.test(pattern[3]),
              fdi = fileUNC ? 3 : fileDrive ? 0 : void 0,
              pdi = patternUNC ? 3 : patternDrive ? 0 : void 0;
            if (typeof fdi == 'number' && typeof pdi == 'number') {
              const [fd, pd] = [file[fdi], pattern[pdi]];
              fd.toLowerCase() === pd.toLowerCase() && ((pattern[pdi] = fd), (patternStartIndex = pdi), (fileStartIndex = fdi));
            }
          }
          const { optimizationLevel = 1 } = this.options;
          return (
            optimizationLevel >= 2 && (file = this.levelTwoFileOptimize(file)),
            pattern.includes(exports2.GLOBSTAR)
              ? this.#matchGlobstar(file, pattern, partial, fileStartIndex, patternStartIndex)
              : this.#matchOne(file, pattern, partial, fileStartIndex, patternStartIndex)
          );
        }
        #matchGlobstar(file, pattern, partial, fileIndex, patternIndex) {
          const firstgs = pattern.indexOf(exports2.GLOBSTAR, patternIndex),
            lastgs = pattern.lastIndexOf(exports2.GLOBSTAR),
            [head, body, tail] = partial
              ? [pattern.slice(patternIndex, firstgs), pattern.slice(firstgs + 1), []]
              : [pattern.slice(patternIndex, firstgs), pattern.slice(firstgs + 1, lastgs), pattern.slice(lastgs + 1)];
          if (head.length) {
            const fileHead = file.slice(fileIndex, fileIndex + head.length);
            if (!this.#matchOne(fileHead, head, partial, 0, 0)) return !1;
            (fileIndex += head.length), (patternIndex += head.length);
          }
          let fileTailMatch = 0;
          if (tail.length) {
            if (tail.length + fileIndex > file.length) return !1;
            let tailStart = file.length - tail.length;
            if (this.#matchOne(file, tail, partial, tailStart, 0)) fileTailMatch = tail.length;
            else {
              if (
                file[file.length - 1] !== '' ||
                fileIndex + tail.length === file.length ||
                (tailStart--, !this.#matchOne(file, tail, partial, tailStart, 0))
              )
                return !1;
              fileTailMatch = tail.length + 1;
            }
          }
          if (!body.length) {
            let sawSome = !!fileTailMatch;
            for (let i2 = fileIndex; i2 < file.length - fileTailMatch; i2++) {
              const f = String(file[i2]);
              if (((sawSome = !0), f === '.' || f === '..' || (!this.options.dot && f.startsWith('.')))) return !1;
            }
            return partial || sawSome;
          }
          let bodySegments = [[[], 0]],
            currentBody = bodySegments[0],
            nonGsParts = 0,
            nonGsPartsSums = [0];
          for (const b of body)
            b === exports2.GLOBSTAR
              ? (nonGsPartsSums.push(nonGsParts), (currentBody = [[], 0]), bodySegments.push(currentBody))
              : (currentBody[0].push(b), nonGsParts++);
          let i = bodySegments.length - 1,
            fileLength = file.length - fileTailMatch;
          for (const b of bodySegments) b[1] = fileLength - (nonGsPartsSums[i--] + b[0].length);
          return !!this.#matchGlobStarBodySections(file, bodySegments, fileIndex, 0, partial, 0, !!fileTailMatch);
        }
        #matchGlobStarBodySections(file, bodySegments, fileIndex, bodyIndex, partial, globStarDepth, sawTail) {
          const bs = bodySegments[bodyIndex];
          if (!bs) {
            for (let i = fileIndex; i < file.length; i++) {
              sawTail = !0;
              const f = file[i];
              if (f === '.' || f === '..' || (!this.options.dot && f.startsWith('.'))) return !1;
            }
            return sawTail;
          }
          const [body, after2] = bs;
          for (; fileIndex <= after2; ) {
            if (
              this.#matchOne(file.slice(0, fileIndex + body.length), body, partial, fileIndex, 0) &&
              globStarDepth < this.maxGlobstarRecursion
            ) {
              const sub = this.#matchGlobStarBodySections(
                file,
                bodySegments,
                fileIndex + body.length,
                bodyIndex + 1,
                partial,
                globStarDepth + 1,
                sawTail,
              );
              if (sub !== !1) return sub;
            }
            const f = file[fileIndex];
            if (f === '.' || f === '..' || (!this.options.dot && f.startsWith('.'))) return !1;
            fileIndex++;
          }
          return partial || null;
        }
        #matchOne(file, pattern, partial, fileIndex, patternIndex) {
          let fi, pi, pl, fl;
          for (fi = fileIndex, pi = patternIndex, fl = file.length, pl = pattern.length; fi < fl && pi < pl; fi++, pi++) {
            this.debug('matchOne loop');
            const p = pattern[pi],
              f = file[fi];
            if ((this.debug(pattern, p, f), p === !1 || p === exports2.GLOBSTAR)) return !1;
            let hit;
            if (
              (typeof p == 'string'
                ? ((hit = f === p), this.debug('string match', p, f, hit))
                : ((hit = p.test(f)), this.debug('pattern match', p, f, hit)),
              !hit)
            )
              return !1;
          }
          if (fi === fl && pi === pl) return !0;
          if (fi === fl) return partial;
          if (pi === pl) return fi === fl - 1 && file[fi] === '';
          throw new Error('wtf?');
        }
        braceExpand() {
          return (0, exports2.braceExpand)(this.pattern, this.options);
        }
        parse(pattern) {
          (0, assert_valid_pattern_js_1.assertValidPattern)(pattern);
          const options = this.options;
          if (pattern === '**') return exports2.GLOBSTAR;
          if (pattern === '') return '';
          let m,
            fastTest = null;
          (m = pattern.match(starRE))
            ? (fastTest = options.dot ? starTestDot : starTest)
            : (m = pattern.match(starDotExtRE))
              ? (fastTest = (
                  options.nocase
                    ? options.dot
                      ? starDotExtTestNocaseDot
                      : starDotExtTestNocase
                    : options.dot
                      ? starDotExtTestDot
                      : starDotExtTest
                )(m[1]))
              : (m = pattern.match(qmarksRE))
                ? (fastTest = (
                    options.nocase ? (options.dot ? qmarksTestNocaseDot : qmarksTestNocase) : options.dot ? qmarksTestDot : qmarksTest
                  )(m))
                : (m = pattern.match(starDotStarRE))
                  ? (fastTest = options.dot ? starDotStarTestDot : starDotStarTest)
                  : (m = pattern.match(dotStarRE)) && (fastTest = dotStarTest);
          const re = ast_js_1.AST.fromGlob(pattern, this.options).toMMPattern();
          return fastTest && typeof re == 'object' && Reflect.defineProperty(re, 'test', { value: fastTest }), re;
        }
        makeRe() {
          if (this.regexp || this.regexp === !1) return this.regexp;
          const set = this.set;
          if (!set.length) return (this.regexp = !1), this.regexp;
          let options = this.options,
            twoStar = options.noglobstar ? star : options.dot ? twoStarDot : twoStarNoDot,
            flags = new Set(options.nocase ? ['i'] : []),
            re = set
              .map((pattern) => {
                const pp = pattern.map((p) => {
                  if (p instanceof RegExp) for (const f of p.flags.split('')) flags.add(f);
                  return typeof p == 'string' ? regExpEscape(p) : p === exports2.GLOBSTAR ? exports2.GLOBSTAR : p._src;
                });
                pp.forEach((p, i) => {
                  const next = pp[i + 1],
                    prev = pp[i - 1];
                  p !== exports2.GLOBSTAR ||
                    prev === exports2.GLOBSTAR ||
                    (prev === void 0
                      ? next !== void 0 && next !== exports2.GLOBSTAR
                        ? (pp[i + 1] = '(?:\\/|' + twoStar + '\\/)?' + next)
                        : (pp[i] = twoStar)
                      : next === void 0
                        ? (pp[i - 1] = prev + '(?:\\/|\\/' + twoStar + ')?')
                        : next !== exports2.GLOBSTAR &&
                          ((pp[i - 1] = prev + '(?:\\/|\\/' + twoStar + '\\/)' + next), (pp[i + 1] = exports2.GLOBSTAR)));
                });
                const filtered = pp.filter((p) => p !== exports2.GLOBSTAR);
                if (this.partial && filtered.length >= 1) {
                  const prefixes = [];
                  for (let i = 1; i <= filtered.length; i++) prefixes.push(filtered.slice(0, i).join('/'));
                  return '(?:' + prefixes.join('|') + ')';
                }
                return filtered.join('/');
              })
              .join('|'),
            [open, close] = set.length > 1 ? ['(?:', ')'] : ['', ''];
          (re = '^' + open + re + close + '$'),
            this.partial && (re = '^(?:\\/|' + open + re.slice(1, -1) + close + ')$'),
            this.negate && (re = '^(?!' + re + ').+$');
          try {
            this.regexp = new RegExp(re, [...flags].join(''));
          } catch {
            this.regexp = !1;
          }
          return this.regexp;
        }
        slashSplit(p) {
          return this.preserveMultipleSlashes
            ? p.split('/')
            : this.isWindows && /^\/\/[^/]+/.test(p)
              ? ['', ...p.split(/\/+/)]
              : p.split(/\/+/);
        }
        match(f, partial = this.partial) {
          if ((this.debug('match', f, this.pattern), this.comment)) return !1;
          if (this.empty) return f === '';
          if (f === '/' && partial) return !0;
          const options = this.options;
          this.isWindows && (f = f.split('\\').join('/'));
          const ff = this.slashSplit(f);
          this.debug(this.pattern, 'split', ff);
          const set = this.set;
          this.debug(this.pattern, 'set', set);
          let filename = ff[ff.length - 1];
          if (!filename) for (let i = ff.length - 2; !filename && i >= 0; i--) filename = ff[i];
          for (const pattern of set) {
            let file = ff;
            if ((options.matchBase && pattern.length === 1 && (file = [filename]), this.matchOne(file, pattern, partial)))
              return options.flipNegate ? !0 : !this.negate;
          }
          return options.flipNegate ? !1 : this.negate;
        }
        static defaults(def) {
          return exports2.minimatch.defaults(def).Minimatch;
        }
      };
    exports2.Minimatch = Minimatch;
    var ast_js_2 = require_ast();
    Object.defineProperty(exports2, 'AST', { enumerable: !0, get: () => ast_js_2.AST });
    var escape_js_2 = require_escape();
    Object.defineProperty(exports2, 'escape', { enumerable: !0, get: () => escape_js_2.escape });
    var unescape_js_2 = require_unescape();
    Object.defineProperty(exports2, 'unescape', { enumerable: !0, get: () => unescape_js_2.unescape });
    exports2.minimatch.AST = ast_js_1.AST;
    exports2.minimatch.Minimatch = Minimatch;
    exports2.minimatch.escape = escape_js_1.escape;
    exports2.minimatch.unescape = unescape_js_1.unescape;
  },
});
var require_constants = __commonJS({
  'node_modules/picomatch/lib/constants.js'(exports2, module2) {
    'use strict';
    var WIN_NO_SLASH = '[^\\\\/]',
      ONE_CHAR = '(?=.)',
      QMARK = '[^/]',
      END_ANCHOR = '(?:\\/|$)',
      START_ANCHOR = '(?:^|\\/)',
      DOTS_SLASH = `\\.{1,2}${END_ANCHOR}`,
      NO_DOT = '(?!\\.)',
      NO_DOTS = `(?!${START_ANCHOR}${DOTS_SLASH})`,
      NO_DOT_SLASH = `(?!\\.{0,1}${END_ANCHOR})`,
      NO_DOTS_SLASH = `(?!${DOTS_SLASH})`,
      QMARK_NO_DOT = '[^.\\/]',
      STAR = `${QMARK}*?`,
      SEP = '/',
      POSIX_CHARS = {
        DOT_LITERAL: '\\.',
        PLUS_LITERAL: '\\+',
        QMARK_LITERAL: '\\?',
        SLASH_LITERAL: '\\/',
        ONE_CHAR,
        QMARK,
        END_ANCHOR,
        DOTS_SLASH,
        NO_DOT,
        NO_DOTS,
        NO_DOT_SLASH,
        NO_DOTS_SLASH,
        QMARK_NO_DOT,
        STAR,
        START_ANCHOR,
        SEP,
      },
      WINDOWS_CHARS = {
        ...POSIX_CHARS,
        SLASH_LITERAL: '[\\\\/]',
        QMARK: WIN_NO_SLASH,
        STAR: `${WIN_NO_SLASH}*?`,
        DOTS_SLASH: '\\.{1,2}(?:[\\\\/]|$)',
        NO_DOT: '(?!\\.)',
        NO_DOTS: '(?!(?:^|[\\\\/])\\.{1,2}(?:[\\\\/]|$))',
        NO_DOT_SLASH: '(?!\\.{0,1}(?:[\\\\/]|$))',
        NO_DOTS_SLASH: '(?!\\.{1,2}(?:[\\\\/]|$))',
        QMARK_NO_DOT: '[^.\\\\/]',
        START_ANCHOR: '(?:^|[\\\\/])',
        END_ANCHOR: '(?:[\\\\/]|$)',
        SEP: '\\',
      },
      POSIX_REGEX_SOURCE = {
        __proto__: null,
        alnum: 'a-zA-Z0-9',
        alpha: 'a-zA-Z',
        ascii: '\\x00-\\x7F',
        blank: ' \\t',
        cntrl: '\\x00-\\x1F\\x7F',
        digit: '0-9',
        graph: '\\x21-\\x7E',
        lower: 'a-z',
        print: '\\x20-\\x7E ',
        punct: '\\-!"#$%&\'()\\*+,./:;<=>?@[\\]^_`{|}~',
        space: ' \\t\\r\\n\\v\\f',
        upper: 'A-Z',
        word: 'A-Za-z0-9_',
        xdigit: 'A-Fa-f0-9',
      };
    module2.exports = {
      DEFAULT_MAX_EXTGLOB_RECURSION: 0,
      MAX_LENGTH: 1024 * 64,
      POSIX_REGEX_SOURCE,
      REGEX_BACKSLASH: /\\(?![*+?^${}(|)[\]])/g,
      REGEX_NON_SPECIAL_CHARS: /^[^@![\].,$*+?^{}()|\\/]+/,
      REGEX_SPECIAL_CHARS: /[-*+?.^${}(|)[\]]/,
      REGEX_SPECIAL_CHARS_BACKREF: /(\\?)((\W)(\3*))/g,
      REGEX_SPECIAL_CHARS_GLOBAL: /([-*+?.^${}(|)[\]])/g,
      REGEX_REMOVE_BACKSLASH: /(?:\[.*?[^\\]\]|\\(?=.))/g,
      REPLACEMENTS: { __proto__: null, '***': '*', '**/**': '**', '**/**/**': '**' },
      CHAR_0: 48,
      CHAR_9: 57,
      CHAR_UPPERCASE_A: 65,
      CHAR_LOWERCASE_A: 97,
      CHAR_UPPERCASE_Z: 90,
      CHAR_LOWERCASE_Z: 122,
      CHAR_LEFT_PARENTHESES: 40,
      CHAR_RIGHT_PARENTHESES: 41,
      CHAR_ASTERISK: 42,
      CHAR_AMPERSAND: 38,
      CHAR_AT: 64,
      CHAR_BACKWARD_SLASH: 92,
      CHAR_CARRIAGE_RETURN: 13,
      CHAR_CIRCUMFLEX_ACCENT: 94,
      CHAR_COLON: 58,
      CHAR_COMMA: 44,
      CHAR_DOT: 46,
      CHAR_DOUBLE_QUOTE: 34,
      CHAR_EQUAL: 61,
      CHAR_EXCLAMATION_MARK: 33,
      CHAR_FORM_FEED: 12,
      CHAR_FORWARD_SLASH: 47,
      CHAR_GRAVE_ACCENT: 96,
      CHAR_HASH: 35,
      CHAR_HYPHEN_MINUS: 45,
      CHAR_LEFT_ANGLE_BRACKET: 60,
      CHAR_LEFT_CURLY_BRACE: 123,
      CHAR_LEFT_SQUARE_BRACKET: 91,
      CHAR_LINE_FEED: 10,
      CHAR_NO_BREAK_SPACE: 160,
      CHAR_PERCENT: 37,
      CHAR_PLUS: 43,
      CHAR_QUESTION_MARK: 63,
      CHAR_RIGHT_ANGLE_BRACKET: 62,
      CHAR_RIGHT_CURLY_BRACE: 125,
      CHAR_RIGHT_SQUARE_BRACKET: 93,
      CHAR_SEMICOLON: 59,
      CHAR_SINGLE_QUOTE: 39,
      CHAR_SPACE: 32,
      CHAR_TAB: 9,
      CHAR_UNDERSCORE: 95,
      CHAR_VERTICAL_LINE: 124,
      CHAR_ZERO_WIDTH_NOBREAK_SPACE: 65279,
      extglobChars(chars) {
        return {
          '!': { type: 'negate', open: '(?:(?!(?:', close: `))${chars.STAR})` },
          '?': { type: 'qmark', open: '(?:', close: ')?' },
          '+': { type: 'plus', open: '(?:', close: ')+' },
          '*': { type: 'star', open: '(?:', close: ')*' },
          '@': { type: 'at', open: '(?:', close: ')' },
        };
      },
      globChars(win32) {
        return win32 === !0 ? WINDOWS_CHARS : POSIX_CHARS;
      },
    };
  },
});
var require_utils2 = __commonJS({
  'node_modules/picomatch/lib/utils.js'(exports2) {
    'use strict';
    var { REGEX_BACKSLASH, REGEX_REMOVE_BACKSLASH, REGEX_SPECIAL_CHARS, REGEX_SPECIAL_CHARS_GLOBAL } = require_constants();
    exports2.isObject = (val) => val !== null && typeof val == 'object' && !Array.isArray(val);
    exports2.hasRegexChars = (str) => REGEX_SPECIAL_CHARS.test(str);
    exports2.isRegexChar = (str) => str.length === 1 && exports2.hasRegexChars(str);
    exports2.escapeRegex = (str) => str.replace(REGEX_SPECIAL_CHARS_GLOBAL, '\\$1');
    exports2.toPosixSlashes = (str) => str.replace(REGEX_BACKSLASH, '/');
    exports2.isWindows = () => {
      if (typeof navigator < 'u' && navigator.platform) {
        const platform = navigator.platform.toLowerCase();
        return platform === 'win32' || platform === 'windows';
      }
      return typeof process < 'u' && process.platform ? process.platform === 'win32' : !1;
    };
    exports2.removeBackslashes = (str) => str.replace(REGEX_REMOVE_BACKSLASH, (match) => (match === '\\' ? '' : match));
    exports2.escapeLast = (input, char, lastIdx) => {
      const idx = input.lastIndexOf(char, lastIdx);
      return idx === -1
        ? input
        : input[idx - 1] === '\\'
          ? exports2.escapeLast(input, char, idx - 1)
          : `${input.slice(0, idx)}\\${input.slice(idx)}`;
    };
    exports2.removePrefix = (input, state = {}) => {
      let output = input;
      return output.startsWith('./') && ((output = output.slice(2)), (state.prefix = './')), output;
    };
    exports2.wrapOutput = (input, state = {}, options = {}) => {
      let prepend = options.contains ? '' : '^',
        append = options.contains ? '' : '$',
        output = `${prepend}(?:${input})${append}`;
      return state.negated === !0 && (output = `(?:^(?!${output}).*$)`), output;
    };
    exports2.basename = (path, { windows } = {}) => {
      const segs = path.split(windows ? /[\\/]/ : '/'),
        last = segs[segs.length - 1];
      return last === '' ? segs[segs.length - 2] : last;
    };
  },
});
var require_scan = __commonJS({
  'node_modules/picomatch/lib/scan.js'(exports2, module2) {
    'use strict';
    var utils = require_utils2(),
      {
        CHAR_ASTERISK,
        CHAR_AT,
        CHAR_BACKWARD_SLASH,
        CHAR_COMMA,
        CHAR_DOT,
        CHAR_EXCLAMATION_MARK,
        CHAR_FORWARD_SLASH,
        CHAR_LEFT_CURLY_BRACE,
        CHAR_LEFT_PARENTHESES,
        CHAR_LEFT_SQUARE_BRACKET,
        CHAR_PLUS,
        CHAR_QUESTION_MARK,
        CHAR_RIGHT_CURLY_BRACE,
        CHAR_RIGHT_PARENTHESES,
        CHAR_RIGHT_SQUARE_BRACKET,
      } = require_constants(),
      isPathSeparator = (code) => code === CHAR_FORWARD_SLASH || code === CHAR_BACKWARD_SLASH,
      depth = (token) => {
        token.isPrefix !== !0 && (token.depth = token.isGlobstar ? 1 / 0 : 1);
      },
      scan = (input, options) => {
        let opts = options || {},
          length = input.length - 1,
          scanToEnd = opts.parts === !0 || opts.tokens === !0 || opts.scanToEnd === !0,
          slashes = [],
          tokens = [],
          parts = [],
          str = input,
          index = -1,
          start = 0,
          lastIndex = 0,
          isBrace = !1,
          isBracket = !1,
          isGlob = !1,
          isExtglob = !1,
          isGlobstar = !1,
          braceEscaped = !1,
          backslashes = !1,
          negated = !1,
          negatedExtglob = !1,
          finished = !1,
          braces = 0,
          prev,
          code,
          token = { value: '', depth: 0, isGlob: !1 },
          eos = () => index >= length,
          peek = () => str.charCodeAt(index + 1),
          advance = () => ((prev = code), str.charCodeAt(++index));
        for (; index < length; ) {
          code = advance();
          let next;
          if (code === CHAR_BACKWARD_SLASH) {
            (backslashes = token.backslashes = !0), (code = advance()), code === CHAR_LEFT_CURLY_BRACE && (braceEscaped = !0);
            continue;
          }
          if (braceEscaped === !0 || code === CHAR_LEFT_CURLY_BRACE) {
            for (braces++; eos() !== !0 && (code = advance()); ) {
              if (code === CHAR_BACKWARD_SLASH) {
                (backslashes = token.backslashes = !0), advance();
                continue;
              }
              if (code === CHAR_LEFT_CURLY_BRACE) {
                braces++;
                continue;
              }
              if (braceEscaped !== !0 && code === CHAR_DOT && (code = advance()) === CHAR_DOT) {
                if (((isBrace = token.isBrace = !0), (isGlob = token.isGlob = !0), (finished = !0), scanToEnd === !0)) continue;
                break;
              }
              if (braceEscaped !== !0 && code === CHAR_COMMA) {
                if (((isBrace = token.isBrace = !0), (isGlob = token.isGlob = !0), (finished = !0), scanToEnd === !0)) continue;
                break;
              }
              if (code === CHAR_RIGHT_CURLY_BRACE && (braces--, braces === 0)) {
                (braceEscaped = !1), (isBrace = token.isBrace = !0), (finished = !0);
                break;
              }
            }
            if (scanToEnd === !0) continue;
            break;
          }
          if (code === CHAR_FORWARD_SLASH) {
            if ((slashes.push(index), tokens.push(token), (token = { value: '', depth: 0, isGlob: !1 }), finished === !0)) continue;
            if (prev === CHAR_DOT && index === start + 1) {
              start += 2;
              continue;
            }
            lastIndex = index + 1;
            continue;
          }
          if (
            opts.noext !== !0 &&
            (code === CHAR_PLUS ||
              code === CHAR_AT ||
              code === CHAR_ASTERISK ||
              code === CHAR_QUESTION_MARK ||
              code === CHAR_EXCLAMATION_MARK) === !0 &&
            peek() === CHAR_LEFT_PARENTHESES
          ) {
            if (
              ((isGlob = token.isGlob = !0),
              (isExtglob = token.isExtglob = !0),
              (finished = !0),
              code === CHAR_EXCLAMATION_MARK && index === start && (negatedExtglob = !0),
              scanToEnd === !0)
            ) {
              let parens = 0;
              for (; eos() !== !0 && (code = advance()); ) {
                if (code === CHAR_BACKWARD_SLASH) {
                  (backslashes = token.backslashes = !0), advance();
                  continue;
                }
                if (code === CHAR_LEFT_PARENTHESES) {
                  parens++;
                  continue;
                }
                if (code === CHAR_RIGHT_PARENTHESES && --parens === 0) {
                  finished = !0;
                  break;
                }
              }
              continue;
            }
            break;
          }
          if (code === CHAR_ASTERISK) {
            if (
              (prev === CHAR_ASTERISK && (isGlobstar = token.isGlobstar = !0),
              (isGlob = token.isGlob = !0),
              (finished = !0),
              scanToEnd === !0)
            )
              continue;
            break;
          }
          if (code === CHAR_QUESTION_MARK) {
            if (((isGlob = token.isGlob = !0), (finished = !0), scanToEnd === !0)) continue;
            break;
          }
          if (code === CHAR_LEFT_SQUARE_BRACKET) {
            for (; eos() !== !0 && (next = advance()); ) {
              if (next === CHAR_BACKWARD_SLASH) {
                (backslashes = token.backslashes = !0), advance();
                continue;
              }
              if (next === CHAR_RIGHT_SQUARE_BRACKET) {
                (isBracket = token.isBracket = !0), (isGlob = token.isGlob = !0), (finished = !0);
                break;
              }
            }
            if (scanToEnd === !0) continue;
            break;
          }
          if (opts.nonegate !== !0 && code === CHAR_EXCLAMATION_MARK && index === start) {
            (negated = token.negated = !0), start++;
            continue;
          }
          if (opts.noparen !== !0 && code === CHAR_LEFT_PARENTHESES) {
            if (((isGlob = token.isGlob = !0), scanToEnd === !0)) {
              let parens = 1;
              for (; eos() !== !0 && (code = advance()); ) {
                if (code === CHAR_BACKWARD_SLASH) {
                  (backslashes = token.backslashes = !0), advance();
                  continue;
                }
                if (code === CHAR_LEFT_PARENTHESES) {
                  parens++;
                  continue;
                }
                if (code === CHAR_RIGHT_PARENTHESES && --parens === 0) {
                  finished = !0;
                  break;
                }
              }
              continue;
            }
            break;
          }
          if (isGlob === !0) {
            if (((finished = !0), scanToEnd === !0)) continue;
            break;
          }
        }
        opts.noext === !0 && ((isExtglob = !1), (isGlob = !1));
        let base = str,
          prefix = '',
          glob = '';
        start > 0 && ((prefix = str.slice(0, start)), (str = str.slice(start)), (lastIndex -= start)),
          base && isGlob === !0 && lastIndex > 0
            ? ((base = str.slice(0, lastIndex)), (glob = str.slice(lastIndex)))
            : isGlob === !0
              ? ((base = ''), (glob = str))
              : (base = str),
          base &&
            base !== '' &&
            base !== '/' &&
            base !== str &&
            isPathSeparator(base.charCodeAt(base.length - 1)) &&
            (base = base.slice(0, -1)),
          opts.unescape === !0 &&
            (glob && (glob = utils.removeBackslashes(glob)), base && backslashes === !0 && (base = utils.removeBackslashes(base)));
        const state = { prefix, input, start, base, glob, isBrace, isBracket, isGlob, isExtglob, isGlobstar, negated, negatedExtglob };
        if (
          (opts.tokens === !0 && ((state.maxDepth = 0), isPathSeparator(code) || tokens.push(token), (state.tokens = tokens)),
          opts.parts === !0 || opts.tokens === !0)
        ) {
          let prevIndex;
          for (let idx = 0; idx < slashes.length; idx++) {
            const n2 = prevIndex !== void 0 ? prevIndex + 1 : start,
              i = slashes[idx],
              value2 = input.slice(n2, i);
            opts.tokens &&
              (idx === 0 && start !== 0 ? ((tokens[idx].isPrefix = !0), (tokens[idx].value = prefix)) : (tokens[idx].value = value2),
              depth(tokens[idx]),
              (state.maxDepth += tokens[idx].depth)),
              i >= start && (parts.push(value2), (prevIndex = i));
          }
          const n = prevIndex !== void 0 ? prevIndex + 1 : start,
            value = input.slice(n);
          parts.push(value),
            opts.tokens &&
              prevIndex &&
              prevIndex + 1 < input.length &&
              ((tokens[tokens.length - 1].value = value),
              depth(tokens[tokens.length - 1]),
              (state.maxDepth += tokens[tokens.length - 1].depth)),
            (state.slashes = slashes),
            (state.parts = parts);
        }
        return state;
      };
    module2.exports = scan;
  },
});
var require_parse = __commonJS({
  'node_modules/picomatch/lib/parse.js'(exports2, module2) {
    'use strict';
    var constants = require_constants(),
      utils = require_utils2(),
      { MAX_LENGTH, POSIX_REGEX_SOURCE, REGEX_NON_SPECIAL_CHARS, REGEX_SPECIAL_CHARS_BACKREF, REPLACEMENTS } = constants,
      expandRange = (args, options) => {
        if (typeof options.expandRange == 'function') return options.expandRange(...args, options);
        args.sort();
        const value = `[${args.join('-')}]`;
        try {
          new RegExp(value);
        } catch {
          return args.map((v) => utils.escapeRegex(v)).join('..');
        }
        return value;
      },
      syntaxError = (type, char) => `Missing ${type}: "${char}" - use "\\\\${char}" to match literal characters`,
      splitTopLevel = (input) => {
        let parts = [],
          bracket = 0,
          paren = 0,
          quote = 0,
          value = '',
          escaped = !1;
        for (const ch of input) {
          if (escaped === !0) {
            (value += ch), (escaped = !1);
            continue;
          }
          if (ch === '\\') {
            (value += ch), (escaped = !0);
            continue;
          }
          if (ch === '"') {
            (quote = quote === 1 ? 0 : 1), (value += ch);
            continue;
          }
          if (quote === 0) {
            if (ch === '[') bracket++;
            else if (ch === ']' && bracket > 0) bracket--;
            else if (bracket === 0) {
              if (ch === '(') paren++;
              else if (ch === ')' && paren > 0) paren--;
              else if (ch === '|' && paren === 0) {
                parts.push(value), (value = '');
                continue;
              }
            }
          }
          value += ch;
        }
        return parts.push(value), parts;
      },
      isPlainBranch = (branch) => {
        let escaped = !1;
        for (const ch of branch) {
          if (escaped === !0) {
            escaped = !1;
            continue;
          }
          if (ch === '\\') {
            escaped = !0;
            continue;
          }
          if (/[?*+@!()[\]{}]/.test(ch)) return !1;
        }
        return !0;
      },
      normalizeSimpleBranch = (branch) => {
        let value = branch.trim(),
          changed = !0;
        for (; changed === !0; ) (changed = !1), /^@\([^\\()[\]{}|]+\)$/.test(value) && ((value = value.slice(2, -1)), (changed = !0));
        if (isPlainBranch(value)) return value.replace(/\\(.)/g, '$1');
      },
      hasRepeatedCharPrefixOverlap = (branches) => {
        const values = branches.map(normalizeSimpleBranch).filter(Boolean);
        for (let i = 0; i < values.length; i++)
          for (let j = i + 1; j < values.length; j++) {
            const a = values[i],
              b = values[j],
              char = a[0];
            if (!(!char || a !== char.repeat(a.length) || b !== char.repeat(b.length)) && (a === b || a.startsWith(b) || b.startsWith(a)))
              return !0;
          }
        return !1;
      },
      parseRepeatedExtglob = (pattern, requireEnd = !0) => {
        if ((pattern[0] !== '+' && pattern[0] !== '*') || pattern[1] !== '(') return;
        let bracket = 0,
          paren = 0,
          quote = 0,
          escaped = !1;
        for (let i = 1; i < pattern.length; i++) {
          const ch = pattern[i];
          if (escaped === !0) {
            escaped = !1;
            continue;
          }
          if (ch === '\\') {
            escaped = !0;
            continue;
          }
          if (ch === '"') {
            quote = quote === 1 ? 0 : 1;
            continue;
          }
          if (quote !== 1) {
            if (ch === '[') {
              bracket++;
              continue;
            }
            if (ch === ']' && bracket > 0) {
              bracket--;
              continue;
            }
            if (!(bracket > 0)) {
              if (ch === '(') {
                paren++;
                continue;
              }
              if (ch === ')' && (paren--, paren === 0))
                return requireEnd === !0 && i !== pattern.length - 1 ? void 0 : { type: pattern[0], body: pattern.slice(2, i), end: i };
            }
          }
        }
      },
      buildCharClassStar = (chars) =>
        `${chars.length === 1 ? utils.escapeRegex(chars[0]) : `[${chars.map((ch) => utils.escapeRegex(ch)).join('')}]`}*`,
      getStarExtglobSequenceChars = (pattern) => {
        let index = 0,
          chars = [];
        for (; index < pattern.length; ) {
          const match = parseRepeatedExtglob(pattern.slice(index), !1);
          if (!match || match.type !== '*') return;
          const branches = splitTopLevel(match.body).map((branch2) => branch2.trim());
          if (branches.length !== 1) return;
          const branch = normalizeSimpleBranch(branches[0]);
          if (!branch || branch.length !== 1) return;
          chars.push(branch), (index += match.end + 1);
        }
        if (!(chars.length < 1)) return chars;
      },
      repeatedExtglobRecursion = (pattern) => {
        let depth = 0,
          value = pattern.trim(),
          match = parseRepeatedExtglob(value);
        for (; match; ) depth++, (value = match.body.trim()), (match = parseRepeatedExtglob(value));
        return depth;
      },
      analyzeRepeatedExtglob = (body, options) => {
        if (options.maxExtglobRecursion === !1) return { risky: !1 };
        const max = typeof options.maxExtglobRecursion == 'number' ? options.maxExtglobRecursion : constants.DEFAULT_MAX_EXTGLOB_RECURSION,
          branches = splitTopLevel(body).map((branch) => branch.trim());
        if (
          branches.length > 1 &&
          (branches.some((branch) => branch === '') ||
            branches.some((branch) => /^[*?]+$/.test(branch)) ||
            hasRepeatedCharPrefixOverlap(branches))
        )
          return { risky: !0 };
        let safeChars = [],
          sawStarSequence = !1,
          combinable = !0;
        for (const branch of branches) {
          const chars = getStarExtglobSequenceChars(branch);
          if (chars) {
            (sawStarSequence = !0), safeChars.push(...chars);
            continue;
          }
          const literal = normalizeSimpleBranch(branch);
          if (literal && literal.length === 1) {
            safeChars.push(literal);
            continue;
          }
          if (((combinable = !1), repeatedExtglobRecursion(branch) > max)) return { risky: !0 };
        }
        return sawStarSequence
          ? combinable
            ? { risky: !0, safeOutput: buildCharClassStar([...new Set(safeChars)]) }
            : { risky: !0 }
          : { risky: !1 };
      },
      parse2 = (input, options) => {
        if (typeof input != 'string') throw new TypeError('Expected a string');
        input = REPLACEMENTS[input] || input;
        let opts = { ...options },
          max = typeof opts.maxLength == 'number' ? Math.min(MAX_LENGTH, opts.maxLength) : MAX_LENGTH,
          len = input.length;
        if (len > max) throw new SyntaxError(`Input length: ${len}, exceeds maximum allowed length: ${max}`);
        let bos = { type: 'bos', value: '', output: opts.prepend || '' },
          tokens = [bos],
          capture = opts.capture ? '' : '?:',
          PLATFORM_CHARS = constants.globChars(opts.windows),
          EXTGLOB_CHARS = constants.extglobChars(PLATFORM_CHARS),
          {
            DOT_LITERAL,
            PLUS_LITERAL,
            SLASH_LITERAL,
            ONE_CHAR,
            DOTS_SLASH,
            NO_DOT,
            NO_DOT_SLASH,
            NO_DOTS_SLASH,
            QMARK,
            QMARK_NO_DOT,
            STAR,
            START_ANCHOR,
          } = PLATFORM_CHARS,
          globstar = (opts2) => `(${capture}(?:(?!${START_ANCHOR}${opts2.dot ? DOTS_SLASH : DOT_LITERAL}).)*?)`,
          nodot = opts.dot ? '' : NO_DOT,
          qmarkNoDot = opts.dot ? QMARK : QMARK_NO_DOT,
          star = opts.bash === !0 ? globstar(opts) : STAR;
        opts.capture && (star = `(${star})`), typeof opts.noext == 'boolean' && (opts.noextglob = opts.noext);
        const state = {
          input,
          index: -1,
          start: 0,
          dot: opts.dot === !0,
          consumed: '',
          output: '',
          prefix: '',
          backtrack: !1,
          negated: !1,
          brackets: 0,
          braces: 0,
          parens: 0,
          quotes: 0,
          globstar: !1,
          tokens,
        };
        (input = utils.removePrefix(input, state)), (len = input.length);
        let extglobs = [],
          braces = [],
          stack = [],
          prev = bos,
          value,
          eos = () => state.index === len - 1,
          peek = (state.peek = (n = 1) => input[state.index + n]),
          advance = (state.advance = () => input[++state.index] || ''),
          remaining = () => input.slice(state.index + 1),
          consume = (value2 = '', num = 0) => {
            (state.consumed += value2), (state.index += num);
          },
          append = (token) => {
            (state.output += token.output != null ? token.output : token.value), consume(token.value);
          },
          negate = () => {
            let count = 1;
            for (; peek() === '!' && (peek(2) !== '(' || peek(3) === '?'); ) advance(), state.start++, count++;
            return count % 2 === 0 ? !1 : ((state.negated = !0), state.start++, !0);
          },
          increment = (type) => {
            state[type]++, stack.push(type);
          },
          decrement = (type) => {
            state[type]--, stack.pop();
          },
          push = (tok) => {
            if (prev.type === 'globstar') {
              const isBrace = state.braces > 0 && (tok.type === 'comma' || tok.type === 'brace'),
                isExtglob = tok.extglob === !0 || (extglobs.length && (tok.type === 'pipe' || tok.type === 'paren'));
              tok.type !== 'slash' &&
                tok.type !== 'paren' &&
                !isBrace &&
                !isExtglob &&
                ((state.output = state.output.slice(0, -prev.output.length)),
                (prev.type = 'star'),
                (prev.value = '*'),
                (prev.output = star),
                (state.output += prev.output));
            }
            if (
              (extglobs.length && tok.type !== 'paren' && (extglobs[extglobs.length - 1].inner += tok.value),
              (tok.value || tok.output) && append(tok),
              prev && prev.type === 'text' && tok.type === 'text')
            ) {
              (prev.output = (prev.output || prev.value) + tok.value), (prev.value += tok.value);
              return;
            }
            (tok.prev = prev), tokens.push(tok), (prev = tok);
          },
          extglobOpen = (type, value2) => {
            const token = { ...EXTGLOB_CHARS[value2], conditions: 1, inner: '' };
            (token.prev = prev),
              (token.parens = state.parens),
              (token.output = state.output),
              (token.startIndex = state.index),
              (token.tokensIndex = tokens.length);
            const output = (opts.capture ? '(' : '') + token.open;
            increment('parens'),
              push({ type, value: value2, output: state.output ? '' : ONE_CHAR }),
              push({ type: 'paren', extglob: !0, value: advance(), output }),
              extglobs.push(token);
          },
          extglobClose = (token) => {
            const literal = input.slice(token.startIndex, state.index + 1),
              body = input.slice(token.startIndex + 2, state.index),
              analysis = analyzeRepeatedExtglob(body, opts);
            if ((token.type === 'plus' || token.type === 'star') && analysis.risky) {
              const safeOutput = analysis.safeOutput
                  ? (token.output ? '' : ONE_CHAR) + (opts.capture ? `(${analysis.safeOutput})` : analysis.safeOutput)
                  : void 0,
                open = tokens[token.tokensIndex];
              (open.type = 'text'), (open.value = literal), (open.output = safeOutput || utils.escapeRegex(literal));
              for (let i = token.tokensIndex + 1; i < tokens.length; i++)
                (tokens[i].value = ''), (tokens[i].output = ''), delete tokens[i].suffix;
              (state.output = token.output + open.output),
                (state.backtrack = !0),
                push({ type: 'paren', extglob: !0, value, output: '' }),
                decrement('parens');
              return;
            }
            let output = token.close + (opts.capture ? ')' : ''),
              rest;
            if (token.type === 'negate') {
              let extglobStar = star;
              if (
                (token.inner && token.inner.length > 1 && token.inner.includes('/') && (extglobStar = globstar(opts)),
                (extglobStar !== star || eos() || /^\)+$/.test(remaining())) && (output = token.close = `)$))${extglobStar}`),
                token.inner.includes('*') && (rest = remaining()) && /^\.[^\\/.]+$/.test(rest))
              ) {
                const expression = parse2(rest, { ...options, fastpaths: !1 }).output;
                output = token.close = `)${expression})${extglobStar})`;
              }
              token.prev.type === 'bos' && (state.negatedExtglob = !0);
            }
            push({ type: 'paren', extglob: !0, value, output }), decrement('parens');
          };
        if (opts.fastpaths !== !1 && !/(^[*!]|[/()[\]{}"])/.test(input)) {
          let backslashes = !1,
            output = input.replace(REGEX_SPECIAL_CHARS_BACKREF, (m, esc, chars, first, rest, index) =>
              first === '\\'
                ? ((backslashes = !0), m)
                : first === '?'
                  ? esc
                    ? esc + first + (rest ? QMARK.repeat(rest.length) : '')
                    : index === 0
                      ? qmarkNoDot + (rest ? QMARK.repeat(rest.length) : '')
                      : QMARK.repeat(chars.length)
                  : first === '.'
                    ? DOT_LITERAL.repeat(chars.length)
                    : first === '*'
                      ? esc
                        ? esc + first + (rest ? star : '')
                        : star
                      : esc
                        ? m
                        : `\\${m}`,
            );
          return (
            backslashes === !0 &&
              (opts.unescape === !0
                ? (output = output.replace(/\\/g, ''))
                : (output = output.replace(/\\+/g, (m) => (m.length % 2 === 0 ? '\\\\' : m ? '\\' : '')))),
            output === input && opts.contains === !0
              ? ((state.output = input), state)
              : ((state.output = utils.wrapOutput(output, state, options)), state)
          );
        }
        for (; !eos(); ) {
          if (((value = advance()), value === '\0')) continue;
          if (value === '\\') {
            const next = peek();
            if ((next === '/' && opts.bash !== !0) || next === '.' || next === ';') continue;
            if (!next) {
              (value += '\\'), push({ type: 'text', value });
              continue;
            }
            let match = /^\\+/.exec(remaining()),
              slashes = 0;
            if (
              (match &&
                match[0].length > 2 &&
                ((slashes = match[0].length), (state.index += slashes), slashes % 2 !== 0 && (value += '\\')),
              opts.unescape === !0 ? (value = advance()) : (value += advance()),
              state.brackets === 0)
            ) {
              push({ type: 'text', value });
              continue;
            }
          }
          if (state.brackets > 0 && (value !== ']' || prev.value === '[' || prev.value === '[^')) {
            if (opts.posix !== !1 && value === ':') {
              const inner = prev.value.slice(1);
              if (inner.includes('[') && ((prev.posix = !0), inner.includes(':'))) {
                const idx = prev.value.lastIndexOf('['),
                  pre = prev.value.slice(0, idx),
                  rest2 = prev.value.slice(idx + 2),
                  posix = POSIX_REGEX_SOURCE[rest2];
                if (posix) {
                  (prev.value = pre + posix),
                    (state.backtrack = !0),
                    advance(),
                    !bos.output && tokens.indexOf(prev) === 1 && (bos.output = ONE_CHAR);
                  continue;
                }
              }
            }
            ((value === '[' && peek() !== ':') || (value === '-' && peek() === ']')) && (value = `\\${value}`),
              value === ']' && (prev.value === '[' || prev.value === '[^') && (value = `\\${value}`),
              opts.posix === !0 && value === '!' && prev.value === '[' && (value = '^'),
              (prev.value += value),
              append({ value });
            continue;
          }
          if (state.quotes === 1 && value !== '"') {
            (value = utils.escapeRegex(value)), (prev.value += value), append({ value });
            continue;
          }
          if (value === '"') {
            (state.quotes = state.quotes === 1 ? 0 : 1), opts.keepQuotes === !0 && push({ type: 'text', value });
            continue;
          }
          if (value === '(') {
            increment('parens'), push({ type: 'paren', value });
            continue;
          }
          if (value === ')') {
            if (state.parens === 0 && opts.strictBrackets === !0) throw new SyntaxError(syntaxError('opening', '('));
            const extglob = extglobs[extglobs.length - 1];
            if (extglob && state.parens === extglob.parens + 1) {
              extglobClose(extglobs.pop());
              continue;
            }
            push({ type: 'paren', value, output: state.parens ? ')' : '\\)' }), decrement('parens');
            continue;
          }
          if (value === '[') {
            if (opts.nobracket === !0 || !remaining().includes(']')) {
              if (opts.nobracket !== !0 && opts.strictBrackets === !0) throw new SyntaxError(syntaxError('closing', ']'));
              value = `\\${value}`;
            } else increment('brackets');
            push({ type: 'bracket', value });
            continue;
          }
          if (value === ']') {
            if (opts.nobracket === !0 || (prev && prev.type === 'bracket' && prev.value.length === 1)) {
              push({ type: 'text', value, output: `\\${value}` });
              continue;
            }
            if (state.brackets === 0) {
              if (opts.strictBrackets === !0) throw new SyntaxError(syntaxError('opening', '['));
              push({ type: 'text', value, output: `\\${value}` });
              continue;
            }
            decrement('brackets');
            const prevValue = prev.value.slice(1);
            if (
              (prev.posix !== !0 && prevValue[0] === '^' && !prevValue.includes('/') && (value = `/${value}`),
              (prev.value += value),
              append({ value }),
              opts.literalBrackets === !1 || utils.hasRegexChars(prevValue))
            )
              continue;
            const escaped = utils.escapeRegex(prev.value);
            if (((state.output = state.output.slice(0, -prev.value.length)), opts.literalBrackets === !0)) {
              (state.output += escaped), (prev.value = escaped);
              continue;
            }
            (prev.value = `(${capture}${escaped}|${prev.value})`), (state.output += prev.value);
            continue;
          }
          if (value === '{' && opts.nobrace !== !0) {
            increment('braces');
            const open = { type: 'brace', value, output: '(', outputIndex: state.output.length, tokensIndex: state.tokens.length };
            braces.push(open), push(open);
            continue;
          }
          if (value === '}') {
            const brace = braces[braces.length - 1];
            if (opts.nobrace === !0 || !brace) {
              push({ type: 'text', value, output: value });
              continue;
            }
            let output = ')';
            if (brace.dots === !0) {
              const arr = tokens.slice(),
                range = [];
              for (let i = arr.length - 1; i >= 0 && (tokens.pop(), arr[i].type !== 'brace'); i--)
                arr[i].type !== 'dots' && range.unshift(arr[i].value);
              (output = expandRange(range, opts)), (state.backtrack = !0);
            }
            if (brace.comma !== !0 && brace.dots !== !0) {
              const out = state.output.slice(0, brace.outputIndex),
                toks = state.tokens.slice(brace.tokensIndex);
              (brace.value = brace.output = '\\{'), (value = output = '\\}'), (state.output = out);
              for (const t of toks) state.output += t.output || t.value;
            }
            push({ type: 'brace', value, output }), decrement('braces'), braces.pop();
            continue;
          }
          if (value === '|') {
            extglobs.length > 0 && extglobs[extglobs.length - 1].conditions++, push({ type: 'text', value });
            continue;
          }
          if (value === ',') {
            let output = value,
              brace = braces[braces.length - 1];
            brace && stack[stack.length - 1] === 'braces' && ((brace.comma = !0), (output = '|')), push({ type: 'comma', value, output });
            continue;
          }
          if (value === '/') {
            if (prev.type === 'dot' && state.index === state.start + 1) {
              (state.start = state.index + 1), (state.consumed = ''), (state.output = ''), tokens.pop(), (prev = bos);
              continue;
            }
            push({ type: 'slash', value, output: SLASH_LITERAL });
            continue;
          }
          if (value === '.') {
            if (state.braces > 0 && prev.type === 'dot') {
              prev.value === '.' && (prev.output = DOT_LITERAL);
              const brace = braces[braces.length - 1];
              (prev.type = 'dots'), (prev.output += value), (prev.value += value), (brace.dots = !0);
              continue;
            }
            if (state.braces + state.parens === 0 && prev.type !== 'bos' && prev.type !== 'slash') {
              push({ type: 'text', value, output: DOT_LITERAL });
              continue;
            }
            push({ type: 'dot', value, output: DOT_LITERAL });
            continue;
          }
          if (value === '?') {
            if (!(prev && prev.value === '(') && opts.noextglob !== !0 && peek() === '(' && peek(2) !== '?') {
              extglobOpen('qmark', value);
              continue;
            }
            if (prev && prev.type === 'paren') {
              let next = peek(),
                output = value;
              ((prev.value === '(' && !/[!=<:]/.test(next)) || (next === '<' && !/<([!=]|\w+>)/.test(remaining()))) &&
                (output = `\\${value}`),
                push({ type: 'text', value, output });
              continue;
            }
            if (opts.dot !== !0 && (prev.type === 'slash' || prev.type === 'bos')) {
              push({ type: 'qmark', value, output: QMARK_NO_DOT });
              continue;
            }
            push({ type: 'qmark', value, output: QMARK });
            continue;
          }
          if (value === '!') {
            if (opts.noextglob !== !0 && peek() === '(' && (peek(2) !== '?' || !/[!=<:]/.test(peek(3)))) {
              extglobOpen('negate', value);
              continue;
            }
            if (opts.nonegate !== !0 && state.index === 0) {
              negate();
              continue;
            }
          }
          if (value === '+') {
            if (opts.noextglob !== !0 && peek() === '(' && peek(2) !== '?') {
              extglobOpen('plus', value);
              continue;
            }
            if ((prev && prev.value === '(') || opts.regex === !1) {
              push({ type: 'plus', value, output: PLUS_LITERAL });
              continue;
            }
            if ((prev && (prev.type === 'bracket' || prev.type === 'paren' || prev.type === 'brace')) || state.parens > 0) {
              push({ type: 'plus', value });
              continue;
            }
            push({ type: 'plus', value: PLUS_LITERAL });
            continue;
          }
          if (value === '@') {
            if (opts.noextglob !== !0 && peek() === '(' && peek(2) !== '?') {
              push({ type: 'at', extglob: !0, value, output: '' });
              continue;
            }
            push({ type: 'text', value });
            continue;
          }
          if (value !== '*') {
            (value === '$' || value === '^') && (value = `\\${value}`);
            const match = REGEX_NON_SPECIAL_CHARS.exec(remaining());
            match && ((value += match[0]), (state.index += match[0].length)), push({ type: 'text', value });
            continue;
          }
          if (prev && (prev.type === 'globstar' || prev.star === !0)) {
            (prev.type = 'star'),
              (prev.star = !0),
              (prev.value += value),
              (prev.output = star),
              (state.backtrack = !0),
              (state.globstar = !0),
              consume(value);
            continue;
          }
          let rest = remaining();
          if (opts.noextglob !== !0 && /^\([^?]/.test(rest)) {
            extglobOpen('star', value);
            continue;
          }
          if (prev.type === 'star') {
            if (opts.noglobstar === !0) {
              consume(value);
              continue;
            }
            const prior = prev.prev,
              before2 = prior.prev,
              isStart = prior.type === 'slash' || prior.type === 'bos',
              afterStar = before2 && (before2.type === 'star' || before2.type === 'globstar');
            if (opts.bash === !0 && (!isStart || (rest[0] && rest[0] !== '/'))) {
              push({ type: 'star', value, output: '' });
              continue;
            }
            const isBrace = state.braces > 0 && (prior.type === 'comma' || prior.type === 'brace'),
              isExtglob = extglobs.length && (prior.type === 'pipe' || prior.type === 'paren');
            if (!isStart && prior.type !== 'paren' && !isBrace && !isExtglob) {
              push({ type: 'star', value, output: '' });
              continue;
            }
            for (; rest.slice(0, 3) === '/**'; ) {
              const after2 = input[state.index + 4];
              if (after2 && after2 !== '/') break;
              (rest = rest.slice(3)), consume('/**', 3);
            }
            const isEnd =
              eos() || (state.parens > 0 && rest === ')'.repeat(state.parens) && !extglobs.some((extglob) => extglob.type === 'negate'));
            if (prior.type === 'bos' && eos()) {
              (prev.type = 'globstar'),
                (prev.value += value),
                (prev.output = globstar(opts)),
                (state.output = prev.output),
                (state.globstar = !0),
                consume(value);
              continue;
            }
            if (prior.type === 'slash' && prior.prev.type !== 'bos' && !afterStar && isEnd) {
              (state.output = state.output.slice(0, -(prior.output + prev.output).length)),
                (prior.output = `(?:${prior.output}`),
                (prev.type = 'globstar'),
                (prev.output = globstar(opts) + (opts.strictSlashes ? ')' : '|$)')),
                (prev.value += value),
                (state.globstar = !0),
                (state.output += prior.output + prev.output),
                consume(value);
              continue;
            }
            if (prior.type === 'slash' && prior.prev.type !== 'bos' && rest[0] === '/') {
              const end = rest[1] !== void 0 ? '|$' : '';
              (state.output = state.output.slice(0, -(prior.output + prev.output).length)),
                (prior.output = `(?:${prior.output}`),
                (prev.type = 'globstar'),
                (prev.output = `${globstar(opts)}${SLASH_LITERAL}|${SLASH_LITERAL}${end})`),
                (prev.value += value),
                (state.output += prior.output + prev.output),
                (state.globstar = !0),
                consume(value + advance()),
                push({ type: 'slash', value: '/', output: '' });
              continue;
            }
            if (prior.type === 'bos' && rest[0] === '/') {
              (prev.type = 'globstar'),
                (prev.value += value),
                (prev.output = `(?:^|${SLASH_LITERAL}|${globstar(opts)}${SLASH_LITERAL})`),
                (state.output = prev.output),
                (state.globstar = !0),
                consume(value + advance()),
                push({ type: 'slash', value: '/', output: '' });
              continue;
            }
            (state.output = state.output.slice(0, -prev.output.length)),
              (prev.type = 'globstar'),
              (prev.output = globstar(opts)),
              (prev.value += value),
              (state.output += prev.output),
              (state.globstar = !0),
              consume(value);
            continue;
          }
          const token = { type: 'star', value, output: star };
          if (opts.bash === !0) {
            (token.output = '.*?'), (prev.type === 'bos' || prev.type === 'slash') && (token.output = nodot + token.output), push(token);
            continue;
          }
          if (prev && (prev.type === 'bracket' || prev.type === 'paren') && opts.regex === !0) {
            (token.output = value), push(token);
            continue;
          }
          (state.index === state.start || prev.type === 'slash' || prev.type === 'dot') &&
            (prev.type === 'dot'
              ? ((state.output += NO_DOT_SLASH), (prev.output += NO_DOT_SLASH))
              : opts.dot === !0
                ? ((state.output += NO_DOTS_SLASH), (prev.output += NO_DOTS_SLASH))
                : ((state.output += nodot), (prev.output += nodot)),
            peek() !== '*' && ((state.output += ONE_CHAR), (prev.output += ONE_CHAR))),
            push(token);
        }
        for (; state.brackets > 0; ) {
          if (opts.strictBrackets === !0) throw new SyntaxError(syntaxError('closing', ']'));
          (state.output = utils.escapeLast(state.output, '[')), decrement('brackets');
        }
        for (; state.parens > 0; ) {
          if (opts.strictBrackets === !0) throw new SyntaxError(syntaxError('closing', ')'));
          (state.output = utils.escapeLast(state.output, '(')), decrement('parens');
        }
        for (; state.braces > 0; ) {
          if (opts.strictBrackets === !0) throw new SyntaxError(syntaxError('closing', '}'));
          (state.output = utils.escapeLast(state.output, '{')), decrement('braces');
        }
        if (
          (opts.strictSlashes !== !0 &&
            (prev.type === 'star' || prev.type === 'bracket') &&
            push({ type: 'maybe_slash', value: '', output: `${SLASH_LITERAL}?` }),
          state.backtrack === !0)
        ) {
          state.output = '';
          for (const token of state.tokens)
            (state.output += token.output != null ? token.output : token.value), token.suffix && (state.output += token.suffix);
        }
        return state;
      };
    parse2.fastpaths = (input, options) => {
      const opts = { ...options },
        max = typeof opts.maxLength == 'number' ? Math.min(MAX_LENGTH, opts.maxLength) : MAX_LENGTH,
        len = input.length;
      if (len > max) throw new SyntaxError(`Input length: ${len}, exceeds maximum allowed length: ${max}`);
      input = REPLACEMENTS[input] || input;
      let { DOT_LITERAL, SLASH_LITERAL, ONE_CHAR, DOTS_SLASH, NO_DOT, NO_DOTS, NO_DOTS_SLASH, STAR, START_ANCHOR } = constants.globChars(
          opts.windows,
        ),
        nodot = opts.dot ? NO_DOTS : NO_DOT,
        slashDot = opts.dot ? NO_DOTS_SLASH : NO_DOT,
        capture = opts.capture ? '' : '?:',
        state = { negated: !1, prefix: '' },
        star = opts.bash === !0 ? '.*?' : STAR;
      opts.capture && (star = `(${star})`);
      let globstar = (opts2) =>
          opts2.noglobstar === !0 ? star : `(${capture}(?:(?!${START_ANCHOR}${opts2.dot ? DOTS_SLASH : DOT_LITERAL}).)*?)`,
        create = (str) => {
          switch (str) {
            case '*':
              return `${nodot}${ONE_CHAR}${star}`;
            case '.*':
              return `${DOT_LITERAL}${ONE_CHAR}${star}`;
            case '*.*':
              return `${nodot}${star}${DOT_LITERAL}${ONE_CHAR}${star}`;
            case '*/*':
              return `${nodot}${star}${SLASH_LITERAL}${ONE_CHAR}${slashDot}${star}`;
            case '**':
              return nodot + globstar(opts);
            case '**/*':
              return `(?:${nodot}${globstar(opts)}${SLASH_LITERAL})?${slashDot}${ONE_CHAR}${star}`;
            case '**/*.*':
              return `(?:${nodot}${globstar(opts)}${SLASH_LITERAL})?${slashDot}${star}${DOT_LITERAL}${ONE_CHAR}${star}`;
            case '**/.*':
              return `(?:${nodot}${globstar(opts)}${SLASH_LITERAL})?${DOT_LITERAL}${ONE_CHAR}${star}`;
            default: {
              const match = /^(.*?)\.(\w+)$/.exec(str);
              if (!match) return;
              const source2 = create(match[1]);
              return source2 ? source2 + DOT_LITERAL + match[2] : void 0;
            }
          }
        },
        output = utils.removePrefix(input, state),
        source = create(output);
      return source && opts.strictSlashes !== !0 && (source += `${SLASH_LITERAL}?`), source;
    };
    module2.exports = parse2;
  },
});
var require_picomatch = __commonJS({
  'node_modules/picomatch/lib/picomatch.js'(exports2, module2) {
    'use strict';
    var scan = require_scan(),
      parse2 = require_parse(),
      utils = require_utils2(),
      constants = require_constants(),
      isObject = (val) => val && typeof val == 'object' && !Array.isArray(val),
      picomatch = (glob, options, returnState = !1) => {
        if (Array.isArray(glob)) {
          const fns = glob.map((input) => picomatch(input, options, returnState));
          return (str) => {
            for (const isMatch of fns) {
              const state2 = isMatch(str);
              if (state2) return state2;
            }
            return !1;
          };
        }
        const isState = isObject(glob) && glob.tokens && glob.input;
        if (glob === '' || (typeof glob != 'string' && !isState)) throw new TypeError('Expected pattern to be a non-empty string');
        const opts = options || {},
          posix = opts.windows,
          regex = isState ? picomatch.compileRe(glob, options) : picomatch.makeRe(glob, options, !1, !0),
          state = regex.state;
        delete regex.state;
        let isIgnored = () => !1;
        if (opts.ignore) {
          const ignoreOpts = { ...options, ignore: null, onMatch: null, onResult: null };
          isIgnored = picomatch(opts.ignore, ignoreOpts, returnState);
        }
        const matcher = (input, returnObject = !1) => {
          const { isMatch, match, output } = picomatch.test(input, regex, options, { glob, posix }),
            result = { glob, state, regex, posix, input, output, match, isMatch };
          return (
            typeof opts.onResult == 'function' && opts.onResult(result),
            isMatch === !1
              ? ((result.isMatch = !1), returnObject ? result : !1)
              : isIgnored(input)
                ? (typeof opts.onIgnore == 'function' && opts.onIgnore(result), (result.isMatch = !1), returnObject ? result : !1)
                : (typeof opts.onMatch == 'function' && opts.onMatch(result), returnObject ? result : !0)
          );
        };
        return returnState && (matcher.state = state), matcher;
      };
    picomatch.test = (input, regex, options, { glob, posix } = {}) => {
      if (typeof input != 'string') throw new TypeError('Expected input to be a string');
      if (input === '') return { isMatch: !1, output: '' };
      let opts = options || {},
        format = opts.format || (posix ? utils.toPosixSlashes : null),
        match = input === glob,
        output = match && format ? format(input) : input;
      return (
        match === !1 && ((output = format ? format(input) : input), (match = output === glob)),
        (match === !1 || opts.capture === !0) &&
          (opts.matchBase === !0 || opts.basename === !0
            ? (match = picomatch.matchBase(input, regex, options, posix))
            : (match = regex.exec(output))),
        { isMatch: !!match, match, output }
      );
    };
    picomatch.matchBase = (input, glob, options, posix = options && options.windows) =>
      (glob instanceof RegExp ? glob : picomatch.makeRe(glob, options)).test(utils.basename(input, { windows: posix }));
    picomatch.isMatch = (str, patterns, options) => picomatch(patterns, options)(str);
    picomatch.parse = (pattern, options) =>
      Array.isArray(pattern) ? pattern.map((p) => picomatch.parse(p, options)) : parse2(pattern, { ...options, fastpaths: !1 });
    picomatch.scan = (input, options) => scan(input, options);
    picomatch.compileRe = (state, options, returnOutput = !1, returnState = !1) => {
      if (returnOutput === !0) return state.output;
      let opts = options || {},
        prepend = opts.contains ? '' : '^',
        append = opts.contains ? '' : '$',
        source = `${prepend}(?:${state.output})${append}`;
      state && state.negated === !0 && (source = `^(?!${source}).*$`);
      const regex = picomatch.toRegex(source, options);
      return returnState === !0 && (regex.state = state), regex;
    };
    picomatch.makeRe = (input, options = {}, returnOutput = !1, returnState = !1) => {
      if (!input || typeof input != 'string') throw new TypeError('Expected a non-empty string');
      let parsed = { negated: !1, fastpaths: !0 };
      return (
        options.fastpaths !== !1 && (input[0] === '.' || input[0] === '*') && (parsed.output = parse2.fastpaths(input, options)),
        parsed.output || (parsed = parse2(input, options)),
        picomatch.compileRe(parsed, options, returnOutput, returnState)
      );
    };
    picomatch.toRegex = (source, options) => {
      try {
        const opts = options || {};
        return new RegExp(source, opts.flags || (opts.nocase ? 'i' : ''));
      } catch (err) {
        if (options && options.debug === !0) throw err;
        return /$^/;
      }
    };
    picomatch.constants = constants;
    module2.exports = picomatch;
  },
});
var require_picomatch2 = __commonJS({
  'node_modules/picomatch/index.js'(exports2, module2) {
    'use strict';
    var pico = require_picomatch(),
      utils = require_utils2();
    function picomatch(glob, options, returnState = !1) {
      return (
        options && (options.windows === null || options.windows === void 0) && (options = { ...options, windows: utils.isWindows() }),
        pico(glob, options, returnState)
      );
    }
    Object.assign(picomatch, pico);
    module2.exports = picomatch;
  },
});
var require_dist = __commonJS({
  'node_modules/fdir/dist/index.cjs'(exports2) {
    var __create2 = Object.create,
      __defProp2 = Object.defineProperty,
      __getOwnPropDesc2 = Object.getOwnPropertyDescriptor,
      __getOwnPropNames2 = Object.getOwnPropertyNames,
      __getProtoOf2 = Object.getPrototypeOf,
      __hasOwnProp2 = Object.prototype.hasOwnProperty,
      __copyProps2 = (to, from, except, desc) => {
        if ((from && typeof from == 'object') || typeof from == 'function')
          for (var keys2 = __getOwnPropNames2(from), i = 0, n = keys2.length, key; i < n; i++)
            (key = keys2[i]),
              !__hasOwnProp2.call(to, key) &&
                key !== except &&
                __defProp2(to, key, {
                  get: ((k) => from[k]).bind(null, key),
                  enumerable: !(desc = __getOwnPropDesc2(from, key)) || desc.enumerable,
                });
        return to;
      },
      __toESM2 = (mod, isNodeMode, target) => (
        (target = mod != null ? __create2(__getProtoOf2(mod)) : {}),
        __copyProps2(isNodeMode || !mod || !mod.__esModule ? __defProp2(target, 'default', { value: mod, enumerable: !0 }) : target, mod)
      ),
      path = __toESM2(require('path')),
      fs5 = __toESM2(require('fs'));
    function cleanPath(path$1) {
      let normalized = (0, path.normalize)(path$1);
      return (
        normalized.length > 1 &&
          normalized[normalized.length - 1] === path.sep &&
          (normalized = normalized.substring(0, normalized.length - 1)),
        normalized
      );
    }
    var SLASHES_REGEX = /[\\/]/g;
    function convertSlashes(path$1, separator) {
      return path$1.replace(SLASHES_REGEX, separator);
    }
    var WINDOWS_ROOT_DIR_REGEX = /^[a-z]:[\\/]$/i;
    function isRootDirectory(path$1) {
      return path$1 === '/' || WINDOWS_ROOT_DIR_REGEX.test(path$1);
    }
    function normalizePath(path$1, options) {
      const { resolvePaths, normalizePath: normalizePath$1, pathSeparator } = options,
        pathNeedsCleaning = (process.platform === 'win32' && path$1.includes('/')) || path$1.startsWith('.');
      if (
        (resolvePaths && (path$1 = (0, path.resolve)(path$1)),
        (normalizePath$1 || pathNeedsCleaning) && (path$1 = cleanPath(path$1)),
        path$1 === '.')
      )
        return '';
      const needsSeperator = path$1[path$1.length - 1] !== pathSeparator;
      return convertSlashes(needsSeperator ? path$1 + pathSeparator : path$1, pathSeparator);
    }
    function joinPathWithBasePath(filename, directoryPath) {
      return directoryPath + filename;
    }
    function joinPathWithRelativePath(root, options) {
      return (filename, directoryPath) =>
        directoryPath.startsWith(root)
          ? directoryPath.slice(root.length) + filename
          : convertSlashes((0, path.relative)(root, directoryPath), options.pathSeparator) + options.pathSeparator + filename;
    }
    function joinPath(filename) {
      return filename;
    }
    function joinDirectoryPath(filename, directoryPath, separator) {
      return directoryPath + filename + separator;
    }
    function build$7(root, options) {
      const { relativePaths, includeBasePath } = options;
      return relativePaths && root ? joinPathWithRelativePath(root, options) : includeBasePath ? joinPathWithBasePath : joinPath;
    }
    function pushDirectoryWithRelativePath(root) {
      return (directoryPath, paths) => {
        paths.push(directoryPath.substring(root.length) || '.');
      };
    }
    function pushDirectoryFilterWithRelativePath(root) {
      return (directoryPath, paths, filters) => {
        const relativePath = directoryPath.substring(root.length) || '.';
        filters.every((filter) => filter(relativePath, !0)) && paths.push(relativePath);
      };
    }
    var pushDirectory = (directoryPath, paths) => {
        paths.push(directoryPath || '.');
      },
      pushDirectoryFilter = (directoryPath, paths, filters) => {
        const path$1 = directoryPath || '.';
        filters.every((filter) => filter(path$1, !0)) && paths.push(path$1);
      },
      empty$2 = () => {};
    function build$6(root, options) {
      const { includeDirs, filters, relativePaths } = options;
      return includeDirs
        ? relativePaths
          ? filters && filters.length
            ? pushDirectoryFilterWithRelativePath(root)
            : pushDirectoryWithRelativePath(root)
          : filters && filters.length
            ? pushDirectoryFilter
            : pushDirectory
        : empty$2;
    }
    var pushFileFilterAndCount = (filename, _paths, counts, filters) => {
        filters.every((filter) => filter(filename, !1)) && counts.files++;
      },
      pushFileFilter = (filename, paths, _counts, filters) => {
        filters.every((filter) => filter(filename, !1)) && paths.push(filename);
      },
      pushFileCount = (_filename, _paths, counts, _filters) => {
        counts.files++;
      },
      pushFile = (filename, paths) => {
        paths.push(filename);
      },
      empty$1 = () => {};
    function build$5(options) {
      const { excludeFiles, filters, onlyCounts } = options;
      return excludeFiles
        ? empty$1
        : filters && filters.length
          ? onlyCounts
            ? pushFileFilterAndCount
            : pushFileFilter
          : onlyCounts
            ? pushFileCount
            : pushFile;
    }
    var getArray = (paths) => paths,
      getArrayGroup = () => [''].slice(0, 0);
    function build$4(options) {
      return options.group ? getArrayGroup : getArray;
    }
    var groupFiles = (groups, directory, files) => {
        groups.push({ directory, files, dir: directory });
      },
      empty = () => {};
    function build$3(options) {
      return options.group ? groupFiles : empty;
    }
    var resolveSymlinksAsync = (path$1, state, callback$1) => {
        const {
          queue,
          fs: fs$1,
          options: { suppressErrors },
        } = state;
        queue.enqueue(),
          fs$1.realpath(path$1, (error, resolvedPath) => {
            if (error) return queue.dequeue(suppressErrors ? null : error, state);
            fs$1.stat(resolvedPath, (error$1, stat) => {
              if (error$1) return queue.dequeue(suppressErrors ? null : error$1, state);
              if (stat.isDirectory() && isRecursive(path$1, resolvedPath, state)) return queue.dequeue(null, state);
              callback$1(stat, resolvedPath), queue.dequeue(null, state);
            });
          });
      },
      resolveSymlinks = (path$1, state, callback$1) => {
        const {
          queue,
          fs: fs$1,
          options: { suppressErrors },
        } = state;
        queue.enqueue();
        try {
          const resolvedPath = fs$1.realpathSync(path$1),
            stat = fs$1.statSync(resolvedPath);
          if (stat.isDirectory() && isRecursive(path$1, resolvedPath, state)) return;
          callback$1(stat, resolvedPath);
        } catch (e) {
          if (!suppressErrors) throw e;
        }
      };
    function build$2(options, isSynchronous) {
      return !options.resolveSymlinks || options.excludeSymlinks ? null : isSynchronous ? resolveSymlinks : resolveSymlinksAsync;
    }
    function isRecursive(path$1, resolved, state) {
      if (state.options.useRealPaths) return isRecursiveUsingRealPaths(resolved, state);
      let parent = (0, path.dirname)(path$1),
        depth = 1;
      for (; parent !== state.root && depth < 2; ) {
        const resolvedPath = state.symlinks.get(parent);
        resolvedPath && (resolvedPath === resolved || resolvedPath.startsWith(resolved) || resolved.startsWith(resolvedPath))
          ? depth++
          : (parent = (0, path.dirname)(parent));
      }
      return state.symlinks.set(path$1, resolved), depth > 1;
    }
    function isRecursiveUsingRealPaths(resolved, state) {
      return state.visited.includes(resolved + state.options.pathSeparator);
    }
    var onlyCountsSync = (state) => state.counts,
      groupsSync = (state) => state.groups,
      defaultSync = (state) => state.paths,
      limitFilesSync = (state) => state.paths.slice(0, state.options.maxFiles),
      onlyCountsAsync = (state, error, callback$1) => (report(error, callback$1, state.counts, state.options.suppressErrors), null),
      defaultAsync = (state, error, callback$1) => (report(error, callback$1, state.paths, state.options.suppressErrors), null),
      limitFilesAsync = (state, error, callback$1) => (
        report(error, callback$1, state.paths.slice(0, state.options.maxFiles), state.options.suppressErrors), null
      ),
      groupsAsync = (state, error, callback$1) => (report(error, callback$1, state.groups, state.options.suppressErrors), null);
    function report(error, callback$1, output, suppressErrors) {
      callback$1(error && !suppressErrors ? error : null, output);
    }
    function build$1(options, isSynchronous) {
      const { onlyCounts, group, maxFiles } = options;
      return onlyCounts
        ? isSynchronous
          ? onlyCountsSync
          : onlyCountsAsync
        : group
          ? isSynchronous
            ? groupsSync
            : groupsAsync
          : maxFiles
            ? isSynchronous
              ? limitFilesSync
              : limitFilesAsync
            : isSynchronous
              ? defaultSync
              : defaultAsync;
    }
    var readdirOpts = { withFileTypes: !0 },
      walkAsync = (state, crawlPath, directoryPath, currentDepth, callback$1) => {
        if ((state.queue.enqueue(), currentDepth < 0)) return state.queue.dequeue(null, state);
        const { fs: fs$1 } = state;
        state.visited.push(crawlPath),
          state.counts.directories++,
          fs$1.readdir(crawlPath || '.', readdirOpts, (error, entries = []) => {
            callback$1(entries, directoryPath, currentDepth), state.queue.dequeue(state.options.suppressErrors ? null : error, state);
          });
      },
      walkSync = (state, crawlPath, directoryPath, currentDepth, callback$1) => {
        const { fs: fs$1 } = state;
        if (currentDepth < 0) return;
        state.visited.push(crawlPath), state.counts.directories++;
        let entries = [];
        try {
          entries = fs$1.readdirSync(crawlPath || '.', readdirOpts);
        } catch (e) {
          if (!state.options.suppressErrors) throw e;
        }
        callback$1(entries, directoryPath, currentDepth);
      };
    function build(isSynchronous) {
      return isSynchronous ? walkSync : walkAsync;
    }
    var Queue = class {
        count = 0;
        constructor(onQueueEmpty) {
          this.onQueueEmpty = onQueueEmpty;
        }
        enqueue() {
          return this.count++, this.count;
        }
        dequeue(error, output) {
          this.onQueueEmpty &&
            (--this.count <= 0 || error) &&
            (this.onQueueEmpty(error, output), error && (output.controller.abort(), (this.onQueueEmpty = void 0)));
        }
      },
      Counter = class {
        _files = 0;
        _directories = 0;
        set files(num) {
          this._files = num;
        }
        get files() {
          return this._files;
        }
        set directories(num) {
          this._directories = num;
        }
        get directories() {
          return this._directories;
        }
        get dirs() {
          return this._directories;
        }
      },
      Aborter = class {
        aborted = !1;
        abort() {
          this.aborted = !0;
        }
      },
      Walker = class {
        root;
        isSynchronous;
        state;
        joinPath;
        pushDirectory;
        pushFile;
        getArray;
        groupFiles;
        resolveSymlink;
        walkDirectory;
        callbackInvoker;
        constructor(root, options, callback$1) {
          (this.isSynchronous = !callback$1),
            (this.callbackInvoker = build$1(options, this.isSynchronous)),
            (this.root = normalizePath(root, options)),
            (this.state = {
              root: isRootDirectory(this.root) ? this.root : this.root.slice(0, -1),
              paths: [''].slice(0, 0),
              groups: [],
              counts: new Counter(),
              options,
              queue: new Queue((error, state) => this.callbackInvoker(state, error, callback$1)),
              symlinks: new Map(),
              visited: [''].slice(0, 0),
              controller: new Aborter(),
              fs: options.fs || fs5,
            }),
            (this.joinPath = build$7(this.root, options)),
            (this.pushDirectory = build$6(this.root, options)),
            (this.pushFile = build$5(options)),
            (this.getArray = build$4(options)),
            (this.groupFiles = build$3(options)),
            (this.resolveSymlink = build$2(options, this.isSynchronous)),
            (this.walkDirectory = build(this.isSynchronous));
        }
        start() {
          return (
            this.pushDirectory(this.root, this.state.paths, this.state.options.filters),
            this.walkDirectory(this.state, this.root, this.root, this.state.options.maxDepth, this.walk),
            this.isSynchronous ? this.callbackInvoker(this.state, null) : null
          );
        }
        walk = (entries, directoryPath, depth) => {
          const {
            paths,
            options: {
              filters,
              resolveSymlinks: resolveSymlinks$1,
              excludeSymlinks,
              exclude,
              maxFiles,
              signal,
              useRealPaths,
              pathSeparator,
            },
            controller,
          } = this.state;
          if (controller.aborted || (signal && signal.aborted) || (maxFiles && paths.length > maxFiles)) return;
          const files = this.getArray(this.state.paths);
          for (let i = 0; i < entries.length; ++i) {
            const entry = entries[i];
            if (entry.isFile() || (entry.isSymbolicLink() && !resolveSymlinks$1 && !excludeSymlinks)) {
              const filename = this.joinPath(entry.name, directoryPath);
              this.pushFile(filename, files, this.state.counts, filters);
            } else if (entry.isDirectory()) {
              const path$1 = joinDirectoryPath(entry.name, directoryPath, this.state.options.pathSeparator);
              if (exclude && exclude(entry.name, path$1)) continue;
              this.pushDirectory(path$1, paths, filters), this.walkDirectory(this.state, path$1, path$1, depth - 1, this.walk);
            } else if (this.resolveSymlink && entry.isSymbolicLink()) {
              const path$1 = joinPathWithBasePath(entry.name, directoryPath);
              this.resolveSymlink(path$1, this.state, (stat, resolvedPath) => {
                if (stat.isDirectory()) {
                  if (
                    ((resolvedPath = normalizePath(resolvedPath, this.state.options)),
                    exclude && exclude(entry.name, useRealPaths ? resolvedPath : path$1 + pathSeparator))
                  )
                    return;
                  this.walkDirectory(this.state, resolvedPath, useRealPaths ? resolvedPath : path$1 + pathSeparator, depth - 1, this.walk);
                } else {
                  resolvedPath = useRealPaths ? resolvedPath : path$1;
                  const filename = (0, path.basename)(resolvedPath),
                    directoryPath$1 = normalizePath((0, path.dirname)(resolvedPath), this.state.options);
                  (resolvedPath = this.joinPath(filename, directoryPath$1)), this.pushFile(resolvedPath, files, this.state.counts, filters);
                }
              });
            }
          }
          this.groupFiles(this.state.groups, directoryPath, files);
        };
      };
    function promise(root, options) {
      return new Promise((resolve$1, reject) => {
        callback(root, options, (err, output) => {
          if (err) return reject(err);
          resolve$1(output);
        });
      });
    }
    function callback(root, options, callback$1) {
      new Walker(root, options, callback$1).start();
    }
    function sync(root, options) {
      return new Walker(root, options).start();
    }
    var APIBuilder = class {
        constructor(root, options) {
          (this.root = root), (this.options = options);
        }
        withPromise() {
          return promise(this.root, this.options);
        }
        withCallback(cb) {
          callback(this.root, this.options, cb);
        }
        sync() {
          return sync(this.root, this.options);
        }
      },
      pm = null;
    try {
      require.resolve('picomatch'), (pm = require_picomatch2());
    } catch {}
    var Builder = class {
      globCache = {};
      options = { maxDepth: 1 / 0, suppressErrors: !0, pathSeparator: path.sep, filters: [] };
      globFunction;
      constructor(options) {
        (this.options = { ...this.options, ...options }), (this.globFunction = this.options.globFunction);
      }
      group() {
        return (this.options.group = !0), this;
      }
      withPathSeparator(separator) {
        return (this.options.pathSeparator = separator), this;
      }
      withBasePath() {
        return (this.options.includeBasePath = !0), this;
      }
      withRelativePaths() {
        return (this.options.relativePaths = !0), this;
      }
      withDirs() {
        return (this.options.includeDirs = !0), this;
      }
      withMaxDepth(depth) {
        return (this.options.maxDepth = depth), this;
      }
      withMaxFiles(limit) {
        return (this.options.maxFiles = limit), this;
      }
      withFullPaths() {
        return (this.options.resolvePaths = !0), (this.options.includeBasePath = !0), this;
      }
      withErrors() {
        return (this.options.suppressErrors = !1), this;
      }
      withSymlinks({ resolvePaths = !0 } = {}) {
        return (this.options.resolveSymlinks = !0), (this.options.useRealPaths = resolvePaths), this.withFullPaths();
      }
      withAbortSignal(signal) {
        return (this.options.signal = signal), this;
      }
      normalize() {
        return (this.options.normalizePath = !0), this;
      }
      filter(predicate) {
        return this.options.filters.push(predicate), this;
      }
      onlyDirs() {
        return (this.options.excludeFiles = !0), (this.options.includeDirs = !0), this;
      }
      exclude(predicate) {
        return (this.options.exclude = predicate), this;
      }
      onlyCounts() {
        return (this.options.onlyCounts = !0), this;
      }
      crawl(root) {
        return new APIBuilder(root || '.', this.options);
      }
      withGlobFunction(fn) {
        return (this.globFunction = fn), this;
      }
      crawlWithOptions(root, options) {
        return (this.options = { ...this.options, ...options }), new APIBuilder(root || '.', this.options);
      }
      glob(...patterns) {
        return this.globFunction ? this.globWithOptions(patterns) : this.globWithOptions(patterns, { dot: !0 });
      }
      globWithOptions(patterns, ...options) {
        const globFn = this.globFunction || pm;
        if (!globFn) throw new Error('Please specify a glob function to use glob matching.');
        var isMatch = this.globCache[patterns.join('\0')];
        return (
          isMatch || ((isMatch = globFn(patterns, ...options)), (this.globCache[patterns.join('\0')] = isMatch)),
          this.options.filters.push((path$1) => isMatch(path$1)),
          this
        );
      }
    };
    exports2.fdir = Builder;
  },
});
var require_dist2 = __commonJS({
  'node_modules/tinyglobby/dist/index.cjs'(exports2) {
    Object.defineProperty(exports2, Symbol.toStringTag, { value: 'Module' });
    var __create2 = Object.create,
      __defProp2 = Object.defineProperty,
      __getOwnPropDesc2 = Object.getOwnPropertyDescriptor,
      __getOwnPropNames2 = Object.getOwnPropertyNames,
      __getProtoOf2 = Object.getPrototypeOf,
      __hasOwnProp2 = Object.prototype.hasOwnProperty,
      __copyProps2 = (to, from, except, desc) => {
        if ((from && typeof from == 'object') || typeof from == 'function')
          for (var keys2 = __getOwnPropNames2(from), i = 0, n = keys2.length, key; i < n; i++)
            (key = keys2[i]),
              !__hasOwnProp2.call(to, key) &&
                key !== except &&
                __defProp2(to, key, {
                  get: ((k) => from[k]).bind(null, key),
                  enumerable: !(desc = __getOwnPropDesc2(from, key)) || desc.enumerable,
                });
        return to;
      },
      __toESM2 = (mod, isNodeMode, target) => (
        (target = mod != null ? __create2(__getProtoOf2(mod)) : {}),
        __copyProps2(isNodeMode || !mod || !mod.__esModule ? __defProp2(target, 'default', { value: mod, enumerable: !0 }) : target, mod)
      ),
      fs5 = require('fs'),
      path = require('path'),
      url = require('url'),
      fdir = require_dist(),
      picomatch = require_picomatch2();
    picomatch = __toESM2(picomatch, 1);
    var isReadonlyArray = Array.isArray,
      BACKSLASHES = /\\/g,
      DRIVE_RELATIVE_PATH = /^[A-Za-z]:$/,
      isWin = process.platform === 'win32',
      ONLY_PARENT_DIRECTORIES = /^(\/?\.\.)+$/;
    function getPartialMatcher(patterns, options = {}) {
      let patternsCount = patterns.length,
        patternsParts = Array(patternsCount),
        matchers = Array(patternsCount),
        i,
        j;
      for (i = 0; i < patternsCount; i++) {
        const parts = splitPattern(patterns[i]);
        patternsParts[i] = parts;
        const partsCount = parts.length,
          partMatchers = Array(partsCount);
        for (j = 0; j < partsCount; j++) partMatchers[j] = (0, picomatch.default)(parts[j], options);
        matchers[i] = partMatchers;
      }
      return (input) => {
        const inputParts = input.split('/');
        if (inputParts[0] === '..' && ONLY_PARENT_DIRECTORIES.test(input)) return !0;
        for (i = 0; i < patternsCount; i++) {
          const patternParts = patternsParts[i],
            matcher = matchers[i],
            inputPatternCount = inputParts.length,
            minParts = Math.min(inputPatternCount, patternParts.length);
          for (j = 0; j < minParts; ) {
            const part = patternParts[j];
            if (part.includes('/')) return !0;
            if (!matcher[j](inputParts[j])) break;
            if (!options.noglobstar && part === '**') return !0;
            j++;
          }
          if (j === inputPatternCount) return !0;
        }
        return !1;
      };
    }
    var WIN32_ROOT_DIR = /^[A-Z]:\/$/i,
      isRoot = isWin ? (p) => WIN32_ROOT_DIR.test(p) : (p) => p === '/';
    function buildFormat(cwd, root, absolute) {
      if (cwd === root || root.startsWith(`${cwd}/`)) {
        if (absolute) {
          const start = cwd.length + +!isRoot(cwd);
          return (p, isDir) => p.slice(start, isDir ? -1 : void 0) || '.';
        }
        const prefix = root.slice(cwd.length + 1);
        return prefix
          ? (p, isDir) => {
              if (p === '.') return prefix;
              const result = `${prefix}/${p}`;
              return isDir ? result.slice(0, -1) : result;
            }
          : (p, isDir) => (isDir && p !== '.' ? p.slice(0, -1) : p);
      }
      return absolute ? (p) => path.posix.relative(cwd, p) || '.' : (p) => path.posix.relative(cwd, `${root}/${p}`) || '.';
    }
    function buildRelative(cwd, root) {
      if (root.startsWith(`${cwd}/`)) {
        const prefix = root.slice(cwd.length + 1);
        return (p) => `${prefix}/${p}`;
      }
      return (p) => {
        const result = path.posix.relative(cwd, `${root}/${p}`);
        return p[p.length - 1] === '/' && result !== '' ? `${result}/` : result || '.';
      };
    }
    function ensureNonDriveRelativePath(path$1) {
      return path$1.replace(DRIVE_RELATIVE_PATH, (match) => `${match}/`);
    }
    var splitPatternOptions = { parts: !0 };
    function splitPattern(path$2) {
      var _result$parts;
      const result = picomatch.default.scan(path$2, splitPatternOptions);
      return !((_result$parts = result.parts) === null || _result$parts === void 0) && _result$parts.length ? result.parts : [path$2];
    }
    var ESCAPED_WIN32_BACKSLASHES = /\\(?![()[\]{}!+@])/g;
    function convertPosixPathToPattern(path$3) {
      return escapePosixPath(path$3);
    }
    function convertWin32PathToPattern(path$4) {
      return escapeWin32Path(path$4).replace(ESCAPED_WIN32_BACKSLASHES, '/');
    }
    var convertPathToPattern = isWin ? convertWin32PathToPattern : convertPosixPathToPattern,
      POSIX_UNESCAPED_GLOB_SYMBOLS = /(?<!\\)([()[\]{}*?|]|^!|[!+@](?=\()|\\(?![()[\]{}!*+?@|]))/g,
      WIN32_UNESCAPED_GLOB_SYMBOLS = /(?<!\\)([()[\]{}]|^!|[!+@](?=\())/g,
      escapePosixPath = (path$5) => path$5.replace(POSIX_UNESCAPED_GLOB_SYMBOLS, '\\$&'),
      escapeWin32Path = (path$6) => path$6.replace(WIN32_UNESCAPED_GLOB_SYMBOLS, '\\$&'),
      escapePath = isWin ? escapeWin32Path : escapePosixPath;
    function isDynamicPattern(pattern, options) {
      if (options?.caseSensitiveMatch === !1) return !0;
      const scan = picomatch.default.scan(pattern);
      return scan.isGlob || scan.negated;
    }
    function log(...tasks) {
      console.log(`[tinyglobby ${new Date().toLocaleTimeString('es')}]`, ...tasks);
    }
    function ensureStringArray(value) {
      return typeof value == 'string' ? [value] : (value ?? []);
    }
    var PARENT_DIRECTORY = /^(\/?\.\.)+/,
      ESCAPING_BACKSLASHES = /\\(?=[()[\]{}!*+?@|])/g;
    function normalizePattern(pattern, opts, props, isIgnore) {
      var _PARENT_DIRECTORY$exe;
      let cwd = opts.cwd,
        result = pattern;
      pattern[pattern.length - 1] === '/' && (result = pattern.slice(0, -1)),
        result[result.length - 1] !== '*' && opts.expandDirectories && (result += '/**');
      const escapedCwd = escapePath(cwd);
      result = (0, path.isAbsolute)(result.replace(ESCAPING_BACKSLASHES, ''))
        ? path.posix.relative(escapedCwd, result)
        : path.posix.normalize(result);
      const parentDir =
          (_PARENT_DIRECTORY$exe = PARENT_DIRECTORY.exec(result)) === null || _PARENT_DIRECTORY$exe === void 0
            ? void 0
            : _PARENT_DIRECTORY$exe[0],
        parts = splitPattern(result);
      if (parentDir) {
        let n = (parentDir.length + 1) / 3,
          i = 0,
          cwdParts = escapedCwd.split('/');
        for (; i < n && parts[i + n] === cwdParts[cwdParts.length + i - n]; )
          (result = result.slice(0, (n - i - 1) * 3) + result.slice((n - i) * 3 + parts[i + n].length + 1) || '.'), i++;
        const potentialRoot = path.posix.join(cwd, parentDir.slice(i * 3));
        potentialRoot[0] !== '.' &&
          props.root.length > potentialRoot.length &&
          ((props.root = ensureNonDriveRelativePath(potentialRoot)), (props.depthOffset = -n + i));
      }
      if (!isIgnore && props.depthOffset >= 0) {
        var _props$commonPath;
        ((_props$commonPath = props.commonPath) !== null && _props$commonPath !== void 0) || (props.commonPath = parts);
        const newCommonPath = [],
          length = Math.min(props.commonPath.length, parts.length);
        for (let i = 0; i < length; i++) {
          const part = parts[i];
          if (part === '**' && !parts[i + 1]) {
            newCommonPath.pop();
            break;
          }
          if (i === parts.length - 1 || part !== props.commonPath[i] || isDynamicPattern(part)) break;
          newCommonPath.push(part);
        }
        (props.depthOffset = newCommonPath.length),
          (props.commonPath = newCommonPath),
          (props.root = ensureNonDriveRelativePath(newCommonPath.length > 0 ? path.posix.join(cwd, ...newCommonPath) : cwd));
      }
      return result;
    }
    function processPatterns(options, patterns, props) {
      const matchPatterns = [],
        ignorePatterns = [];
      for (const pattern of options.ignore)
        pattern && (pattern[0] !== '!' || pattern[1] === '(') && ignorePatterns.push(normalizePattern(pattern, options, props, !0));
      for (const pattern of patterns)
        pattern &&
          (pattern[0] !== '!' || pattern[1] === '('
            ? matchPatterns.push(normalizePattern(pattern, options, props, !1))
            : (pattern[1] !== '!' || pattern[2] === '(') && ignorePatterns.push(normalizePattern(pattern.slice(1), options, props, !0)));
      return { match: matchPatterns, ignore: ignorePatterns };
    }
    function buildCrawler(options, patterns) {
      const cwd = options.cwd,
        props = { root: cwd, depthOffset: 0 },
        processed = processPatterns(options, patterns, props);
      options.debug && log('internal processing patterns:', processed);
      let { absolute, caseSensitiveMatch, debug, dot, followSymbolicLinks, onlyDirectories } = options,
        root = props.root.replace(BACKSLASHES, ''),
        matchOptions = {
          dot,
          nobrace: options.braceExpansion === !1,
          nocase: !caseSensitiveMatch,
          noextglob: options.extglob === !1,
          noglobstar: options.globstar === !1,
          posix: !0,
        },
        matcher = (0, picomatch.default)(processed.match, matchOptions),
        ignore = (0, picomatch.default)(processed.ignore, matchOptions),
        partialMatcher = getPartialMatcher(processed.match, matchOptions),
        format = buildFormat(cwd, root, absolute),
        excludeFormatter = absolute ? format : buildFormat(cwd, root, !0),
        excludePredicate = (_, p) => {
          const relativePath = excludeFormatter(p, !0);
          return (relativePath !== '.' && !partialMatcher(relativePath)) || ignore(relativePath);
        },
        maxDepth;
      options.deep !== void 0 && (maxDepth = Math.round(options.deep - props.depthOffset));
      const crawler = new fdir.fdir({
        filters: [
          debug
            ? (p, isDirectory) => {
                const path2 = format(p, isDirectory),
                  matches = matcher(path2) && !ignore(path2);
                return matches && log(`matched ${path2}`), matches;
              }
            : (p, isDirectory) => {
                const path2 = format(p, isDirectory);
                return matcher(path2) && !ignore(path2);
              },
        ],
        exclude: debug
          ? (_, p) => {
              const skipped = excludePredicate(_, p);
              return log(`${skipped ? 'skipped' : 'crawling'} ${p}`), skipped;
            }
          : excludePredicate,
        fs: options.fs,
        pathSeparator: '/',
        relativePaths: !absolute,
        resolvePaths: absolute,
        includeBasePath: absolute,
        resolveSymlinks: followSymbolicLinks,
        excludeSymlinks: !followSymbolicLinks,
        excludeFiles: onlyDirectories,
        includeDirs: onlyDirectories || !options.onlyFiles,
        maxDepth,
        signal: options.signal,
      }).crawl(root);
      return (
        options.debug && log('internal properties:', { ...props, root }), [crawler, cwd !== root && !absolute && buildRelative(cwd, root)]
      );
    }
    function formatPaths(paths, mapper) {
      if (mapper) for (let i = paths.length - 1; i >= 0; i--) paths[i] = mapper(paths[i]);
      return paths;
    }
    var defaultOptions = {
      caseSensitiveMatch: !0,
      debug: !!process.env.TINYGLOBBY_DEBUG,
      expandDirectories: !0,
      followSymbolicLinks: !0,
      onlyFiles: !0,
    };
    function getOptions(options) {
      const opts = Object.assign({}, options);
      for (const key in defaultOptions) opts[key] === void 0 && Object.assign(opts, { [key]: defaultOptions[key] });
      return (
        (opts.cwd = (opts.cwd instanceof URL ? (0, url.fileURLToPath)(opts.cwd) : (0, path.resolve)(opts.cwd || process.cwd())).replace(
          BACKSLASHES,
          '/',
        )),
        (opts.ignore = ensureStringArray(opts.ignore)),
        opts.fs &&
          (opts.fs = {
            readdir: opts.fs.readdir || fs5.readdir,
            readdirSync: opts.fs.readdirSync || fs5.readdirSync,
            realpath: opts.fs.realpath || fs5.realpath,
            realpathSync: opts.fs.realpathSync || fs5.realpathSync,
            stat: opts.fs.stat || fs5.stat,
            statSync: opts.fs.statSync || fs5.statSync,
          }),
        opts.debug && log('globbing with options:', opts),
        opts
      );
    }
    function getCrawler(globInput, inputOptions = {}) {
      var _ref;
      if (globInput && inputOptions?.patterns) throw new Error('Cannot pass patterns as both an argument and an option');
      const isModern = isReadonlyArray(globInput) || typeof globInput == 'string',
        patterns = ensureStringArray((_ref = isModern ? globInput : globInput.patterns) !== null && _ref !== void 0 ? _ref : '**/*'),
        options = getOptions(isModern ? inputOptions : globInput);
      return patterns.length > 0 ? buildCrawler(options, patterns) : [];
    }
    async function glob(globInput, options) {
      const [crawler, relative] = getCrawler(globInput, options);
      return crawler ? formatPaths(await crawler.withPromise(), relative) : [];
    }
    function globSync(globInput, options) {
      const [crawler, relative] = getCrawler(globInput, options);
      return crawler ? formatPaths(crawler.sync(), relative) : [];
    }
    exports2.convertPathToPattern = convertPathToPattern;
    exports2.escapePath = escapePath;
    exports2.glob = glob;
    exports2.globSync = globSync;
    exports2.isDynamicPattern = isDynamicPattern;
  },
});
var require_aggregate_flags = __commonJS({
  'node_modules/@oclif/core/lib/util/aggregate-flags.js'(exports2) {
    'use strict';
    Object.defineProperty(exports2, '__esModule', { value: !0 });
    exports2.aggregateFlags = aggregateFlags;
    var flags_1$,
      flags_1$get = () => (flags_1$ ??= require_flags()),
      json = (0, flags_1$get().boolean)({ description: 'Format output as json.', helpGroup: 'GLOBAL' });
    function aggregateFlags(flags, baseFlags, enableJsonFlag) {
      const combinedFlags = { ...baseFlags, ...flags };
      return enableJsonFlag ? { json, ...combinedFlags } : combinedFlags;
    }
  },
});
var require_cache_command = __commonJS({
  'node_modules/@oclif/core/lib/util/cache-command.js'(exports2) {
    'use strict';
    Object.defineProperty(exports2, '__esModule', { value: !0 });
    exports2.cacheCommand = cacheCommand;
    var aggregate_flags_1$,
      aggregate_flags_1$get = () => (aggregate_flags_1$ ??= require_aggregate_flags()),
      cache_default_value_1$,
      cache_default_value_1$get = () => (cache_default_value_1$ ??= require_cache_default_value()),
      ensure_arg_object_1$,
      ensure_arg_object_1$get = () => (ensure_arg_object_1$ ??= require_ensure_arg_object()),
      util_1$,
      util_1$get = () => (util_1$ ??= require_util());
    function mergePrototype(result, cmd) {
      const proto = Object.getPrototypeOf(cmd),
        filteredProto = (0, util_1$get().pickBy)(proto, (v) => v !== void 0);
      return Object.keys(proto).length > 0 ? mergePrototype({ ...filteredProto, ...result }, proto) : result;
    }
    async function cacheFlags(cmdFlags, respectNoCacheDefault) {
      const promises = Object.entries(cmdFlags).map(async ([name, flag2]) => [
        name,
        {
          aliases: flag2.aliases,
          char: flag2.char,
          charAliases: flag2.charAliases,
          combinable: flag2.combinable,
          dependsOn: flag2.dependsOn,
          deprecateAliases: flag2.deprecateAliases,
          deprecated: flag2.deprecated,
          description: flag2.description,
          env: flag2.env,
          exclusive: flag2.exclusive,
          helpGroup: flag2.helpGroup,
          helpLabel: flag2.helpLabel,
          hidden: flag2.hidden,
          name,
          noCacheDefault: flag2.noCacheDefault,
          relationships: flag2.relationships,
          required: flag2.required,
          summary: flag2.summary,
          ...(flag2.type === 'boolean'
            ? { allowNo: flag2.allowNo, type: flag2.type }
            : {
                default: await (0, cache_default_value_1$get().cacheDefaultValue)(flag2, respectNoCacheDefault),
                delimiter: flag2.delimiter,
                hasDynamicHelp: typeof flag2.defaultHelp == 'function',
                helpValue: flag2.helpValue,
                multiple: flag2.multiple,
                options: flag2.options,
                type: flag2.type,
              }),
        },
      ]);
      return Object.fromEntries(await Promise.all(promises));
    }
    async function cacheArgs(cmdArgs, respectNoCacheDefault) {
      const promises = Object.entries(cmdArgs).map(async ([name, arg]) => [
        name,
        {
          default: await (0, cache_default_value_1$get().cacheDefaultValue)(arg, respectNoCacheDefault),
          description: arg.description,
          hidden: arg.hidden,
          multiple: arg.multiple,
          name,
          noCacheDefault: arg.noCacheDefault,
          options: arg.options,
          required: arg.required,
        },
      ]);
      return Object.fromEntries(await Promise.all(promises));
    }
    async function cacheCommand(uncachedCmd, plugin, respectNoCacheDefault = !1) {
      const cmd = mergePrototype(uncachedCmd, uncachedCmd),
        uncachedFlags = cmd.flags ?? cmd._flags,
        uncachedBaseFlags = cmd.baseFlags ?? cmd._baseFlags,
        [flags, args] = await Promise.all([
          cacheFlags(
            (0, aggregate_flags_1$get().aggregateFlags)(uncachedFlags, uncachedBaseFlags, cmd.enableJsonFlag),
            respectNoCacheDefault,
          ),
          cacheArgs((0, ensure_arg_object_1$get().ensureArgObject)(cmd.args), respectNoCacheDefault),
        ]),
        stdProperties = {
          aliases: (cmd.aliases ?? []).map((a) => a.replaceAll(' ', ':')),
          args,
          deprecateAliases: cmd.deprecateAliases,
          deprecationOptions: cmd.deprecationOptions,
          description: cmd.description,
          examples: cmd.examples ?? cmd.example,
          flags,
          hasDynamicHelp: Object.values(flags).some((f) => f.hasDynamicHelp),
          hidden: cmd.hidden,
          hiddenAliases: cmd.hiddenAliases ?? [],
          id: cmd.id,
          pluginAlias: plugin?.alias,
          pluginName: plugin?.name,
          pluginType: plugin?.type,
          state: cmd.state,
          strict: cmd.strict,
          summary: cmd.summary,
          usage: cmd.usage,
        },
        ignoreCommandProperties = ['plugin', '_flags', '_enableJsonFlag', '_globalFlags', '_baseFlags', 'baseFlags', '_--', '_base'],
        stdKeysAndIgnored = new Set([...ignoreCommandProperties, ...Object.keys(stdProperties)]),
        keysToAdd = Object.keys(cmd).filter((property) => !stdKeysAndIgnored.has(property)),
        additionalProperties = Object.fromEntries(keysToAdd.map((key) => [key, cmd[key]]));
      return { ...stdProperties, ...additionalProperties };
    }
  },
});
var require_find_root = __commonJS({
  'node_modules/@oclif/core/lib/util/find-root.js'(exports2) {
    'use strict';
    Object.defineProperty(exports2, '__esModule', { value: !0 });
    exports2.debug = debug;
    exports2.findRoot = findRoot;
    var node_path_1$,
      node_path_1$get = () => (node_path_1$ ??= require('node:path')),
      logger_1$,
      logger_1$get = () => (logger_1$ ??= require_logger()),
      fs_1$,
      fs_1$get = () => (fs_1$ ??= require_fs());
    function debug(...scope) {
      return (formatter, ...args) => {
        (0, logger_1$get().getLogger)(['find-root', ...scope].join(':')).debug(formatter, ...args);
      };
    }
    function* up(from) {
      for (; (0, node_path_1$get().dirname)(from) !== from; ) yield from, (from = (0, node_path_1$get().dirname)(from));
      yield from;
    }
    async function findPluginRoot(root, name) {
      if ((debug(name ?? 'root-plugin')(`Finding root starting at ${root}`), name)) {
        for (const next of up(root))
          if (next.endsWith((0, node_path_1$get().basename)(name))) return debug(name)('Found root based on plugin name!'), next;
      }
      for (const next of up(root))
        if (
          !(
            (0, node_path_1$get().basename)((0, node_path_1$get().dirname)(next)) === 'bin' &&
            ['dev', 'dev.cmd', 'dev.js', 'run', 'run.cmd', 'run.js'].includes((0, node_path_1$get().basename)(next))
          )
        )
          try {
            const cur = (0, node_path_1$get().join)(next, 'package.json');
            if ((debug(name ?? 'root-plugin')(`Checking ${cur}`), await (0, fs_1$get().safeReadJson)(cur)))
              return debug(name ?? 'root-plugin')('Found root by traversing up from starting point!'), (0, node_path_1$get().dirname)(cur);
          } catch {}
    }
    async function findRootLegacy(name, root) {
      debug(name ?? 'root-plugin')('Finding root using legacy method');
      for (const next of up(root)) {
        let cur;
        if (name) {
          if (((cur = (0, node_path_1$get().join)(next, 'node_modules', name, 'package.json')), await (0, fs_1$get().safeReadJson)(cur)))
            return (0, node_path_1$get().dirname)(cur);
          if ((await (0, fs_1$get().safeReadJson)((0, node_path_1$get().join)(next, 'package.json')))?.name === name) return next;
        } else if (((cur = (0, node_path_1$get().join)(next, 'package.json')), await (0, fs_1$get().safeReadJson)(cur)))
          return (0, node_path_1$get().dirname)(cur);
      }
    }
    var pnp;
    function maybeRequirePnpApi(root) {
      if (pnp) return pnp;
      try {
        return (pnp = require(require.resolve('pnpapi', { paths: [root] }))), pnp;
      } catch {}
    }
    var getKey = (locator) => JSON.stringify(locator),
      isPeerDependency = (pkg, parentPkg, name) =>
        getKey(pkg?.packageDependencies.get(name)) === getKey(parentPkg?.packageDependencies.get(name));
    function findPnpRoot(name, root) {
      if ((maybeRequirePnpApi(root), !pnp)) return;
      debug(name)('Finding root for using pnp method');
      const seen = new Set(),
        traverseDependencyTree = (locator, parentPkg) => {
          const key = getKey(locator);
          if (seen.has(key)) return;
          const pkg = pnp.getPackageInformation(locator);
          if (locator.name === name) return pkg.packageLocation;
          seen.add(key);
          for (const [name2, referencish] of pkg.packageDependencies) {
            if (referencish === null || (parentPkg !== null && isPeerDependency(pkg, parentPkg, name2))) continue;
            const childLocator = pnp.getLocator(name2, referencish),
              foundSomething = traverseDependencyTree(childLocator, pkg);
            if (foundSomething) return foundSomething;
          }
          seen.delete(key);
        };
      for (const locator of pnp.getDependencyTreeRoots()) {
        const foundSomething = traverseDependencyTree(locator);
        if (foundSomething) return foundSomething;
      }
    }
    async function findRoot(name, root) {
      if (name) {
        debug(name)(`Finding root using ${root}`);
        let pkgPath;
        try {
          (pkgPath = require.resolve(name, { paths: [root] })), debug(name)('Found starting point with require.resolve');
        } catch {
          debug(name)('require.resolve could not find plugin starting point');
        }
        if (pkgPath) {
          const found3 = await findPluginRoot((0, node_path_1$get().dirname)(pkgPath), name);
          if (found3) return debug(name)(`Found root at ${found3}`), found3;
        }
        const found2 = process.versions.pnp ? findPnpRoot(name, root) : await findRootLegacy(name, root);
        return debug(name)(found2 ? `Found root at ${found2}` : 'No root found!'), found2;
      }
      debug('root-plugin')(`Finding root plugin using ${root}`);
      const found = await findPluginRoot(root);
      return debug('root-plugin')(found ? `Found root at ${found}` : 'No root found!'), found;
    }
  },
});
var require_src2 = __commonJS({
  'node_modules/lilconfig/src/index.js'(exports2, module2) {
    var path = require('path'),
      fs5 = require('fs'),
      os2 = require('os'),
      url = require('url'),
      fsReadFileAsync = fs5.promises.readFile;
    function getDefaultSearchPlaces(name, sync) {
      return [
        'package.json',
        `.${name}rc.json`,
        `.${name}rc.js`,
        `.${name}rc.cjs`,
        ...(sync ? [] : [`.${name}rc.mjs`]),
        `.config/${name}rc`,
        `.config/${name}rc.json`,
        `.config/${name}rc.js`,
        `.config/${name}rc.cjs`,
        ...(sync ? [] : [`.config/${name}rc.mjs`]),
        `${name}.config.js`,
        `${name}.config.cjs`,
        ...(sync ? [] : [`${name}.config.mjs`]),
      ];
    }
    function parentDir(p) {
      return path.dirname(p) || path.sep;
    }
    var jsonLoader = (_, content) => JSON.parse(content.replace(/^\uFEFF/, '')),
      requireFunc = typeof __webpack_require__ == 'function' ? __non_webpack_require__ : require,
      defaultLoadersSync = Object.freeze({ '.js': requireFunc, '.json': requireFunc, '.cjs': requireFunc, noExt: jsonLoader });
    module2.exports.defaultLoadersSync = defaultLoadersSync;
    var dynamicImport = async (id) => {
        try {
          return (await import(url.pathToFileURL(id).href)).default;
        } catch (e) {
          try {
            return requireFunc(id);
          } catch (requireE) {
            throw requireE.code === 'ERR_REQUIRE_ESM' ||
              (requireE instanceof SyntaxError && requireE.toString().includes('Cannot use import statement outside a module'))
              ? e
              : requireE;
          }
        }
      },
      defaultLoaders = Object.freeze({
        '.js': dynamicImport,
        '.mjs': dynamicImport,
        '.cjs': dynamicImport,
        '.json': jsonLoader,
        noExt: jsonLoader,
      });
    module2.exports.defaultLoaders = defaultLoaders;
    function getOptions(name, options, sync) {
      const conf = {
        stopDir: os2.homedir(),
        searchPlaces: getDefaultSearchPlaces(name, sync),
        ignoreEmptySearchPlaces: !0,
        cache: !0,
        transform: (x) => x,
        packageProp: [name],
        ...options,
        loaders: { ...(sync ? defaultLoadersSync : defaultLoaders), ...options.loaders },
      };
      return (
        (conf.stopDir = path.resolve(conf.stopDir)),
        conf.searchPlaces.forEach((place) => {
          const key = path.extname(place) || 'noExt',
            loader = conf.loaders[key];
          if (!loader) throw new Error(`Missing loader for extension "${place}"`);
          if (typeof loader != 'function') throw new Error(`Loader for extension "${place}" is not a function: Received ${typeof loader}.`);
        }),
        conf
      );
    }
    function getPackageProp(props, obj) {
      return typeof props == 'string' && props in obj
        ? obj[props]
        : (Array.isArray(props) ? props : props.split('.')).reduce((acc, prop) => (acc === void 0 ? acc : acc[prop]), obj) || null;
    }
    function validateFilePath(filepath) {
      if (!filepath) throw new Error('load must pass a non-empty string');
    }
    function validateLoader(loader, ext) {
      if (!loader) throw new Error(`No loader specified for extension "${ext}"`);
      if (typeof loader != 'function') throw new Error('loader is not a function');
    }
    var makeEmplace = (enableCache) => (c, filepath, res) => (enableCache && c.set(filepath, res), res);
    module2.exports.lilconfig = (name, options) => {
      const { ignoreEmptySearchPlaces, loaders, packageProp, searchPlaces, stopDir, transform, cache } = getOptions(
          name,
          options ?? {},
          !1,
        ),
        searchCache = new Map(),
        loadCache = new Map(),
        emplace = makeEmplace(cache);
      return {
        async search(searchFrom = process.cwd()) {
          let result = { config: null, filepath: '' },
            visited = new Set(),
            dir = path.resolve(searchFrom);
          dirLoop: for (;;) {
            if (cache) {
              const r = searchCache.get(dir);
              if (r !== void 0) {
                for (const p of visited) searchCache.set(p, r);
                return r;
              }
              visited.add(dir);
            }
            for (const searchPlace of searchPlaces) {
              const filepath = path.join(dir, searchPlace);
              try {
                await fs5.promises.access(filepath);
              } catch {
                continue;
              }
              const content = String(await fsReadFileAsync(filepath)),
                loaderKey = path.extname(searchPlace) || 'noExt',
                loader = loaders[loaderKey];
              if (searchPlace === 'package.json') {
                const pkg = await loader(filepath, content),
                  maybeConfig = getPackageProp(packageProp, pkg);
                if (maybeConfig != null) {
                  (result.config = maybeConfig), (result.filepath = filepath);
                  break dirLoop;
                }
                continue;
              }
              const isEmpty = content.trim() === '';
              if (!(isEmpty && ignoreEmptySearchPlaces)) {
                isEmpty
                  ? ((result.isEmpty = !0), (result.config = void 0))
                  : (validateLoader(loader, loaderKey), (result.config = await loader(filepath, content))),
                  (result.filepath = filepath);
                break dirLoop;
              }
            }
            if (dir === stopDir || dir === parentDir(dir)) break;
            dir = parentDir(dir);
          }
          const transformed = result.filepath === '' && result.config === null ? transform(null) : transform(result);
          if (cache) for (const p of visited) searchCache.set(p, transformed);
          return transformed;
        },
        async load(filepath) {
          validateFilePath(filepath);
          const absPath = path.resolve(process.cwd(), filepath);
          if (cache && loadCache.has(absPath)) return loadCache.get(absPath);
          const { base, ext } = path.parse(absPath),
            loaderKey = ext || 'noExt',
            loader = loaders[loaderKey];
          validateLoader(loader, loaderKey);
          const content = String(await fsReadFileAsync(absPath));
          if (base === 'package.json') {
            const pkg = await loader(absPath, content);
            return emplace(loadCache, absPath, transform({ config: getPackageProp(packageProp, pkg), filepath: absPath }));
          }
          const result = { config: null, filepath: absPath },
            isEmpty = content.trim() === '';
          return isEmpty && ignoreEmptySearchPlaces
            ? emplace(loadCache, absPath, transform({ config: void 0, filepath: absPath, isEmpty: !0 }))
            : ((result.config = isEmpty ? void 0 : await loader(absPath, content)),
              emplace(loadCache, absPath, transform(isEmpty ? { ...result, isEmpty, config: void 0 } : result)));
        },
        clearLoadCache() {
          cache && loadCache.clear();
        },
        clearSearchCache() {
          cache && searchCache.clear();
        },
        clearCaches() {
          cache && (loadCache.clear(), searchCache.clear());
        },
      };
    };
    module2.exports.lilconfigSync = (name, options) => {
      const { ignoreEmptySearchPlaces, loaders, packageProp, searchPlaces, stopDir, transform, cache } = getOptions(
          name,
          options ?? {},
          !0,
        ),
        searchCache = new Map(),
        loadCache = new Map(),
        emplace = makeEmplace(cache);
      return {
        search(searchFrom = process.cwd()) {
          let result = { config: null, filepath: '' },
            visited = new Set(),
            dir = path.resolve(searchFrom);
          dirLoop: for (;;) {
            if (cache) {
              const r = searchCache.get(dir);
              if (r !== void 0) {
                for (const p of visited) searchCache.set(p, r);
                return r;
              }
              visited.add(dir);
            }
            for (const searchPlace of searchPlaces) {
              const filepath = path.join(dir, searchPlace);
              try {
                fs5.accessSync(filepath);
              } catch {
                continue;
              }
              const loaderKey = path.extname(searchPlace) || 'noExt',
                loader = loaders[loaderKey],
                content = String(fs5.readFileSync(filepath));
              if (searchPlace === 'package.json') {
                const pkg = loader(filepath, content),
                  maybeConfig = getPackageProp(packageProp, pkg);
                if (maybeConfig != null) {
                  (result.config = maybeConfig), (result.filepath = filepath);
                  break dirLoop;
                }
                continue;
              }
              const isEmpty = content.trim() === '';
              if (!(isEmpty && ignoreEmptySearchPlaces)) {
                isEmpty
                  ? ((result.isEmpty = !0), (result.config = void 0))
                  : (validateLoader(loader, loaderKey), (result.config = loader(filepath, content))),
                  (result.filepath = filepath);
                break dirLoop;
              }
            }
            if (dir === stopDir || dir === parentDir(dir)) break;
            dir = parentDir(dir);
          }
          const transformed = result.filepath === '' && result.config === null ? transform(null) : transform(result);
          if (cache) for (const p of visited) searchCache.set(p, transformed);
          return transformed;
        },
        load(filepath) {
          validateFilePath(filepath);
          const absPath = path.resolve(process.cwd(), filepath);
          if (cache && loadCache.has(absPath)) return loadCache.get(absPath);
          const { base, ext } = path.parse(absPath),
            loaderKey = ext || 'noExt',
            loader = loaders[loaderKey];
          validateLoader(loader, loaderKey);
          const content = String(fs5.readFileSync(absPath));
          if (base === 'package.json') {
            const pkg = loader(absPath, content);
            return transform({ config: getPackageProp(packageProp, pkg), filepath: absPath });
          }
          const result = { config: null, filepath: absPath },
            isEmpty = content.trim() === '';
          return isEmpty && ignoreEmptySearchPlaces
            ? emplace(loadCache, absPath, transform({ filepath: absPath, config: void 0, isEmpty: !0 }))
            : ((result.config = isEmpty ? void 0 : loader(absPath, content)),
              emplace(loadCache, absPath, transform(isEmpty ? { ...result, isEmpty, config: void 0 } : result)));
        },
        clearLoadCache() {
          cache && loadCache.clear();
        },
        clearSearchCache() {
          cache && searchCache.clear();
        },
        clearCaches() {
          cache && (loadCache.clear(), searchCache.clear());
        },
      };
    };
  },
});
var require_read_pjson = __commonJS({
  'node_modules/@oclif/core/lib/util/read-pjson.js'(exports2) {
    'use strict';
    Object.defineProperty(exports2, '__esModule', { value: !0 });
    exports2.readPjson = readPjson;
    var lilconfig_1$,
      lilconfig_1$get = () => (lilconfig_1$ ??= require_src2()),
      node_path_1$,
      node_path_1$get = () => (node_path_1$ ??= require('node:path')),
      logger_1$,
      logger_1$get = () => (logger_1$ ??= require_logger()),
      fs_1$,
      fs_1$get = () => (fs_1$ ??= require_fs()),
      debug = (0, logger_1$get().makeDebug)('read-pjson');
    async function readPjson(path) {
      const pjsonPath = (0, node_path_1$get().join)(path, 'package.json');
      if (process.env.OCLIF_DISABLE_RC) return debug('OCLIF_DISABLE_RC is set, skipping rc search'), (0, fs_1$get().readJson)(pjsonPath);
      const pjson = await (0, fs_1$get().readJson)(pjsonPath);
      if (pjson.oclif) return debug(`found oclif config in ${pjsonPath}`), pjson;
      debug(`searching for oclif config in ${path}`);
      const result = await (0, lilconfig_1$get().lilconfig)('oclif', {
        searchPlaces: [
          '.oclifrc',
          '.oclifrc.json',
          '.oclifrc.js',
          '.oclifrc.mjs',
          '.oclifrc.cjs',
          'oclif.config.js',
          'oclif.config.mjs',
          'oclif.config.cjs',
        ],
        stopDir: path,
      }).search(path);
      return result?.config
        ? (debug(`found oclif config for ${path}: %O`, result), { ...pjson, oclif: result?.config ?? {} })
        : (debug(`no oclif config found in ${path}`), pjson);
    }
  },
});
var require_plugin = __commonJS({
  'node_modules/@oclif/core/lib/config/plugin.js'(exports2) {
    'use strict';
    var __importDefault = (exports2 && exports2.__importDefault) || ((mod) => (mod && mod.__esModule ? mod : { default: mod }));
    Object.defineProperty(exports2, '__esModule', { value: !0 });
    exports2.Plugin = void 0;
    var node_path_1$,
      node_path_1$get = () => (node_path_1$ ??= require('node:path')),
      node_util_1$,
      node_util_1$get = () => (node_util_1$ ??= require('node:util')),
      tinyglobby_1$,
      tinyglobby_1$get = () => (tinyglobby_1$ ??= require_dist2()),
      cache_1$,
      cache_1$get = () => (cache_1$ ??= __importDefault(require_cache())),
      errors_1$,
      errors_1$get = () => (errors_1$ ??= require_errors()),
      module_loader_1$,
      module_loader_1$get = () => (module_loader_1$ ??= require_module_loader()),
      performance_1$,
      performance_1$get = () => (performance_1$ ??= require_performance()),
      symbols_1$,
      symbols_1$get = () => (symbols_1$ ??= require_symbols()),
      cache_command_1$,
      cache_command_1$get = () => (cache_command_1$ ??= require_cache_command()),
      find_root_1$,
      find_root_1$get = () => (find_root_1$ ??= require_find_root()),
      fs_1$,
      fs_1$get = () => (fs_1$ ??= require_fs()),
      read_pjson_1$,
      read_pjson_1$get = () => (read_pjson_1$ ??= require_read_pjson()),
      util_1$,
      util_1$get = () => (util_1$ ??= require_util()),
      ts_path_1$,
      ts_path_1$get = () => (ts_path_1$ ??= require_ts_path()),
      util_2$,
      util_2$get = () => (util_2$ ??= require_util2()),
      _pjson = cache_1$get().default.getInstance().get('@oclif/core');
    function topicsToArray(input, base) {
      return input
        ? ((base = base ? `${base}:` : ''),
          Array.isArray(input)
            ? [...input, input.flatMap((t) => topicsToArray(t.subtopics, `${base}${t.name}`))]
            : Object.keys(input).flatMap(
                (k) => (
                  (input[k].name = k),
                  [{ ...input[k], name: `${base}${k}` }, ...topicsToArray(input[k].subtopics, `${base}${input[k].name}`)]
                ),
              ))
        : [];
    }
    var cachedCommandCanBeUsed = (manifest, id) =>
        !!(manifest?.commands[id] && 'isESM' in manifest.commands[id] && 'relativePath' in manifest.commands[id]),
      searchForCommandClass = (cmd) =>
        typeof cmd.run == 'function'
          ? cmd
          : cmd.default?.run
            ? cmd.default
            : Object.values(cmd).find((cmd2) => typeof cmd2.run == 'function'),
      ensureCommandClass = (cmd) => {
        if (cmd && typeof cmd.run == 'function') return cmd;
      },
      GLOB_PATTERNS = ['**/*.+(js|cjs|mjs|ts|tsx|mts|cts)', '!**/*.+(d.ts|test.ts|test.js|spec.ts|spec.js|d.mts|d.cts)?(x)'];
    function processCommandIds(files) {
      return files.map((file) => {
        const p = (0, node_path_1$get().parse)(file),
          topics = p.dir.split('/'),
          command = p.name !== 'index' && p.name,
          id = [...topics, command].filter(Boolean).join(':');
        return id === '' ? symbols_1$get().SINGLE_COMMAND_CLI_SYMBOL : id;
      });
    }
    function determineCommandDiscoveryOptions(commandDiscovery) {
      if (commandDiscovery) {
        if (typeof commandDiscovery == 'string') return { globPatterns: GLOB_PATTERNS, strategy: 'pattern', target: commandDiscovery };
        if (!commandDiscovery.target) throw new (errors_1$get().CLIError)('`oclif.commandDiscovery.target` is required.');
        if (!commandDiscovery.strategy) throw new (errors_1$get().CLIError)('`oclif.commandDiscovery.strategy` is required.');
        return (
          commandDiscovery.strategy === 'explicit' && !commandDiscovery.identifier && (commandDiscovery.identifier = 'default'),
          commandDiscovery
        );
      }
    }
    function determineHookOptions(hook) {
      return typeof hook == 'string'
        ? { identifier: 'default', target: hook }
        : hook.identifier
          ? hook
          : { ...hook, identifier: 'default' };
    }
    var Plugin = class {
      options;
      _base = `${_pjson.name}@${_pjson.version}`;
      _debug = (0, util_2$get().makeDebug)();
      alias;
      alreadyLoaded = !1;
      children = [];
      commandIDs = [];
      commands;
      commandsDir;
      hasManifest = !1;
      hooks;
      isRoot = !1;
      manifest;
      moduleType;
      name;
      parent;
      pjson;
      root;
      tag;
      type;
      valid = !1;
      version;
      #base = `${_pjson.name}@${_pjson.version}`;
      commandCache;
      commandDiscoveryOpts;
      flexibleTaxonomy;
      constructor(options) {
        this.options = options;
      }
      get topics() {
        return topicsToArray(this.pjson.oclif.topics || {});
      }
      async findCommand(id, opts = {}) {
        const marker = performance_1$get().Performance.mark(
            performance_1$get().OCLIF_MARKER_OWNER,
            `plugin.findCommand#${this.name}.${id}`,
            { id, plugin: this.name },
          ),
          cmd = await (async () => {
            if (this.commandDiscoveryOpts?.strategy === 'pattern') {
              const commandsDir = await this.getCommandsDir();
              if (!commandsDir) return;
              let module3, isESM, filePath;
              try {
                ({
                  filePath,
                  isESM,
                  module: module3,
                } = cachedCommandCanBeUsed(this.manifest, id)
                  ? await (0, module_loader_1$get().loadWithDataFromManifest)(this.manifest.commands[id], this.root)
                  : await (0, module_loader_1$get().loadWithData)(
                      this,
                      (0, node_path_1$get().join)(commandsDir ?? this.pjson.oclif.commands, ...id.split(':')),
                    )),
                  this._debug(isESM ? '(import)' : '(require)', filePath);
              } catch (error) {
                if (!opts.must && error.code === 'MODULE_NOT_FOUND') return;
                throw error;
              }
              const cmd2 = searchForCommandClass(module3);
              return cmd2
                ? ((cmd2.id = id),
                  (cmd2.plugin = this),
                  (cmd2.isESM = isESM),
                  (cmd2.relativePath = (0, node_path_1$get().relative)(this.root, filePath || '').split(node_path_1$get().sep)),
                  cmd2)
                : void 0;
            }
            if (this.commandDiscoveryOpts?.strategy === 'single' || this.commandDiscoveryOpts?.strategy === 'explicit') {
              const commandCache = await this.loadCommandsFromTarget(),
                cmd2 = ensureCommandClass(commandCache?.[id]);
              return cmd2 ? ((cmd2.id = id), (cmd2.plugin = this), cmd2) : void 0;
            }
          })();
        return !cmd && opts.must && (0, errors_1$get().error)(`command ${id} not found`), marker?.stop(), cmd;
      }
      async load() {
        (this.type = this.options.type ?? 'core'),
          (this.tag = this.options.tag),
          (this.isRoot = this.options.isRoot ?? !1),
          this.options.parent && (this.parent = this.options.parent);
        const root =
          (this.options.pjson && this.options.isRoot) || (this.type === 'link' && !this.parent)
            ? this.options.root
            : await (0, find_root_1$get().findRoot)(this.options.name, this.options.root);
        if (!root) throw new (errors_1$get().CLIError)(`could not find package.json with ${(0, node_util_1$get().inspect)(this.options)}`);
        if (
          ((this.root = root),
          this._debug(`loading ${this.type} plugin from ${root}`),
          (this.pjson = this.options.pjson ?? (await (0, read_pjson_1$get().readPjson)(root))),
          (this.flexibleTaxonomy = this.options?.flexibleTaxonomy || this.pjson.oclif?.flexibleTaxonomy || !1),
          (this.moduleType = this.pjson.type === 'module' ? 'module' : 'commonjs'),
          (this.name = this.pjson.name),
          (this.alias = this.options.name ?? this.pjson.name),
          !this.name)
        )
          throw new (errors_1$get().CLIError)(`no name in package.json (${root})`);
        (this._debug = (0, util_2$get().makeDebug)(this.name)),
          (this.version = this.pjson.version),
          this.pjson.oclif ? (this.valid = !0) : (this.pjson.oclif = this.pjson['cli-engine'] || {}),
          (this.hooks = Object.fromEntries(
            Object.entries(this.pjson.oclif.hooks ?? {}).map(([k, v]) => [
              k,
              (0, util_1$get().castArray)(v).map((v2) => determineHookOptions(v2)),
            ]),
          )),
          (this.commandDiscoveryOpts = determineCommandDiscoveryOptions(this.pjson.oclif?.commands)),
          this._debug('command discovery options', this.commandDiscoveryOpts),
          (this.manifest = await this._manifest()),
          (this.commands = Object.entries(this.manifest.commands)
            .map(([id, c]) => ({
              ...c,
              load: async () => this.findCommand(id, { must: !0 }),
              pluginAlias: this.alias,
              pluginType: c.pluginType === 'jit' ? 'jit' : this.type,
            }))
            .sort((a, b) => a.id.localeCompare(b.id)));
      }
      async _manifest() {
        const isIgnoreManifest = !!this.options.ignoreManifest,
          isErrorOnManifestCreate = !!this.options.errorOnManifestCreate,
          isRespectNoCacheDefault = !!this.options.respectNoCacheDefault,
          readManifest = async (dotfile = !1) => {
            try {
              const p = (0, node_path_1$get().join)(this.root, `${dotfile ? '.' : ''}oclif.manifest.json`),
                manifest2 = await (0, fs_1$get().readJson)(p);
              if (!process.env.OCLIF_NEXT_VERSION && manifest2.version.split('-', 1)[0] !== this.version.split('-', 1)[0])
                process.emitWarning(`Mismatched version in ${this.name} plugin manifest. Expected: ${this.version} Received: ${manifest2.version}
This usually means you have an oclif.manifest.json file that should be deleted in development. This file should be automatically generated when publishing.`);
              else return this._debug('using manifest from', p), (this.hasManifest = !0), manifest2;
            } catch (error) {
              if (error.code === 'ENOENT') {
                if (!dotfile) return readManifest(!0);
              } else this.warn(error, 'readManifest');
            }
          },
          marker = performance_1$get().Performance.mark(performance_1$get().OCLIF_MARKER_OWNER, `plugin.manifest#${this.name}`, {
            plugin: this.name,
          });
        if (!isIgnoreManifest) {
          const manifest2 = await readManifest();
          if (manifest2)
            return (
              marker?.addDetails({ commandCount: Object.keys(manifest2.commands).length, fromCache: !0 }),
              marker?.stop(),
              (this.commandIDs = Object.keys(manifest2.commands)),
              manifest2
            );
        }
        this.commandIDs = await this.getCommandIDs();
        const manifest = {
          commands: (
            await Promise.all(
              this.commandIDs.map(async (id) => {
                try {
                  const found = await this.findCommand(id, { must: !0 }),
                    cached = await (0, cache_command_1$get().cacheCommand)(found, this, isRespectNoCacheDefault);
                  if (((cached.id = id), this.flexibleTaxonomy)) {
                    const permutations = (0, util_2$get().getCommandIdPermutations)(id),
                      aliasPermutations = cached.aliases.flatMap((a) => (0, util_2$get().getCommandIdPermutations)(a));
                    return [id, { ...cached, aliasPermutations, permutations }];
                  }
                  return [id, cached];
                } catch (error) {
                  const scope = `findCommand (${id})`;
                  if (isErrorOnManifestCreate) throw this.addErrorScope(error, scope);
                  this.warn(error, scope);
                }
              }),
            )
          )
            .filter((f) => !!f)
            .reduce((commands, [id, c]) => ((commands[id] = c), commands), {}),
          version: this.version,
        };
        return marker?.addDetails({ commandCount: Object.keys(manifest.commands).length, fromCache: !1 }), marker?.stop(), manifest;
      }
      addErrorScope(err, scope) {
        return (
          (err.name = err.name ?? (0, node_util_1$get().inspect)(err).trim()),
          (err.detail = (0, util_1$get().compact)([
            err.detail,
            `module: ${this.#base}`,
            scope && `task: ${scope}`,
            `plugin: ${this.name}`,
            `root: ${this.root}`,
            ...(err.code ? [`code: ${err.code}`] : []),
            ...(err.message ? [`message: ${err.message}`] : []),
            'See more details with DEBUG=*',
          ]).join(`
`)),
          err
        );
      }
      async getCommandIDs() {
        let marker = performance_1$get().Performance.mark(performance_1$get().OCLIF_MARKER_OWNER, `plugin.getCommandIDs#${this.name}`, {
            plugin: this.name,
          }),
          ids;
        switch (this.commandDiscoveryOpts?.strategy) {
          case 'explicit': {
            ids = (await this.getCommandIdsFromTarget()) ?? [];
            break;
          }
          case 'pattern': {
            ids = await this.getCommandIdsFromPattern();
            break;
          }
          case 'single': {
            ids = (await this.getCommandIdsFromTarget()) ?? [];
            break;
          }
          default:
            ids = [];
        }
        return this._debug('found commands', ids), marker?.addDetails({ count: ids.length }), marker?.stop(), ids;
      }
      async getCommandIdsFromPattern() {
        const commandsDir = await this.getCommandsDir();
        if (!commandsDir) return [];
        this._debug(`loading IDs from ${commandsDir}`);
        const files = await (0, tinyglobby_1$get().glob)(this.commandDiscoveryOpts?.globPatterns ?? GLOB_PATTERNS, { cwd: commandsDir });
        return processCommandIds(files);
      }
      async getCommandIdsFromTarget() {
        if (await this.loadCommandsFromTarget())
          return Object.entries((await this.loadCommandsFromTarget()) ?? [])
            .filter(([, cmd]) => ensureCommandClass(cmd))
            .map(([id]) => id);
      }
      async getCommandsDir() {
        return this.commandsDir
          ? this.commandsDir
          : ((this.commandsDir = await (0, ts_path_1$get().tsPath)(this.root, this.commandDiscoveryOpts?.target, this)), this.commandsDir);
      }
      async loadCommandsFromTarget() {
        if (this.commandCache) return this.commandCache;
        if (this.commandDiscoveryOpts?.strategy === 'explicit' && this.commandDiscoveryOpts.target) {
          const filePath = await (0, ts_path_1$get().tsPath)(this.root, this.commandDiscoveryOpts.target, this),
            module3 = await (0, module_loader_1$get().load)(this, filePath);
          return (this.commandCache = module3[this.commandDiscoveryOpts?.identifier ?? 'default'] ?? {}), this.commandCache;
        }
        if (this.commandDiscoveryOpts?.strategy === 'single' && this.commandDiscoveryOpts.target) {
          const filePath = await (0, ts_path_1$get().tsPath)(this.root, this.commandDiscoveryOpts?.target ?? this.root, this),
            module3 = await (0, module_loader_1$get().load)(this, filePath);
          return (this.commandCache = { [symbols_1$get().SINGLE_COMMAND_CLI_SYMBOL]: searchForCommandClass(module3) }), this.commandCache;
        }
      }
      warn(err, scope) {
        typeof err == 'string' && (err = new Error(err));
        const warning = this.addErrorScope(err, scope);
        process.emitWarning(warning.name, warning);
      }
    };
    exports2.Plugin = Plugin;
  },
});
var require_plugin_loader = __commonJS({
  'node_modules/@oclif/core/lib/config/plugin-loader.js'(exports2) {
    'use strict';
    Object.defineProperty(exports2, '__esModule', { value: !0 });
    var minimatch_1$,
      minimatch_1$get = () => (minimatch_1$ ??= require_commonjs3()),
      node_path_1$,
      node_path_1$get = () => (node_path_1$ ??= require('node:path')),
      performance_1$,
      performance_1$get = () => (performance_1$ ??= require_performance()),
      fs_1$,
      fs_1$get = () => (fs_1$ ??= require_fs()),
      util_1$,
      util_1$get = () => (util_1$ ??= require_util()),
      plugin_1$,
      plugin_1$get = () => (plugin_1$ ??= require_plugin()),
      util_2$,
      util_2$get = () => (util_2$ ??= require_util2()),
      debug = (0, util_2$get().makeDebug)();
    function findMatchingDependencies(dependencies, patterns) {
      return Object.keys(dependencies).filter((p) => patterns.some((w) => (0, minimatch_1$get().minimatch)(p, w)));
    }
    var PluginLoader = class {
      options;
      errors = [];
      plugins = new Map();
      pluginsProvided = !1;
      constructor(options) {
        (this.options = options),
          options.plugins &&
            ((this.pluginsProvided = !0),
            (this.plugins = Array.isArray(options.plugins) ? new Map(options.plugins.map((p) => [p.name, p])) : options.plugins));
      }
      async loadChildren(opts) {
        return (
          (!this.pluginsProvided || opts.force) &&
            (await this.loadUserPlugins(opts), await this.loadDevPlugins(opts), await this.loadCorePlugins(opts)),
          { errors: this.errors, plugins: this.plugins }
        );
      }
      async loadRoot({ pjson }) {
        let rootPlugin;
        if (this.pluginsProvided) {
          const plugins = [...this.plugins.values()];
          rootPlugin = plugins.find((p) => p.root === this.options.root) ?? plugins[0];
        } else {
          const marker = performance_1$get().Performance.mark(performance_1$get().OCLIF_MARKER_OWNER, 'plugin.load#root');
          (rootPlugin = new (plugin_1$get().Plugin)({
            ignoreManifest: this.options.ignoreManifest,
            isRoot: !0,
            pjson,
            root: this.options.root,
          })),
            await rootPlugin.load(),
            marker?.addDetails({
              commandCount: rootPlugin.commands.length,
              hasManifest: rootPlugin.hasManifest ?? !1,
              name: rootPlugin.name,
              topicCount: rootPlugin.topics.length,
              type: rootPlugin.type,
              usesMain: !!rootPlugin.pjson.main,
            }),
            marker?.stop();
        }
        return this.plugins.set(rootPlugin.name, rootPlugin), rootPlugin;
      }
      async loadCorePlugins(opts) {
        const { plugins: corePlugins } = opts.rootPlugin.pjson.oclif;
        if (corePlugins) {
          const plugins = findMatchingDependencies(opts.rootPlugin.pjson.dependencies ?? {}, corePlugins);
          await this.loadPlugins(opts.rootPlugin.root, 'core', plugins);
        }
        const { core: pluginAdditionsCore, path } = opts.pluginAdditions ?? { core: [] };
        if (pluginAdditionsCore)
          if (path) {
            const pjson = await (0, fs_1$get().readJson)((0, node_path_1$get().join)(path, 'package.json')),
              plugins = findMatchingDependencies(pjson.dependencies ?? {}, pluginAdditionsCore);
            await this.loadPlugins(path, 'core', plugins);
          } else {
            const plugins = findMatchingDependencies(opts.rootPlugin.pjson.dependencies ?? {}, pluginAdditionsCore);
            await this.loadPlugins(opts.rootPlugin.root, 'core', plugins);
          }
      }
      async loadDevPlugins(opts) {
        if (opts.devPlugins !== !1 && !(0, util_1$get().isProd)())
          try {
            const { devPlugins } = opts.rootPlugin.pjson.oclif;
            if (devPlugins) {
              const allDeps = { ...opts.rootPlugin.pjson.dependencies, ...opts.rootPlugin.pjson.devDependencies },
                plugins = findMatchingDependencies(allDeps ?? {}, devPlugins);
              await this.loadPlugins(opts.rootPlugin.root, 'dev', plugins);
            }
            const { dev: pluginAdditionsDev, path } = opts.pluginAdditions ?? { core: [] };
            if (pluginAdditionsDev)
              if (path) {
                const pjson = await (0, fs_1$get().readJson)((0, node_path_1$get().join)(path, 'package.json')),
                  allDeps = { ...pjson.dependencies, ...pjson.devDependencies },
                  plugins = findMatchingDependencies(allDeps ?? {}, pluginAdditionsDev);
                await this.loadPlugins(path, 'dev', plugins);
              } else {
                const allDeps = { ...opts.rootPlugin.pjson.dependencies, ...opts.rootPlugin.pjson.devDependencies },
                  plugins = findMatchingDependencies(allDeps ?? {}, pluginAdditionsDev);
                await this.loadPlugins(opts.rootPlugin.root, 'dev', plugins);
              }
          } catch (error) {
            process.emitWarning(error);
          }
      }
      async loadPlugins(root, type, plugins, parent) {
        if (!plugins || plugins.length === 0) return;
        const mark = performance_1$get().Performance.mark(performance_1$get().OCLIF_MARKER_OWNER, `config.loadPlugins#${type}`);
        debug('loading plugins', plugins),
          await Promise.all(
            (plugins || []).map(async (plugin) => {
              try {
                const name = typeof plugin == 'string' ? plugin : plugin.name,
                  opts = { ignoreManifest: this.options.ignoreManifest, name, root, type };
                if (
                  (typeof plugin != 'string' &&
                    ((opts.tag = plugin.tag || opts.tag), (opts.root = plugin.root || opts.root), (opts.url = plugin.url)),
                  parent && (opts.parent = parent),
                  this.plugins.has(name))
                )
                  return;
                const pluginMarker = performance_1$get().Performance.mark(performance_1$get().OCLIF_MARKER_OWNER, `plugin.load#${name}`),
                  instance = new (plugin_1$get().Plugin)(opts);
                if (
                  (await instance.load(),
                  pluginMarker?.addDetails({
                    commandCount: instance.commands.length,
                    hasManifest: instance.hasManifest,
                    name: instance.name,
                    topicCount: instance.topics.length,
                    type: instance.type,
                    usesMain: !!instance.pjson.main,
                  }),
                  pluginMarker?.stop(),
                  this.plugins.set(instance.name, instance),
                  parent && ((instance.parent = parent), parent.children || (parent.children = []), parent.children.push(instance)),
                  instance.pjson.oclif.plugins)
                ) {
                  const allDeps =
                      type === 'dev' ? { ...instance.pjson.dependencies, ...instance.pjson.devDependencies } : instance.pjson.dependencies,
                    plugins2 = findMatchingDependencies(allDeps ?? {}, instance.pjson.oclif.plugins);
                  await this.loadPlugins(instance.root, type, plugins2, instance);
                }
              } catch (error) {
                this.errors.push(error);
              }
            }),
          ),
          mark?.addDetails({ pluginCount: plugins.length }),
          mark?.stop();
      }
      async loadUserPlugins(opts) {
        if (opts.userPlugins !== !1)
          try {
            const userPJSONPath = (0, node_path_1$get().join)(opts.dataDir, 'package.json');
            debug('reading user plugins pjson %s', userPJSONPath);
            const pjson = await (0, fs_1$get().readJson)(userPJSONPath, !1);
            pjson.oclif || (pjson.oclif = { schema: 1 }),
              pjson.oclif.plugins || (pjson.oclif.plugins = []),
              await this.loadPlugins(
                userPJSONPath,
                'user',
                pjson.oclif.plugins.filter((p) => p.type === 'user'),
              ),
              await this.loadPlugins(
                userPJSONPath,
                'link',
                pjson.oclif.plugins.filter((p) => p.type === 'link'),
              );
          } catch (error) {
            error.code !== 'ENOENT' && process.emitWarning(error);
          }
      }
    };
    exports2.default = PluginLoader;
  },
});
var require_config = __commonJS({
  'node_modules/@oclif/core/lib/config/config.js'(exports2, module2) {
    'use strict';
    var __importDefault = (exports2 && exports2.__importDefault) || ((mod) => (mod && mod.__esModule ? mod : { default: mod }));
    Object.defineProperty(exports2, '__esModule', { value: !0 });
    exports2.Config = void 0;
    var ejs_1$,
      ejs_1$get = () => (ejs_1$ ??= __importDefault(require_ejs())),
      node_os_1$,
      node_os_1$get = () => (node_os_1$ ??= require('node:os')),
      node_path_1$,
      node_path_1$get = () => (node_path_1$ ??= require('node:path')),
      node_url_1$,
      node_url_1$get = () => (node_url_1$ ??= require('node:url')),
      cache_1$,
      cache_1$get = () => (cache_1$ ??= __importDefault(require_cache())),
      errors_1$,
      errors_1$get = () => (errors_1$ ??= require_errors()),
      util_1$,
      util_1$get = () => (util_1$ ??= require_util3()),
      logger_1$,
      logger_1$get = () => (logger_1$ ??= require_logger()),
      module_loader_1$,
      module_loader_1$get = () => (module_loader_1$ ??= require_module_loader()),
      performance_1$,
      performance_1$get = () => (performance_1$ ??= require_performance()),
      settings_1$,
      settings_1$get = () => (settings_1$ ??= require_settings()),
      determine_priority_1$,
      determine_priority_1$get = () => (determine_priority_1$ ??= require_determine_priority()),
      fs_1$,
      fs_1$get = () => (fs_1$ ??= require_fs()),
      ids_1$,
      ids_1$get = () => (ids_1$ ??= require_ids()),
      os_1$,
      os_1$get = () => (os_1$ ??= require_os()),
      util_2$,
      util_2$get = () => (util_2$ ??= require_util()),
      ux_1$,
      ux_1$get = () => (ux_1$ ??= require_ux()),
      theme_1$,
      theme_1$get = () => (theme_1$ ??= require_theme2()),
      plugin_loader_1$,
      plugin_loader_1$get = () => (plugin_loader_1$ ??= __importDefault(require_plugin_loader())),
      ts_path_1$,
      ts_path_1$get = () => (ts_path_1$ ??= require_ts_path()),
      util_3$,
      util_3$get = () => (util_3$ ??= require_util2()),
      debug = (0, util_3$get().makeDebug)(),
      _pjson = cache_1$get().default.getInstance().get('@oclif/core'),
      BASE = `${_pjson.name}@${_pjson.version}`,
      ROOT_ONLY_HOOKS = new Set(['preparse']);
    function displayWarnings() {
      process.listenerCount('warning') > 1 ||
        process.on('warning', (warning) => {
          console.error(warning.stack), warning.detail && console.error(warning.detail);
        });
    }
    function channelFromVersion(version2) {
      const m = /[^-]+(?:-([^.]+))?/.exec(version2);
      return (m && m[1]) || 'stable';
    }
    function isConfig(o) {
      return o && !!o._base;
    }
    var Permutations = class extends Map {
        validPermutations = new Map();
        add(permutation, commandId) {
          this.validPermutations.set(permutation, commandId);
          for (const id of (0, util_3$get().collectUsableIds)([permutation]))
            this.has(id) ? this.set(id, this.get(id).add(commandId)) : this.set(id, new Set([commandId]));
        }
        get(key) {
          return super.get(key) ?? new Set();
        }
        getAllValid() {
          return [...this.validPermutations.keys()];
        }
        getValid(key) {
          return this.validPermutations.get(key);
        }
        hasValid(key) {
          return this.validPermutations.has(key);
        }
      },
      Config2 = class _Config {
        options;
        arch;
        bin;
        binAliases;
        binPath;
        cacheDir;
        channel;
        configDir;
        dataDir;
        dirname;
        flexibleTaxonomy;
        home;
        isSingleCommandCLI = !1;
        name;
        npmRegistry;
        nsisCustomization;
        pjson;
        platform;
        plugins = new Map();
        root;
        shell;
        theme;
        topicSeparator = ':';
        updateConfig;
        userAgent;
        userPJSON;
        valid;
        version;
        warned = !1;
        windows;
        _base = BASE;
        _commandIDs;
        _commands = new Map();
        _topics = new Map();
        commandPermutations = new Permutations();
        pluginLoader;
        rootPlugin;
        topicPermutations = new Permutations();
        constructor(options) {
          this.options = options;
        }
        static async load(opts = module2.filename || __dirname) {
          if (
            ((0, logger_1$get().setLogger)(opts),
            typeof opts == 'string' && opts.startsWith('file://') && (opts = (0, node_url_1$get().fileURLToPath)(opts)),
            typeof opts == 'string' && (opts = { root: opts }),
            isConfig(opts))
          ) {
            debug(`reloading config from ${opts._base} to ${BASE}`);
            const pluginMap = new Map(opts.getPluginsList().map((p) => [p.name, p])),
              config2 = new _Config({ ...opts.options, plugins: pluginMap });
            return await config2.load(), config2;
          }
          const config = new _Config(opts);
          return await config.load(), config;
        }
        get commandIDs() {
          return this._commandIDs ? this._commandIDs : ((this._commandIDs = this.commands.map((c) => c.id)), this._commandIDs);
        }
        get commands() {
          return [...this._commands.values()];
        }
        get isProd() {
          return (0, util_2$get().isProd)();
        }
        static get rootPlugin() {
          return this.rootPlugin;
        }
        get topics() {
          return [...this._topics.values()];
        }
        get versionDetails() {
          const [cliVersion, architecture, nodeVersion] = this.userAgent.split(' ', 3);
          return {
            architecture,
            cliVersion,
            nodeVersion,
            osVersion: `${(0, node_os_1$get().type)()} ${(0, node_os_1$get().release)()}`,
            pluginVersions: Object.fromEntries(
              [...this.plugins.values()].map((p) => [p.name, { root: p.root, type: p.type, version: p.version }]),
            ),
            rootPath: this.root,
            shell: this.shell,
          };
        }
        dir(category) {
          const base =
            process.env[`XDG_${category.toUpperCase()}_HOME`] ||
            (this.windows && process.env.LOCALAPPDATA) ||
            (0, node_path_1$get().join)(this.home, category === 'data' ? '.local/share' : '.' + category);
          return (0, node_path_1$get().join)(base, this.dirname);
        }
        findCommand(id, opts = {}) {
          const lookupId = this.getCmdLookupId(id),
            command = this._commands.get(lookupId);
          return opts.must && !command && (0, errors_1$get().error)(`command ${lookupId} not found`), command;
        }
        findMatches(partialCmdId, argv) {
          const flags = argv
            .filter((arg) => !(0, util_1$get().getHelpFlagAdditions)(this).includes(arg) && arg.startsWith('-'))
            .map((a) => a.replaceAll('-', ''));
          return [...this.commandPermutations.get(partialCmdId)]
            .map((k) => this._commands.get(k))
            .filter((command) => {
              const cmdFlags = new Set(Object.entries(command.flags).flatMap(([flag2, def]) => (def.char ? [def.char, flag2] : [flag2])));
              return flags.every((f) => cmdFlags.has(f));
            });
        }
        findTopic(name, opts = {}) {
          const lookupId = this.getTopicLookupId(name),
            topic = this._topics.get(lookupId);
          if (topic) return topic;
          if (opts.must) throw new Error(`topic ${name} not found`);
        }
        getAllCommandIDs() {
          return this.getAllCommands().map((c) => c.id);
        }
        getAllCommands() {
          const commands = [...this._commands.values()],
            validPermutations = [...this.commandPermutations.getAllValid()];
          for (const permutation of validPermutations) {
            if (this._commands.has(permutation)) continue;
            const cmd = this._commands.get(this.getCmdLookupId(permutation));
            commands.push({ ...cmd, id: permutation });
          }
          return commands;
        }
        getPluginsList() {
          return [...this.plugins.values()];
        }
        async load() {
          (settings_1$get().settings.performanceEnabled =
            (settings_1$get().settings.performanceEnabled === void 0
              ? this.options.enablePerf
              : settings_1$get().settings.performanceEnabled) ?? !1),
            settings_1$get().settings.debug && displayWarnings(),
            (0, logger_1$get().setLogger)(this.options);
          const marker = performance_1$get().Performance.mark(performance_1$get().OCLIF_MARKER_OWNER, 'config.load');
          (this.pluginLoader = new (plugin_loader_1$get().default)({
            ignoreManifest: this.options.ignoreManifest,
            plugins: this.options.plugins,
            root: this.options.root,
          })),
            (this.rootPlugin = await this.pluginLoader.loadRoot({ pjson: this.options.pjson }));
          const cache = cache_1$get().default.getInstance();
          cache.set('rootPlugin', this.rootPlugin),
            cache.set('exitCodes', this.rootPlugin.pjson.oclif.exitCodes ?? {}),
            (this.root = this.rootPlugin.root),
            (this.pjson = this.rootPlugin.pjson),
            this.plugins.set(this.rootPlugin.name, this.rootPlugin),
            (this.root = this.rootPlugin.root),
            (this.pjson = this.rootPlugin.pjson),
            (this.name = this.pjson.name),
            (this.version = this.options.version || this.pjson.version || '0.0.0'),
            (this.channel = this.options.channel || channelFromVersion(this.version)),
            (this.valid = this.rootPlugin.valid),
            (this.arch = (0, node_os_1$get().arch)() === 'ia32' ? 'x86' : (0, node_os_1$get().arch)()),
            (this.platform = await (0, os_1$get().getPlatform)()),
            (this.windows = this.platform === 'win32'),
            (this.bin = this.pjson.oclif.bin || this.name),
            (this.binAliases = this.pjson.oclif.binAliases),
            (this.nsisCustomization = this.pjson.oclif.nsisCustomization),
            (this.dirname = this.pjson.oclif.dirname || this.name),
            (this.flexibleTaxonomy = this.pjson.oclif.flexibleTaxonomy || !1),
            this.pjson.oclif.topicSeparator &&
              [' ', ':'].includes(this.pjson.oclif.topicSeparator) &&
              (this.topicSeparator = this.pjson.oclif.topicSeparator),
            this.platform === 'win32' && (this.dirname = this.dirname.replace('/', '\\')),
            (this.userAgent = `${this.name}/${this.version} ${this.platform}-${this.arch} node-${process.version}`),
            (this.shell = await (0, os_1$get().getShell)()),
            (this.home =
              process.env.HOME || (this.windows && this.windowsHome()) || (0, os_1$get().getHomeDir)() || (0, node_os_1$get().tmpdir)()),
            (this.cacheDir = this.scopedEnvVar('CACHE_DIR') || this.macosCacheDir() || this.dir('cache')),
            (this.configDir = this.scopedEnvVar('CONFIG_DIR') || this.dir('config')),
            (this.dataDir = this.scopedEnvVar('DATA_DIR') || this.dir('data')),
            (this.binPath = this.scopedEnvVar('BINPATH')),
            (this.npmRegistry = this.scopedEnvVar('NPM_REGISTRY') || this.pjson.oclif.npmRegistry),
            (this.theme = await this.loadTheme()),
            (this.updateConfig = { ...this.pjson.oclif.update, node: this.pjson.oclif.update?.node ?? {}, s3: this.buildS3Config() }),
            (this.isSingleCommandCLI = !!(
              typeof this.pjson.oclif.commands != 'string' &&
              this.pjson.oclif.commands?.strategy === 'single' &&
              this.pjson.oclif.commands?.target
            )),
            this.maybeAdjustDebugSetting(),
            await this.loadPluginsAndCommands(),
            debug('config done'),
            marker?.addDetails({
              commandPermutations: this.commands.length,
              commands: [...this.plugins.values()].reduce((acc, p) => acc + p.commands.length, 0),
              plugins: this.plugins.size,
              topics: this.topics.length,
            }),
            marker?.stop();
        }
        async loadPluginsAndCommands(opts) {
          const pluginsMarker = performance_1$get().Performance.mark(performance_1$get().OCLIF_MARKER_OWNER, 'config.loadAllPlugins'),
            { errors, plugins } = await this.pluginLoader.loadChildren({
              dataDir: this.dataDir,
              devPlugins: this.options.devPlugins,
              force: opts?.force ?? !1,
              pluginAdditions: this.options.pluginAdditions,
              rootPlugin: this.rootPlugin,
              userPlugins: this.options.userPlugins,
            });
          (this.plugins = plugins), pluginsMarker?.stop();
          const commandsMarker = performance_1$get().Performance.mark(performance_1$get().OCLIF_MARKER_OWNER, 'config.loadAllCommands');
          for (const plugin of this.plugins.values()) this.loadCommands(plugin), this.loadTopics(plugin);
          commandsMarker?.stop();
          for (const error of errors) this.warn(error);
        }
        async loadTheme() {
          if (this.scopedEnvVarTrue('DISABLE_THEME')) return;
          const userThemeFile = (0, node_path_1$get().resolve)(this.configDir, 'theme.json'),
            getDefaultTheme = async () => {
              if (this.pjson.oclif.theme)
                return typeof this.pjson.oclif.theme == 'string'
                  ? (0, fs_1$get().safeReadJson)((0, node_path_1$get().resolve)(this.root, this.pjson.oclif.theme))
                  : this.pjson.oclif.theme;
            },
            [defaultTheme, userTheme] = await Promise.all([getDefaultTheme(), (0, fs_1$get().safeReadJson)(userThemeFile)]),
            merged = { ...defaultTheme, ...userTheme };
          return Object.keys(merged).length > 0 ? (0, theme_1$get().parseTheme)(merged) : void 0;
        }
        macosCacheDir() {
          return (this.platform === 'darwin' && (0, node_path_1$get().join)(this.home, 'Library', 'Caches', this.dirname)) || void 0;
        }
        async runCommand(id, argv = [], cachedCommand = null) {
          const marker = performance_1$get().Performance.mark(performance_1$get().OCLIF_MARKER_OWNER, `config.runCommand#${id}`);
          debug('runCommand %s %o', id, argv);
          let c = cachedCommand ?? this.findCommand(id);
          if (!c) {
            const matches = this.flexibleTaxonomy ? this.findMatches(id, argv) : [],
              hookResult =
                this.flexibleTaxonomy && matches.length > 0
                  ? await this.runHook('command_incomplete', { argv, id, matches })
                  : await this.runHook('command_not_found', { argv, id });
            if (hookResult.successes[0]) return hookResult.successes[0].result;
            throw hookResult.failures[0] ? hookResult.failures[0].error : new (errors_1$get().CLIError)(`command ${id} not found`);
          }
          if (this.isJitPluginCommand(c)) {
            const pluginName = c.pluginName,
              pluginVersion = this.pjson.oclif.jitPlugins[pluginName],
              jitResult = await this.runHook('jit_plugin_not_installed', { argv, command: c, id, pluginName, pluginVersion });
            if (jitResult.failures[0]) throw jitResult.failures[0].error;
            if (jitResult.successes[0]) await this.loadPluginsAndCommands({ force: !0 }), (c = this.findCommand(id) ?? c);
            else {
              const result2 = await this.runHook('command_not_found', { argv, id });
              if (result2.successes[0]) return result2.successes[0].result;
              throw result2.failures[0] ? result2.failures[0].error : new (errors_1$get().CLIError)(`command ${id} not found`);
            }
          }
          const command = await c.load();
          await this.runHook('prerun', { argv, Command: command });
          const result = await command.run(argv, this);
          if (c.id === 'plugins:uninstall') for (const arg of argv) this.plugins.delete(arg);
          return (
            await this.runHook('postrun', { argv, Command: command, result }),
            marker?.addDetails({ command: id, plugin: c.pluginName }),
            marker?.stop(),
            result
          );
        }
        async runHook(event, opts, timeout, captureErrors) {
          const marker = performance_1$get().Performance.mark(performance_1$get().OCLIF_MARKER_OWNER, `config.runHook#${event}`);
          debug('start %s hook', event);
          const search = (m) =>
              typeof m == 'function'
                ? m
                : m.default && typeof m.default == 'function'
                  ? m.default
                  : Object.values(m).find((m2) => typeof m2 == 'function'),
            withTimeout = async (ms, promise) => {
              let id,
                timeout2 = new Promise((_, reject) => {
                  id = setTimeout(() => {
                    reject(new Error(`Timed out after ${ms} ms.`));
                  }, ms).unref();
                });
              return Promise.race([promise, timeout2]).then((result) => (clearTimeout(id), result));
            },
            final = { failures: [], successes: [] },
            promises = (ROOT_ONLY_HOOKS.has(event) ? [this.rootPlugin] : [...this.plugins.values()]).map(async (p) => {
              const debug2 = (0, logger_1$get().makeDebug)([p.name, 'hooks', event].join(':')),
                context = {
                  config: this,
                  debug: debug2,
                  error(message, options = {}) {
                    (0, errors_1$get().error)(message, options);
                  },
                  exit(code = 0) {
                    (0, errors_1$get().exit)(code);
                  },
                  log(message, ...args) {
                    ux_1$get().ux.stdout(message, ...args);
                  },
                  warn(message) {
                    (0, errors_1$get().warn)(message);
                  },
                },
                hooks = p.hooks[event] || [];
              for (const hook of hooks) {
                const marker2 = performance_1$get().Performance.mark(
                  performance_1$get().OCLIF_MARKER_OWNER,
                  `config.runHook#${p.name}(${hook.target})`,
                );
                try {
                  const {
                    filePath,
                    isESM,
                    module: module3,
                  } = await (0, module_loader_1$get().loadWithData)(p, await (0, ts_path_1$get().tsPath)(p.root, hook.target, p));
                  debug2('start', isESM ? '(import)' : '(require)', filePath);
                  const hookFn = module3[hook.identifier] ?? (hook.identifier === 'default' ? search(module3) : void 0);
                  if (!hookFn) {
                    debug2('No hook found for hook definition:', hook);
                    continue;
                  }
                  const result = timeout
                    ? await withTimeout(timeout, hookFn.call(context, { ...opts, config: this, context }))
                    : await hookFn.call(context, { ...opts, config: this, context });
                  final.successes.push({ plugin: p, result }),
                    p.name === '@oclif/plugin-legacy' && event === 'init' && this.insertLegacyPlugins(result),
                    debug2('done');
                } catch (error) {
                  if (
                    (final.failures.push({ error, plugin: p }),
                    debug2(error),
                    !captureErrors && error.oclif?.exit !== void 0 && error.oclif?.exit !== 0 && error.code !== 'MODULE_NOT_FOUND')
                  )
                    throw error;
                }
                marker2?.addDetails({ event, hook: hook.target, plugin: p.name }), marker2?.stop();
              }
            });
          return await Promise.all(promises), debug('%s hook done', event), marker?.stop(), final;
        }
        s3Key(type, ext, options = {}) {
          typeof ext == 'object' ? (options = ext) : ext && (options.ext = ext);
          const template = this.updateConfig.s3?.templates?.[options.platform ? 'target' : 'vanilla'][type] ?? '';
          return ejs_1$get().default.render(template, { ...this, ...options });
        }
        s3Url(key) {
          const { host } = this.updateConfig.s3 ?? { host: void 0 };
          if (!host) throw new Error('no s3 host is set');
          const url = new (node_url_1$get().URL)(host);
          return (url.pathname = (0, node_path_1$get().join)(url.pathname, key)), url.toString();
        }
        scopedEnvVar(k) {
          return process.env[this.scopedEnvVarKeys(k).find((k2) => process.env[k2])];
        }
        scopedEnvVarKey(k) {
          return [this.bin, k]
            .map((p) => p.replaceAll('@', '').replaceAll(/[/-]/g, '_'))
            .join('_')
            .toUpperCase();
        }
        scopedEnvVarKeys(k) {
          return [this.bin, ...(this.binAliases ?? [])]
            .filter(Boolean)
            .map((alias) => [alias.replaceAll('@', '').replaceAll(/[/-]/g, '_'), k].join('_').toUpperCase());
        }
        scopedEnvVarTrue(k) {
          const v = this.scopedEnvVar(k);
          return v === '1' || v === 'true';
        }
        windowsHome() {
          return this.windowsHomedriveHome() || this.windowsUserprofileHome();
        }
        windowsHomedriveHome() {
          return process.env.HOMEDRIVE && process.env.HOMEPATH && (0, node_path_1$get().join)(process.env.HOMEDRIVE, process.env.HOMEPATH);
        }
        windowsUserprofileHome() {
          return process.env.USERPROFILE;
        }
        buildS3Config() {
          const s3 = this.pjson.oclif.update?.s3,
            bucket = this.scopedEnvVar('S3_BUCKET') ?? s3?.bucket,
            host = s3?.host ?? (bucket && `https://${bucket}.s3.amazonaws.com`),
            templates = {
              ...s3?.templates,
              target: {
                baseDir: '<%- bin %>',
                manifest: "<%- channel === 'stable' ? '' : 'channels/' + channel + '/' %><%- platform %>-<%- arch %>",
                unversioned:
                  "<%- channel === 'stable' ? '' : 'channels/' + channel + '/' %><%- bin %>-<%- platform %>-<%- arch %><%- ext %>",
                versioned:
                  "<%- channel === 'stable' ? '' : 'channels/' + channel + '/' %><%- bin %>-v<%- version %>/<%- bin %>-v<%- version %>-<%- platform %>-<%- arch %><%- ext %>",
                ...s3?.templates?.target,
              },
              vanilla: {
                baseDir: '<%- bin %>',
                manifest: "<%- channel === 'stable' ? '' : 'channels/' + channel + '/' %>version",
                unversioned: "<%- channel === 'stable' ? '' : 'channels/' + channel + '/' %><%- bin %><%- ext %>",
                versioned:
                  "<%- channel === 'stable' ? '' : 'channels/' + channel + '/' %><%- bin %>-v<%- version %>/<%- bin %>-v<%- version %><%- ext %>",
                ...s3?.templates?.vanilla,
              },
            };
          return { bucket, host, templates };
        }
        getCmdLookupId(id) {
          return this._commands.has(id) ? id : this.commandPermutations.hasValid(id) ? this.commandPermutations.getValid(id) : id;
        }
        getTopicLookupId(id) {
          return this._topics.has(id) ? id : this.topicPermutations.hasValid(id) ? this.topicPermutations.getValid(id) : id;
        }
        insertLegacyPlugins(plugins) {
          for (const plugin of plugins) {
            this.plugins.set(plugin.name, plugin);
            for (const cmd of plugin.commands ?? []) {
              this._commands.delete(cmd.id);
              for (const alias of [...(cmd.aliases ?? []), ...(cmd.hiddenAliases ?? [])]) this._commands.delete(alias);
            }
            this.loadCommands(plugin);
          }
        }
        isJitPluginCommand(c) {
          return (
            Object.keys(this.pjson.oclif.jitPlugins ?? {}).includes(c.pluginName ?? '') &&
            !!(c?.pluginName && !this.plugins.has(c.pluginName))
          );
        }
        loadCommands(plugin) {
          const marker = performance_1$get().Performance.mark(
            performance_1$get().OCLIF_MARKER_OWNER,
            `config.loadCommands#${plugin.name}`,
            { plugin: plugin.name },
          );
          for (const command of plugin.commands) {
            if (this._commands.has(command.id)) {
              const prioritizedCommand = (0, determine_priority_1$get().determinePriority)(this.pjson.oclif.plugins ?? [], [
                this._commands.get(command.id),
                command,
              ]);
              this._commands.set(prioritizedCommand.id, prioritizedCommand);
            } else this._commands.set(command.id, command);
            const permutations =
              this.flexibleTaxonomy && command.permutations === void 0
                ? (0, util_3$get().getCommandIdPermutations)(command.id)
                : (command.permutations ?? [command.id]);
            for (const permutation of permutations) this.commandPermutations.add(permutation, command.id);
            const handleAlias = (alias, hidden = !1) => {
              const aliasWithDefaultTopicSeparator = (0, ids_1$get().toStandardizedId)(alias, this);
              if (this._commands.has(aliasWithDefaultTopicSeparator)) {
                const prioritizedCommand = (0, determine_priority_1$get().determinePriority)(this.pjson.oclif.plugins ?? [], [
                  this._commands.get(aliasWithDefaultTopicSeparator),
                  command,
                ]);
                this._commands.set(aliasWithDefaultTopicSeparator, { ...prioritizedCommand, id: aliasWithDefaultTopicSeparator });
              } else this._commands.set(aliasWithDefaultTopicSeparator, { ...command, hidden, id: aliasWithDefaultTopicSeparator });
              const aliasPermutations =
                this.flexibleTaxonomy && command.aliasPermutations === void 0
                  ? (0, util_3$get().getCommandIdPermutations)(aliasWithDefaultTopicSeparator)
                  : (command.permutations ?? [aliasWithDefaultTopicSeparator]);
              for (const permutation of aliasPermutations) this.commandPermutations.add(permutation, command.id);
            };
            for (const alias of command.aliases ?? []) handleAlias(alias);
            for (const alias of command.hiddenAliases ?? []) handleAlias(alias, !0);
          }
          marker?.addDetails({ commandCount: plugin.commands.length }), marker?.stop();
        }
        loadTopics(plugin) {
          const marker = performance_1$get().Performance.mark(performance_1$get().OCLIF_MARKER_OWNER, `config.loadTopics#${plugin.name}`, {
            plugin: plugin.name,
          });
          for (const topic of (0, util_2$get().compact)(plugin.topics)) {
            const existing = this._topics.get(topic.name);
            existing
              ? ((existing.description = topic.description || existing.description), (existing.hidden = existing.hidden || topic.hidden))
              : this._topics.set(topic.name, topic);
            const permutations = this.flexibleTaxonomy ? (0, util_3$get().getCommandIdPermutations)(topic.name) : [topic.name];
            for (const permutation of permutations) this.topicPermutations.add(permutation, topic.name);
          }
          for (const c of plugin.commands.filter((c2) => !c2.hidden)) {
            const parts = c.id.split(':');
            for (; parts.length > 0; ) {
              const name = parts.join(':');
              name && !this._topics.has(name) && this._topics.set(name, { description: c.summary || c.description, name }), parts.pop();
            }
          }
          marker?.stop();
        }
        maybeAdjustDebugSetting() {
          this.scopedEnvVarTrue('DEBUG') && ((settings_1$get().settings.debug = !0), displayWarnings());
        }
        warn(err, scope) {
          if (!this.warned) {
            if (typeof err == 'string') {
              process.emitWarning(err);
              return;
            }
            if (err instanceof Error) {
              const modifiedErr = err;
              (modifiedErr.name = `${err.name} Plugin: ${this.name}`),
                (modifiedErr.detail = (0, util_2$get().compact)([
                  err.detail,
                  `module: ${this._base}`,
                  scope && `task: ${scope}`,
                  `plugin: ${this.name}`,
                  `root: ${this.root}`,
                  'See more details with DEBUG=*',
                ]).join(`
`)),
                process.emitWarning(err);
              return;
            }
            process.emitWarning('Config.warn expected either a string or Error, but instead received an object'),
              (err.name = `${err.name} Plugin: ${this.name}`),
              (err.detail = (0, util_2$get().compact)([
                err.detail,
                `module: ${this._base}`,
                scope && `task: ${scope}`,
                `plugin: ${this.name}`,
                `root: ${this.root}`,
                'See more details with DEBUG=*',
              ]).join(`
`)),
              process.emitWarning(JSON.stringify(err));
          }
        }
      };
    exports2.Config = Config2;
  },
});
var require_config2 = __commonJS({
  'node_modules/@oclif/core/lib/config/index.js'(exports2) {
    'use strict';
    Object.defineProperty(exports2, '__esModule', { value: !0 });
    exports2.tsPath = exports2.Plugin = exports2.Config = void 0;
    var config_1 = require_config();
    Object.defineProperty(exports2, 'Config', { enumerable: !0, get: () => config_1.Config });
    var plugin_1 = require_plugin();
    Object.defineProperty(exports2, 'Plugin', { enumerable: !0, get: () => plugin_1.Plugin });
    var ts_path_1 = require_ts_path();
    Object.defineProperty(exports2, 'tsPath', { enumerable: !0, get: () => ts_path_1.tsPath });
  },
});
var require_wordwrap = __commonJS({
  'node_modules/wordwrap/index.js'(exports2, module2) {
    var wordwrap = (module2.exports = (start, stop, params) => {
      typeof start == 'object' && ((params = start), (start = params.start), (stop = params.stop)),
        typeof stop == 'object' && ((params = stop), (start = start || params.start), (stop = void 0)),
        stop || ((stop = start), (start = 0)),
        params || (params = {});
      var mode = params.mode || 'soft',
        re = mode === 'hard' ? /\b/ : /(\S+\s+)/;
      return (text) => {
        var chunks = text
          .toString()
          .split(re)
          .reduce((acc, x) => {
            if (mode === 'hard') for (var i = 0; i < x.length; i += stop - start) acc.push(x.slice(i, i + stop - start));
            else acc.push(x);
            return acc;
          }, []);
        return chunks
          .reduce(
            (lines, rawChunk) => {
              if (rawChunk === '') return lines;
              var chunk = rawChunk.replace(/\t/g, '    '),
                i = lines.length - 1;
              if (lines[i].length + chunk.length > stop)
                (lines[i] = lines[i].replace(/\s+$/, '')),
                  chunk.split(/\n/).forEach((c) => {
                    lines.push(new Array(start + 1).join(' ') + c.replace(/^\s+/, ''));
                  });
              else if (chunk.match(/\n/)) {
                var xs = chunk.split(/\n/);
                (lines[i] += xs.shift()),
                  xs.forEach((c) => {
                    lines.push(new Array(start + 1).join(' ') + c.replace(/^\s+/, ''));
                  });
              } else lines[i] += chunk;
              return lines;
            },
            [new Array(start + 1).join(' ')],
          )
          .join(`
`);
      };
    });
    wordwrap.soft = wordwrap;
    wordwrap.hard = (start, stop) => wordwrap(start, stop, { mode: 'hard' });
  },
});
var require_list = __commonJS({
  'node_modules/@oclif/core/lib/ux/list.js'(exports2) {
    'use strict';
    Object.defineProperty(exports2, '__esModule', { value: !0 });
    exports2.default = renderList;
    var wordwrap = require_wordwrap(),
      screen_1$,
      screen_1$get = () => (screen_1$ ??= require_screen()),
      util_1$,
      util_1$get = () => (util_1$ ??= require_util());
    function linewrap(length, s) {
      return wordwrap(length, screen_1$get().stdtermwidth, { skipScheme: 'ansi-color' })(s).trim();
    }
    function renderList(items) {
      if (items.length === 0) return '';
      const maxLength = (0, util_1$get().maxBy)(items, (item) => item[0].length)?.[0].length ?? 0;
      return items
        .map((i) => {
          let left = i[0],
            right = i[1];
          return right ? ((left = left.padEnd(maxLength)), (right = linewrap(maxLength + 2, right)), `${left}  ${right}`) : left;
        })
        .join(`
`);
    }
  },
});
var require_errors2 = __commonJS({
  'node_modules/@oclif/core/lib/parser/errors.js'(exports2) {
    'use strict';
    var __importDefault = (exports2 && exports2.__importDefault) || ((mod) => (mod && mod.__esModule ? mod : { default: mod }));
    Object.defineProperty(exports2, '__esModule', { value: !0 });
    exports2.ViolatedFlagConstraintError =
      exports2.FailedFlagValidationError =
      exports2.ArgInvalidOptionError =
      exports2.FlagInvalidOptionError =
      exports2.NonExistentFlagsError =
      exports2.UnexpectedArgsError =
      exports2.RequiredArgsError =
      exports2.InvalidArgsSpecError =
      exports2.CLIParseError =
      exports2.CLIError =
        void 0;
    var cache_1$,
      cache_1$get = () => (cache_1$ ??= __importDefault(require_cache())),
      errors_1$,
      errors_1$get = () => (errors_1$ ??= require_errors()),
      util_1$,
      util_1$get = () => (util_1$ ??= require_util()),
      list_1$,
      list_1$get = () => (list_1$ ??= __importDefault(require_list())),
      theme_1$,
      theme_1$get = () => (theme_1$ ??= require_theme2()),
      errors_2 = require_errors();
    Object.defineProperty(exports2, 'CLIError', { enumerable: !0, get: () => errors_2.CLIError });
    var CLIParseError = class extends errors_1$get().CLIError {
      parse;
      showHelp = !1;
      constructor(options) {
        (options.message += `
See more help with --help`),
          super(options.message, { exit: options.exit }),
          (this.parse = options.parse);
      }
    };
    exports2.CLIParseError = CLIParseError;
    var InvalidArgsSpecError = class extends CLIParseError {
      args;
      constructor({ args, exit, parse: parse2, reason }) {
        let message = 'Invalid argument spec';
        reason && (message += `: ${reason}`);
        const namedArgs = Object.values(args).filter((a) => a.name);
        if (namedArgs.length > 0) {
          const list = (0, list_1$get().default)(
            namedArgs.map((a) => [`${a.name} (${a.required ? 'required' : 'optional'})`, a.description]),
          );
          message += `:
${list}`;
        }
        super({ exit: cache_1$get().default.getInstance().get('exitCodes')?.invalidArgsSpec ?? exit, message, parse: parse2 }),
          (this.args = args);
      }
    };
    exports2.InvalidArgsSpecError = InvalidArgsSpecError;
    var RequiredArgsError = class extends CLIParseError {
      args;
      constructor({ args, exit, flagsWithMultiple, parse: parse2 }) {
        let message = `Missing ${args.length} required arg${args.length === 1 ? '' : 's'}`,
          namedArgs = args.filter((a) => a.name);
        if (namedArgs.length > 0) {
          const list = (0, list_1$get().default)(
            namedArgs.map((a) => {
              const description = a.options ? `(${a.options.join('|')}) ${a.description}` : a.description;
              return [a.name, description];
            }),
          );
          message += `:
${list}`;
        }
        if (flagsWithMultiple?.length) {
          const flags = flagsWithMultiple.map((f) => `--${f}`).join(', ');
          (message += `

Note: ${flags} allow${flagsWithMultiple.length === 1 ? 's' : ''} multiple values. Because of this you need to provide all arguments before providing ${flagsWithMultiple.length === 1 ? 'that flag' : 'those flags'}.`),
            (message += `
Alternatively, you can use "--" to signify the end of the flags and the beginning of arguments.`);
        }
        super({ exit: cache_1$get().default.getInstance().get('exitCodes')?.requiredArgs ?? exit, message, parse: parse2 }),
          (this.args = args),
          (this.showHelp = !0);
      }
    };
    exports2.RequiredArgsError = RequiredArgsError;
    var UnexpectedArgsError = class extends CLIParseError {
      args;
      constructor({ args, exit, parse: parse2 }) {
        const message = `Unexpected argument${args.length === 1 ? '' : 's'}: ${args.join(', ')}`;
        super({ exit: cache_1$get().default.getInstance().get('exitCodes')?.unexpectedArgs ?? exit, message, parse: parse2 }),
          (this.args = args),
          (this.showHelp = !0);
      }
    };
    exports2.UnexpectedArgsError = UnexpectedArgsError;
    var NonExistentFlagsError = class extends CLIParseError {
      flags;
      constructor({ exit, flags, parse: parse2 }) {
        const message = `Nonexistent flag${flags.length === 1 ? '' : 's'}: ${flags.join(', ')}`;
        super({ exit: cache_1$get().default.getInstance().get('exitCodes')?.nonExistentFlag ?? exit, message, parse: parse2 }),
          (this.flags = flags),
          (this.showHelp = !0);
      }
    };
    exports2.NonExistentFlagsError = NonExistentFlagsError;
    var FlagInvalidOptionError = class extends CLIParseError {
      constructor(flag2, input) {
        const message = `Expected --${flag2.name}=${input} to be one of: ${flag2.options.join(', ')}`;
        super({ message, parse: {} });
      }
    };
    exports2.FlagInvalidOptionError = FlagInvalidOptionError;
    var ArgInvalidOptionError = class extends CLIParseError {
      constructor(arg, input) {
        const message = `Expected ${input} to be one of: ${arg.options.join(', ')}`;
        super({ message, parse: {} });
      }
    };
    exports2.ArgInvalidOptionError = ArgInvalidOptionError;
    var FailedFlagValidationError = class extends CLIParseError {
      constructor({ exit, failed, parse: parse2 }) {
        const reasons = failed.map((r) => r.reason),
          deduped = (0, util_1$get().uniq)(reasons),
          message = `The following ${deduped.length === 1 ? 'error' : 'errors'} occurred:
  ${(0, theme_1$get().colorize)(
    'dim',
    deduped.join(`
  `),
  )}`;
        super({ exit: cache_1$get().default.getInstance().get('exitCodes')?.failedFlagValidation ?? exit, message, parse: parse2 });
      }
    };
    exports2.FailedFlagValidationError = FailedFlagValidationError;
    var ViolatedFlagConstraintError = class extends CLIParseError {
      constructor({ exit, failed, parse: parse2 }) {
        const reasons = failed.map((r) => r.reason),
          deduped = (0, util_1$get().uniq)(reasons),
          message = `The following ${deduped.length === 1 ? 'error' : 'errors'} occurred:
 ${(0, theme_1$get().colorize)(
   'dim',
   deduped.join(`
`),
 )}`;
        super({ exit: cache_1$get().default.getInstance().get('exitCodes')?.violatedFlagConstraint ?? exit, message, parse: parse2 });
      }
    };
    exports2.ViolatedFlagConstraintError = ViolatedFlagConstraintError;
  },
});
var require_parse2 = __commonJS({
  'node_modules/@oclif/core/lib/parser/parse.js'(exports2) {
    'use strict';
    var __importDefault = (exports2 && exports2.__importDefault) || ((mod) => (mod && mod.__esModule ? mod : { default: mod }));
    Object.defineProperty(exports2, '__esModule', { value: !0 });
    exports2.Parser = exports2.readStdin = void 0;
    var node_os_1$,
      node_os_1$get = () => (node_os_1$ ??= require('node:os')),
      node_readline_1$,
      node_readline_1$get = () => (node_readline_1$ ??= require('node:readline')),
      cache_1$,
      cache_1$get = () => (cache_1$ ??= __importDefault(require_cache())),
      logger_1$,
      logger_1$get = () => (logger_1$ ??= require_logger()),
      util_1$,
      util_1$get = () => (util_1$ ??= require_util()),
      errors_1$,
      errors_1$get = () => (errors_1$ ??= require_errors2()),
      debug;
    try {
      debug = process.env.CLI_FLAGS_DEBUG === '1' ? (0, logger_1$get().makeDebug)('parser') : () => {};
    } catch {
      debug = () => {};
    }
    var readStdin = async () => {
      const { stdin, stdout } = process;
      if (!stdin.isTTY)
        return globalThis.oclif?.stdinCache
          ? (debug('resolved stdin from global cache', globalThis.oclif.stdinCache), globalThis.oclif.stdinCache)
          : new Promise((resolve) => {
              const lines = [],
                ac = new AbortController(),
                { signal } = ac,
                timeout = setTimeout(() => {
                  ac.abort();
                }, Number(process.env.OCLIF_STDIN_TIMEOUT_MS) || 10),
                rl = (0, node_readline_1$get().createInterface)({ input: stdin, output: stdout, terminal: !1 });
              rl.on('line', (line) => {
                lines.push(line);
              }),
                rl.once('close', () => {
                  const result = lines.join(node_os_1$get().EOL);
                  clearTimeout(timeout),
                    debug('resolved from stdin', result),
                    (globalThis.oclif = { ...globalThis.oclif, stdinCache: result }),
                    resolve(result);
                }),
                signal.addEventListener(
                  'abort',
                  () => {
                    debug('stdin aborted'), clearTimeout(timeout), rl.close(), resolve(void 0);
                  },
                  { once: !0 },
                );
            });
    };
    exports2.readStdin = readStdin;
    function isNegativeNumber(input) {
      return /^-\d/g.test(input);
    }
    var validateOptions = (flag2, input) => {
        if (flag2.options && !flag2.options.includes(input)) throw new (errors_1$get().FlagInvalidOptionError)(flag2, input);
        return input;
      },
      NEGATION = '--no-',
      Parser = class {
        input;
        argv;
        booleanFlags;
        context;
        currentFlag;
        flagAliases;
        raw = [];
        constructor(input) {
          (this.input = input),
            (this.context = input.context ?? {}),
            (this.argv = [...input.argv]),
            this._setNames(),
            (this.booleanFlags = (0, util_1$get().pickBy)(input.flags, (f) => f.type === 'boolean')),
            (this.flagAliases = Object.fromEntries(
              Object.values(input.flags).flatMap((flag2) =>
                [...(flag2.aliases ?? []), ...(flag2.charAliases ?? [])].map((a) => [a, flag2]),
              ),
            ));
        }
        get _argTokens() {
          return this.raw.filter((o) => o.type === 'arg');
        }
        async parse() {
          this._debugInput();
          let parseFlag = async (arg) => {
              const { isLong, name } = this.findFlag(arg);
              if (!name) {
                const i = arg.indexOf('=');
                if (i !== -1) {
                  const sliced = arg.slice(i + 1);
                  this.argv.unshift(sliced);
                  const isEqualsParsed = await parseFlag(arg.slice(0, i));
                  return isEqualsParsed || this.argv.shift(), isEqualsParsed;
                }
                return !1;
              }
              const flag2 = this.input.flags[name];
              if (flag2.type === 'option') {
                if (!flag2.multiple && this.raw.some((o) => o.type === 'flag' && o.flag === name))
                  throw new (errors_1$get().CLIError)(`Flag --${name} can only be specified once`);
                this.currentFlag = flag2;
                let input = isLong || arg.length < 3 ? this.argv.shift() : arg.slice(arg[2] === '=' ? 3 : 2);
                if (flag2.allowStdin === 'only' && input !== '-' && input !== void 0 && !this.findFlag(input).name)
                  throw new (errors_1$get().CLIError)(
                    `Flag --${name} can only be read from stdin. The value must be "-" or not provided at all.`,
                  );
                if ((flag2.allowStdin && input === '-') || flag2.allowStdin === 'only') {
                  const stdin = await (0, exports2.readStdin)();
                  stdin && (input = stdin.trim());
                }
                if (typeof input != 'string' || this.findFlag(input).name)
                  throw flag2.options
                    ? new (errors_1$get().CLIError)(`Flag --${name} expects one of these values: ${flag2.options.join(', ')}`)
                    : new (errors_1$get().CLIError)(`Flag --${name} expects a value`);
                this.raw.push({ flag: flag2.name, input, type: 'flag' });
              } else
                this.raw.push({ flag: flag2.name, input: arg, type: 'flag' }),
                  !isLong && arg.length > 2 && this.argv.unshift(`-${arg.slice(2)}`);
              return !0;
            },
            isParsingFlags = !0,
            nonExistentFlags = [],
            isDashdash = !1,
            originalArgv = [...this.argv];
          for (; this.argv.length > 0; ) {
            const input = this.argv.shift();
            if (isParsingFlags && input.startsWith('-') && input !== '-') {
              if (this.input['--'] !== !1 && input === '--') {
                isParsingFlags = !1;
                continue;
              }
              if (await parseFlag(input)) continue;
              if (input === '--') {
                isDashdash = !0;
                continue;
              }
              if (this.input['--'] !== !1 && !isNegativeNumber(input)) {
                nonExistentFlags.push(input);
                continue;
              }
            }
            if (isParsingFlags && this.currentFlag && this.currentFlag.multiple && !this.currentFlag.multipleNonGreedy) {
              this.raw.push({ flag: this.currentFlag.name, input, type: 'flag' });
              continue;
            }
            const arg = Object.keys(this.input.args)[this._argTokens.length];
            this.raw.push({ arg, input, type: 'arg' });
          }
          const [{ args, argv }, { flags, metadata }] = await Promise.all([this._args(), this._flags()]);
          this._debugOutput(argv, args, flags);
          const unsortedArgv = isDashdash ? [...argv, ...nonExistentFlags, '--'] : [...argv, ...nonExistentFlags];
          return {
            args,
            argv: unsortedArgv.sort((a, b) => originalArgv.indexOf(a) - originalArgv.indexOf(b)),
            flags,
            metadata,
            nonExistentFlags,
            raw: this.raw,
          };
        }
        async _args() {
          let argv = [],
            args = {},
            tokens = this._argTokens,
            isStdinRead = !1,
            ctx = this.context,
            parseArgInput = async (name, arg, input) => {
              if (arg.options && !arg.options.includes(input)) throw new (errors_1$get().ArgInvalidOptionError)(arg, input);
              ctx.token = { arg: name, input, type: 'arg' };
              const parsed = await arg.parse(input, ctx, arg);
              argv.push(parsed), (args[name] = parsed);
            },
            applyDefault = async (name, arg) => {
              if (args[name] !== void 0 || (!arg.default && arg.default !== !1)) return;
              const value = typeof arg.default == 'function' ? await arg.default() : arg.default;
              if (Array.isArray(value)) for (const v of value) argv.push(v);
              else argv.push(value);
              args[name] = value;
            },
            tryStdin = async (name, arg) => {
              if (arg.ignoreStdin || isStdinRead) return;
              let stdin = await (0, exports2.readStdin)();
              (isStdinRead = !0), stdin && ((stdin = stdin.trim()), await parseArgInput(name, arg, stdin));
            },
            argEntries = Object.entries(this.input.args),
            variadicIndex = argEntries.findIndex(([, arg]) => arg.multiple);
          if (variadicIndex === -1) {
            for (const [name, arg] of argEntries) {
              const token = tokens.find((t) => t.arg === name);
              (ctx.token = token),
                await (token ? parseArgInput(name, arg, token.input) : tryStdin(name, arg)),
                await applyDefault(name, arg);
            }
            for (const token of tokens) args[token.arg] === void 0 && argv.push(token.input);
          } else {
            const tokenInputs = tokens.map((t) => t.input);
            for (let i = 0; i < variadicIndex; i++) {
              const [name, arg] = argEntries[i],
                input = tokenInputs.shift();
              await (input === void 0 ? tryStdin(name, arg) : parseArgInput(name, arg, input)), await applyDefault(name, arg);
            }
            const postVariadicParsing = [];
            for (let i = argEntries.length - 1; i > variadicIndex; i--) {
              const [name, arg] = argEntries[i],
                input = tokenInputs.pop();
              input !== void 0 && postVariadicParsing.unshift({ arg, input, name });
            }
            const [variadicName, variadicArg] = argEntries[variadicIndex];
            if (tokenInputs.length > 0) {
              const parsedValues = [];
              for (const input of tokenInputs) await parseArgInput(variadicName, variadicArg, input), parsedValues.push(args[variadicName]);
              args[variadicName] = parsedValues;
            }
            for (const { arg, input, name } of postVariadicParsing) await parseArgInput(name, arg, input);
            await applyDefault(variadicName, variadicArg);
            for (let i = variadicIndex + 1; i < argEntries.length; i++) {
              const [name, arg] = argEntries[i];
              await applyDefault(name, arg);
            }
          }
          return { args, argv };
        }
        _debugInput() {
          debug('input: %s', this.argv.join(' '));
          const args = Object.keys(this.input.args);
          args.length > 0 && debug('available args: %s', args.join(' ')),
            Object.keys(this.input.flags).length !== 0 &&
              debug(
                'available flags: %s',
                Object.keys(this.input.flags)
                  .map((f) => `--${f}`)
                  .join(' '),
              );
        }
        _debugOutput(args, flags, argv) {
          argv.length > 0 && debug('argv: %o', argv),
            Object.keys(args).length > 0 && debug('args: %o', args),
            Object.keys(flags).length > 0 && debug('flags: %o', flags);
        }
        async _flags() {
          const parseFlagOrThrowError = async (input, flag2, context, token) => {
              if (!flag2.parse) return input;
              const ctx = {
                ...context,
                error: context?.error,
                exit: context?.exit,
                jsonEnabled: context?.jsonEnabled,
                log: context?.log,
                logToStderr: context?.logToStderr,
                token,
                warn: context?.warn,
              };
              try {
                return flag2.type === 'boolean' ? await flag2.parse(input, ctx, flag2) : await flag2.parse(input, ctx, flag2);
              } catch (error) {
                throw (
                  ((error.message = `Parsing --${flag2.name} 
	${error.message}
See more help with --help`),
                  cache_1$get().default.getInstance().get('exitCodes')?.failedFlagParsing &&
                    (error.oclif = { exit: cache_1$get().default.getInstance().get('exitCodes')?.failedFlagParsing }),
                  error)
                );
              }
            },
            addValueFunction = (fws) => {
              if (fws.tokens?.length) {
                if (fws.inputFlag.flag.type === 'boolean' && (0, util_1$get().last)(fws.tokens)?.input) {
                  const doesNotContainNegation = (i) => {
                    const possibleNegations = [i.inputFlag.name, ...(i.inputFlag.flag.aliases ?? [])].map((n) => `${NEGATION}${n}`),
                      input = (0, util_1$get().last)(i.tokens)?.input;
                    return input ? !possibleNegations.includes(input) : !0;
                  };
                  return {
                    ...fws,
                    valueFunction: async (i) =>
                      parseFlagOrThrowError(doesNotContainNegation(i), i.inputFlag.flag, this.context, (0, util_1$get().last)(i.tokens)),
                  };
                }
                if (fws.inputFlag.flag.type === 'option' && fws.inputFlag.flag.delimiter && fws.inputFlag.flag.multiple) {
                  const makeDelimiter = (delimiter) => new RegExp(String.raw`(?<!\\)${delimiter}`);
                  return {
                    ...fws,
                    valueFunction: async (i) =>
                      (
                        await Promise.all(
                          (i.tokens ?? [])
                            .flatMap((token) => token.input.split(makeDelimiter(i.inputFlag.flag.delimiter ?? ',')))
                            .map((v) =>
                              v
                                .trim()
                                .replaceAll(new RegExp(`\\\\${i.inputFlag.flag.delimiter}`, 'g'), i.inputFlag.flag.delimiter ?? ',')
                                .replace(/^"(.*)"$/, '$1')
                                .replace(/^'(.*)'$/, '$1'),
                            )
                            .map(async (v) =>
                              parseFlagOrThrowError(v, i.inputFlag.flag, this.context, { ...(0, util_1$get().last)(i.tokens), input: v }),
                            ),
                        )
                      ).map((v) => validateOptions(i.inputFlag.flag, v)),
                  };
                }
                if (fws.inputFlag.flag.type === 'option' && fws.inputFlag.flag.multiple)
                  return {
                    ...fws,
                    valueFunction: async (i) =>
                      Promise.all(
                        (fws.tokens ?? []).map(async (token) =>
                          parseFlagOrThrowError(validateOptions(i.inputFlag.flag, token.input), i.inputFlag.flag, this.context, token),
                        ),
                      ),
                  };
                if (fws.inputFlag.flag.type === 'option')
                  return {
                    ...fws,
                    valueFunction: async (i) =>
                      parseFlagOrThrowError(
                        validateOptions(i.inputFlag.flag, (0, util_1$get().last)(fws.tokens)?.input),
                        i.inputFlag.flag,
                        this.context,
                        (0, util_1$get().last)(fws.tokens),
                      ),
                  };
              }
              if (fws.inputFlag.flag.env && process.env[fws.inputFlag.flag.env]) {
                const valueFromEnv = process.env[fws.inputFlag.flag.env];
                if (fws.inputFlag.flag.type === 'option' && valueFromEnv)
                  return {
                    ...fws,
                    valueFunction: async (i) =>
                      parseFlagOrThrowError(validateOptions(i.inputFlag.flag, valueFromEnv), i.inputFlag.flag, this.context),
                  };
                if (fws.inputFlag.flag.type === 'boolean')
                  return { ...fws, valueFunction: async (i) => (0, util_1$get().isTruthy)(process.env[i.inputFlag.flag.env] ?? 'false') };
              }
              return typeof fws.inputFlag.flag.default !== void 0
                ? {
                    ...fws,
                    metadata: { setFromDefault: !0 },
                    valueFunction:
                      typeof fws.inputFlag.flag.default == 'function'
                        ? (i, allFlags = {}) => fws.inputFlag.flag.default({ flags: allFlags, options: i.inputFlag.flag })
                        : async () => fws.inputFlag.flag.default,
                  }
                : fws;
            },
            addHelpFunction = (fws) =>
              fws.inputFlag.flag.type === 'option' && fws.inputFlag.flag.defaultHelp
                ? {
                    ...fws,
                    helpFunction:
                      typeof fws.inputFlag.flag.defaultHelp == 'function'
                        ? (i, flags, ...context) => i.inputFlag.flag.defaultHelp({ flags, options: i.inputFlag }, ...context)
                        : (i) => i.inputFlag.flag.defaultHelp,
                  }
                : fws,
            addDefaultHelp = async (fwsArray) => {
              const valueReferenceForHelp = fwsArrayToObject(flagsWithAllValues.filter((fws) => !fws.metadata?.setFromDefault));
              return Promise.all(
                fwsArray.map(async (fws) => {
                  try {
                    if (fws.helpFunction)
                      return {
                        ...fws,
                        metadata: { ...fws.metadata, defaultHelp: await fws.helpFunction?.(fws, valueReferenceForHelp, this.context) },
                      };
                  } catch {}
                  return fws;
                }),
              );
            },
            fwsArrayToObject = (fwsArray) =>
              Object.fromEntries(fwsArray.filter((fws) => fws.value !== void 0).map((fws) => [fws.inputFlag.name, fws.value])),
            flagTokenMap = this.mapAndValidateFlags(),
            flagsWithValues = await Promise.all(
              Object.entries(this.input.flags)
                .filter(
                  ([name, flag2]) =>
                    flag2.type === 'boolean' || flag2.env || flag2.default !== void 0 || 'defaultHelp' in flag2 || flagTokenMap.has(name),
                )
                .map(([name, flag2]) => ({ inputFlag: { flag: flag2, name }, tokens: flagTokenMap.get(name) }))
                .map((fws) => addValueFunction(fws))
                .filter((fws) => fws.valueFunction !== void 0)
                .map((fws) => addHelpFunction(fws))
                .map(async (fws) => (fws.metadata?.setFromDefault ? fws : { ...fws, value: await fws.valueFunction?.(fws) })),
            ),
            valueReference = fwsArrayToObject(flagsWithValues.filter((fws) => !fws.metadata?.setFromDefault)),
            flagsWithAllValues = await Promise.all(
              flagsWithValues.map(async (fws) =>
                fws.metadata?.setFromDefault ? { ...fws, value: await fws.valueFunction?.(fws, valueReference) } : fws,
              ),
            ),
            finalFlags = flagsWithAllValues.some((fws) => typeof fws.helpFunction == 'function')
              ? await addDefaultHelp(flagsWithAllValues)
              : flagsWithAllValues;
          return {
            flags: fwsArrayToObject(finalFlags),
            metadata: {
              flags: Object.fromEntries(finalFlags.filter((fws) => fws.metadata).map((fws) => [fws.inputFlag.name, fws.metadata])),
            },
          };
        }
        _setNames() {
          for (const [k, value] of Object.entries(this.input.flags)) value.name = k;
          for (const [k, value] of Object.entries(this.input.args)) value.name = k;
        }
        findFlag(arg) {
          const isLong = arg.startsWith('--'),
            isShort = isLong ? !1 : arg.startsWith('-'),
            name = isLong ? this.findLongFlag(arg) : isShort ? this.findShortFlag(arg) : void 0;
          return { isLong, name };
        }
        findLongFlag(arg) {
          const name = arg.slice(2);
          if (this.input.flags[name]) return name;
          if (this.flagAliases[name]) return this.flagAliases[name].name;
          if (arg.startsWith(NEGATION)) {
            const flag2 = this.booleanFlags[arg.slice(NEGATION.length)];
            if (flag2 && flag2.allowNo) return flag2.name;
            const flagAlias = this.flagAliases[arg.slice(NEGATION.length)];
            if (flagAlias && flagAlias.type === 'boolean' && flagAlias.allowNo) return flagAlias.name;
          }
        }
        findShortFlag([_, char]) {
          return this.flagAliases[char]
            ? this.flagAliases[char].name
            : Object.keys(this.input.flags).find(
                (k) => this.input.flags[k].char === char && char !== void 0 && this.input.flags[k].char !== void 0,
              );
        }
        mapAndValidateFlags() {
          const flagTokenMap = new Map();
          for (const token of this.raw.filter((o) => o.type === 'flag')) {
            if (!(token.flag in this.input.flags)) throw new (errors_1$get().CLIError)(`Unexpected flag ${token.flag}`);
            const existing = flagTokenMap.get(token.flag) ?? [];
            flagTokenMap.set(token.flag, [...existing, token]);
          }
          return flagTokenMap;
        }
      };
    exports2.Parser = Parser;
  },
});
var require_validate = __commonJS({
  'node_modules/@oclif/core/lib/parser/validate.js'(exports2) {
    'use strict';
    Object.defineProperty(exports2, '__esModule', { value: !0 });
    exports2.validate = validate;
    var util_1$,
      util_1$get = () => (util_1$ ??= require_util()),
      errors_1$,
      errors_1$get = () => (errors_1$ ??= require_errors2());
    async function validate(parse2) {
      let cachedResolvedFlags;
      function validateArgs() {
        const argEntries = Object.entries(parse2.input.args),
          variadicIndex = argEntries.findIndex(([, arg]) => arg.multiple);
        if (variadicIndex !== -1) {
          if (argEntries.findIndex(([, arg], i) => i > variadicIndex && arg.multiple) !== -1)
            throw new (errors_1$get().InvalidArgsSpecError)({
              args: parse2.input.args,
              parse: parse2,
              reason: 'only one variadic arg (multiple: true) is allowed',
            });
          for (let i = 0; i < variadicIndex; i++)
            if (!argEntries[i][1].required)
              throw new (errors_1$get().InvalidArgsSpecError)({
                args: parse2.input.args,
                parse: parse2,
                reason: `args before a variadic arg must be required, but "${argEntries[i][0]}" is optional`,
              });
          for (let i = variadicIndex + 1; i < argEntries.length; i++)
            if (!argEntries[i][1].required)
              throw new (errors_1$get().InvalidArgsSpecError)({
                args: parse2.input.args,
                parse: parse2,
                reason: `args after a variadic arg must be required, but "${argEntries[i][0]}" is optional`,
              });
        }
        const isVariadicArgFound = variadicIndex !== -1;
        if (parse2.output.nonExistentFlags?.length > 0)
          throw new (errors_1$get().NonExistentFlagsError)({ flags: parse2.output.nonExistentFlags, parse: parse2 });
        const maxArgs = Object.keys(parse2.input.args).length,
          hasVariadicArg = Object.values(parse2.input.args).some((arg) => arg.multiple);
        if (parse2.input.strict && !hasVariadicArg && parse2.output.argv.length > maxArgs) {
          const extras = parse2.output.argv.slice(maxArgs);
          throw new (errors_1$get().UnexpectedArgsError)({ args: extras, parse: parse2 });
        }
        let missingRequiredArgs = [],
          hasOptional = !1;
        for (const [name, arg] of Object.entries(parse2.input.args)) {
          if (!arg.required) hasOptional = !0;
          else if (hasOptional && !isVariadicArgFound)
            throw new (errors_1$get().InvalidArgsSpecError)({ args: parse2.input.args, parse: parse2 });
          arg.required && parse2.output.args[name] === void 0 && missingRequiredArgs.push(arg);
        }
        if (missingRequiredArgs.length > 0) {
          const flagsWithMultiple = Object.entries(parse2.input.flags)
            .filter(([_, flagDef]) => flagDef.type === 'option' && !!flagDef.multiple)
            .map(([name]) => name);
          throw new (errors_1$get().RequiredArgsError)({ args: missingRequiredArgs, flagsWithMultiple, parse: parse2 });
        }
      }
      async function validateFlags() {
        const promises = Object.entries(parse2.input.flags).flatMap(([name, flag2]) =>
            parse2.output.flags[name] !== void 0
              ? [
                  ...(flag2.relationships ? validateRelationships(name, flag2) : []),
                  ...(flag2.dependsOn ? [validateDependsOn(name, flag2.dependsOn)] : []),
                  ...(flag2.exclusive ? [validateExclusive(name, flag2.exclusive)] : []),
                  ...(flag2.combinable ? [validateCombinable(name, flag2.combinable)] : []),
                  ...(flag2.exactlyOne ? [validateExactlyOne(name, flag2.exactlyOne)] : []),
                ]
              : flag2.required
                ? [{ name, reason: `Missing required flag ${name}`, status: 'failed', validationFn: 'required' }]
                : flag2.exactlyOne && flag2.exactlyOne.length > 0
                  ? [validateExactlyOneAcrossFlags(flag2)]
                  : flag2.atLeastOne && flag2.atLeastOne.length > 0
                    ? [validateAtLeastOneAcrossFlags(flag2)]
                    : [],
          ),
          failed = (await Promise.all(promises)).filter((r) => r.status === 'failed');
        if (failed.length > 0) throw new (errors_1$get().FailedFlagValidationError)({ failed, parse: parse2 });
      }
      function validateConstraints() {
        if (!parse2.input.constraints) return;
        const failed = parse2.input.constraints
          .map((c) => c._evaluateAgainstFlags(parse2.output.flags))
          .filter((v) => v.status === 'failed');
        if (failed.length > 0) throw new (errors_1$get().ViolatedFlagConstraintError)({ failed, parse: parse2 });
      }
      async function resolveFlags(flags) {
        if (cachedResolvedFlags) return cachedResolvedFlags;
        const promises = flags.map(async (flag2) =>
            typeof flag2 == 'string'
              ? [flag2, parse2.output.flags[flag2]]
              : (await flag2.when(parse2.output.flags))
                ? [flag2.name, parse2.output.flags[flag2.name]]
                : null,
          ),
          resolved = await Promise.all(promises);
        return (cachedResolvedFlags = Object.fromEntries(resolved.filter((r) => r !== null))), cachedResolvedFlags;
      }
      const getPresentFlags = (flags) => Object.keys(flags).filter((key) => key !== void 0);
      function validateExactlyOneAcrossFlags(flag2) {
        const base = { name: flag2.name, validationFn: 'validateExactlyOneAcrossFlags' };
        if (
          Object.entries(parse2.input.flags)
            .map((entry) => entry[0])
            .filter((flagName) => parse2.output.flags[flagName] !== void 0)
            .filter((flagName) => flag2.exactlyOne?.includes(flagName)).length === 0
        ) {
          const reason = `Exactly one of the following must be provided: ${(0, util_1$get().uniq)(flag2.exactlyOne?.map((flag3) => `--${flag3}`) ?? []).join(', ')}`;
          return { ...base, reason, status: 'failed' };
        }
        return { ...base, status: 'success' };
      }
      function validateAtLeastOneAcrossFlags(flag2) {
        const base = { name: flag2.name, validationFn: 'validateAtLeastOneAcrossFlags' };
        if (
          Object.entries(parse2.input.flags)
            .map((entry) => entry[0])
            .filter((flagName) => parse2.output.flags[flagName] !== void 0)
            .filter((flagName) => flag2.atLeastOne?.includes(flagName)).length === 0
        ) {
          const reason = `At least one of the following must be provided: ${(0, util_1$get().uniq)(flag2.atLeastOne?.map((flag3) => `--${flag3}`) ?? []).join(', ')}`;
          return { ...base, reason, status: 'failed' };
        }
        return { ...base, status: 'success' };
      }
      async function validateExclusive(name, flags) {
        const base = { name, validationFn: 'validateExclusive' },
          resolved = await resolveFlags(flags),
          keys2 = getPresentFlags(resolved);
        for (const flag2 of keys2)
          if (
            !parse2.output.metadata.flags?.[flag2]?.setFromDefault &&
            !parse2.output.metadata.flags?.[name]?.setFromDefault &&
            parse2.output.flags[flag2] !== void 0
          ) {
            const flagValue = parse2.output.metadata.flags?.[flag2]?.defaultHelp ?? parse2.output.flags[flag2];
            return { ...base, reason: `--${flag2}=${flagValue} cannot also be provided when using --${name}`, status: 'failed' };
          }
        return { ...base, status: 'success' };
      }
      async function validateCombinable(name, flags) {
        const base = { name, validationFn: 'validateCombinable' },
          combinableFlags = new Set(flags.map((flag2) => (typeof flag2 == 'string' ? flag2 : flag2.name))),
          resolved = await resolveFlags(flags);
        for (const flag2 of Object.keys(parse2.output.flags))
          if (
            !parse2.output.metadata.flags?.[flag2]?.setFromDefault &&
            !parse2.output.metadata.flags?.[name]?.setFromDefault &&
            flag2 !== name &&
            parse2.output.flags[flag2] !== void 0 &&
            !combinableFlags.has(flag2)
          ) {
            const formattedFlags = Object.keys(resolved)
              .map((f) => `--${f}`)
              .join(', ');
            return { ...base, reason: `Only the following can be provided when using --${name}: ${formattedFlags}`, status: 'failed' };
          }
        return { ...base, status: 'success' };
      }
      async function validateExactlyOne(name, flags) {
        const base = { name, validationFn: 'validateExactlyOne' },
          resolved = await resolveFlags(flags),
          keys2 = getPresentFlags(resolved);
        for (const flag2 of keys2)
          if (flag2 !== name && parse2.output.flags[flag2] !== void 0)
            return { ...base, reason: `--${flag2} cannot also be provided when using --${name}`, status: 'failed' };
        return { ...base, status: 'success' };
      }
      async function validateDependsOn(name, flags) {
        const base = { name, validationFn: 'validateDependsOn' },
          resolved = await resolveFlags(flags);
        if (!Object.values(resolved).every((val) => val !== void 0)) {
          const formattedFlags = Object.keys(resolved)
            .map((f) => `--${f}`)
            .join(', ');
          return { ...base, reason: `All of the following must be provided when using --${name}: ${formattedFlags}`, status: 'failed' };
        }
        return { ...base, status: 'success' };
      }
      async function validateSome(name, flags) {
        const base = { name, validationFn: 'validateSome' },
          resolved = await resolveFlags(flags);
        if (!Object.values(resolved).some(Boolean)) {
          const formattedFlags = Object.keys(resolved)
            .map((f) => `--${f}`)
            .join(', ');
          return { ...base, reason: `One of the following must be provided when using --${name}: ${formattedFlags}`, status: 'failed' };
        }
        return { ...base, status: 'success' };
      }
      function validateRelationships(name, flag2) {
        return (flag2.relationships ?? []).map(async (relationship) => {
          switch (relationship.type) {
            case 'all':
              return validateDependsOn(name, relationship.flags);
            case 'none':
              return validateExclusive(name, relationship.flags);
            case 'only':
              return validateCombinable(name, relationship.flags);
            case 'some':
              return validateSome(name, relationship.flags);
            default:
              throw new Error(`Unknown relationship type: ${relationship.type}`);
          }
        });
      }
      validateArgs(), await validateFlags(), validateConstraints();
    }
  },
});
var require_help2 = __commonJS({
  'node_modules/@oclif/core/lib/parser/help.js'(exports2) {
    'use strict';
    Object.defineProperty(exports2, '__esModule', { value: !0 });
    exports2.flagUsage = flagUsage;
    exports2.flagUsages = flagUsages;
    var util_1$,
      util_1$get = () => (util_1$ ??= require_util()),
      ux_1$,
      ux_1$get = () => (ux_1$ ??= require_ux());
    function flagUsage(flag2, options = {}) {
      const label = [];
      flag2.helpLabel
        ? label.push(flag2.helpLabel)
        : (flag2.char && label.push(`-${flag2.char}`), flag2.name && label.push(` --${flag2.name}`));
      let usage = flag2.type === 'option' ? ` ${flag2.name.toUpperCase()}` : '',
        description = flag2.summary || flag2.description || '';
      return (
        options.displayRequired && flag2.required && (description = `(required) ${description}`),
        (description = description ? (0, ux_1$get().colorize)('dim', description) : void 0),
        [` ${label.join(',').trim()}${usage}`, description]
      );
    }
    function flagUsages(flags, options = {}) {
      return flags.length === 0
        ? []
        : (0, util_1$get().sortBy)(flags, (f) => [f.char ? -1 : 1, f.char, f.name]).map((f) => flagUsage(f, options));
    }
  },
});
var require_parser = __commonJS({
  'node_modules/@oclif/core/lib/parser/index.js'(exports2) {
    'use strict';
    Object.defineProperty(exports2, '__esModule', { value: !0 });
    exports2.validate = exports2.flagUsages = void 0;
    exports2.parse = parse2;
    var parse_1$,
      parse_1$get = () => (parse_1$ ??= require_parse2()),
      validate_1$,
      validate_1$get = () => (validate_1$ ??= require_validate()),
      help_1 = require_help2();
    Object.defineProperty(exports2, 'flagUsages', { enumerable: !0, get: () => help_1.flagUsages });
    var validate_2 = require_validate();
    Object.defineProperty(exports2, 'validate', { enumerable: !0, get: () => validate_2.validate });
    async function parse2(argv, options) {
      const input = {
          '--': options['--'],
          args: options.args ?? {},
          argv,
          constraints: options.constraints,
          context: options.context,
          flags: options.flags ?? {},
          strict: options.strict !== !1,
        },
        output = await new (parse_1$get().Parser)(input).parse();
      return await (0, validate_1$get().validate)({ input, output }), output;
    }
  },
});
var require_command2 = __commonJS({
  'node_modules/@oclif/core/lib/command.js'(exports2) {
    'use strict';
    var __createBinding =
        (exports2 && exports2.__createBinding) ||
        (Object.create
          ? (o, m, k, k2) => {
              k2 === void 0 && (k2 = k);
              var desc = Object.getOwnPropertyDescriptor(m, k);
              (!desc || ('get' in desc ? !m.__esModule : desc.writable || desc.configurable)) &&
                (desc = { enumerable: !0, get: () => m[k] }),
                Object.defineProperty(o, k2, desc);
            }
          : (o, m, k, k2) => {
              k2 === void 0 && (k2 = k), (o[k2] = m[k]);
            }),
      __setModuleDefault =
        (exports2 && exports2.__setModuleDefault) ||
        (Object.create
          ? (o, v) => {
              Object.defineProperty(o, 'default', { enumerable: !0, value: v });
            }
          : (o, v) => {
              o.default = v;
            }),
      __importStar =
        (exports2 && exports2.__importStar) ||
        (() => {
          var ownKeys = (o) => (
            (ownKeys =
              Object.getOwnPropertyNames ||
              ((o2) => {
                var ar = [];
                for (var k in o2) Object.hasOwn(o2, k) && (ar[ar.length] = k);
                return ar;
              })),
            ownKeys(o)
          );
          return (mod) => {
            if (mod && mod.__esModule) return mod;
            var result = {};
            if (mod != null) for (var k = ownKeys(mod), i = 0; i < k.length; i++) k[i] !== 'default' && __createBinding(result, mod, k[i]);
            return __setModuleDefault(result, mod), result;
          };
        })(),
      __importDefault = (exports2 && exports2.__importDefault) || ((mod) => (mod && mod.__esModule ? mod : { default: mod }));
    Object.defineProperty(exports2, '__esModule', { value: !0 });
    exports2.Command = void 0;
    var node_url_1$,
      node_url_1$get = () => (node_url_1$ ??= require('node:url')),
      node_util_1$,
      node_util_1$get = () => (node_util_1$ ??= require('node:util')),
      cache_1$,
      cache_1$get = () => (cache_1$ ??= __importDefault(require_cache())),
      config_1$,
      config_1$get = () => (config_1$ ??= require_config2()),
      Errors$,
      Errors$get = () => (Errors$ ??= __importStar(require_errors())),
      util_1$,
      util_1$get = () => (util_1$ ??= require_util3()),
      logger_1$,
      logger_1$get = () => (logger_1$ ??= require_logger()),
      Parser$,
      Parser$get = () => (Parser$ ??= __importStar(require_parser())),
      aggregate_flags_1$,
      aggregate_flags_1$get = () => (aggregate_flags_1$ ??= require_aggregate_flags()),
      ids_1$,
      ids_1$get = () => (ids_1$ ??= require_ids()),
      util_2$,
      util_2$get = () => (util_2$ ??= require_util()),
      ux_1$,
      ux_1$get = () => (ux_1$ ??= require_ux()),
      pjson = cache_1$get().default.getInstance().get('@oclif/core');
    process.stdout.on('error', (err) => {
      if (!(err && err.code === 'EPIPE')) throw err;
    });
    var Command2 = class {
      argv;
      config;
      static _base = `${pjson.name}@${pjson.version}`;
      static aliases = [];
      static args = {};
      static baseFlags;
      static constraints;
      static deprecateAliases;
      static deprecationOptions;
      static description;
      static enableJsonFlag = !1;
      static examples;
      static flags;
      static hasDynamicHelp = !1;
      static help;
      static hidden;
      static hiddenAliases = [];
      static id;
      static plugin;
      static pluginAlias;
      static pluginName;
      static pluginType;
      static state;
      static strict = !0;
      static summary;
      static usage;
      debug;
      id;
      parsed = !1;
      constructor(argv, config) {
        (this.argv = argv), (this.config = config), (this.id = this.ctor.id);
        try {
          this.debug = (0, logger_1$get().makeDebug)(this.id ? `${this.config.bin}:${this.id}` : this.config.bin);
        } catch {
          this.debug = () => {};
        }
      }
      static async run(argv, opts) {
        argv || (argv = process.argv.slice(2)),
          typeof opts == 'string' && opts.startsWith('file://') && (opts = (0, node_url_1$get().fileURLToPath)(opts));
        const config = await config_1$get().Config.load(opts || require.main?.filename || __dirname),
          cache = cache_1$get().default.getInstance();
        cache.has('config') || cache.set('config', config);
        const cmd = new this(argv, config);
        if (!cmd.id) {
          const id = cmd.constructor.name.toLowerCase();
          (cmd.id = id), (cmd.ctor.id = id);
        }
        return cmd._run();
      }
      get ctor() {
        return this.constructor;
      }
      async _run() {
        let err, result;
        try {
          this.removeEnvVar('REDIRECTED'), await this.init(), (result = await this.run());
        } catch (error) {
          (err = error), await this.catch(error);
        } finally {
          await this.finally(err);
        }
        return (
          result && this.jsonEnabled() && this.logJson(this.toSuccessJson(result)),
          !this.parsed &&
            !(0, util_2$get().isProd)() &&
            process.emitWarning(`Command ${this.id} did not parse its arguments. Did you forget to call 'this.parse'?`, {
              code: 'UnparsedCommand',
            }),
          result
        );
      }
      async catch(err) {
        if (((process.exitCode = process.exitCode ?? err.oclif?.exit ?? err.exitCode ?? 1), this.jsonEnabled()))
          this.logJson(this.toErrorJson(err));
        else {
          if (!err.message) throw err;
          try {
            ux_1$get().ux.action.stop(ux_1$get().ux.colorize('bold', ux_1$get().ux.colorize('red', '!')));
          } catch {}
          throw err;
        }
      }
      error(input, options = {}) {
        Errors$get().error(input, options);
      }
      exit(code = 0) {
        Errors$get().exit(code);
      }
      async finally(_) {}
      async init() {
        this.debug('init version: %s argv: %o', this.ctor._base, this.argv);
        const g = globalThis;
        (g['http-call'] = g['http-call'] || {}), (g['http-call'].userAgent = this.config.userAgent), this.warnIfCommandDeprecated();
      }
      jsonEnabled() {
        if (!this.ctor?.enableJsonFlag) return !1;
        if (this.config.scopedEnvVar?.('CONTENT_TYPE')?.toLowerCase() === 'json') return !0;
        const passThroughIndex = this.argv.indexOf('--'),
          jsonIndex = this.argv.indexOf('--json');
        return passThroughIndex === -1 ? jsonIndex !== -1 : jsonIndex !== -1 && jsonIndex < passThroughIndex;
      }
      log(message = '', ...args) {
        this.jsonEnabled() ||
          ((message = typeof message == 'string' ? message : (0, node_util_1$get().inspect)(message)),
          ux_1$get().ux.stdout(message, ...args));
      }
      logJson(json) {
        ux_1$get().ux.stdout(ux_1$get().ux.colorizeJson(json, { pretty: !0, theme: this.config.theme?.json }));
      }
      logToStderr(message = '', ...args) {
        this.jsonEnabled() ||
          ((message = typeof message == 'string' ? message : (0, node_util_1$get().inspect)(message)),
          ux_1$get().ux.stderr(message, ...args));
      }
      async parse(options, argv = this.argv) {
        options || (options = this.ctor);
        const opts = {
            context: this,
            ...options,
            flags: (0, aggregate_flags_1$get().aggregateFlags)(options.flags, options.baseFlags, options.enableJsonFlag),
          },
          hookResult = await this.config.runHook('preparse', { argv: [...argv], options: opts }),
          argvToParse = hookResult.successes?.length
            ? (hookResult.successes.find((s) => s.plugin.root === cache_1$get().default.getInstance().get('rootPlugin')?.root)?.result ??
              argv)
            : argv;
        this.argv = [...argvToParse];
        const results = await Parser$get().parse(argvToParse, opts);
        return this.warnIfFlagDeprecated(results.flags ?? {}), (this.parsed = !0), results;
      }
      toErrorJson(err) {
        return err instanceof Error ? { error: { ...err, message: err.message, name: err.name } } : { error: err };
      }
      toSuccessJson(result) {
        return result;
      }
      warn(input) {
        return this.jsonEnabled() || Errors$get().warn(input), input;
      }
      warnIfCommandDeprecated() {
        const [id] = (0, util_1$get().normalizeArgv)(this.config);
        if (this.ctor.deprecateAliases && [...this.ctor.aliases, ...this.ctor.hiddenAliases].includes(id)) {
          const cmdName = (0, ids_1$get().toConfiguredId)(this.ctor.id, this.config),
            aliasName = (0, ids_1$get().toConfiguredId)(id, this.config);
          this.warn((0, util_1$get().formatCommandDeprecationWarning)(aliasName, { to: cmdName }));
        }
        if (this.ctor.state === 'deprecated') {
          const cmdName = (0, ids_1$get().toConfiguredId)(this.ctor.id, this.config);
          this.warn((0, util_1$get().formatCommandDeprecationWarning)(cmdName, this.ctor.deprecationOptions));
        }
      }
      warnIfFlagDeprecated(flags) {
        const allFlags = (0, aggregate_flags_1$get().aggregateFlags)(this.ctor.flags, this.ctor.baseFlags, this.ctor.enableJsonFlag);
        for (const flag2 of Object.keys(flags)) {
          const flagDef = allFlags[flag2],
            deprecated = flagDef?.deprecated;
          if ((deprecated && this.warn((0, util_1$get().formatFlagDeprecationWarning)(flag2, deprecated)), flagDef?.deprecateAliases)) {
            const aliases = (0, util_2$get().uniq)([...(flagDef?.aliases ?? []), ...(flagDef?.charAliases ?? [])]).map((a) =>
              a.length === 1 ? `-${a}` : `--${a}`,
            );
            if (aliases.length === 0) return;
            const foundAliases = aliases.filter((alias) => this.argv.includes(alias));
            for (const alias of foundAliases) {
              let preferredUsage = `--${flagDef?.name}`;
              flagDef?.char && (preferredUsage += ` | -${flagDef?.char}`),
                this.warn((0, util_1$get().formatFlagDeprecationWarning)(alias, { to: preferredUsage }));
            }
          }
        }
      }
      removeEnvVar(envVar) {
        const keys2 = [];
        try {
          keys2.push(...this.config.scopedEnvVarKeys(envVar));
        } catch {
          keys2.push(this.config.scopedEnvVarKey(envVar));
        }
        keys2.map((key) => delete process.env[key]);
      }
    };
    exports2.Command = Command2;
  },
});
var Answers,
  init_answers = __esm({
    'apps/cli/dist/output/answers.js'() {
      'use strict';
      init_errors();
      Answers = class {
        #input;
        #ui;
        #interactive;
        #buffer = '';
        #ended = !1;
        #wake;
        #listening = !1;
        constructor(ui, input, interactive) {
          (this.#ui = ui), (this.#input = input), (this.#interactive = interactive);
        }
        ask(label) {
          return this.#allowed(label), this.#ui.question(`${label} (): `), this.#line(!0);
        }
        async askSecret(label) {
          if ((this.#allowed(label), this.#ui.question(`${label} (): `), this.#input.isTTY !== !0 || this.#input.setRawMode === void 0))
            return this.#line(!0);
          this.#input.setRawMode(!0);
          try {
            return await this.#line(!1);
          } finally {
            this.#input.setRawMode(!1);
          }
        }
        async confirm() {
          if (this.#interactive) {
            if (this.#ui.json) throw fail('CannotAsk', 'a confirmation cannot be asked for with --json');
            for (;;) {
              this.#ui.question('Continue? [yN]: ');
              const answer = (await this.#line(!0)).trim();
              if (['y', 'Y', 'yes'].includes(answer)) return;
              if (['', 'n', 'N', 'no'].includes(answer)) throw fail('Stopped', 'Stopped');
              this.#ui.question(`invalid input (not y, n, yes, or no)
`);
            }
          }
        }
        close() {
          this.#listening && this.#input.pause();
        }
        #allowed(label) {
          if (!this.#interactive || this.#ui.json) throw fail('CannotAsk', `'${label}' cannot be asked for`);
        }
        async #line(cooked) {
          for (this.#listen(), this.#input.resume(); ; ) {
            const taken = cooked ? this.#takeCooked() : this.#takeRaw();
            if (taken !== void 0)
              return (
                (!cooked || this.#input.isTTY !== !0) &&
                  this.#ui.question(`
`),
                taken
              );
            if (this.#ended) throw fail('InputEnded', 'asking: end of input');
            await new Promise((resolve) => {
              this.#wake = resolve;
            });
          }
        }
        #takeCooked() {
          const end = this.#buffer.indexOf(`
`);
          if (end === -1) {
            if (!this.#ended || this.#buffer === '') return;
            const rest = this.#buffer;
            return (this.#buffer = ''), rest;
          }
          const line = this.#buffer.slice(0, end).replace(/\r$/, '');
          return (this.#buffer = this.#buffer.slice(end + 1)), line;
        }
        #takeRaw() {
          if (this.#buffer.includes('') || /^\u0004/.test(this.#buffer)) throw fail('InputEnded', 'asking: interrupted');
          const end = this.#buffer.search(/[\r\n]/);
          if (end === -1) return;
          const typed = this.#buffer.slice(0, end);
          this.#buffer = this.#buffer.slice(end + 1);
          let line = '';
          for (const character of typed)
            character === '\x7F' || character === '\b' ? (line = line.slice(0, -1)) : character === '' ? (line = '') : (line += character);
          return line;
        }
        #listen() {
          this.#listening ||
            ((this.#listening = !0),
            this.#input.on('data', (chunk) => {
              (this.#buffer += chunk.toString('utf8')), this.#wake?.();
            }),
            this.#input.on('end', () => {
              (this.#ended = !0), this.#wake?.();
            }));
        }
      };
    },
  });
function headingKey(heading, index) {
  const key = heading
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '');
  return key === '' ? String(index) : key;
}
function renderTable(table, style) {
  const shown = shownColumns(table, style),
    parts = [];
  return (
    style.decorated &&
      table.title !== void 0 &&
      parts.push(`${style.color ? bold(table.title) : table.title}

`),
    parts.push(table.transposed === !0 ? transposed(table, shown, style) : plain(table, shown, style)),
    style.decorated &&
      (table.notes !== void 0 &&
        table.notes.length > 0 &&
        parts.push(`
${table.notes
  .map(
    (note) => `${note}
`,
  )
  .join('')}`),
      table.content !== void 0 &&
        table.header.length > 0 &&
        parts.push(`
${table.count ?? table.rows.length} ${table.content}
`)),
    parts.join('')
  );
}
function shownColumns(table, { columns = [] }) {
  const all = table.header.map((_, index) => index);
  return columns.length === 0 ? all : all.filter((index) => columns.includes(headingKey(table.header[index] ?? '', index)));
}
function plain(table, shown, style) {
  const grid = [];
  style.decorated &&
    grid.push(
      shown.map((index) => ({
        lines: (table.header[index] ?? '').split(`
`),
        mark: style.color ? bold : void 0,
      })),
    );
  let above;
  for (const row of table.rows) {
    const first = row[0] === void 0 ? '' : textOf(row[0]),
      repeated = style.decorated && first !== '' && first === above;
    (above = first),
      grid.push(
        shown.map((index) => {
          const cell = row[index] ?? '',
            text = textOf(cell),
            good = typeof cell == 'string' ? void 0 : cell.good,
            mark = (line) => paint(line, good, style.color);
          return {
            lines:
              index === 0 && repeated
                ? ['~']
                : text === ''
                  ? ['-']
                  : text.split(`
`),
            mark,
          };
        }),
      );
  }
  return layOut(grid, style.decorated ? '  ' : '	');
}
function transposed(table, shown, style) {
  return table.rows
    .map((row) =>
      layOut(
        shown.map((index) => {
          const cell = row[index] ?? '',
            text = textOf(cell),
            good = typeof cell == 'string' ? void 0 : cell.good,
            value = {
              lines:
                text === ''
                  ? ['-']
                  : text.split(`
`),
              mark: (line) => paint(line, good, style.color),
            },
            heading = {
              lines: [
                (table.header[index] ?? '').replaceAll(
                  `
`,
                  ' ',
                ),
              ],
              mark: style.color ? bold : void 0,
            };
          return style.decorated ? [heading, value] : [value];
        }),
        style.decorated ? '  ' : '	',
      ),
    )
    .join(`
`);
}
function layOut(grid, separator) {
  const widths = [];
  for (const block of grid)
    block.forEach((piece, column) => {
      for (const line of piece.lines) widths[column] = Math.max(widths[column] ?? 0, line.length);
    });
  const out = [];
  for (const block of grid) {
    const height = Math.max(1, ...block.map((piece) => piece.lines.length));
    for (let line = 0; line < height; line++) {
      for (const [column, piece] of block.entries()) {
        const text = piece.lines[line] ?? '',
          padding = ' '.repeat((widths[column] ?? 0) - text.length);
        out.push(piece.mark === void 0 || text === '' ? text : piece.mark(text), padding, separator);
      }
      out.push(`
`);
    }
  }
  return out.join('');
}
function tableToJson(table, columns = []) {
  const shown = shownColumns(table, { decorated: !0, color: !1, columns }),
    keys2 = new Map(shown.map((index) => [index, headingKey(table.header[index] ?? '', index)]));
  return {
    Content: table.content ?? '',
    Header: Object.fromEntries(shown.map((index) => [keys2.get(index), table.header[index] ?? ''])),
    Rows: table.rows.map((row) => Object.fromEntries(shown.map((index) => [keys2.get(index), textOf(row[index] ?? '')]))),
    Notes: table.notes === void 0 || table.notes.length === 0 ? null : table.notes,
  };
}
function sortRows(rows, ...by) {
  return [...rows].sort((a, b) => {
    for (const [column, direction = 1] of by) {
      const order = compare(sortKey(a[column] ?? ''), sortKey(b[column] ?? ''));
      if (order !== 0) return order * direction;
    }
    return 0;
  });
}
var textOf,
  bold,
  paint,
  sortKey,
  compare,
  init_table = __esm({
    'apps/cli/dist/output/table.js'() {
      'use strict';
      init_dist();
      textOf = (cell) => (typeof cell == 'string' ? cell : cell.text);
      (bold = (text) => `\x1B[1m${text}\x1B[0m`),
        (paint = (text, good, on) => (!on || good === void 0 ? text : `\x1B[${good ? 32 : 31}m${text}\x1B[0m`));
      (sortKey = (cell) => (isJsonObject(cell) ? (cell.sort ?? cell.text) : cell)), (compare = (a, b) => (a < b ? -1 : a > b ? 1 : 0));
    },
  });
var Ui,
  init_ui = __esm({
    'apps/cli/dist/output/ui.js'() {
      'use strict';
      init_table();
      Ui = class {
        decorated;
        json;
        #options;
        #color;
        #previous;
        #collected = { Tables: [], Blocks: [], Lines: [] };
        constructor(options) {
          (this.#options = options),
            (this.json = options.json === !0),
            (this.decorated = options.tty === !0 || options.stdout.isTTY === !0),
            (this.#color = options.color !== !1 && options.stdout.isTTY === !0);
        }
        line(text) {
          if (this.json) return void this.#collected.Lines.push(text);
          this.decorated &&
            (this.#pad('auto'),
            this.#options.stdout.write(`${text}
`));
        }
        partial(text) {
          if (this.json) return void this.#collected.Lines.push(text);
          this.decorated && (this.#pad('raw'), this.#options.stdout.write(text));
        }
        block(text) {
          if (this.json) return void this.#collected.Blocks.push(text);
          this.#pad('raw'), this.#options.stdout.write(text);
        }
        errorBlock(text) {
          if (this.json) return void this.#collected.Blocks.push(text);
          this.#pad('raw'), this.#options.stdout.write(this.red(text));
        }
        table(table) {
          const columns = this.#options.columns ?? [];
          if (this.json) return void this.#collected.Tables.push(tableToJson(table, columns));
          this.#pad('auto'), this.#options.stdout.write(renderTable(table, { decorated: this.decorated, color: this.#color, columns }));
        }
        error(text) {
          if (this.json) return void this.#collected.Lines.push(text);
          this.#pad('auto'),
            this.#options.stderr.write(`${this.#options.stderr.isTTY === !0 && this.#options.color !== !1 ? this.#paint(text) : text}
`);
        }
        note(text) {
          if (this.json) return void this.#collected.Lines.push(text);
          this.#options.stderr.write(`${text}
`);
        }
        question(text) {
          this.#pad('ask'), this.#options.stdout.write(text);
        }
        redraw(text) {
          this.json || this.#options.stdout.isTTY !== !0 || (this.#pad('raw'), this.#options.stdout.write(text));
        }
        end() {
          if (!this.json) return;
          const orNull = (list) => (list.length === 0 ? null : list),
            { Tables, Blocks, Lines } = this.#collected;
          this.#options.stdout.write(JSON.stringify({ Tables: orNull(Tables), Blocks: orNull(Blocks), Lines: orNull(Lines) }, null, 4));
        }
        red(text) {
          return this.#color ? this.#paint(text) : text;
        }
        #paint(text) {
          return `\x1B[31m${text}\x1B[0m`;
        }
        #pad(mode) {
          const previous = this.#previous;
          (this.#previous = mode),
            !(previous === void 0 || (previous === mode && mode !== 'auto')) &&
              this.#options.stdout.write(`
`);
        }
      };
    },
  });
function formatEntries(entries) {
  if (entries.length === 0)
    return `environments: []
`;
  const lines = ['environments:'];
  for (const entry of entries) {
    let lead = '- ';
    for (const key of keys) {
      const value = entry[key];
      value !== void 0 && (lines.push(`${lead}${key}: ${formatScalar(value)}`), (lead = '  '));
    }
  }
  return `${lines.join(`
`)}
`;
}
function formatScalar(value) {
  if (isPlain(value)) return value;
  if (/\n/.test(value) && !/\n\n$|^\s|\t|\r/.test(value)) {
    const body = value.replace(/\n$/, '').split(`
`);
    return `${
      value.endsWith(`
`)
        ? '|'
        : '|-'
    }
${body
  .map((line) => (line === '' ? '' : `    ${line}`))
  .join(`
`)}`;
  }
  return JSON.stringify(value);
}
function readPlainEntries(text) {
  const lines = text.split(`
`);
  if ((lines.at(-1) === '' && lines.pop(), lines[0] === 'environments: []' && lines.length === 1)) return [];
  if (lines[0] !== 'environments:') return;
  const entries = [];
  for (let at2 = 1; at2 < lines.length; at2++) {
    const match = /^(- | {2})([a-z_]+): (.*)$/.exec(lines[at2] ?? ''),
      key = keys.find((one) => one === match?.[2]);
    if (match === null || key === void 0) return;
    match[1] === '- ' && entries.push({});
    const entry = entries.at(-1),
      written = match[3] ?? '';
    if (entry === void 0 || key in entry) return;
    if (written === '|' || written === '|-') {
      const body = [];
      for (; /^ {4}/.test(lines[at2 + 1] ?? ''); ) body.push((lines[++at2] ?? '').slice(4));
      if (body.length === 0 || /^\s/.test(body[0] ?? '')) return;
      entry[key] =
        body.join(`
`) +
        (written === '|'
          ? `
`
          : '');
    } else {
      const value = readScalar(written);
      if (value === void 0) return;
      entry[key] = value;
    }
  }
  return entries.every((entry) => entry.url !== void 0) ? entries : void 0;
}
function readScalar(written) {
  if (isPlain(written)) return written;
  if (/^"(?:[^"\\]|\\["\\n])*"$/.test(written)) return JSON.parse(written);
}
var keys,
  plain2,
  reserved,
  isPlain,
  init_plain_entries = __esm({
    'apps/cli/dist/session/plain-entries.js'() {
      'use strict';
      (keys = ['url', 'ca_cert', 'alias', 'username', 'password', 'access_token_type', 'access_token', 'refresh_token']),
        (plain2 = /^[A-Za-z][A-Za-z0-9._/+=-]*(?:[:][A-Za-z0-9._/+=-]+)*$|^https:\/\/[A-Za-z0-9._:/[\]-]+$|^\d+\.\d+\.\d+\.\d+(?::\d+)?$/),
        (reserved = /^(?:y|n|yes|no|on|off|true|false|null|~)$/i),
        (isPlain = (text) => plain2.test(text) && !reserved.test(text));
    },
  });
var yaml_exports = {};
__export(yaml_exports, { parse: () => parse });
var parse,
  init_yaml = __esm({
    'big:yaml'() {
      parse = (text) => require('./cli.cjs').parseYamlText(text);
    },
  });
async function readYamlEntries(text, path) {
  const { parse: parse2 } = await Promise.resolve().then(() => (init_yaml(), yaml_exports));
  try {
    const entries = parse2(text)?.environments ?? [];
    if (!Array.isArray(entries) || entries.some((entry) => typeof entry?.url != 'string'))
      throw fail('InvalidConfigFile', 'an entry has no url');
    return entries;
  } catch (cause) {
    throw fail('InvalidConfigFile', `the config file ${path} is not what BOSH writes`, { cause, where: { document: path } });
  }
}
var import_node_fs4,
  import_node_os2,
  import_node_path,
  credentialKeys,
  ConfigFile,
  init_config_file = __esm({
    'apps/cli/dist/session/config-file.js'() {
      'use strict';
      (import_node_fs4 = require('node:fs')), (import_node_os2 = require('node:os')), (import_node_path = require('node:path'));
      init_errors();
      init_plain_entries();
      (credentialKeys = ['username', 'password', 'access_token_type', 'access_token', 'refresh_token']),
        (ConfigFile = class _ConfigFile {
          path;
          #entries;
          constructor(path, entries) {
            (this.path = path), (this.#entries = entries);
          }
          static async load(path) {
            let full = path.replace(/^~(?=\/|$)/, (0, import_node_os2.homedir)()),
              text;
            try {
              text = (0, import_node_fs4.readFileSync)(full, 'utf8');
            } catch (cause) {
              if (cause.code === 'ENOENT') return new _ConfigFile(full, []);
              throw fail('UnreadableFile', `the config file ${full} cannot be read`, { cause });
            }
            return new _ConfigFile(full, readPlainEntries(text) ?? (await readYamlEntries(text, full)));
          }
          entries() {
            return this.#entries;
          }
          find(environment) {
            return this.#entries.find((entry) => entry.url === environment || entry.alias === environment);
          }
          alias(url, alias, ca) {
            const entry = this.#entries.find((one) => one.url === url || one.alias === alias) ?? this.#add(url);
            (entry.url = url), (entry.alias = alias), ca === void 0 ? delete entry.ca_cert : (entry.ca_cert = ca);
          }
          setCredentials(url, credentials) {
            const entry = this.#entries.find((one) => one.url === url) ?? this.#add(url);
            for (const key of credentialKeys) delete entry[key];
            Object.assign(entry, credentials);
          }
          clearCredentials(url) {
            const entry = this.#entries.find((one) => one.url === url);
            for (const key of credentialKeys) delete entry?.[key];
          }
          save() {
            (0, import_node_fs4.mkdirSync)((0, import_node_path.dirname)(this.path), { recursive: !0 });
            const fresh = `${this.path}.${process.pid}`;
            (0, import_node_fs4.writeFileSync)(fresh, formatEntries(this.#entries), { mode: 384 }),
              (0, import_node_fs4.chmodSync)(fresh, 384),
              (0, import_node_fs4.renameSync)(fresh, this.path);
          }
          #add(url) {
            const entry = { url };
            return this.#entries.push(entry), entry;
          }
        });
    },
  });
function readClaims(token) {
  const parts = token.split('.');
  if (parts.length === 3)
    try {
      const claims = JSON.parse(Buffer.from(parts[1] ?? '', 'base64url').toString('utf8'));
      if (typeof claims != 'object' || claims === null) return;
      const { user_name: userName, scope, exp } = claims;
      return {
        scopes: Array.isArray(scope) ? scope.filter((one) => typeof one == 'string') : [],
        ...(typeof userName == 'string' ? { userName } : {}),
        ...(typeof exp == 'number' ? { expiresAt: exp } : {}),
      };
    } catch {
      return;
    }
}
var init_credentials = __esm({
  'packages/director-api/dist/client/credentials.js'() {
    'use strict';
  },
});
function resolveEnvironment(flags, config) {
  const given = flags.environment;
  if (given === void 0 || given === '') throw fail('NoEnvironment', 'no Director was named');
  const entry = config.find(given),
    ca = flags['ca-cert'] === void 0 || flags['ca-cert'] === '' ? entry?.ca_cert : readCa(flags['ca-cert']),
    client = flags.client === void 0 || flags.client === '' ? void 0 : { client: flags.client, secret: flags['client-secret'] ?? '' },
    stored = entry?.username === void 0 ? void 0 : { client: entry.username, secret: entry.password ?? '' },
    speaks = client ?? (entry?.refresh_token === void 0 ? stored : void 0),
    credentials =
      speaks !== void 0
        ? { kind: 'client', client: speaks.client, secret: new Secret(speaks.secret) }
        : entry?.refresh_token !== void 0
          ? {
              kind: 'user',
              tokens: {
                tokenType: entry.access_token_type ?? 'bearer',
                accessToken: entry.access_token ?? '',
                refreshToken: entry.refresh_token,
              },
            }
          : { kind: 'anonymous' };
  return { url: entry?.url ?? given, ...(ca === void 0 ? {} : { ca }), credentials, who: describeWho(credentials) };
}
function describeWho(credentials) {
  if (credentials.kind === 'anonymous') return 'anonymous user';
  if (credentials.kind === 'client') return `client '${credentials.client}'`;
  const claims = readClaims(credentials.tokens.refreshToken ?? '');
  return claims === void 0 ? "'?'" : `user '${claims.userName ?? ''}' (${claims.scopes.join(', ')})`;
}
function readCa(given) {
  if (given.includes('BEGIN')) return given;
  const path = given.replace(/^~(?=\/|$)/, (0, import_node_os3.homedir)());
  try {
    return (0, import_node_fs5.readFileSync)(path, 'utf8');
  } catch (cause) {
    throw fail('UnreadableFile', `the CA certificate ${path} cannot be read`, {
      cause,
      hint: 'give --ca-cert PEM text or the path of a file',
    });
  }
}
async function announce(director, environment, say) {
  await director.info(), say(`Using environment '${environment.url}' as ${environment.who}`);
}
var import_node_fs5,
  import_node_os3,
  init_environment = __esm({
    'apps/cli/dist/session/environment.js'() {
      'use strict';
      (import_node_fs5 = require('node:fs')), (import_node_os3 = require('node:os'));
      init_dist();
      init_credentials();
      init_errors();
    },
  });
function withQuery(path, query) {
  const pairs = Object.entries(query)
    .filter(([, value]) => value !== void 0)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, value]) => [key, String(value)]);
  return pairs.length === 0 ? path : `${path}?${new URLSearchParams(pairs).toString()}`;
}
var flag,
  init_query = __esm({
    'packages/director-api/dist/client/query.js'() {
      'use strict';
      flag = (value) => (value === !0 ? !0 : void 0);
    },
  });
var fail2,
  init_errors2 = __esm({
    'packages/director-api/dist/client/errors.js'() {
      'use strict';
      init_dist();
      fail2 = defineErrors({
        DirectorUnreachable: {
          fault: 'operator',
          retryable: !0,
          hint: 'check that the Director runs and that its address and port are right',
        },
        CertificateUntrusted: { fault: 'user', hint: "give the Director's CA with --ca-cert FILE or BOSH_CA_CERT" },
        CertificateNameMismatch: { fault: 'user', hint: 'use one of the names or addresses that the certificate holds' },
        CertificateExpired: { fault: 'operator', hint: "renew the Director's certificate" },
        InvalidCaCertificate: { fault: 'user', hint: 'give a PEM certificate, or the path of a file that holds one' },
        InvalidDirectorUrl: {
          fault: 'user',
          hint: 'use a name, an address, or https://NAME:PORT; an IPv6 address works with and without brackets',
        },
        DirectorRefused: { fault: 'user' },
        DirectorFailed: { fault: 'bug', retryable: !0 },
        RequestInterrupted: {
          fault: 'operator',
          hint: 'the Director may have accepted it; look with `bosh6 tasks --recent` before trying again',
        },
        UnreadableAnswer: { fault: 'bug' },
        TooManyRedirects: { fault: 'bug' },
        AuthenticationFailed: { fault: 'user', hint: 'log in again with `bosh6 log-in`' },
        TaskFailed: { fault: 'user' },
      });
    },
  });
async function readJson(incoming) {
  const text = await incoming.text();
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw fail2('UnreadableAnswer', `the Director answered ${incoming.status} with something that is not JSON`, { cause });
  }
}
async function readList(incoming) {
  const list = await readJson(incoming);
  if (!Array.isArray(list)) throw fail2('UnreadableAnswer', 'the Director answered with something that is not a list');
  return list;
}
async function readTask(incoming) {
  const task = await readJson(incoming);
  if (typeof task?.id != 'number' || typeof task.state != 'string')
    throw fail2('UnreadableAnswer', 'the Director answered with something that is not a task');
  return task;
}
var init_read_json = __esm({
  'packages/director-api/dist/client/read-json.js'() {
    'use strict';
    init_errors2();
  },
});
function configRoutes(session) {
  return {
    list: async (query) => readList(await session.call({ method: 'GET', path: withQuery('/configs', query) })),
    async get(id) {
      const incoming = await session.call({ method: 'GET', path: `/configs/${encodeURIComponent(id)}` }, [200, 404]);
      if (incoming.status === 200) return readJson(incoming);
      incoming.stream.resume();
    },
    async diff({ type, name, content }) {
      try {
        return await readJson(
          await session.call({ method: 'POST', path: '/configs/diff', headers, body: JSON.stringify({ type, name, content }) }),
        );
      } catch (error) {
        if (CodedError.is(error, 'DirectorRefused') && error.details?.status === 404 && error.number === void 0) return { diff: [] };
        throw error;
      }
    },
    async update({ type, name, content, expectedLatestId }) {
      const body = JSON.stringify({
          type,
          name,
          content,
          ...(expectedLatestId === void 0 ? {} : { expected_latest_id: expectedLatestId }),
        }),
        incoming = await session.call({ method: 'POST', path: '/configs', headers, body }, [200, 201, 412]);
      if (incoming.status !== 412) return { ok: !0, config: await readJson(incoming) };
      const { latest_id: latestId } = await readJson(incoming);
      return { ok: !1, latestId: String(latestId) };
    },
  };
}
var headers,
  init_configs = __esm({
    'packages/director-api/dist/client/configs.js'() {
      'use strict';
      init_dist();
      init_query();
      init_read_json();
      headers = { 'content-type': 'application/json' };
    },
  });
function deploymentRoutes(session) {
  const path = (name, rest = '') => `/deployments/${encodeURIComponent(name)}${rest}`;
  return {
    list: async () => readList(await session.call({ method: 'GET', path: '/deployments?exclude_configs=true' })),
    async manifest(name) {
      const { manifest } = await readJson(await session.call({ method: 'GET', path: path(name) }));
      return manifest ?? void 0;
    },
    diff: async (name, manifest, { redact = !0 } = {}) =>
      readJson(await session.call({ method: 'POST', path: path(name, `/diff?redact=${redact}`), headers: yaml, body: manifest })),
    deploy: async (manifest, options = {}) =>
      readTask(
        await session.call({ method: 'POST', path: withQuery('/deployments', deployQuery(options)), headers: yaml, body: manifest }),
      ),
    delete: async (name, { force } = {}) =>
      readTask(await session.call({ method: 'DELETE', path: withQuery(path(name), { force: flag(force) }) })),
    instances: async (name) => readTask(await session.call({ method: 'GET', path: path(name, '/instances?format=full') })),
    vms: async (name) => readTask(await session.call({ method: 'GET', path: path(name, '/vms?format=full') })),
    logs: async (name, { group = '*', id = '*', type, filters }) =>
      readTask(await session.call({ method: 'GET', path: withQuery(path(name, `/jobs/${group}/${id}/logs`), { type, filters }) })),
  };
}
function deployQuery(options) {
  return {
    recreate: flag(options.recreate),
    recreate_persistent_disks: flag(options.recreatePersistentDisks),
    recreate_vms_created_before: options.recreateVmsCreatedBefore,
    fix: flag(options.fix),
    dry_run: flag(options.dryRun),
    force_latest_variables: flag(options.forceLatestVariables),
    skip_drain: options.skipDrain,
    canaries: options.canaries,
    max_in_flight: options.maxInFlight,
    context: options.context === void 0 ? void 0 : JSON.stringify(options.context),
  };
}
var yaml,
  init_deployments = __esm({
    'packages/director-api/dist/client/deployments.js'() {
      'use strict';
      init_query();
      init_read_json();
      yaml = { 'content-type': 'text/yaml' };
    },
  });
function diskRoutes(session) {
  return {
    orphaned: async () => readList(await session.call({ method: 'GET', path: '/disks' })),
    delete: async (cid) => readTask(await session.call({ method: 'DELETE', path: `/disks/${encodeURIComponent(cid)}` })),
  };
}
function resourceRoutes(session) {
  return {
    async open(id) {
      const { stream, headers: headers2 } = await session.call({ method: 'GET', path: `/resources/${encodeURIComponent(id)}` }),
        size = Number(headers2['content-length'] ?? Number.NaN);
      return { body: stream, ...(Number.isFinite(size) ? { size } : {}) };
    },
  };
}
var init_disks = __esm({
  'packages/director-api/dist/client/disks.js'() {
    'use strict';
    init_read_json();
  },
});
function tarballRequest(source) {
  return 'location' in source
    ? { headers: { 'content-type': 'application/json' }, body: JSON.stringify(source) }
    : { headers: { 'content-type': 'application/x-compressed' }, body: source };
}
var init_tarball_request = __esm({
  'packages/director-api/dist/client/tarball-request.js'() {
    'use strict';
  },
});
function releaseRoutes(session) {
  return {
    list: async () => readList(await session.call({ method: 'GET', path: '/releases' })),
    inspect: async (name, version2) =>
      readJson(await session.call({ method: 'GET', path: withQuery(`/releases/${encodeURIComponent(name)}`, { version: version2 }) })),
    upload: async (source, { fix, rebase } = {}) =>
      readTask(
        await session.call({
          method: 'POST',
          path: withQuery('/releases', { fix: flag(fix), rebase: flag(rebase) }),
          ...tarballRequest(source),
        }),
      ),
  };
}
var init_releases = __esm({
  'packages/director-api/dist/client/releases.js'() {
    'use strict';
    init_query();
    init_read_json();
    init_tarball_request();
  },
});
function refusal({ method, path }, status, text) {
  const body = parseBody(text),
    details = { status, request: `${method} ${path}`, ...(body.details === void 0 ? {} : { director: body.details }) },
    code = status >= 500 && body.description === void 0 ? 'DirectorFailed' : 'DirectorRefused',
    said = body.description ?? (text.trim() === '' ? `the Director answered ${status} to ${method} ${path}` : text.trim()),
    options = { details },
    where = readWhere(body.details);
  where !== void 0 && (options.where = where);
  const hint =
    body.details?.hint ?? (status === 401 ? 'log in with `bosh6 log-in`, or use a user with the scopes that are asked for' : void 0);
  hint !== void 0 && (options.hint = hint);
  const { definitions } = fail2;
  return body.code === void 0
    ? fail2(code, said, options)
    : new CodedError(code, { ...definitions[code], number: body.code, http: status }, said, options);
}
function readWhere(details) {
  if (!(details?.where === void 0 || details.where === null))
    return Object.fromEntries(Object.entries(details.where).filter(([, value]) => value != null));
}
function parseBody(text) {
  try {
    const body = JSON.parse(text);
    return typeof body == 'object' && body !== null ? body : {};
  } catch {
    return {};
  }
}
var init_refusal = __esm({
  'packages/director-api/dist/client/refusal.js'() {
    'use strict';
    init_dist();
    init_errors2();
  },
});
function createSession({ transport, world, credentials, uaa, onTokens }) {
  let tokens = credentials.kind === 'user' ? credentials.tokens : void 0,
    refreshing;
  async function renew() {
    const service = credentials.kind === 'anonymous' ? void 0 : await uaa();
    if (service === void 0) return !1;
    refreshing ??= (async () => {
      if (credentials.kind === 'client') tokens = await service.grant({ grant_type: 'client_credentials' }, credentials);
      else {
        const refreshToken = tokens?.refreshToken;
        if (refreshToken === void 0) throw fail2('AuthenticationFailed', 'the log-in has no refresh token');
        (tokens = await service.grant({ grant_type: 'refresh_token', refresh_token: refreshToken })), onTokens?.(tokens);
      }
    })();
    try {
      await refreshing;
    } finally {
      refreshing = void 0;
    }
    return !0;
  }
  async function authorization() {
    if (credentials.kind !== 'anonymous')
      return credentials.kind === 'client' && (await uaa()) === void 0
        ? `Basic ${Buffer.from(`${credentials.client}:${credentials.secret.reveal()}`).toString('base64')}`
        : ((tokens === void 0 || endsSoon(tokens, world)) && (await renew()),
          tokens === void 0 ? void 0 : `${tokens.tokenType} ${tokens.accessToken}`);
  }
  async function authorized(outgoing) {
    const once = async () => {
        const header = await authorization();
        return transport.send(header === void 0 ? outgoing : { ...outgoing, headers: { ...outgoing.headers, authorization: header } });
      },
      incoming = await once();
    return incoming.status !== 401 || !(await renew()) ? incoming : (incoming.stream.resume(), once());
  }
  return {
    async call(outgoing, accepted = success) {
      let incoming = await authorized(outgoing);
      for (let hops = 0; redirects.includes(incoming.status); hops++) {
        if (hops === mostHops)
          throw fail2('TooManyRedirects', `${outgoing.method} ${outgoing.path} was redirected more than ${mostHops} times`);
        incoming.stream.resume();
        const path = (incoming.headers.location ?? '').replace(/^[a-z]+:\/\/[^/]*/i, '');
        if (!path.startsWith('/')) throw fail2('UnreadableAnswer', `${outgoing.method} ${outgoing.path} was redirected to no path`);
        incoming = await authorized({ method: 'GET', path, ...(outgoing.signal === void 0 ? {} : { signal: outgoing.signal }) });
      }
      if (accepted.includes(incoming.status)) return incoming;
      throw refusal(outgoing, incoming.status, await incoming.text());
    },
  };
}
function endsSoon({ accessToken }, world) {
  const expiresAt = readClaims(accessToken)?.expiresAt;
  return expiresAt !== void 0 && expiresAt - marginSeconds <= world.now() / 1e3;
}
var success,
  redirects,
  mostHops,
  marginSeconds,
  init_session = __esm({
    'packages/director-api/dist/client/session.js'() {
      'use strict';
      init_credentials();
      init_errors2();
      init_refusal();
      (success = [200, 201, 204, 206]), (redirects = [301, 302, 303, 307, 308]), (mostHops = 10), (marginSeconds = 5);
    },
  });
function stemcellRoutes(session) {
  return {
    list: async () => readList(await session.call({ method: 'GET', path: '/stemcells' })),
    async isNeeded(stemcell) {
      const headers2 = { 'content-type': 'application/json' },
        incoming = await session.call({ method: 'POST', path: '/stemcell_uploads', headers: headers2, body: JSON.stringify({ stemcell }) });
      return (await readJson(incoming)).needed;
    },
    upload: async (source, { fix } = {}) =>
      readTask(await session.call({ method: 'POST', path: withQuery('/stemcells', { fix: flag(fix) }), ...tarballRequest(source) })),
  };
}
var init_stemcells = __esm({
  'packages/director-api/dist/client/stemcells.js'() {
    'use strict';
    init_query();
    init_read_json();
    init_tarball_request();
  },
});
function at(list, index) {
  return list[index];
}
function compareWords(a, b) {
  return a[0] - b[0] || a[1] - b[1] || a[2] - b[2] || a[3] - b[3];
}
function addWords(a, b) {
  const d = a[3] + b[3],
    c = a[2] + b[2] + (d > 4294967295 ? 1 : 0),
    b1 = a[1] + b[1] + (c > 4294967295 ? 1 : 0),
    a1 = a[0] + b[0] + (b1 > 4294967295 ? 1 : 0);
  return { words: [a1 >>> 0, b1 >>> 0, c >>> 0, d >>> 0], carry: a1 > 4294967295 ? 1 : 0 };
}
function subtractWords(a, b) {
  const d = a[3] - b[3],
    c = a[2] - b[2] - (d < 0 ? 1 : 0),
    b1 = a[1] - b[1] - (c < 0 ? 1 : 0);
  return [(a[0] - b[0] - (b1 < 0 ? 1 : 0)) >>> 0, b1 >>> 0, c >>> 0, d >>> 0];
}
function nextWords(a) {
  if (a[3] !== 4294967295) return [a[0], a[1], a[2], a[3] + 1];
  const { words, carry } = addWords(a, [0, 0, 0, 1]);
  return carry === 0 ? words : void 0;
}
function previousWords(a) {
  if ((a[0] | a[1] | a[2] | a[3]) !== 0) return subtractWords(a, [0, 0, 0, 1]);
}
function hostMask(hostBits) {
  return hostBits <= 0 ? 0 : hostBits >= 32 ? 4294967295 : 2 ** hostBits - 1;
}
function maskWords(a, hostBits) {
  return [
    (a[0] & ~hostMask(hostBits - 96)) >>> 0,
    (a[1] & ~hostMask(hostBits - 64)) >>> 0,
    (a[2] & ~hostMask(hostBits - 32)) >>> 0,
    (a[3] & ~hostMask(hostBits)) >>> 0,
  ];
}
function fillWords(a, hostBits) {
  return [
    (a[0] | hostMask(hostBits - 96)) >>> 0,
    (a[1] | hostMask(hostBits - 64)) >>> 0,
    (a[2] | hostMask(hostBits - 32)) >>> 0,
    (a[3] | hostMask(hostBits)) >>> 0,
  ];
}
function alignUpWords(a, hostBits) {
  const masked = maskWords(a, hostBits);
  return compareWords(masked, a) === 0 ? a : nextWords(fillWords(a, hostBits));
}
function bitLength(a) {
  return a[0] !== 0
    ? 128 - Math.clz32(a[0])
    : a[1] !== 0
      ? 96 - Math.clz32(a[1])
      : a[2] !== 0
        ? 64 - Math.clz32(a[2])
        : 32 - Math.clz32(a[3]);
}
function trailingZeros(a) {
  for (let index = 3; index >= 0; index--) {
    const word = at(a, index);
    if (word !== 0) return (3 - index) * 32 + (31 - Math.clz32(word & -word));
  }
  return 128;
}
function wordsToBigInt(a) {
  return (BigInt(a[0]) << 96n) | (BigInt(a[1]) << 64n) | (BigInt(a[2]) << 32n) | BigInt(a[3]);
}
function wordsFromBigInt(value) {
  const word = (shift) => Number((value >> shift) & 0xffffffffn);
  return [word(96n), word(64n), word(32n), word(0n)];
}
var init_words = __esm({
  'packages/ip/dist/words.js'() {
    'use strict';
  },
});
function readAddress(text) {
  const colon = text.indexOf(':');
  if (colon < 0) {
    const value = readIpv4(text, 0, text.length);
    return value < 0 ? void 0 : { family: 4, words: [0, 0, 0, value] };
  }
  const percent2 = text.indexOf('%', colon),
    words = readIpv6(text, percent2 < 0 ? text.length : percent2);
  if (words === void 0) return;
  if (percent2 < 0) return { family: 6, words };
  const zone = text.slice(percent2 + 1);
  return /^[^\s/%[\]]+$/.test(zone) ? { family: 6, words, zone } : void 0;
}
function readIpv4(text, start, end) {
  let value = 0,
    parts = 0,
    index = start;
  for (; parts < 4; ) {
    let first = index,
      part = 0;
    for (; index < end; index++) {
      const digit = text.charCodeAt(index) - 48;
      if (digit < 0 || digit > 9) break;
      part = part * 10 + digit;
    }
    const length = index - first;
    if (length === 0 || length > 3 || part > 255 || (length > 1 && text.charCodeAt(first) === 48)) return -1;
    if (((value = value * 256 + part), parts++, parts < 4)) {
      if (index >= end || text.charCodeAt(index) !== DOT) return -1;
      index++;
    }
  }
  return index === end ? value : -1;
}
function hexDigit(code) {
  if (code >= 48 && code <= 57) return code - 48;
  const lower = code | 32;
  return lower >= 97 && lower <= 102 ? lower - 87 : -1;
}
function readIpv6(text, end) {
  let groups = [0, 0, 0, 0, 0, 0, 0, 0],
    count = 0,
    gap = -1,
    index = 0;
  if (text.charCodeAt(0) === COLON) {
    if (end < 2 || text.charCodeAt(1) !== COLON) return;
    (gap = 0), (index = 2);
  }
  for (; index < end; ) {
    let start = index,
      value = 0;
    for (; index < end; index++) {
      const digit = hexDigit(text.charCodeAt(index));
      if (digit < 0) break;
      if (((value = value * 16 + digit), index - start >= 4)) return;
    }
    if (index === start) return;
    if (index < end && text.charCodeAt(index) === DOT) {
      const tail = count > 6 ? -1 : readIpv4(text, start, end);
      if (tail < 0) return;
      (groups[count++] = tail >>> 16), (groups[count++] = tail & 65535);
      break;
    }
    if (count === 8) return;
    if (((groups[count++] = value), index === end)) break;
    if (text.charCodeAt(index) !== COLON || ++index === end) return;
    if (text.charCodeAt(index) === COLON) {
      if (gap >= 0) return;
      (gap = count), index++;
    }
  }
  if (gap < 0 ? count !== 8 : count > 7) return;
  if (gap >= 0) {
    const moved = count - gap;
    groups.copyWithin(8 - moved, gap, count), groups.fill(0, gap, 8 - moved);
  }
  const word = (i) => at(groups, i) * 65536 + at(groups, i + 1);
  return [word(0), word(2), word(4), word(6)];
}
function ipv4Text(value) {
  return `${value >>> 24}.${(value >>> 16) & 255}.${(value >>> 8) & 255}.${value & 255}`;
}
function groupsOf(words) {
  return words.flatMap((word) => [word >>> 16, word & 65535]);
}
function ipv6Text(words) {
  if (words[0] === 0 && words[1] === 0 && words[2] === 65535) return `::ffff:${ipv4Text(words[3])}`;
  let groups = groupsOf(words),
    best = -1,
    length = 1;
  for (let start = 0; start < 8; start++) {
    let run2 = 0;
    for (; start + run2 < 8 && groups[start + run2] === 0; ) run2++;
    run2 > length && ((best = start), (length = run2)), (start += run2);
  }
  const hex = (from, to) =>
    groups
      .slice(from, to)
      .map((group) => group.toString(16))
      .join(':');
  return best < 0 ? hex(0, 8) : `${hex(0, best)}::${hex(best + length, 8)}`;
}
var DOT,
  COLON,
  init_address_text = __esm({
    'packages/ip/dist/address-text.js'() {
      'use strict';
      init_words();
      (DOT = 46), (COLON = 58);
    },
  });
var fail3,
  init_errors3 = __esm({
    'packages/ip/dist/errors.js'() {
      'use strict';
      init_dist();
      fail3 = defineErrors({
        InvalidAddress: {
          http: 400,
          fault: 'user',
          hint: 'write IPv4 as four decimal numbers (10.0.9.165) and IPv6 in any RFC 4291 form (2001:db8::1)',
        },
        InvalidPrefix: { http: 400, fault: 'user', hint: 'write a network as address/length, such as 10.0.9.0/24 or 2001:db8::/64' },
        InvalidRange: { http: 400, fault: 'user', hint: 'write a range as one address, as address/length, or as first-last' },
        InvalidEndpoint: { http: 400, fault: 'user', hint: 'write host, host:port, [IPv6 address]:port or an https URL' },
        InvalidMac: { http: 400, fault: 'user', hint: 'write a MAC address as six pairs of hex digits, such as 00:0d:b9:48:92:49' },
        AddressOverflow: { fault: 'bug' },
      });
    },
  });
function familyBits(family) {
  return family === 4 ? 32 : 128;
}
var IpAddress,
  init_ip_address = __esm({
    'packages/ip/dist/ip-address.js'() {
      'use strict';
      init_address_text();
      init_errors3();
      init_words();
      IpAddress = class _IpAddress {
        family;
        words;
        zone;
        constructor(family, words, zone) {
          (this.family = family), (this.words = words), zone !== void 0 && (this.zone = zone);
        }
        static parse(text) {
          const address = _IpAddress.tryParse(text);
          if (address === void 0) throw fail3('InvalidAddress', `'${text}' is not an IP address`);
          return address;
        }
        static tryParse(text) {
          const parsed = readAddress(text);
          return parsed && new _IpAddress(parsed.family, parsed.words, parsed.zone);
        }
        static fromWords(family, words) {
          return new _IpAddress(family, words);
        }
        static fromBigInt(family, value) {
          if (value < 0n || value >> BigInt(familyBits(family)) !== 0n)
            throw fail3('InvalidAddress', `${value} is not an IPv${family} address`);
          return new _IpAddress(family, wordsFromBigInt(value));
        }
        static fromBytes(family, bytes) {
          const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
          if (family === 4 && bytes.length === 4) return new _IpAddress(4, [0, 0, 0, view.getUint32(0)]);
          if (bytes.length === 16) {
            const words = [view.getUint32(0), view.getUint32(4), view.getUint32(8), view.getUint32(12)];
            if (family === 6 || (words[0] | words[1] | words[2]) === 0) return new _IpAddress(family, words);
          }
          throw fail3('InvalidAddress', `${bytes.length} bytes do not hold an IPv${family} address`);
        }
        toBytes() {
          return this.family === 4 ? this.toBytes16().slice(12) : this.toBytes16();
        }
        toBytes16() {
          const bytes = new Uint8Array(16),
            view = new DataView(bytes.buffer);
          return (
            this.words.forEach((word, index) => {
              view.setUint32(index * 4, word);
            }),
            bytes
          );
        }
        toBigInt() {
          return wordsToBigInt(this.words);
        }
        toString() {
          const text = this.family === 4 ? ipv4Text(this.words[3]) : ipv6Text(this.words);
          return this.zone === void 0 ? text : `${text}%${this.zone}`;
        }
        toJSON() {
          return this.toString();
        }
        toExpanded() {
          if (this.family === 4) return this.toString();
          const text = groupsOf(this.words)
            .map((group) => group.toString(16).padStart(4, '0'))
            .join(':');
          return this.zone === void 0 ? text : `${text}%${this.zone}`;
        }
        compare(other) {
          if (this.family !== other.family) return this.family - other.family;
          const order = compareWords(this.words, other.words);
          if (order !== 0) return order;
          const [a, b] = [this.zone ?? '', other.zone ?? ''];
          return a < b ? -1 : a > b ? 1 : 0;
        }
        equals(other) {
          return this.compare(other) === 0;
        }
        add(n) {
          const distance = BigInt(n),
            size = distance < 0n ? -distance : distance,
            step = wordsFromBigInt(size),
            words = distance < 0n ? subtractWords(this.words, step) : addWords(this.words, step).words,
            wrapped = distance < 0n ? compareWords(words, this.words) > 0 : compareWords(words, this.words) < 0;
          if (size >> BigInt(familyBits(this.family)) !== 0n || wrapped || (this.family === 4 && words[2] !== 0))
            throw fail3('AddressOverflow', `${this} ${distance < 0n ? '-' : '+'} ${size} is no IPv${this.family} address`);
          return new _IpAddress(this.family, words, this.zone);
        }
        withoutZone() {
          return this.zone === void 0 ? this : new _IpAddress(this.family, this.words);
        }
      };
    },
  });
function readPrefix(text) {
  const slash = text.indexOf('/'),
    address = IpAddress.tryParse(slash < 0 ? text : text.slice(0, slash));
  if (address === void 0 || address.zone !== void 0) return;
  const bits = familyBits(address.family);
  if (slash < 0) return { address, length: bits };
  const length = text.slice(slash + 1);
  return /^(0|[1-9]\d{0,2})$/.test(length) && Number(length) <= bits ? { address, length: Number(length) } : void 0;
}
var init_prefix_text = __esm({
  'packages/ip/dist/prefix-text.js'() {
    'use strict';
    init_ip_address();
  },
});
var IpRange,
  init_ip_range = __esm({
    'packages/ip/dist/ip-range.js'() {
      'use strict';
      init_errors3();
      init_ip_address();
      init_prefix_text();
      init_words();
      IpRange = class _IpRange {
        first;
        last;
        constructor(first, last) {
          (this.first = first), (this.last = last);
        }
        static of(first, last = first) {
          if (first.family !== last.family) throw fail3('InvalidRange', `${first}-${last} mixes IPv4 and IPv6`);
          const [from, to] = [first.withoutZone(), last.withoutZone()];
          if (from.compare(to) > 0) throw fail3('InvalidRange', `${first}-${last} ends before it starts`);
          return new _IpRange(from, to);
        }
        static parse(text) {
          const dash = text.indexOf('-');
          if (dash < 0) {
            const block = readPrefix(text.trim());
            if (block === void 0) throw fail3('InvalidRange', `'${text}' is not an address, a network or a range`);
            const { family, words } = block.address,
              hostBits = familyBits(family) - block.length;
            return new _IpRange(
              IpAddress.fromWords(family, maskWords(words, hostBits)),
              IpAddress.fromWords(family, fillWords(words, hostBits)),
            );
          }
          const [first, last] = [text.slice(0, dash), text.slice(dash + 1)].map((part) => IpAddress.tryParse(part.trim()));
          if (first === void 0 || last === void 0) throw fail3('InvalidRange', `'${text}' is not an address, a network or a range`);
          return _IpRange.of(first, last);
        }
        get family() {
          return this.first.family;
        }
        contains(address) {
          const bare = address.withoutZone();
          return bare.family === this.family && this.first.compare(bare) <= 0 && this.last.compare(bare) >= 0;
        }
        containsRange(other) {
          return this.contains(other.first) && this.contains(other.last);
        }
        overlaps(other) {
          return other.family === this.family && this.first.compare(other.last) <= 0 && other.first.compare(this.last) <= 0;
        }
        intersect(other) {
          if (!this.overlaps(other)) return;
          const first = this.first.compare(other.first) >= 0 ? this.first : other.first,
            last = this.last.compare(other.last) <= 0 ? this.last : other.last;
          return new _IpRange(first, last);
        }
        equals(other) {
          return this.first.equals(other.first) && this.last.equals(other.last);
        }
        get size() {
          return this.last.toBigInt() - this.first.toBigInt() + 1n;
        }
        toString() {
          return this.first.equals(this.last) ? this.first.toString() : `${this.first}-${this.last}`;
        }
        toJSON() {
          return this.toString();
        }
      };
    },
  });
function allOnes(family) {
  return family === 4 ? [0, 0, 0, 4294967295] : [4294967295, 4294967295, 4294967295, 4294967295];
}
var IpPrefix,
  init_ip_prefix = __esm({
    'packages/ip/dist/ip-prefix.js'() {
      'use strict';
      init_errors3();
      init_ip_address();
      init_ip_range();
      init_prefix_text();
      init_words();
      IpPrefix = class _IpPrefix {
        address;
        length;
        constructor(address, length) {
          (this.address = address), (this.length = length);
        }
        static of(address, length = familyBits(address.family)) {
          const bits = familyBits(address.family);
          if (!Number.isInteger(length) || length < 0 || length > bits)
            throw fail3('InvalidPrefix', `${length} is not a prefix length of an IPv${address.family} address (0 to ${bits})`);
          return new _IpPrefix(IpAddress.fromWords(address.family, maskWords(address.words, bits - length)), length);
        }
        static parse(text) {
          const prefix = _IpPrefix.tryParse(text);
          if (prefix === void 0) throw fail3('InvalidPrefix', `'${text}' is not a network`);
          return prefix;
        }
        static tryParse(text) {
          const parts = readPrefix(text);
          return parts && _IpPrefix.of(parts.address, parts.length);
        }
        static fromNetmask(address, netmask) {
          const mask = IpAddress.tryParse(netmask);
          if (mask?.family === address.family) {
            const bits = familyBits(mask.family),
              length = Math.max(0, bits - trailingZeros(mask.words));
            if (compareWords(maskWords(allOnes(mask.family), bits - length), mask.words) === 0) return _IpPrefix.of(address, length);
          }
          throw fail3('InvalidPrefix', `'${netmask}' is not an IPv${address.family} netmask`);
        }
        get family() {
          return this.address.family;
        }
        get first() {
          return this.address;
        }
        get last() {
          return IpAddress.fromWords(this.family, fillWords(this.address.words, this.hostBits));
        }
        get hostBits() {
          return familyBits(this.family) - this.length;
        }
        contains(address) {
          return address.family === this.family && compareWords(maskWords(address.words, this.hostBits), this.address.words) === 0;
        }
        containsPrefix(other) {
          return other.length >= this.length && this.contains(other.address);
        }
        overlaps(other) {
          return this.containsPrefix(other) || other.containsPrefix(this);
        }
        equals(other) {
          return this.length === other.length && this.address.equals(other.address);
        }
        compare(other) {
          return this.address.compare(other.address) || this.length - other.length;
        }
        netmask() {
          return IpAddress.fromWords(this.family, maskWords(allOnes(this.family), this.hostBits)).toExpanded();
        }
        toRange() {
          return IpRange.of(this.first, this.last);
        }
        toString() {
          return `${this.address}/${this.length}`;
        }
        toJSON() {
          return this.toString();
        }
      };
    },
  });
var blocks,
  isLinkLocal,
  isMulticast,
  isLoopback,
  isUnspecified,
  isPrivate,
  isDocumentation,
  isIpv4Mapped,
  init_classify = __esm({
    'packages/ip/dist/classify.js'() {
      'use strict';
      init_ip_address();
      init_ip_prefix();
      (blocks = (...texts) => {
        const prefixes = texts.map(IpPrefix.parse);
        return (address) => prefixes.some((prefix) => prefix.contains(address));
      }),
        (isLinkLocal = blocks('169.254.0.0/16', 'fe80::/10')),
        (isMulticast = blocks('224.0.0.0/4', 'ff00::/8')),
        (isLoopback = blocks('127.0.0.0/8', '::1')),
        (isUnspecified = blocks('0.0.0.0', '::')),
        (isPrivate = blocks('10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', 'fc00::/7')),
        (isDocumentation = blocks('192.0.2.0/24', '198.51.100.0/24', '203.0.113.0/24', '2001:db8::/32', '3fff::/20')),
        (isIpv4Mapped = blocks('::ffff:0:0/96'));
    },
  });
function formatEndpoint(host, port) {
  const address = IpAddress.tryParse(host),
    text = address === void 0 ? host : address.family === 6 ? `[${address}]` : address.toString();
  return port === void 0 ? text : `${text}:${port}`;
}
function parseEndpoint(text, defaultPort) {
  const invalid = (why) => fail3('InvalidEndpoint', `'${text}' is not a host or host and port: ${why}`),
    rest = text
      .trim()
      .replace(/^[a-z][a-z\d+.-]*:\/\//i, '')
      .replace(/[/?#].*$/s, ''),
    whole = IpAddress.tryParse(rest);
  if (whole !== void 0) return { host: whole.toString(), port: defaultPort };
  const match = /^(?:\[([^\]]*)\]|([^:[\]]+))(?::(\d*))?$/.exec(rest);
  if (match === null) throw invalid('it has colons or brackets in wrong places');
  const [, literal, name, portText] = match,
    port = portText === void 0 || portText === '' ? defaultPort : Number(portText);
  if (port > 65535 || (port === 0 && defaultPort !== 0)) throw invalid(`${port} is no port`);
  if (literal !== void 0) {
    const address2 = IpAddress.tryParse(literal.replace(/%25/, '%'));
    if (address2?.family !== 6) throw invalid(`'${literal}' is no IPv6 address`);
    return { host: address2.toString(), port };
  }
  const host = name ?? '',
    address = IpAddress.tryParse(host);
  if (address !== void 0) return { host: address.toString(), port };
  if (/^[\d.]+$/.test(host)) throw invalid(`'${host}' is no IPv4 address`);
  if (!/^[\w.-]+$/.test(host)) throw invalid(`'${host}' is no host name`);
  return { host, port };
}
var init_endpoint = __esm({
  'packages/ip/dist/endpoint.js'() {
    'use strict';
    init_errors3();
    init_ip_address();
  },
});
var init_eui64 = __esm({
  'packages/ip/dist/eui64.js'() {
    'use strict';
    init_errors3();
    init_ip_address();
  },
});
function cut(words) {
  if (words.length === 0) return [];
  const chunks = [],
    size = words.length <= CHUNK * STRIDE * 2 && words.length > CHUNK * STRIDE ? Math.ceil(words.length / STRIDE / 2) : CHUNK;
  for (let offset = 0; offset < words.length; offset += size * STRIDE)
    chunks.push(new Chunk(words.subarray(offset, Math.min(words.length, offset + size * STRIDE))));
  return chunks;
}
function before(point) {
  return (point[0] | point[1] | point[2] | point[3]) === 0 ? point : subtractWords(point, [0, 0, 0, 1]);
}
function after(point) {
  return nextWords(point) ?? point;
}
var _a,
  STRIDE,
  CHUNK,
  Chunk,
  Lane,
  init_interval_lane = __esm({
    'packages/ip/dist/interval-lane.js'() {
      'use strict';
      init_words();
      (STRIDE = 8),
        (CHUNK = 512),
        (Chunk = class {
          words;
          count;
          #widest;
          constructor(words) {
            (this.words = words), (this.count = words.length / STRIDE);
          }
          first(index) {
            return this.#read(index * STRIDE);
          }
          last(index) {
            return this.#read(index * STRIDE + 4);
          }
          compareLast(index, point) {
            const offset = index * STRIDE + 4,
              { words } = this;
            return (
              at(words, offset) - point[0] ||
              at(words, offset + 1) - point[1] ||
              at(words, offset + 2) - point[2] ||
              at(words, offset + 3) - point[3]
            );
          }
          get widestGap() {
            if (this.#widest === void 0) {
              let widest = -1;
              for (let index = 1; index < this.count; index++) {
                const size = subtractWords(subtractWords(this.first(index), this.last(index - 1)), [0, 0, 0, 1]);
                widest = Math.max(widest, bitLength(size) - 1);
              }
              this.#widest = widest;
            }
            return this.#widest;
          }
          #read(offset) {
            const { words } = this;
            return [at(words, offset), at(words, offset + 1), at(words, offset + 2), at(words, offset + 3)];
          }
        }),
        (Lane = class {
          static empty = new this([]);
          chunks;
          count;
          constructor(chunks) {
            (this.chunks = chunks), (this.count = chunks.reduce((sum, chunk) => sum + chunk.count, 0));
          }
          static fromSorted(words) {
            return words.length === 0 ? _a.empty : new _a(cut(words));
          }
          locate(point) {
            let [low, high] = [0, this.chunks.length];
            for (; low < high; ) {
              const middle = (low + high) >>> 1,
                chunk2 = this.chunks[middle];
              chunk2.compareLast(chunk2.count - 1, point) < 0 ? (low = middle + 1) : (high = middle);
            }
            const chunk = this.chunks[low];
            if (chunk === void 0) return { chunk: low, index: 0 };
            let [from, to] = [0, chunk.count - 1];
            for (; from < to; ) {
              const middle = (from + to) >>> 1;
              chunk.compareLast(middle, point) < 0 ? (from = middle + 1) : (to = middle);
            }
            return { chunk: low, index: from };
          }
          overlaps(first, last) {
            const place = this.locate(first),
              chunk = this.chunks[place.chunk];
            return chunk !== void 0 && compareWords(chunk.first(place.index), last) <= 0;
          }
          add(first, last) {
            let from = this.locate(before(first)),
              [low, high] = [first, last],
              end = this.#walk(from, (start, stop) =>
                compareWords(start, after(last)) > 0
                  ? !1
                  : (compareWords(start, low) < 0 && (low = start), compareWords(stop, high) > 0 && (high = stop), !0),
              );
            return this.#splice(from, end, [...low, ...high]);
          }
          remove(first, last) {
            const from = this.locate(first),
              rest = [],
              end = this.#walk(from, (start, stop) =>
                compareWords(start, last) > 0
                  ? !1
                  : (compareWords(start, first) < 0 && rest.push(...start, ...before(first)),
                    compareWords(stop, last) > 0 && rest.push(...after(last), ...stop),
                    !0),
              );
            return this.#splice(from, end, rest);
          }
          *entries() {
            for (const chunk of this.chunks)
              for (let index = 0; index < chunk.count; index++) yield [chunk.first(index), chunk.last(index)];
          }
          #walk(from, take) {
            let { chunk, index } = from;
            for (
              let current = this.chunks[chunk];
              current !== void 0 && take(current.first(index), current.last(index));
              current = this.chunks[chunk]
            )
              ++index === current.count && ([chunk, index] = [chunk + 1, 0]);
            return { chunk, index };
          }
          #splice(from, end, replacement) {
            const head = this.chunks[from.chunk]?.words.subarray(0, from.index * STRIDE) ?? new Uint32Array(),
              tail = this.chunks[end.chunk]?.words.subarray(end.index * STRIDE) ?? new Uint32Array(),
              words = new Uint32Array(head.length + replacement.length + tail.length);
            words.set(head), words.set(replacement, head.length), words.set(tail, head.length + replacement.length);
            const chunks = [...this.chunks.slice(0, from.chunk), ...cut(words), ...this.chunks.slice(end.chunk + 1)];
            return new _a(chunks);
          }
        });
      _a = Lane;
    },
  });
function compareAt(a, i, b, j) {
  return at(a, i) - at(b, j) || at(a, i + 1) - at(b, j + 1) || at(a, i + 2) - at(b, j + 2) || at(a, i + 3) - at(b, j + 3);
}
function compareFirst(words, a, b) {
  return compareAt(words, a * STRIDE, words, b * STRIDE);
}
function touches(a, i, b, j) {
  if (compareAt(b, j, a, i + 4) <= 0) return !0;
  let carry = 1;
  for (let word = 3; word >= 0; word--) {
    const sum = at(a, i + 4 + word) + carry;
    if (((carry = sum > 4294967295 ? 1 : 0), sum >>> 0 !== at(b, j + word))) return !1;
  }
  return carry === 0;
}
function rangeWords(range) {
  return [...range.first.words, ...range.last.words];
}
var LaneBuilder,
  init_interval_set_builder = __esm({
    'packages/ip/dist/interval-set-builder.js'() {
      'use strict';
      init_interval_lane();
      init_words();
      LaneBuilder = class {
        #words = new Uint32Array(16 * STRIDE);
        #count = 0;
        #sorted = !0;
        add(words) {
          const offset = this.#count * STRIDE;
          if (offset === this.#words.length) {
            const grown = new Uint32Array(offset * 2);
            grown.set(this.#words), (this.#words = grown);
          }
          this.#words.set(words, offset),
            this.#sorted && offset > 0 && compareFirst(this.#words, this.#count - 1, this.#count) > 0 && (this.#sorted = !1),
            this.#count++;
        }
        build() {
          const source = this.#words,
            order = Uint32Array.from({ length: this.#count }, (_, index) => index);
          this.#sorted || order.sort((a, b) => compareFirst(source, a, b));
          let merged = new Uint32Array(this.#count * STRIDE),
            end = 0;
          for (const index of order) {
            const offset = index * STRIDE;
            end > 0 && touches(merged, end - STRIDE, source, offset)
              ? compareAt(source, offset + 4, merged, end - 4) > 0 && merged.set(source.subarray(offset + 4, offset + STRIDE), end - 4)
              : (merged.set(source.subarray(offset, offset + STRIDE), end), (end += STRIDE));
          }
          return merged.slice(0, end);
        }
      };
    },
  });
function subtractAll(from, what) {
  let rest = new LaneBuilder(),
    holes = what.entries(),
    hole = holes.next();
  for (const [first, last] of from.entries()) {
    let start = first;
    for (; start !== void 0 && compareWords(start, last) <= 0; ) {
      for (; !hole.done && compareWords(hole.value[1], start) < 0; ) hole = holes.next();
      if (hole.done || compareWords(hole.value[0], last) > 0) {
        rest.add([...start, ...last]);
        break;
      }
      const end = previousWords(hole.value[0]);
      end !== void 0 && compareWords(start, hole.value[0]) < 0 && rest.add([...start, ...end]), (start = nextWords(hole.value[1]));
    }
  }
  return rest.build();
}
var init_lane_difference = __esm({
  'packages/ip/dist/lane-difference.js'() {
    'use strict';
    init_interval_set_builder();
    init_words();
  },
});
function lowestFree(lanes, first, last, hostBits) {
  let candidate = alignUpWords(first, hostBits);
  for (let settled = 0, turn = 0; candidate !== void 0; turn++) {
    if (compareWords(fillWords(candidate, hostBits), last) > 0) return;
    if (settled >= lanes.length) return candidate;
    const next = skip(lanes[turn % lanes.length], candidate, last, hostBits);
    (settled = next === candidate ? settled + 1 : 1), (candidate = next);
  }
}
function skip(lane, start, limit, hostBits) {
  let candidate = start,
    place = lane.locate(candidate),
    walked = 0;
  for (;;) {
    const chunk = lane.chunks[place.chunk];
    if (chunk === void 0 || compareWords(chunk.first(place.index), fillWords(candidate, hostBits)) > 0) return candidate;
    const whole = ++walked > PATIENCE && chunk.widestGap < hostBits,
      behind = nextWords(chunk.last(whole ? chunk.count - 1 : place.index)),
      next = behind && alignUpWords(behind, hostBits);
    if (next === void 0 || compareWords(next, limit) > 0) return;
    (candidate = next),
      (place =
        whole || place.index + 1 === chunk.count ? { chunk: place.chunk + 1, index: 0 } : { chunk: place.chunk, index: place.index + 1 });
    const following = lane.chunks[place.chunk];
    following !== void 0 && following.compareLast(place.index, candidate) < 0 && (place = lane.locate(candidate));
  }
}
var PATIENCE,
  init_lowest_free = __esm({
    'packages/ip/dist/lowest-free.js'() {
      'use strict';
      init_words();
      PATIENCE = 32;
    },
  });
function addEach(large, small) {
  let lane = large;
  for (const [first, last] of small.entries()) lane = lane.add(first, last);
  return lane;
}
function mergeAll(a, b) {
  const builder = new LaneBuilder();
  for (const lane of [a, b]) for (const [first, last] of lane.entries()) builder.add([...first, ...last]);
  return Lane.fromSorted(builder.build());
}
function subtract(from, what) {
  if (what.count * SMALL > from.count) return Lane.fromSorted(subtractAll(from, what));
  let lane = from;
  for (const [first, last] of what.entries()) lane.overlaps(first, last) && (lane = lane.remove(first, last));
  return lane;
}
function readWords(bytes) {
  if (bytes.length !== 16) throw fail3('InvalidAddress', `an address of 16 bytes was expected, not of ${bytes.length}`);
  const view = new DataView(bytes.buffer, bytes.byteOffset, 16);
  return [view.getUint32(0), view.getUint32(4), view.getUint32(8), view.getUint32(12)];
}
var _a2,
  SMALL,
  IntervalSet,
  init_interval_set = __esm({
    'packages/ip/dist/interval-set.js'() {
      'use strict';
      init_errors3();
      init_interval_lane();
      init_interval_set_builder();
      init_ip_address();
      init_ip_prefix();
      init_ip_range();
      init_lane_difference();
      init_lowest_free();
      (SMALL = 16),
        (IntervalSet = class {
          static empty = new this({ 4: Lane.empty, 6: Lane.empty });
          #lanes;
          constructor(lanes) {
            this.#lanes = lanes;
          }
          static of(...ranges) {
            const builder = _a2.builder();
            for (const range of ranges) builder.add(range);
            return builder.build();
          }
          static builder() {
            const builders = { 4: new LaneBuilder(), 6: new LaneBuilder() };
            return {
              add: (range) => builders[range.family].add(rangeWords(range)),
              addBytes: (family, first16, last16) => builders[family].add([...readWords(first16), ...readWords(last16)]),
              build: () => new _a2({ 4: Lane.fromSorted(builders[4].build()), 6: Lane.fromSorted(builders[6].build()) }),
            };
          }
          get size() {
            return this.#lanes[4].count + this.#lanes[6].count;
          }
          get isEmpty() {
            return this.size === 0;
          }
          add(range) {
            return this.#with(range.family, this.#lanes[range.family].add(range.first.words, range.last.words));
          }
          remove(range) {
            return this.#with(range.family, this.#lanes[range.family].remove(range.first.words, range.last.words));
          }
          union(other) {
            if (other.size > this.size) return other.union(this);
            let lanes = this.#lanes;
            for (const family of [4, 6]) {
              const [mine, theirs] = [lanes[family], other.#lanes[family]];
              theirs.count !== 0 &&
                (lanes = { ...lanes, [family]: theirs.count * SMALL <= mine.count ? addEach(mine, theirs) : mergeAll(mine, theirs) });
            }
            return lanes === this.#lanes ? this : new _a2(lanes);
          }
          difference(other) {
            let lanes = this.#lanes;
            for (const family of [4, 6]) {
              const [mine, theirs] = [lanes[family], other.#lanes[family]];
              mine.count === 0 || theirs.count === 0 || (lanes = { ...lanes, [family]: subtract(mine, theirs) });
            }
            return lanes === this.#lanes ? this : new _a2(lanes);
          }
          contains(address) {
            return this.#lanes[address.family].overlaps(address.words, address.words);
          }
          overlaps(range) {
            return this.#lanes[range.family].overlaps(range.first.words, range.last.words);
          }
          *ranges() {
            for (const family of [4, 6])
              for (const [first, last] of this.#lanes[family].entries())
                yield IpRange.of(IpAddress.fromWords(family, first), IpAddress.fromWords(family, last));
          }
          equals(other) {
            if (this.size !== other.size) return !1;
            const theirs = other.ranges();
            for (const range of this.ranges()) {
              const next = theirs.next();
              if (next.done === !0 || !next.value.equals(range)) return !1;
            }
            return !0;
          }
          takeFree(within, prefixLength, also = []) {
            const { family } = within,
              hostBits = familyBits(family) - prefixLength;
            if (!Number.isInteger(prefixLength) || prefixLength < 0 || hostBits < 0)
              throw fail3('InvalidPrefix', `${prefixLength} is not a prefix length of an IPv${family} address`);
            const lanes = [this, ...also].map((set) => set.#lanes[family]).filter((lane) => lane.count > 0),
              words = lowestFree(lanes, within.first.words, within.last.words, hostBits);
            return words && IpPrefix.of(IpAddress.fromWords(family, words), prefixLength);
          }
          #with(family, lane) {
            return new _a2({ ...this.#lanes, [family]: lane });
          }
        });
      _a2 = IntervalSet;
    },
  });
var require_ipaddr = __commonJS({
  'node_modules/ipaddr.js/lib/ipaddr.js'(exports2, module2) {
    ((root) => {
      'use strict';
      const ipv4Part = '(0?\\d+|0x[a-f0-9]+)',
        ipv4Regexes = {
          fourOctet: new RegExp(`^${ipv4Part}\\.${ipv4Part}\\.${ipv4Part}\\.${ipv4Part}$`, 'i'),
          threeOctet: new RegExp(`^${ipv4Part}\\.${ipv4Part}\\.${ipv4Part}$`, 'i'),
          twoOctet: new RegExp(`^${ipv4Part}\\.${ipv4Part}$`, 'i'),
          longValue: new RegExp(`^${ipv4Part}$`, 'i'),
        },
        octalRegex = /^0[0-7]+$/i,
        hexRegex = /^0x[a-f0-9]+$/i,
        zoneIndex = '%[0-9a-z]{1,}',
        ipv6Part = '(?:[0-9a-f]+::?)+',
        ipv6Regexes = {
          zoneIndex: new RegExp(zoneIndex, 'i'),
          native: new RegExp(`^(::)?(${ipv6Part})?([0-9a-f]+)?(::)?(${zoneIndex})?$`, 'i'),
          deprecatedTransitional: new RegExp(`^(?:::)(${ipv4Part}\\.${ipv4Part}\\.${ipv4Part}\\.${ipv4Part}(${zoneIndex})?)$`, 'i'),
          transitional: new RegExp(
            `^((?:${ipv6Part})|(?:::)(?:${ipv6Part})?)${ipv4Part}\\.${ipv4Part}\\.${ipv4Part}\\.${ipv4Part}(${zoneIndex})?$`,
            'i',
          ),
        };
      function expandIPv6(string6, parts) {
        if (string6.indexOf('::') !== string6.lastIndexOf('::')) return null;
        let colonCount = 0,
          lastColon = -1,
          zoneId = (string6.match(ipv6Regexes.zoneIndex) || [])[0],
          replacement,
          replacementCount;
        for (
          zoneId && ((zoneId = zoneId.substring(1)), (string6 = string6.replace(/%.+$/, '')));
          (lastColon = string6.indexOf(':', lastColon + 1)) >= 0;
        )
          colonCount++;
        if ((string6.substr(0, 2) === '::' && colonCount--, string6.substr(-2, 2) === '::' && colonCount--, colonCount >= parts))
          return null;
        for (replacementCount = parts - colonCount, replacement = ':'; replacementCount--; ) replacement += '0:';
        return (
          (string6 = string6.replace('::', replacement)),
          string6[0] === ':' && (string6 = string6.slice(1)),
          string6[string6.length - 1] === ':' && (string6 = string6.slice(0, -1)),
          (parts = (() => {
            const ref = string6.split(':'),
              results = [];
            for (let i = 0; i < ref.length; i++) results.push(ref[i].length > 4 ? NaN : parseInt(ref[i], 16));
            return results;
          })()),
          { parts, zoneId }
        );
      }
      function matchCIDR(first, second, partSize, cidrBits) {
        if (first.length !== second.length) throw new Error('ipaddr: cannot match CIDR for objects with different lengths');
        let part = 0,
          shift;
        for (; cidrBits > 0; ) {
          if (((shift = partSize - cidrBits), shift < 0 && (shift = 0), first[part] >> shift !== second[part] >> shift)) return !1;
          (cidrBits -= partSize), (part += 1);
        }
        return !0;
      }
      function parseIntAuto(string6) {
        if (hexRegex.test(string6)) return parseInt(string6, 16);
        if (string6[0] === '0' && !isNaN(parseInt(string6[1], 10))) {
          if (octalRegex.test(string6)) return parseInt(string6, 8);
          throw new Error(`ipaddr: cannot parse ${string6} as octal`);
        }
        return parseInt(string6, 10);
      }
      function padPart(part, length) {
        for (; part.length < length; ) part = `0${part}`;
        return part;
      }
      const ipaddr2 = {};
      (ipaddr2.IPv4 = (() => {
        function IPv4(octets) {
          if (octets.length !== 4) throw new Error('ipaddr: ipv4 octet count should be 4');
          let i, octet;
          for (i = 0; i < octets.length; i++)
            if (((octet = octets[i]), !(0 <= octet && octet <= 255))) throw new Error('ipaddr: ipv4 octet should fit in 8 bits');
          this.octets = octets;
        }
        return (
          (IPv4.prototype.SpecialRanges = {
            unspecified: [[new IPv4([0, 0, 0, 0]), 8]],
            broadcast: [[new IPv4([255, 255, 255, 255]), 32]],
            multicast: [[new IPv4([224, 0, 0, 0]), 4]],
            linkLocal: [[new IPv4([169, 254, 0, 0]), 16]],
            loopback: [[new IPv4([127, 0, 0, 0]), 8]],
            carrierGradeNat: [[new IPv4([100, 64, 0, 0]), 10]],
            private: [
              [new IPv4([10, 0, 0, 0]), 8],
              [new IPv4([172, 16, 0, 0]), 12],
              [new IPv4([192, 168, 0, 0]), 16],
            ],
            reserved: [
              [new IPv4([192, 0, 0, 0]), 24],
              [new IPv4([192, 0, 2, 0]), 24],
              [new IPv4([192, 88, 99, 0]), 24],
              [new IPv4([198, 18, 0, 0]), 15],
              [new IPv4([198, 51, 100, 0]), 24],
              [new IPv4([203, 0, 113, 0]), 24],
              [new IPv4([240, 0, 0, 0]), 4],
            ],
            as112: [
              [new IPv4([192, 175, 48, 0]), 24],
              [new IPv4([192, 31, 196, 0]), 24],
            ],
            amt: [[new IPv4([192, 52, 193, 0]), 24]],
          }),
          (IPv4.prototype.kind = () => 'ipv4'),
          (IPv4.prototype.match = function (other, cidrRange) {
            let ref;
            if ((cidrRange === void 0 && ((ref = other), (other = ref[0]), (cidrRange = ref[1])), other.kind() !== 'ipv4'))
              throw new Error('ipaddr: cannot match ipv4 address with non-ipv4 one');
            return matchCIDR(this.octets, other.octets, 8, cidrRange);
          }),
          (IPv4.prototype.prefixLengthFromSubnetMask = function () {
            let cidr = 0,
              stop = !1,
              zerotable = { 0: 8, 128: 7, 192: 6, 224: 5, 240: 4, 248: 3, 252: 2, 254: 1, 255: 0 },
              i,
              octet,
              zeros;
            for (i = 3; i >= 0; i -= 1)
              if (((octet = this.octets[i]), octet in zerotable)) {
                if (((zeros = zerotable[octet]), stop && zeros !== 0)) return null;
                zeros !== 8 && (stop = !0), (cidr += zeros);
              } else return null;
            return 32 - cidr;
          }),
          (IPv4.prototype.range = function () {
            return ipaddr2.subnetMatch(this, this.SpecialRanges);
          }),
          (IPv4.prototype.toByteArray = function () {
            return this.octets.slice(0);
          }),
          (IPv4.prototype.toIPv4MappedAddress = function () {
            return ipaddr2.IPv6.parse(`::ffff:${this.toString()}`);
          }),
          (IPv4.prototype.toNormalizedString = function () {
            return this.toString();
          }),
          (IPv4.prototype.toString = function () {
            return this.octets.join('.');
          }),
          IPv4
        );
      })()),
        (ipaddr2.IPv4.broadcastAddressFromCIDR = function (string6) {
          try {
            let cidr = this.parseCIDR(string6),
              ipInterfaceOctets = cidr[0].toByteArray(),
              subnetMaskOctets = this.subnetMaskFromPrefixLength(cidr[1]).toByteArray(),
              octets = [],
              i = 0;
            for (; i < 4; ) octets.push(parseInt(ipInterfaceOctets[i], 10) | (parseInt(subnetMaskOctets[i], 10) ^ 255)), i++;
            return new this(octets);
          } catch (e) {
            throw new Error('ipaddr: the address does not have IPv4 CIDR format', { cause: e });
          }
        }),
        (ipaddr2.IPv4.isIPv4 = function (string6) {
          return this.parser(string6) !== null;
        }),
        (ipaddr2.IPv4.isValid = function (string6) {
          try {
            return new this(this.parser(string6)), !0;
          } catch {
            return !1;
          }
        }),
        (ipaddr2.IPv4.isValidCIDR = function (string6) {
          try {
            return this.parseCIDR(string6), !0;
          } catch {
            return !1;
          }
        }),
        (ipaddr2.IPv4.isValidFourPartDecimal = (string6) =>
          !!(ipaddr2.IPv4.isValid(string6) && string6.match(/^(0|[1-9]\d*)(\.(0|[1-9]\d*)){3}$/))),
        (ipaddr2.IPv4.isValidCIDRFourPartDecimal = (string6) => {
          const match = string6.match(/^(.+)\/(\d+)$/);
          return !ipaddr2.IPv4.isValidCIDR(string6) || !match ? !1 : ipaddr2.IPv4.isValidFourPartDecimal(match[1]);
        }),
        (ipaddr2.IPv4.networkAddressFromCIDR = function (string6) {
          let cidr, i, ipInterfaceOctets, octets, subnetMaskOctets;
          try {
            for (
              cidr = this.parseCIDR(string6),
                ipInterfaceOctets = cidr[0].toByteArray(),
                subnetMaskOctets = this.subnetMaskFromPrefixLength(cidr[1]).toByteArray(),
                octets = [],
                i = 0;
              i < 4;
            )
              octets.push(parseInt(ipInterfaceOctets[i], 10) & parseInt(subnetMaskOctets[i], 10)), i++;
            return new this(octets);
          } catch (e) {
            throw new Error('ipaddr: the address does not have IPv4 CIDR format', { cause: e });
          }
        }),
        (ipaddr2.IPv4.parse = function (string6) {
          const parts = this.parser(string6);
          if (parts === null) throw new Error('ipaddr: string is not formatted like an IPv4 Address');
          return new this(parts);
        }),
        (ipaddr2.IPv4.parseCIDR = function (string6) {
          let match;
          if ((match = string6.match(/^(.+)\/(\d+)$/))) {
            const maskLength = parseInt(match[2]);
            if (maskLength >= 0 && maskLength <= 32) {
              const parsed = [this.parse(match[1]), maskLength];
              return (
                Object.defineProperty(parsed, 'toString', {
                  value: function () {
                    return this.join('/');
                  },
                }),
                parsed
              );
            }
          }
          throw new Error('ipaddr: string is not formatted like an IPv4 CIDR range');
        }),
        (ipaddr2.IPv4.parser = (string6) => {
          let match, part, value;
          if ((match = string6.match(ipv4Regexes.fourOctet)))
            return (() => {
              const ref = match.slice(1, 6),
                results = [];
              for (let i = 0; i < ref.length; i++) (part = ref[i]), results.push(parseIntAuto(part));
              return results;
            })();
          if ((match = string6.match(ipv4Regexes.longValue))) {
            if (((value = parseIntAuto(match[1])), value > 4294967295 || value < 0))
              throw new Error('ipaddr: address outside defined range');
            return (() => {
              let results = [],
                shift;
              for (shift = 0; shift <= 24; shift += 8) results.push((value >> shift) & 255);
              return results;
            })().reverse();
          } else
            return (match = string6.match(ipv4Regexes.twoOctet))
              ? (() => {
                  const ref = match.slice(1, 4),
                    results = [];
                  if (((value = parseIntAuto(ref[1])), value > 16777215 || value < 0))
                    throw new Error('ipaddr: address outside defined range');
                  return (
                    results.push(parseIntAuto(ref[0])),
                    results.push((value >> 16) & 255),
                    results.push((value >> 8) & 255),
                    results.push(value & 255),
                    results
                  );
                })()
              : (match = string6.match(ipv4Regexes.threeOctet))
                ? (() => {
                    const ref = match.slice(1, 5),
                      results = [];
                    if (((value = parseIntAuto(ref[2])), value > 65535 || value < 0))
                      throw new Error('ipaddr: address outside defined range');
                    return (
                      results.push(parseIntAuto(ref[0])),
                      results.push(parseIntAuto(ref[1])),
                      results.push((value >> 8) & 255),
                      results.push(value & 255),
                      results
                    );
                  })()
                : null;
        }),
        (ipaddr2.IPv4.subnetMaskFromPrefixLength = function (prefix) {
          if (((prefix = parseInt(prefix)), Number.isNaN(prefix) || prefix < 0 || prefix > 32))
            throw new Error('ipaddr: invalid IPv4 prefix length');
          let octets = [0, 0, 0, 0],
            j = 0,
            filledOctetCount = Math.floor(prefix / 8);
          for (; j < filledOctetCount; ) (octets[j] = 255), j++;
          return filledOctetCount < 4 && (octets[filledOctetCount] = (2 ** (prefix % 8) - 1) << (8 - (prefix % 8))), new this(octets);
        }),
        (ipaddr2.IPv6 = (() => {
          function IPv6(parts, zoneId) {
            let i, part;
            if (parts.length === 16) for (this.parts = [], i = 0; i <= 14; i += 2) this.parts.push((parts[i] << 8) | parts[i + 1]);
            else if (parts.length === 8) this.parts = parts;
            else throw new Error('ipaddr: ipv6 part count should be 8 or 16');
            for (i = 0; i < this.parts.length; i++)
              if (((part = this.parts[i]), !(0 <= part && part <= 65535))) throw new Error('ipaddr: ipv6 part should fit in 16 bits');
            zoneId && (this.zoneId = zoneId);
          }
          return (
            (IPv6.prototype.SpecialRanges = {
              unspecified: [new IPv6([0, 0, 0, 0, 0, 0, 0, 0]), 128],
              linkLocal: [new IPv6([65152, 0, 0, 0, 0, 0, 0, 0]), 10],
              multicast: [new IPv6([65280, 0, 0, 0, 0, 0, 0, 0]), 8],
              loopback: [new IPv6([0, 0, 0, 0, 0, 0, 0, 1]), 128],
              uniqueLocal: [new IPv6([64512, 0, 0, 0, 0, 0, 0, 0]), 7],
              ipv4Mapped: [new IPv6([0, 0, 0, 0, 0, 65535, 0, 0]), 96],
              deprecatedSiteLocal: [new IPv6([65216, 0, 0, 0, 0, 0, 0, 0]), 10],
              discard: [new IPv6([256, 0, 0, 0, 0, 0, 0, 0]), 64],
              rfc6145: [new IPv6([0, 0, 0, 0, 65535, 0, 0, 0]), 96],
              rfc6052: [
                [new IPv6([100, 65435, 0, 0, 0, 0, 0, 0]), 96],
                [new IPv6([100, 65435, 1, 0, 0, 0, 0, 0]), 48],
              ],
              '6to4': [new IPv6([8194, 0, 0, 0, 0, 0, 0, 0]), 16],
              teredo: [new IPv6([8193, 0, 0, 0, 0, 0, 0, 0]), 32],
              benchmarking: [new IPv6([8193, 2, 0, 0, 0, 0, 0, 0]), 48],
              amt: [new IPv6([8193, 3, 0, 0, 0, 0, 0, 0]), 32],
              as112v6: [
                [new IPv6([8193, 4, 274, 0, 0, 0, 0, 0]), 48],
                [new IPv6([9760, 79, 32768, 0, 0, 0, 0, 0]), 48],
              ],
              deprecatedOrchid: [new IPv6([8193, 16, 0, 0, 0, 0, 0, 0]), 28],
              orchid2: [new IPv6([8193, 32, 0, 0, 0, 0, 0, 0]), 28],
              droneRemoteIdProtocolEntityTags: [new IPv6([8193, 48, 0, 0, 0, 0, 0, 0]), 28],
              segmentRouting: [new IPv6([24320, 0, 0, 0, 0, 0, 0, 0]), 16],
              reserved: [
                [new IPv6([8193, 0, 0, 0, 0, 0, 0, 0]), 23],
                [new IPv6([8193, 3512, 0, 0, 0, 0, 0, 0]), 32],
                [new IPv6([16383, 0, 0, 0, 0, 0, 0, 0]), 20],
              ],
            }),
            (IPv6.prototype.isIPv4MappedAddress = function () {
              return this.range() === 'ipv4Mapped';
            }),
            (IPv6.prototype.kind = () => 'ipv6'),
            (IPv6.prototype.match = function (other, cidrRange) {
              let ref;
              if ((cidrRange === void 0 && ((ref = other), (other = ref[0]), (cidrRange = ref[1])), other.kind() !== 'ipv6'))
                throw new Error('ipaddr: cannot match ipv6 address with non-ipv6 one');
              return matchCIDR(this.parts, other.parts, 16, cidrRange);
            }),
            (IPv6.prototype.prefixLengthFromSubnetMask = function () {
              let cidr = 0,
                stop = !1,
                zerotable = {
                  0: 16,
                  32768: 15,
                  49152: 14,
                  57344: 13,
                  61440: 12,
                  63488: 11,
                  64512: 10,
                  65024: 9,
                  65280: 8,
                  65408: 7,
                  65472: 6,
                  65504: 5,
                  65520: 4,
                  65528: 3,
                  65532: 2,
                  65534: 1,
                  65535: 0,
                },
                part,
                zeros;
              for (let i = 7; i >= 0; i -= 1)
                if (((part = this.parts[i]), part in zerotable)) {
                  if (((zeros = zerotable[part]), stop && zeros !== 0)) return null;
                  zeros !== 16 && (stop = !0), (cidr += zeros);
                } else return null;
              return 128 - cidr;
            }),
            (IPv6.prototype.range = function () {
              return ipaddr2.subnetMatch(this, this.SpecialRanges);
            }),
            (IPv6.prototype.toByteArray = function () {
              let part,
                bytes = [],
                ref = this.parts;
              for (let i = 0; i < ref.length; i++) (part = ref[i]), bytes.push(part >> 8), bytes.push(part & 255);
              return bytes;
            }),
            (IPv6.prototype.toFixedLengthString = function () {
              let addr = function () {
                  const results = [];
                  for (let i = 0; i < this.parts.length; i++) results.push(padPart(this.parts[i].toString(16), 4));
                  return results;
                }
                  .call(this)
                  .join(':'),
                suffix = '';
              return this.zoneId && (suffix = `%${this.zoneId}`), addr + suffix;
            }),
            (IPv6.prototype.toIPv4Address = function () {
              if (!this.isIPv4MappedAddress()) throw new Error('ipaddr: trying to convert a generic ipv6 address to ipv4');
              const ref = this.parts.slice(-2),
                high = ref[0],
                low = ref[1];
              return new ipaddr2.IPv4([high >> 8, high & 255, low >> 8, low & 255]);
            }),
            (IPv6.prototype.toNormalizedString = function () {
              let addr = function () {
                  const results = [];
                  for (let i = 0; i < this.parts.length; i++) results.push(this.parts[i].toString(16));
                  return results;
                }
                  .call(this)
                  .join(':'),
                suffix = '';
              return this.zoneId && (suffix = `%${this.zoneId}`), addr + suffix;
            }),
            (IPv6.prototype.toRFC5952String = function () {
              let regex = /((^|:)(0(:|$)){2,})/g,
                suffix = '';
              this.zoneId && (suffix = `%${this.zoneId}`);
              let normalized = this.toNormalizedString(),
                string6 = normalized.slice(0, normalized.length - suffix.length),
                bestMatchIndex = 0,
                bestMatchLength = -1,
                bestMatchGroups = -1,
                match;
              for (; (match = regex.exec(string6)); ) {
                const groups = (match[0].match(/0/g) || []).length;
                groups > bestMatchGroups &&
                  ((bestMatchGroups = groups), (bestMatchIndex = match.index), (bestMatchLength = match[0].length));
              }
              return bestMatchLength < 0
                ? string6 + suffix
                : `${string6.substring(0, bestMatchIndex)}::${string6.substring(bestMatchIndex + bestMatchLength)}${suffix}`;
            }),
            (IPv6.prototype.toString = function () {
              return this.toRFC5952String();
            }),
            IPv6
          );
        })()),
        (ipaddr2.IPv6.broadcastAddressFromCIDR = function (string6) {
          try {
            let cidr = this.parseCIDR(string6),
              ipInterfaceOctets = cidr[0].toByteArray(),
              subnetMaskOctets = this.subnetMaskFromPrefixLength(cidr[1]).toByteArray(),
              octets = [],
              i = 0;
            for (; i < 16; ) octets.push(parseInt(ipInterfaceOctets[i], 10) | (parseInt(subnetMaskOctets[i], 10) ^ 255)), i++;
            return new this(octets);
          } catch (e) {
            throw new Error('ipaddr: the address does not have IPv6 CIDR format', { cause: e });
          }
        }),
        (ipaddr2.IPv6.isIPv6 = function (string6) {
          return this.parser(string6) !== null;
        }),
        (ipaddr2.IPv6.isValid = function (string6) {
          if (typeof string6 == 'string' && string6.indexOf(':') === -1) return !1;
          try {
            const addr = this.parser(string6);
            return new this(addr.parts, addr.zoneId), !0;
          } catch {
            return !1;
          }
        }),
        (ipaddr2.IPv6.isValidCIDR = function (string6) {
          if (typeof string6 == 'string' && string6.indexOf(':') === -1) return !1;
          try {
            return this.parseCIDR(string6), !0;
          } catch {
            return !1;
          }
        }),
        (ipaddr2.IPv6.networkAddressFromCIDR = function (string6) {
          let cidr, i, ipInterfaceOctets, octets, subnetMaskOctets;
          try {
            for (
              cidr = this.parseCIDR(string6),
                ipInterfaceOctets = cidr[0].toByteArray(),
                subnetMaskOctets = this.subnetMaskFromPrefixLength(cidr[1]).toByteArray(),
                octets = [],
                i = 0;
              i < 16;
            )
              octets.push(parseInt(ipInterfaceOctets[i], 10) & parseInt(subnetMaskOctets[i], 10)), i++;
            return new this(octets);
          } catch (e) {
            throw new Error('ipaddr: the address does not have IPv6 CIDR format', { cause: e });
          }
        }),
        (ipaddr2.IPv6.parse = function (string6) {
          const addr = this.parser(string6);
          if (addr === null) throw new Error('ipaddr: string is not formatted like an IPv6 Address');
          return new this(addr.parts, addr.zoneId);
        }),
        (ipaddr2.IPv6.parseCIDR = function (string6) {
          let maskLength, match, parsed;
          if ((match = string6.match(/^(.+)\/(\d+)$/)) && ((maskLength = parseInt(match[2])), maskLength >= 0 && maskLength <= 128))
            return (
              (parsed = [this.parse(match[1]), maskLength]),
              Object.defineProperty(parsed, 'toString', {
                value: function () {
                  return this.join('/');
                },
              }),
              parsed
            );
          throw new Error('ipaddr: string is not formatted like an IPv6 CIDR range');
        }),
        (ipaddr2.IPv6.parser = function (string6) {
          let addr, i, match, octet, octets, zoneId;
          if ((match = string6.match(ipv6Regexes.deprecatedTransitional))) return this.parser(`::ffff:${match[1]}`);
          if (ipv6Regexes.native.test(string6)) return expandIPv6(string6, 8);
          if (
            (match = string6.match(ipv6Regexes.transitional)) &&
            ((zoneId = match[6] || ''),
            (addr = match[1]),
            match[1].endsWith('::') || (addr = addr.slice(0, -1)),
            (addr = expandIPv6(addr + zoneId, 6)),
            addr && addr.parts)
          ) {
            for (octets = [parseInt(match[2]), parseInt(match[3]), parseInt(match[4]), parseInt(match[5])], i = 0; i < octets.length; i++)
              if (((octet = octets[i]), !(0 <= octet && octet <= 255))) return null;
            return (
              addr.parts.push((octets[0] << 8) | octets[1]),
              addr.parts.push((octets[2] << 8) | octets[3]),
              { parts: addr.parts, zoneId: addr.zoneId }
            );
          }
          return null;
        }),
        (ipaddr2.IPv6.subnetMaskFromPrefixLength = function (prefix) {
          if (((prefix = parseInt(prefix)), Number.isNaN(prefix) || prefix < 0 || prefix > 128))
            throw new Error('ipaddr: invalid IPv6 prefix length');
          let octets = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
            j = 0,
            filledOctetCount = Math.floor(prefix / 8);
          for (; j < filledOctetCount; ) (octets[j] = 255), j++;
          return filledOctetCount < 16 && (octets[filledOctetCount] = (2 ** (prefix % 8) - 1) << (8 - (prefix % 8))), new this(octets);
        }),
        (ipaddr2.fromByteArray = (bytes) => {
          const length = bytes.length;
          if (length === 4) return new ipaddr2.IPv4(bytes);
          if (length === 16) return new ipaddr2.IPv6(bytes);
          throw new Error('ipaddr: the binary input is neither an IPv6 nor IPv4 address');
        }),
        (ipaddr2.isValid = (string6) => ipaddr2.IPv6.isValid(string6) || ipaddr2.IPv4.isValid(string6)),
        (ipaddr2.isValidCIDR = (string6) => ipaddr2.IPv6.isValidCIDR(string6) || ipaddr2.IPv4.isValidCIDR(string6)),
        (ipaddr2.parse = (string6) => {
          if (ipaddr2.IPv6.isValid(string6)) return ipaddr2.IPv6.parse(string6);
          if (ipaddr2.IPv4.isValid(string6)) return ipaddr2.IPv4.parse(string6);
          throw new Error('ipaddr: the address has neither IPv6 nor IPv4 format');
        }),
        (ipaddr2.parseCIDR = (string6) => {
          try {
            return ipaddr2.IPv6.parseCIDR(string6);
          } catch {
            try {
              return ipaddr2.IPv4.parseCIDR(string6);
            } catch (e) {
              throw new Error('ipaddr: the address has neither IPv6 nor IPv4 CIDR format', { cause: e });
            }
          }
        }),
        (ipaddr2.process = function (string6) {
          const addr = this.parse(string6);
          return addr.kind() === 'ipv6' && addr.isIPv4MappedAddress() ? addr.toIPv4Address() : addr;
        }),
        (ipaddr2.subnetMatch = (address, rangeList, defaultName) => {
          let i, rangeName2, rangeSubnets, subnet;
          defaultName == null && (defaultName = 'unicast');
          for (rangeName2 in rangeList)
            if (Object.hasOwn(rangeList, rangeName2)) {
              for (
                rangeSubnets = rangeList[rangeName2],
                  rangeSubnets[0] && !(rangeSubnets[0] instanceof Array) && (rangeSubnets = [rangeSubnets]),
                  i = 0;
                i < rangeSubnets.length;
                i++
              )
                if (((subnet = rangeSubnets[i]), address.kind() === subnet[0].kind() && address.match.apply(address, subnet)))
                  return rangeName2;
            }
          return defaultName;
        }),
        typeof module2 < 'u' && module2.exports ? (module2.exports = ipaddr2) : (root.ipaddr = ipaddr2);
    })(exports2);
  },
});
var import_ipaddr,
  init_ipaddr_js = __esm({
    'packages/ip/dist/ipaddr-js.js'() {
      'use strict';
      import_ipaddr = __toESM(require_ipaddr(), 1);
      init_ip_address();
    },
  });
var init_range_prefixes = __esm({
  'packages/ip/dist/range-prefixes.js'() {
    'use strict';
    init_ip_address();
    init_ip_prefix();
    init_words();
  },
});
var init_dist2 = __esm({
  'packages/ip/dist/index.js'() {
    'use strict';
    init_classify();
    init_endpoint();
    init_eui64();
    init_interval_set();
    init_ip_address();
    init_ip_prefix();
    init_ip_range();
    init_ipaddr_js();
    init_range_prefixes();
  },
});
function parseTarget(text, defaultPort = directorPort) {
  try {
    const { host, port } = parseEndpoint(withoutPath(text), defaultPort);
    return { text, host, port, origin: `https://${formatEndpoint(host, port)}` };
  } catch (cause) {
    throw CodedError.is(cause) ? fail2('InvalidDirectorUrl', `'${text}' names no Director: ${cause.message}`, { cause }) : cause;
  }
}
function withoutPath(text) {
  const trimmed = text.trim(),
    scheme = trimmed.indexOf('://'),
    from = scheme === -1 ? 0 : scheme + 3,
    slash = trimmed.indexOf('/', from);
  return slash === -1 ? trimmed.slice(from) : trimmed.slice(from, slash);
}
var directorPort,
  init_target = __esm({
    'packages/director-api/dist/client/target.js'() {
      'use strict';
      init_dist();
      init_dist2();
      init_errors2();
      directorPort = 25555;
    },
  });
var LineSplitter,
  init_line_splitter = __esm({
    'packages/director-api/dist/client/line-splitter.js'() {
      'use strict';
      LineSplitter = class {
        #rest = Buffer.alloc(0);
        #onLine;
        constructor(onLine) {
          this.#onLine = onLine;
        }
        write(chunk) {
          this.#rest = this.#rest.length === 0 ? chunk : Buffer.concat([this.#rest, chunk]);
          for (let end = this.#rest.indexOf(10); end !== -1; end = this.#rest.indexOf(10))
            this.#emit(this.#rest.subarray(0, end)), (this.#rest = this.#rest.subarray(end + 1));
        }
        end() {
          this.#emit(this.#rest), (this.#rest = Buffer.alloc(0));
        }
        #emit(line) {
          line.length > 0 && this.#onLine(line.toString('utf8'));
        }
      };
    },
  });
var runningStates,
  init_wire = __esm({
    'packages/director-api/dist/client/wire.js'() {
      'use strict';
      runningStates = new Set(['queued', 'processing', 'cancelling']);
    },
  });
async function followTask(session, world, start, options) {
  let { type = 'event', onLine, onState, signal } = options,
    id = typeof start == 'number' ? start : start.id,
    lines = new LineSplitter((line) => onLine?.(line)),
    offset = 0,
    pause = firstPauseMs,
    task = typeof start == 'number' ? await getTask(session, id, signal) : start;
  for (;;) {
    onState?.(task);
    const ended = !runningStates.has(task.state),
      wantsResult = ended && task.state === 'done' && options.withResult === !0,
      [chunk, result] = await Promise.all([
        type === 'none' ? void 0 : readOutput(session, id, type, offset, signal),
        wantsResult ? readOutput(session, id, 'result', 0, signal) : void 0,
      ]);
    if ((chunk !== void 0 && chunk.length > 0 && ((offset += chunk.length), lines.write(chunk), (pause = Math.min(pause, 50))), ended))
      return lines.end(), { task, result: result?.toString('utf8') ?? '' };
    await world.sleep(pause, signal), (pause = Math.min(longestPauseMs, pause * growth)), (task = await getTask(session, id, signal));
  }
}
async function getTask(session, id, signal) {
  return readTask(await session.call({ method: 'GET', path: `/tasks/${id}`, ...(signal === void 0 ? {} : { signal }) }));
}
async function readOutput(session, id, type, offset, signal) {
  const headers2 = offset === 0 ? {} : { range: `bytes=${offset}-` },
    path = `/tasks/${id}/output?type=${type}`,
    incoming = await session.call(
      { method: 'GET', path, headers: headers2, ...(signal === void 0 ? {} : { signal }) },
      [200, 204, 206, 416],
    );
  if (incoming.status === 416 || incoming.status === 204) return incoming.stream.resume(), Buffer.alloc(0);
  const chunks = [];
  for await (const chunk of incoming.stream) chunks.push(chunk);
  const all = Buffer.concat(chunks);
  return incoming.status === 200 ? all.subarray(offset) : all;
}
var firstPauseMs,
  longestPauseMs,
  growth,
  init_follow_task = __esm({
    'packages/director-api/dist/client/follow-task.js'() {
      'use strict';
      init_line_splitter();
      init_read_json();
      init_wire();
      (firstPauseMs = 10), (longestPauseMs = 500), (growth = 1.4);
    },
  });
function taskRoutes(session, world) {
  return {
    list: async (query) => readList(await session.call({ method: 'GET', path: withQuery('/tasks', query) })),
    get: async (id) => readTask(await session.call({ method: 'GET', path: `/tasks/${id}` })),
    follow: (task, options = {}) => followTask(session, world, task, options),
    output: async (id, type) => (await readOutput(session, id, type, 0)).toString('utf8'),
    cancel: async (id) => {
      await (await session.call({ method: 'DELETE', path: `/task/${id}` })).text();
    },
  };
}
var init_tasks = __esm({
  'packages/director-api/dist/client/tasks.js'() {
    'use strict';
    init_follow_task();
    init_query();
    init_read_json();
  },
});
async function certificateFailure(cause, at2) {
  const { code } = cause;
  if (code === void 0) return;
  const where = { object: at2.origin };
  if (code === 'ERR_TLS_CERT_ALTNAME_INVALID') {
    const names = nameList((await readCertificate(at2))?.subjectaltname);
    return fail2('CertificateNameMismatch', `the certificate of ${at2.origin} is not for '${at2.host}' but for ${names}`, { where, cause });
  }
  if (code === 'CERT_HAS_EXPIRED' || code === 'CERT_NOT_YET_VALID') {
    const certificate2 = await readCertificate(at2),
      span2 = certificate2 === void 0 ? '' : `; it is valid from ${certificate2.valid_from} to ${certificate2.valid_to}`;
    return fail2('CertificateExpired', `the certificate of ${at2.origin} is not valid now${span2}`, { where, cause });
  }
  if (!untrusted.has(code)) return;
  const certificate = await readCertificate(at2),
    issuer = certificate === void 0 ? 'an unknown issuer' : `'${issuerName(certificate)}'`;
  return fail2('CertificateUntrusted', `the certificate of ${at2.origin} was issued by ${issuer}, which is not trusted`, { where, cause });
}
function issuerName(certificate) {
  const { CN, O } = certificate.issuer;
  return [CN ?? O].flat()[0] ?? 'no name';
}
function nameList(subjectaltname) {
  return subjectaltname === void 0
    ? 'no name at all'
    : subjectaltname
        .split(', ')
        .map((name) => name.replace(/^(DNS|IP Address):/, ''))
        .join(', ');
}
function readCertificate(at2) {
  return new Promise((resolve) => {
    const socket = (0, import_node_tls.connect)({ host: at2.host, port: at2.port, rejectUnauthorized: !1, timeout: 5e3 }, () => {
        const certificate = socket.getPeerCertificate(!0);
        socket.destroy(), resolve(certificate);
      }),
      stop = () => {
        socket.destroy(), resolve(void 0);
      };
    socket.on('error', stop), socket.on('timeout', stop);
  });
}
var import_node_tls,
  untrusted,
  init_certificate_failure = __esm({
    'packages/director-api/dist/client/certificate-failure.js'() {
      'use strict';
      import_node_tls = require('node:tls');
      init_errors2();
      untrusted = new Set([
        'DEPTH_ZERO_SELF_SIGNED_CERT',
        'SELF_SIGNED_CERT_IN_CHAIN',
        'UNABLE_TO_GET_ISSUER_CERT',
        'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
        'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
        'CERT_SIGNATURE_FAILURE',
        'CERT_UNTRUSTED',
        'INVALID_CA',
      ]);
    },
  });
function createTransport(target, ca, world = realWorld()) {
  const agent = new import_node_https.Agent({
    keepAlive: !0,
    maxSockets: 6,
    minVersion: 'TLSv1.2',
    ca: ca ?? [...(0, import_node_tls2.getCACertificates)('default'), ...(0, import_node_tls2.getCACertificates)('system')],
  });
  async function send(outgoing) {
    const isSafe = outgoing.method === 'GET' || outgoing.method === 'HEAD';
    for (let attempt = 1; ; attempt++) {
      try {
        const incoming = await exchange(agent, target, outgoing);
        if (!isSafe || attempt === attempts || ![502, 503, 504].includes(incoming.status)) return incoming;
        incoming.stream.resume();
      } catch (cause) {
        const error = cause;
        if (outgoing.signal?.aborted) throw error;
        const ours = await certificateFailure(error, target);
        if (ours !== void 0) throw ours;
        const unsent = neverSent.has(error.code ?? '');
        if (attempt === attempts || hopeless.has(error.code ?? '') || !(isSafe || unsent))
          throw unreachable(target, outgoing, error, unsent);
      }
      await world.sleep(pauseMs, outgoing.signal);
    }
  }
  return { send, close: () => agent.destroy() };
}
function unreachable(target, { method, path }, cause, unsent) {
  const where = { object: target.origin },
    why = cause.code ?? cause.message;
  return unsent || method === 'GET'
    ? fail2('DirectorUnreachable', `no Director answers at ${target.origin} (${why})`, { where, cause })
    : fail2('RequestInterrupted', `the connection to ${target.origin} broke during ${method} ${path} (${why})`, { where, cause });
}
function exchange(agent, target, outgoing) {
  const { body } = outgoing,
    text = typeof body == 'string' ? Buffer.from(body) : void 0,
    headers2 = { accept: '*/*', ...outgoing.headers };
  return (
    (outgoing.method === 'POST' || outgoing.method === 'PUT') && (headers2['content-length'] = text?.length ?? body?.size ?? 0),
    new Promise((resolve, reject) => {
      const sent = (0, import_node_https.request)(
        {
          agent,
          host: target.host,
          port: target.port,
          method: outgoing.method,
          path: outgoing.path,
          headers: headers2,
          ...(outgoing.signal === void 0 ? {} : { signal: outgoing.signal }),
        },
        (stream) => resolve({ status: stream.statusCode ?? 0, headers: stream.headers, stream, text: () => readText(stream) }),
      );
      sent.on('error', reject), body === void 0 || text !== void 0 ? sent.end(text) : streamBody(body, sent).catch(reject);
    })
  );
}
async function streamBody(body, into) {
  let sent = 0;
  await (0, import_promises2.pipeline)(
    body.open(),
    async function* (source) {
      for await (const chunk of source) yield chunk, (sent += chunk.length), body.onProgress?.(sent);
    },
    into,
  );
}
async function readText(stream) {
  const chunks = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}
var import_node_https,
  import_promises2,
  import_node_tls2,
  attempts,
  pauseMs,
  neverSent,
  hopeless,
  init_transport = __esm({
    'packages/director-api/dist/client/transport.js'() {
      'use strict';
      (import_node_https = require('node:https')),
        (import_promises2 = require('node:stream/promises')),
        (import_node_tls2 = require('node:tls'));
      init_dist();
      init_certificate_failure();
      init_errors2();
      (attempts = 5),
        (pauseMs = 500),
        (neverSent = new Set(['ECONNREFUSED', 'EHOSTUNREACH', 'ENETUNREACH', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTDOWN'])),
        (hopeless = new Set(['ECONNREFUSED', 'ENOTFOUND']));
    },
  });
function createUaa(url, own, ca) {
  const target = parseTarget(url, 443),
    transport = target.origin === own.origin ? own.transport : createTransport(target, ca),
    prefix = pathOf(url);
  async function json(incoming) {
    const text = await incoming.text();
    try {
      return JSON.parse(text);
    } catch (cause) {
      throw fail2('UnreadableAnswer', `the token service ${url} answered ${incoming.status} with something that is not JSON`, { cause });
    }
  }
  return {
    async prompts() {
      const incoming = await transport.send({ method: 'GET', path: `${prefix}/login`, headers: { accept: 'application/json' } }),
        prompts = (await json(incoming)).prompts ?? {};
      return Object.entries(prompts)
        .map(([name, [type, label]]) => ({ name, label, secret: type === 'password' }))
        .sort((a, b) => Number(a.secret) - Number(b.secret));
    },
    async grant(form, as = cliClient) {
      const incoming = await transport.send({
        method: 'POST',
        path: `${prefix}/oauth/token`,
        headers: {
          accept: 'application/json',
          'content-type': 'application/x-www-form-urlencoded',
          authorization: `Basic ${Buffer.from(`${as.client}:${as.secret.reveal()}`).toString('base64')}`,
        },
        body: new URLSearchParams(form).toString(),
      });
      if (incoming.status !== 200)
        throw (
          (incoming.stream.resume(),
          fail2('AuthenticationFailed', `the token service ${url} refused the ${form.grant_type ?? ''} grant (${incoming.status})`))
        );
      const answer = await json(incoming),
        { token_type: tokenType, access_token: accessToken, refresh_token: refreshToken } = answer;
      if (typeof accessToken != 'string') throw fail2('UnreadableAnswer', `the token service ${url} gave no access token`);
      return {
        tokenType: typeof tokenType == 'string' ? tokenType : 'bearer',
        accessToken,
        ...(typeof refreshToken == 'string' ? { refreshToken } : {}),
      };
    },
  };
}
function pathOf(url) {
  const afterScheme = url.replace(/^[a-z]+:\/\//, ''),
    slash = afterScheme.indexOf('/');
  return slash === -1 ? '' : afterScheme.slice(slash).replace(/\/+$/, '');
}
var cliClient,
  init_uaa = __esm({
    'packages/director-api/dist/client/uaa.js'() {
      'use strict';
      init_dist();
      init_errors2();
      init_target();
      init_transport();
      cliClient = { client: 'bosh_cli', secret: new Secret('') };
    },
  });
function createDirector(options) {
  let world = options.world ?? realWorld(),
    target = parseTarget(options.target),
    transport = createTransport(target, options.ca, world),
    credentials = options.credentials ?? { kind: 'anonymous' },
    info,
    uaa,
    anonymously = createSession({ transport, world, credentials: { kind: 'anonymous' }, uaa: async () => {} }),
    readInfo = () => ((info ??= anonymously.call({ method: 'GET', path: '/info' }).then((incoming) => readJson(incoming))), info),
    findUaa = () => (
      (uaa ??= readInfo().then(({ user_authentication: authentication }) => {
        const url = authentication?.type === 'uaa' ? authentication.options?.url : void 0;
        return url === void 0 ? void 0 : createUaa(url, { origin: target.origin, transport }, options.ca);
      })),
      uaa
    ),
    needUaa = async () => {
      const found = await findUaa();
      if (found === void 0) throw fail2('AuthenticationFailed', `the Director ${target.origin} has no token service`);
      return found;
    },
    session = createSession({
      transport,
      world,
      credentials,
      uaa: findUaa,
      ...(options.onTokens === void 0 ? {} : { onTokens: options.onTokens }),
    });
  return {
    target,
    info: readInfo,
    async identify() {
      try {
        return await readJson(await session.call({ method: 'GET', path: '/info' }));
      } catch (error) {
        if (!CodedError.is(error, 'AuthenticationFailed')) throw error;
        return { ...(await readInfo()), user: null };
      }
    },
    uaa: {
      prompts: async () => (await needUaa()).prompts(),
      logIn: async (answers) => (await needUaa()).grant({ grant_type: 'password', ...withoutEmpty(answers) }),
      logInClient: async () => {
        if (credentials.kind !== 'client') throw fail2('AuthenticationFailed', 'no client was given');
        return (await needUaa()).grant({ grant_type: 'client_credentials' }, credentials);
      },
    },
    tasks: taskRoutes(session, world),
    configs: configRoutes(session),
    deployments: deploymentRoutes(session),
    stemcells: stemcellRoutes(session),
    releases: releaseRoutes(session),
    disks: diskRoutes(session),
    resources: resourceRoutes(session),
    close: () => transport.close(),
  };
}
function withoutEmpty(answers) {
  return Object.fromEntries(Object.entries(answers).filter(([, answer]) => answer !== ''));
}
var init_create_director = __esm({
  'packages/director-api/dist/client/create-director.js'() {
    'use strict';
    init_dist();
    init_configs();
    init_deployments();
    init_disks();
    init_errors2();
    init_read_json();
    init_releases();
    init_session();
    init_stemcells();
    init_target();
    init_tasks();
    init_transport();
    init_uaa();
  },
});
var client_exports = {};
__export(client_exports, {
  createDirector: () => createDirector,
  directorClientErrors: () => fail2,
  parseTarget: () => parseTarget,
  readClaims: () => readClaims,
});
var init_client = __esm({
  'packages/director-api/dist/client/index.js'() {
    'use strict';
    init_create_director();
    init_credentials();
    init_errors2();
    init_target();
  },
});
var Seat,
  init_seat = __esm({
    'apps/cli/dist/session/seat.js'() {
      'use strict';
      init_dist();
      init_errors();
      init_config_file();
      init_environment();
      Seat = class {
        ui;
        answers;
        flags;
        world = realWorld();
        #config;
        #director;
        constructor(ui, answers, flags) {
          (this.ui = ui), (this.answers = answers), (this.flags = flags);
        }
        config() {
          return (this.#config ??= ConfigFile.load(this.flags.config ?? '~/.bosh/config')), this.#config;
        }
        async environment() {
          return resolveEnvironment(this.flags, await this.config());
        }
        async connect(environment) {
          const { createDirector: createDirector2 } = await Promise.resolve().then(() => (init_client(), client_exports)),
            config = await this.config(),
            { url, ca, credentials } = environment ?? (await this.environment());
          return (
            this.#director?.close(),
            (this.#director = createDirector2({
              target: url,
              credentials,
              world: this.world,
              ...(ca === void 0 ? {} : { ca }),
              onTokens: ({ tokenType, accessToken, refreshToken }) => {
                config.setCredentials(url, {
                  access_token_type: tokenType,
                  access_token: accessToken,
                  ...(refreshToken === void 0 ? {} : { refresh_token: refreshToken }),
                }),
                  config.save();
              },
            })),
            this.#director
          );
        }
        async director() {
          const environment = await this.environment(),
            director = await this.connect(environment);
          return await announce(director, environment, (line) => this.ui.line(line)), director;
        }
        async deployment() {
          const name = this.flags.deployment ?? '';
          if (name === '') throw fail('NoDeployment', 'no deployment was named');
          const director = await this.director();
          return this.ui.line(`Using deployment '${name}'`), { director, name };
        }
        close() {
          this.#director?.close(), this.answers.close();
        }
      };
    },
  });
var import_command,
  BoshCommand,
  init_bosh_command = __esm({
    'apps/cli/dist/command/bosh-command.js'() {
      'use strict';
      import_command = __toESM(require_command2(), 1);
      init_answers();
      init_ui();
      init_seat();
      init_global_flags();
      BoshCommand = class extends import_command.Command {
        static baseFlags = globalFlags;
        static optionalValues = [];
        io = process;
        ui;
        #seat;
        open(flags) {
          const ui = new Ui({
            stdout: this.io.stdout,
            stderr: this.io.stderr,
            tty: flags.tty === !0,
            json: flags.json === !0,
            color: flags['no-color'] !== !0 && (process.env.NO_COLOR ?? '') === '',
            columns: flags.column ?? [],
          });
          return (
            (this.ui = ui), (this.#seat = new Seat(ui, new Answers(ui, this.io.stdin, flags['non-interactive'] !== !0), flags)), this.#seat
          );
        }
        execute() {
          return this._run();
        }
        async init() {}
        async catch(error) {
          throw error;
        }
        async finally() {
          this.#seat?.close();
        }
      };
    },
  });
function clockTime(epochSeconds) {
  const date = new Date(epochSeconds * 1e3);
  return `${two(date.getUTCHours())}:${two(date.getUTCMinutes())}:${two(date.getUTCSeconds())}`;
}
function longTime(epochSeconds) {
  if (epochSeconds === 0) return '';
  const date = new Date(epochSeconds * 1e3),
    day = String(date.getUTCDate()).padStart(2, ' ');
  return `${days[date.getUTCDay()]} ${months[date.getUTCMonth()]} ${day} ${clockTime(epochSeconds)} UTC ${date.getUTCFullYear()}`;
}
function longTimeOf(text) {
  if (text == null || text === '') return { text: '', sort: 0 };
  const ms = Date.parse(
    text.replace(
      /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d) (UTC|[+-]\d{4})$/,
      (_, day, time, zone) => `${day}T${time}${zone === 'UTC' ? 'Z' : zone}`,
    ),
  );
  return Number.isNaN(ms) ? { text, sort: 0 } : { text: longTime(ms / 1e3), sort: ms };
}
function span(seconds) {
  const whole = Math.max(0, Math.trunc(seconds));
  return `${two(Math.trunc(whole / 3600))}:${two(Math.trunc(whole / 60) % 60)}:${two(whole % 60)}`;
}
function uptime(seconds) {
  const whole = Math.trunc(seconds);
  return `${Math.trunc(whole / 86400)}d ${Math.trunc(whole / 3600) % 24}h ${Math.trunc(whole / 60) % 60}m ${whole % 60}s`;
}
function scaled(value, base, units) {
  let step = 0,
    rest = value;
  for (; rest >= base && step < units.length - 1; ) (rest /= base), step++;
  return `${rest < 10 && step > 0 ? (Math.round(rest * 10) / 10).toFixed(1) : String(Math.round(rest))} ${units[step]}`;
}
function cellYaml(value, indent = '') {
  return Array.isArray(value)
    ? value
        .map((item) => `${indent}- ${cellYaml(item, `${indent}  `).trimStart()}`)
        .join(`
`)
    : isJsonObject(value)
      ? Object.entries(value)
          .map(([key, inner]) =>
            typeof inner == 'object' && inner !== null
              ? `${indent}${key}:
${cellYaml(inner, `${indent}  `)}`
              : `${indent}${key}: ${String(inner)}`,
          )
          .join(`
`)
      : `${indent}${value === null ? 'null' : String(value)}`;
}
var days,
  months,
  two,
  decimal,
  binary,
  decimalBytes,
  binaryBytes,
  init_values = __esm({
    'apps/cli/dist/output/values.js'() {
      'use strict';
      init_dist();
      (days = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']),
        (months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']),
        (two = (value) => String(value).padStart(2, '0'));
      (decimal = ['B', 'kB', 'MB', 'GB', 'TB', 'PB']), (binary = ['B', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB']);
      (decimalBytes = (bytes) => scaled(bytes, 1e3, decimal)), (binaryBytes = (bytes) => scaled(bytes, 1024, binary));
    },
  });
function configTable({ id, type, name, created_at: createdAt, content }) {
  return {
    content: 'config',
    header: ['ID', 'Type', 'Name', 'Created At', 'Content'],
    rows: [[id, type, name, longTimeOf(createdAt), content.replace(/\n$/, '')]],
    transposed: !0,
  };
}
var init_config_table = __esm({
  'apps/cli/dist/tables/config-table.js'() {
    'use strict';
    init_values();
  },
});
var config_exports = {};
__export(config_exports, { default: () => Config });
var Args,
  Flags2,
  Config,
  init_config = __esm({
    'apps/cli/dist/commands/config.js'() {
      'use strict';
      (Args = __toESM(require_args(), 1)), (Flags2 = __toESM(require_flags(), 1));
      init_bosh_command();
      init_errors();
      init_config_table();
      Config = class _Config extends BoshCommand {
        static description = 'Shows a config: by its ID, or the newest of a type and name.';
        static args = { id: Args.string({ ignoreStdin: !0, description: 'ID of the config' }) };
        static flags = { type: Flags2.string({ description: 'Type, such as cloud' }), name: Flags2.string({ description: 'Name' }) };
        async run() {
          const { args, flags } = await this.parse(_Config),
            seat = this.open(flags),
            { type, name } = flags;
          if (args.id === void 0 && (type === void 0 || name === void 0))
            throw fail('InvalidArguments', 'Either <ID> or parameters --type and --name must be provided');
          const director = await seat.director(),
            found =
              args.id !== void 0
                ? await director.configs.get(args.id)
                : (await director.configs.list({ type: type ?? '', name: name ?? '', limit: 1, latest: !0 }))[0];
          if (found === void 0) throw fail('NoSuchObject', 'No config', { hint: 'list them with `bosh6 configs`' });
          seat.ui.table(configTable(found));
        }
      };
    },
  });
var configs_exports = {};
__export(configs_exports, { default: () => Configs });
var Flags3,
  Configs,
  init_configs2 = __esm({
    'apps/cli/dist/commands/configs.js'() {
      'use strict';
      Flags3 = __toESM(require_flags(), 1);
      init_bosh_command();
      init_values();
      Configs = class _Configs extends BoshCommand {
        static description = 'Lists configs.';
        static optionalValues = [{ name: 'recent', char: 'r', value: '1' }];
        static flags = {
          type: Flags3.string({ description: 'Only of this type' }),
          name: Flags3.string({ description: 'Only of this name' }),
          recent: Flags3.integer({ char: 'r', default: 1, description: 'How many versions of each' }),
        };
        async run() {
          const { flags } = await this.parse(_Configs),
            seat = this.open(flags),
            { type, name, recent } = flags,
            configs = await (await seat.director()).configs.list({
              limit: recent,
              latest: recent === 1,
              ...(type === void 0 ? {} : { type }),
              ...(name === void 0 ? {} : { name }),
            }),
            anyCurrent = configs.some(({ current }) => current === !0);
          seat.ui.table({
            content: 'configs',
            header: ['ID', 'Type', 'Name', 'Team', 'Created At'],
            rows: configs.map(({ id, type: type2, name: name2, team, created_at, current }) => [
              `${id}${current === !0 ? '*' : ''}`,
              type2,
              name2,
              team ?? '',
              longTimeOf(created_at),
            ]),
            notes: [
              ...(anyCurrent ? ['(*) Currently active'] : []),
              ...(recent <= 1 ? ['Only showing active configs. To see older versions use the --recent=10 option.'] : []),
            ],
          });
        }
      };
    },
  });
var create_release_exports = {};
__export(create_release_exports, { default: () => create_release_default });
var create_release_default,
  init_create_release = __esm({
    'big:create-release'() {
      create_release_default = require('./cli.cjs').loadCommand('create-release');
    },
  });
async function deleteGone(remove, isGone) {
  try {
    await remove();
  } catch (error) {
    if (
      !((CodedError.is(error, 'DirectorRefused') && error.details?.status !== 401) || CodedError.is(error, 'TaskFailed')) ||
      !(await isGone())
    )
      throw error;
  }
}
var init_delete_gone = __esm({
  'apps/cli/dist/session/delete-gone.js'() {
    'use strict';
    init_dist();
  },
});
function itemName({ stage = '', tags = [], task = '' }) {
  return `${stage}${tags.length === 0 ? '' : ` ${tags.join(', ')}`}: ${task}`;
}
var EventReporter,
  itemKey,
  init_event_reporter = __esm({
    'apps/cli/dist/task/event-reporter.js'() {
      'use strict';
      init_values();
      (EventReporter = class {
        #voice;
        #tasks = new Map();
        #open;
        #headerOpen = !1;
        constructor(voice) {
          this.#voice = voice;
        }
        taskStarted(id) {
          this.#headerOpen &&
            this.#voice.partial(`
`),
            this.#tasks.set(id, { id, started: new Map() }),
            this.#voice.partial(`Task ${id}`),
            (this.#headerOpen = !0),
            (this.#open = void 0);
        }
        line(id, text) {
          let task = this.#task(id),
            event;
          try {
            event = JSON.parse(text);
          } catch {
            this.#say(task, void 0, text);
            return;
          }
          if (((task.first ??= event), (task.last = event), event.error !== void 0))
            return this.#notice(task, event, `Error: ${event.error.message}`);
          if (event.type !== void 0)
            return this.#notice(task, event, `${event.type === 'warning' ? 'Warning' : 'Deprecation'}: ${event.message ?? ''}`);
          this.#progress(task, event);
        }
        taskEnded(id, state) {
          const task = this.#task(id);
          if (task.first === void 0 || task.last === void 0)
            this.#voice.partial(`. ${state.charAt(0).toUpperCase()}${state.slice(1)}
`);
          else {
            const { time: start } = task.first,
              { time: end } = task.last;
            this.#voice.partial(`

Task ${id} Started  ${longTime(start)}
`),
              this.#voice.partial(`Task ${id} Finished ${longTime(end)}
`),
              this.#voice.partial(`Task ${id} Duration ${span(end - start)}
`),
              this.#voice.partial(`Task ${id} ${state}
`);
          }
          (this.#open = void 0), (this.#headerOpen = !1), this.#tasks.delete(id);
        }
        raw(text) {
          this.#headerOpen &&
            (this.#voice.partial(`

`),
            (this.#headerOpen = !1)),
            this.#voice.block(`${text}
`);
        }
        #progress(task, event) {
          const key = itemKey(event),
            name = itemName(event),
            isSame = this.#open?.id === task.id && this.#open.key === key;
          if (event.state === 'started') task.started.set(key, event.time), this.#say(task, event, name);
          else if (event.state === 'in_progress')
            !isSame && !task.started.has(key) && task.started.set(key, event.time),
              isSame || this.#say(task, event, name),
              this.#say(task, event, `L ${event.data?.status ?? ''}: ${event.task ?? ''}`);
          else {
            const from = task.started.get(key),
              took = ` (${from === void 0 ? '' : span(event.time - from)})`;
            isSame ? this.#voice.block(took) : this.#say(task, event, name + took),
              event.state === 'failed' &&
                this.#voice.errorBlock(`
${' '.repeat(17 + String(task.id).length)}L Error: ${event.data?.error ?? ''}`);
          }
          this.#open = { id: task.id, key };
        }
        #notice(task, event, text) {
          this.#prefix(task, event), this.#voice.errorBlock(text), (this.#open = void 0);
        }
        #say(task, event, text) {
          this.#prefix(task, event), this.#voice.block(text);
        }
        #prefix(task, event) {
          this.#headerOpen &&
            (this.#voice.partial(`
`),
            (this.#headerOpen = !1)),
            this.#voice.block(`
Task ${task.id} | ${event === void 0 ? '' : `${clockTime(event.time)} | `}`);
        }
        #task(id) {
          const task = this.#tasks.get(id);
          if (task !== void 0) return task;
          const fresh = { id, started: new Map() };
          return this.#tasks.set(id, fresh), fresh;
        }
      }),
        (itemKey = ({ stage, tags, task }) => JSON.stringify([stage, tags, task]));
    },
  });
async function followTask2(seat, director, task, choices = {}) {
  const id = typeof task == 'number' ? task : task.id,
    { output = 'event' } = choices,
    reporter = choices.reporter ?? new EventReporter(seat.ui),
    interrupt = new AbortController(),
    stop = () => interrupt.abort();
  process.once('SIGINT', stop), process.once('SIGTERM', stop);
  let failure;
  try {
    reporter.taskStarted(id);
    const outcome = await director.tasks.follow(task, {
      type: output,
      signal: interrupt.signal,
      withResult: choices.withResult === !0 && output === 'event',
      onLine: (line) => {
        if (output !== 'event') return reporter.raw(line);
        reporter.line(id, line), (failure = errorOf(line) ?? failure);
      },
    });
    if ((reporter.taskEnded(id, outcome.task.state), outcome.task.state === 'done')) return outcome;
    throw taskFailed(id, outcome.task, failure, choices);
  } catch (error) {
    throw !interrupt.signal.aborted || CodedError.is(error, 'TaskFailed')
      ? error
      : (seat.ui.partial(`
`),
        stopped(id, seat));
  } finally {
    process.removeListener('SIGINT', stop), process.removeListener('SIGTERM', stop);
  }
}
function errorOf(line) {
  try {
    return JSON.parse(line).error;
  } catch {
    return;
  }
}
function taskFailed(id, { state }, failure, { locate }) {
  const sent = failure?.details?.where,
    found = sent == null ? void 0 : (locate?.(sent) ?? sent),
    where = Object.fromEntries(Object.entries(found ?? {}).filter(([, value]) => value != null)),
    hint = failure?.details?.hint;
  return fail('TaskFailed', `Expected task '${id}' to succeed but state is '${state}'`, {
    ...(Object.keys(where).length === 0 ? {} : { where }),
    ...(hint == null ? {} : { hint }),
    details: { task: id, state, ...(failure === void 0 ? {} : { error: failure }) },
  });
}
function stopped(id, { flags }) {
  const environment = flags.environment === void 0 ? '' : ` -e ${flags.environment}`;
  return fail('StoppedFollowing', `Task ${id} keeps running on the Director`, {
    hint: `follow it again with \`bosh6${environment} task ${id}\``,
  });
}
var init_follow = __esm({
  'apps/cli/dist/session/follow.js'() {
    'use strict';
    init_dist();
    init_errors();
    init_event_reporter();
  },
});
var delete_deployment_exports = {};
__export(delete_deployment_exports, { default: () => DeleteDeployment });
var Flags4,
  DeleteDeployment,
  init_delete_deployment = __esm({
    'apps/cli/dist/commands/delete-deployment.js'() {
      'use strict';
      Flags4 = __toESM(require_flags(), 1);
      init_bosh_command();
      init_delete_gone();
      init_follow();
      DeleteDeployment = class _DeleteDeployment extends BoshCommand {
        static description = 'Deletes a deployment with its VMs. Its persistent disks become orphans: see `disks --orphaned`.';
        static flags = { force: Flags4.boolean({ description: 'Go on when something cannot be deleted' }) };
        async run() {
          const { flags } = await this.parse(_DeleteDeployment),
            seat = this.open(flags),
            { director, name } = await seat.deployment();
          await seat.answers.confirm(),
            await deleteGone(
              async () => followTask2(seat, director, await director.deployments.delete(name, { force: flags.force })),
              async () => !(await director.deployments.list()).some((deployment) => deployment.name === name),
            );
        }
      };
    },
  });
var delete_disk_exports = {};
__export(delete_disk_exports, { default: () => DeleteDisk });
var Args2,
  DeleteDisk,
  init_delete_disk = __esm({
    'apps/cli/dist/commands/delete-disk.js'() {
      'use strict';
      Args2 = __toESM(require_args(), 1);
      init_bosh_command();
      init_delete_gone();
      init_follow();
      DeleteDisk = class _DeleteDisk extends BoshCommand {
        static description = 'Deletes an orphaned disk and what is on it.';
        static args = { cid: Args2.string({ required: !0, ignoreStdin: !0, description: 'Disk CID, as `disks --orphaned` shows it' }) };
        async run() {
          const { args, flags } = await this.parse(_DeleteDisk),
            seat = this.open(flags),
            director = await seat.director();
          await seat.answers.confirm(),
            await deleteGone(
              async () => followTask2(seat, director, await director.disks.delete(args.cid)),
              async () => !(await director.disks.orphaned()).some((disk2) => disk2.disk_cid === args.cid),
            );
        }
      };
    },
  });
var deploy_exports = {};
__export(deploy_exports, { default: () => deploy_default });
var deploy_default,
  init_deploy = __esm({
    'big:deploy'() {
      deploy_default = require('./cli.cjs').loadCommand('deploy');
    },
  });
var deployments_exports = {};
__export(deployments_exports, { default: () => Deployments });
var Deployments,
  versionLines,
  init_deployments2 = __esm({
    'apps/cli/dist/commands/deployments.js'() {
      'use strict';
      init_bosh_command();
      init_table();
      (Deployments = class _Deployments extends BoshCommand {
        static description = 'Lists deployments.';
        async run() {
          const { flags } = await this.parse(_Deployments),
            seat = this.open(flags),
            rows = (await (await seat.director()).deployments.list()).map(({ name, releases, stemcells, teams }) => [
              name,
              versionLines(releases),
              versionLines(stemcells),
              (teams ?? []).join(`
`),
            ]);
          seat.ui.table({ content: 'deployments', header: ['Name', 'Release(s)', 'Stemcell(s)', 'Team(s)'], rows: sortRows(rows, [0]) });
        }
      }),
        (versionLines = (list) =>
          (list ?? [])
            .map(({ name, version: version2 }) => `${name}/${version2}`)
            .sort()
            .join(`
`));
    },
  });
var disks_exports = {};
__export(disks_exports, { default: () => Disks });
var Flags5,
  Disks,
  init_disks2 = __esm({
    'apps/cli/dist/commands/disks.js'() {
      'use strict';
      Flags5 = __toESM(require_flags(), 1);
      init_bosh_command();
      init_errors();
      init_table();
      init_values();
      Disks = class _Disks extends BoshCommand {
        static description = 'Lists orphaned disks: those whose instance is gone, kept until they are deleted.';
        static flags = { orphaned: Flags5.boolean({ char: 'o', description: 'List orphaned disks' }) };
        async run() {
          const { flags } = await this.parse(_Disks),
            seat = this.open(flags);
          if (!flags.orphaned) throw fail('InvalidArguments', 'Only --orphaned is supported', { hint: 'write `bosh6 disks --orphaned`' });
          const rows = (await (await seat.director()).disks.orphaned()).map((disk2) => [
            disk2.disk_cid,
            { text: binaryBytes((disk2.size ?? 0) * 1024 * 1024), sort: disk2.size ?? 0 },
            disk2.deployment_name ?? '',
            disk2.instance_name ?? '',
            disk2.az ?? '',
            longTimeOf(disk2.orphaned_at),
          ]);
          seat.ui.table({
            content: 'disks',
            header: ['Disk CID', 'Size', 'Deployment', 'Instance', 'AZ', 'Orphaned At'],
            rows: sortRows(rows, [5, -1]),
          });
        }
      };
    },
  });
var down_exports = {};
__export(down_exports, { default: () => down_default });
var down_default,
  init_down = __esm({
    'big:down'() {
      down_default = require('./cli.cjs').loadCommand('down');
    },
  });
function directorTable(info) {
  const features = Object.entries(info.features ?? {})
      .map(([name, { status }]) => `${name}: ${status === !0 ? 'enabled' : 'disabled'}`)
      .sort(),
    rows = [
      ['Name', info.name ?? ''],
      ['UUID', info.uuid ?? ''],
      ['Version', info.version ?? ''],
    ];
  (info.stemcell_os ?? '') !== '' && rows.push(['Director Stemcell', `${info.stemcell_os}/${info.stemcell_version ?? ''}`]),
    (info.cpi ?? '') !== '' && rows.push(['CPI', info.cpi ?? '']),
    features.length > 0 &&
      rows.push([
        'Features',
        features.join(`
`),
      ]);
  const user = info.user ?? '';
  return (
    rows.push(['User', user === '' ? '(not logged in)' : user]),
    { header: rows.map(([heading]) => heading), rows: [rows.map(([, value]) => value)], transposed: !0 }
  );
}
var init_director_table = __esm({
  'apps/cli/dist/tables/director-table.js'() {
    'use strict';
  },
});
var environment_exports = {};
__export(environment_exports, { default: () => Environment });
var Environment,
  init_environment2 = __esm({
    'apps/cli/dist/commands/environment.js'() {
      'use strict';
      init_bosh_command();
      init_director_table();
      Environment = class _Environment extends BoshCommand {
        static description = 'Shows what the Director says about itself, and who you are to it.';
        async run() {
          const { flags } = await this.parse(_Environment),
            seat = this.open(flags),
            director = await seat.director();
          seat.ui.table(directorTable(await director.identify()));
        }
      };
    },
  });
var environments_exports = {};
__export(environments_exports, { default: () => Environments });
var Environments,
  init_environments = __esm({
    'apps/cli/dist/commands/environments.js'() {
      'use strict';
      init_bosh_command();
      init_table();
      Environments = class _Environments extends BoshCommand {
        static description = 'Lists the Directors of the config file.';
        async run() {
          const { flags } = await this.parse(_Environments),
            seat = this.open(flags),
            entries = (await seat.config()).entries(),
            rows = sortRows(
              entries.map(({ url, alias = '' }) => [url, alias]),
              [0],
            );
          seat.ui.table({ content: 'environments', header: ['URL', 'Alias'], rows });
        }
      };
    },
  });
function reportError(ui, error) {
  ui.error(describeError(error)), ui.error('Exit code 1');
}
function describeError(error) {
  if (!CodedError.is(error)) return error instanceof Error ? oneLine(error.message) : String(error);
  const lines = [error.number === void 0 ? error.message : `${error.message} (error ${error.number})`],
    place = describePlace(error);
  return (
    place !== void 0 && lines.push(`  at ${place}`),
    error.hint !== void 0 && lines.push(`  fix: ${error.hint}`),
    lines.join(`
`)
  );
}
function describePlace({ where }) {
  if (where === void 0) return;
  const position = where.line === void 0 ? '' : `:${where.line}${where.column === void 0 ? '' : `:${where.column}`}`,
    said = [
      where.document === void 0 ? void 0 : `${where.document}${position}`,
      where.pointer === void 0 || where.pointer === '' ? void 0 : where.pointer,
      where.object,
    ].filter((part) => part !== void 0);
  return said.length === 0 ? void 0 : said.join(' ');
}
var oneLine,
  init_error_report = __esm({
    'apps/cli/dist/output/error-report.js'() {
      'use strict';
      init_dist();
      oneLine = (text) => text.replace(/\nSee more help with --help$/, '');
    },
  });
async function retrieveLines(seat, director, what, toTable) {
  const only = seat.flags.deployment ?? '',
    names = only === '' ? (await director.deployments.list()).map(({ name }) => name) : [only],
    reporter = new EventReporter(seat.ui),
    retrieve = async (name) => {
      const task = await director.deployments[what](name),
        { result } = await followTask2(seat, director, task, { withResult: !0, reporter });
      return result
        .split(`
`)
        .filter((line) => line.trim() !== '')
        .map((line) => JSON.parse(line));
    };
  if (only !== '') {
    seat.ui.table(toTable(only, await retrieve(only)));
    return;
  }
  let outcomes = await inBatches(names, seat.flags.parallel ?? 5, retrieve),
    failures = 0;
  for (const [index, outcome] of outcomes.entries()) {
    const name = names[index] ?? '';
    outcome.status === 'fulfilled'
      ? seat.ui.table(toTable(name, outcome.value))
      : (failures++, seat.ui.error(`Deployment '${name}': ${describeError(outcome.reason)}`));
  }
  if (failures > 0) throw fail('SomeFailed', `${failures} of ${names.length} deployments could not be read`);
}
async function inBatches(items, size, work) {
  let outcomes = new Array(items.length),
    next = 0,
    worker = async () => {
      for (let at2 = next++; at2 < items.length; at2 = next++) {
        const [outcome] = await Promise.allSettled([work(items[at2])]);
        outcomes[at2] = outcome;
      }
    };
  return await Promise.all(Array.from({ length: Math.min(Math.max(1, size), items.length) }, worker)), outcomes;
}
var init_retrieve_lines = __esm({
  'apps/cli/dist/session/retrieve-lines.js'() {
    'use strict';
    init_errors();
    init_error_report();
    init_event_reporter();
    init_follow();
  },
});
function memory(usage) {
  return (usage?.percent ?? '') === '' ? '' : `${usage?.percent}% (${decimalBytes(Number(usage?.kb ?? 0) * 1e3)})`;
}
function disk(vitals, name) {
  const usage = vitals?.disk?.[name];
  return (usage?.percent ?? '') === '' ? '' : `${usage?.percent}% (${usage?.inode_percent ?? ''}i%)`;
}
function vmVitals({ vitals, vm_created_at: createdAt }) {
  const seconds = vitals?.uptime?.secs;
  return [
    longTimeOf(createdAt),
    seconds == null ? '' : uptime(seconds),
    (vitals?.load ?? []).join(', '),
    '',
    percent(vitals?.cpu?.user),
    percent(vitals?.cpu?.sys),
    percent(vitals?.cpu?.wait),
    memory(vitals?.mem),
    memory(vitals?.swap),
    disk(vitals, 'system'),
    disk(vitals, 'ephemeral'),
    disk(vitals, 'persistent'),
  ];
}
function processVitals({ uptime: up, mem, cpu }, format) {
  const { secs } = up ?? {},
    { total } = cpu ?? {},
    { percent: share, kb } = mem ?? {},
    used = share == null ? '' : `${share.toFixed(1)}% (${decimalBytes((kb ?? 0) * 1e3)})`;
  return ['', secs == null ? '' : format(secs), '', total == null ? '' : `${total.toFixed(1)}%`, '', '', '', used, '', '', '', ''];
}
var vitalHeadings,
  percent,
  init_vitals = __esm({
    'apps/cli/dist/tables/vitals.js'() {
      'use strict';
      init_values();
      (vitalHeadings = [
        'VM Created At',
        'Uptime',
        `Load
(1m, 5m, 15m)`,
        `CPU
Total`,
        `CPU
User`,
        `CPU
Sys`,
        `CPU
Wait`,
        `Memory
Usage`,
        `Swap
Usage`,
        `System
Disk Usage`,
        `Ephemeral
Disk Usage`,
        `Persistent
Disk Usage`,
      ]),
        (percent = (value) => ((value ?? '') === '' ? '' : `${value}%`));
    },
  });
function instancesTable(lines, view) {
  const shown = lines.filter((line) => view.failing !== !0 || !isRunning(line)),
    header = [
      'Instance',
      ...(view.processes === !0 ? ['Process'] : []),
      'Process State',
      'AZ',
      'IPs',
      'Deployment',
      ...(view.details === !0 ? ['State', 'VM CID', 'VM Type', 'Disk CIDs', 'Agent ID', 'Index', 'Bootstrap', 'Ignore'] : []),
      ...(view.vitals === !0 ? vitalHeadings : []),
    ],
    rows = shown.flatMap((line) => [instanceRow(line, view), ...(view.processes === !0 ? processRows(line, view) : [])]),
    sorted = view.processes === !0 ? sortRows(rows, [0], [1]) : sortRows(rows, [0]);
  return { title: `Deployment '${view.deployment}'`, content: 'instances', header, rows: sorted, count: shown.length };
}
function vmsTable(lines, view) {
  const header = [
      'Instance',
      'Process State',
      'AZ',
      'IPs',
      'VM CID',
      'VM Type',
      'Active',
      'Stemcell',
      ...(view.cloudProperties === !0 ? ['Cloud Properties'] : []),
      ...(view.vitals === !0 ? vitalHeadings : []),
    ],
    rows = lines.map((line) => [
      instanceName(line),
      stateCell(line),
      line.az ?? '',
      (line.ips ?? []).join(`
`),
      line.vm_cid ?? '',
      line.vm_type ?? '',
      line.active === void 0 || line.active === null ? '' : String(line.active),
      line.stemcell?.name === void 0 ? '' : `${line.stemcell.name}/${line.stemcell.version ?? ''}`,
      ...(view.cloudProperties === !0 ? [cellYaml(line.cloud_properties ?? {})] : []),
      ...(view.vitals === !0 ? vmVitals(line) : []),
    ]);
  return { title: `Deployment '${view.deployment}'`, content: 'vms', header, rows: sortRows(rows, [0]) };
}
function instanceRow(line, view) {
  const disks = line.disk_cids ?? [],
    diskCids = disks.length > 0 ? disks : line.disk_cid === void 0 || line.disk_cid === null ? [] : [line.disk_cid];
  return [
    instanceName(line),
    ...(view.processes === !0 ? [''] : []),
    stateCell(line),
    line.az ?? '',
    (line.ips ?? []).join(`
`),
    view.deployment,
    ...(view.details === !0
      ? [
          line.state ?? '',
          line.vm_cid ?? '',
          line.vm_type ?? '',
          diskCids.join(`
`),
          line.agent_id ?? '',
          String(line.index ?? ''),
          String(line.bootstrap ?? !1),
          String(line.ignore ?? !1),
        ]
      : []),
    ...(view.vitals === !0 ? vmVitals(line) : []),
  ];
}
function processRows(line, view) {
  return (line.processes ?? [])
    .filter(({ state }) => view.failing !== !0 || state !== 'running')
    .map((process4) => [
      instanceName(line),
      process4.name ?? '',
      { text: process4.state ?? '', good: process4.state === 'running' },
      '',
      '',
      '',
      ...(view.details === !0 ? ['', '', '', '', '', '', '', ''] : []),
      ...(view.vitals === !0 ? processVitals(process4, uptime) : []),
    ]);
}
function stateCell(line) {
  const state = line.job_state ?? '',
    text = state === 'running' && (line.processes ?? []).length === 0 ? '' : state;
  return text === '' ? '' : { text, good: isRunning(line) };
}
var instanceName,
  isRunning,
  init_instances_table = __esm({
    'apps/cli/dist/tables/instances-table.js'() {
      'use strict';
      init_table();
      init_values();
      init_vitals();
      instanceName = ({ job_name: group, id }) => `${(group ?? '') === '' ? '?' : group}${(id ?? '') === '' ? '' : `/${id}`}`;
      isRunning = ({ job_state: state, processes }) =>
        state === 'running' && (processes ?? []).every((process4) => process4.state === 'running');
    },
  });
var instances_exports = {};
__export(instances_exports, { default: () => Instances });
var Flags6,
  Instances,
  init_instances = __esm({
    'apps/cli/dist/commands/instances.js'() {
      'use strict';
      Flags6 = __toESM(require_flags(), 1);
      init_bosh_command();
      init_retrieve_lines();
      init_instances_table();
      Instances = class _Instances extends BoshCommand {
        static description = 'Lists instances with their state and addresses, of one deployment or of all.';
        static flags = {
          ps: Flags6.boolean({ char: 'p', description: 'Show processes' }),
          details: Flags6.boolean({ char: 'i', description: 'Show VM, disks, agent' }),
          vitals: Flags6.boolean({ description: 'Show load, memory, disk usage' }),
          failing: Flags6.boolean({ char: 'f', description: 'Only what does not run well' }),
        };
        async run() {
          const { flags } = await this.parse(_Instances),
            seat = this.open(flags),
            director = await seat.director(),
            view = { processes: flags.ps, details: flags.details, vitals: flags.vitals, failing: flags.failing };
          await retrieveLines(seat, director, 'instances', (deployment, lines) => instancesTable(lines, { deployment, ...view }));
        }
      };
    },
  });
var interpolate_exports = {};
__export(interpolate_exports, { default: () => interpolate_default });
var interpolate_default,
  init_interpolate = __esm({
    'big:interpolate'() {
      interpolate_default = require('./cli.cjs').loadCommand('interpolate');
    },
  });
var lab_exec_exports = {};
__export(lab_exec_exports, { default: () => lab_exec_default });
var lab_exec_default,
  init_lab_exec = __esm({
    'big:lab exec'() {
      lab_exec_default = require('./cli.cjs').loadCommand('lab exec');
    },
  });
var lab_shell_exports = {};
__export(lab_shell_exports, { default: () => lab_shell_default });
var lab_shell_default,
  init_lab_shell = __esm({
    'big:lab shell'() {
      lab_shell_default = require('./cli.cjs').loadCommand('lab shell');
    },
  });
var lab_status_exports = {};
__export(lab_status_exports, { default: () => lab_status_default });
var lab_status_default,
  init_lab_status = __esm({
    'big:lab status'() {
      lab_status_default = require('./cli.cjs').loadCommand('lab status');
    },
  });
async function logInBasic(seat, _anonymous, environment) {
  const { url } = environment,
    given = seat.flags.client ?? '',
    givenSecret = seat.flags['client-secret'];
  for (seat.ui.line(`Using environment '${url}'`); ; ) {
    const name = given === '' ? await seat.answers.ask('Username') : given,
      password = givenSecret ?? (await seat.answers.askSecret('Password')),
      credentials = { kind: 'client', client: name, secret: new Secret(password) },
      director = await seat.connect({ ...environment, credentials }),
      { user } = await director.identify();
    if ((user ?? '') !== '') {
      seat.ui.line(`Using environment '${url}' as ${describeWho(credentials)}`);
      const config = await seat.config();
      config.setCredentials(url, { username: name, password }), config.save(), seat.ui.line(`Logged in to '${url}'`);
      return;
    }
    if ((seat.ui.error(`Failed to login to '${url}'`), given !== '' && givenSecret !== void 0))
      throw fail('InvalidCredentials', 'Invalid credentials');
  }
}
var init_log_in_basic = __esm({
  'apps/cli/dist/session/log-in-basic.js'() {
    'use strict';
    init_dist();
    init_errors();
    init_environment();
  },
});
async function logInUaa(seat, director, environment) {
  const { url, credentials } = environment;
  if ((await announce(director, environment, (line) => seat.ui.line(line)), credentials.kind === 'client'))
    return logInClient(seat, director);
  const prompts = await director.uaa.prompts();
  for (;;) {
    const answers = {};
    for (const { name, label, secret } of prompts)
      name !== 'passcode' && (answers[name] = secret ? await seat.answers.askSecret(label) : await seat.answers.ask(label));
    const tokens = await tryLogIn(director, answers);
    if (tokens === void 0) {
      seat.ui.error('Failed to authenticate with UAA');
      continue;
    }
    const config = await seat.config();
    config.setCredentials(url, {
      access_token_type: tokens.tokenType,
      access_token: tokens.accessToken,
      ...(tokens.refreshToken === void 0 ? {} : { refresh_token: tokens.refreshToken }),
    }),
      config.save(),
      seat.ui.line('Successfully authenticated with UAA');
    return;
  }
}
async function tryLogIn(director, answers) {
  try {
    return await director.uaa.logIn(answers);
  } catch (error) {
    if (CodedError.is(error, 'AuthenticationFailed')) return;
    throw error;
  }
}
async function logInClient(seat, director) {
  try {
    await director.uaa.logInClient();
  } catch (cause) {
    throw CodedError.is(cause, 'AuthenticationFailed') ? fail('InvalidCredentials', 'Failed to authenticate with UAA', { cause }) : cause;
  }
  seat.ui.line('Successfully authenticated with UAA');
}
var init_log_in_uaa = __esm({
  'apps/cli/dist/session/log-in-uaa.js'() {
    'use strict';
    init_dist();
    init_errors();
    init_environment();
  },
});
var log_in_exports = {};
__export(log_in_exports, { default: () => LogIn });
var LogIn,
  init_log_in = __esm({
    'apps/cli/dist/commands/log-in.js'() {
      'use strict';
      init_bosh_command();
      init_log_in_basic();
      init_log_in_uaa();
      LogIn = class _LogIn extends BoshCommand {
        static description =
          'Logs in. Asks what the Director wants to know; answers come line by line from standard input when that is no terminal.';
        async run() {
          const { flags } = await this.parse(_LogIn),
            seat = this.open(flags),
            environment = await seat.environment(),
            director = await seat.connect(environment);
          await ((await director.info()).user_authentication?.type === 'uaa'
            ? logInUaa(seat, director, environment)
            : logInBasic(seat, director, environment));
        }
      };
    },
  });
var log_out_exports = {};
__export(log_out_exports, { default: () => LogOut });
var LogOut,
  init_log_out = __esm({
    'apps/cli/dist/commands/log-out.js'() {
      'use strict';
      init_bosh_command();
      LogOut = class _LogOut extends BoshCommand {
        static description = "Forgets the log-in of -e's Director on this machine.";
        async run() {
          const { flags } = await this.parse(_LogOut),
            seat = this.open(flags),
            { url } = await seat.environment(),
            config = await seat.config();
          config.clearCredentials(url), config.save(), seat.ui.line(`Logged out from '${url}'`);
        }
      };
    },
  });
var logs_exports = {};
__export(logs_exports, { default: () => logs_default });
var logs_default,
  init_logs = __esm({
    'big:logs'() {
      logs_default = require('./cli.cjs').loadCommand('logs');
    },
  });
var manifest_exports = {};
__export(manifest_exports, { default: () => Manifest });
var Manifest,
  init_manifest = __esm({
    'apps/cli/dist/commands/manifest.js'() {
      'use strict';
      init_bosh_command();
      Manifest = class _Manifest extends BoshCommand {
        static description = "Shows a deployment's manifest as last deployed.";
        async run() {
          const { flags } = await this.parse(_Manifest),
            seat = this.open(flags),
            { director, name } = await seat.deployment();
          seat.ui.block((await director.deployments.manifest(name)) ?? '');
        }
      };
    },
  });
var releases_exports = {};
__export(releases_exports, { default: () => releases_default });
var releases_default,
  init_releases2 = __esm({
    'big:releases'() {
      releases_default = require('./cli.cjs').loadCommand('releases');
    },
  });
var stemcells_exports = {};
__export(stemcells_exports, { default: () => stemcells_default });
var stemcells_default,
  init_stemcells2 = __esm({
    'big:stemcells'() {
      stemcells_default = require('./cli.cjs').loadCommand('stemcells');
    },
  });
var task_exports = {};
__export(task_exports, { default: () => TaskCommand });
var Args3,
  Flags7,
  TaskCommand,
  init_task = __esm({
    'apps/cli/dist/commands/task.js'() {
      'use strict';
      (Args3 = __toESM(require_args(), 1)), (Flags7 = __toESM(require_flags(), 1));
      init_bosh_command();
      init_errors();
      init_follow();
      TaskCommand = class _TaskCommand extends BoshCommand {
        static description =
          'Shows a task and follows it to its end; the oldest running one when no ID is given. Ctrl-C leaves it running.';
        static args = { id: Args3.integer({ ignoreStdin: !0, description: 'Task ID' }) };
        static flags = {
          event: Flags7.boolean({ description: 'Raw events' }),
          cpi: Flags7.boolean({ description: "The CPI's log" }),
          debug: Flags7.boolean({ description: 'The debug log' }),
          result: Flags7.boolean({ description: 'The result' }),
          all: Flags7.boolean({ char: 'a', description: 'Without an ID: look at small tasks too' }),
        };
        async run() {
          const { args, flags } = await this.parse(_TaskCommand),
            seat = this.open(flags),
            director = await seat.director(),
            deployment = (flags.deployment ?? '') === '' ? {} : { deployment: flags.deployment },
            found =
              args.id ??
              (await director.tasks.list({ state: 'processing,cancelling,queued', verbose: flags.all ? 2 : 1, ...deployment }))[0]?.id;
          if (found === void 0) throw fail('NoSuchObject', 'No task found', { hint: 'look at ended tasks with `bosh6 tasks --recent`' });
          if (flags.event) return void seat.ui.block(await director.tasks.output(found, 'event'));
          const output = flags.cpi ? 'cpi' : flags.debug ? 'debug' : flags.result ? 'result' : 'event';
          await followTask2(seat, director, found, { output });
        }
      };
    },
  });
var tasks_exports = {};
__export(tasks_exports, { default: () => Tasks });
var Flags8,
  Tasks,
  init_tasks2 = __esm({
    'apps/cli/dist/commands/tasks.js'() {
      'use strict';
      Flags8 = __toESM(require_flags(), 1);
      init_bosh_command();
      init_table();
      init_values();
      Tasks = class _Tasks extends BoshCommand {
        static description = 'Lists running tasks, or recent ones with --recent.';
        static optionalValues = [{ name: 'recent', char: 'r', value: '30' }];
        static flags = {
          recent: Flags8.integer({ char: 'r', description: 'Tasks that have ended too, the newest 30 or this many' }),
          all: Flags8.boolean({ char: 'a', description: 'Also small ones, such as the reading of instances' }),
        };
        async run() {
          const { flags } = await this.parse(_Tasks),
            seat = this.open(flags),
            director = await seat.director(),
            deployment = (flags.deployment ?? '') === '' ? {} : { deployment: flags.deployment },
            rows = (
              await director.tasks.list(
                flags.recent === void 0
                  ? { state: 'processing,cancelling,queued', verbose: 2, ...deployment }
                  : { limit: flags.recent, verbose: flags.all ? 2 : 1, ...deployment },
              )
            ).map((task) => [
              { text: String(task.id), sort: task.id },
              task.state,
              longTime(task.started_at ?? 0),
              longTime(task.timestamp ?? 0),
              task.user ?? '',
              task.deployment ?? '',
              task.description ?? '',
              task.result ?? '',
            ]);
          seat.ui.table({
            content: 'tasks',
            header: ['ID', 'State', 'Started At', 'Finished At', 'User', 'Deployment', 'Description', 'Result'],
            rows: sortRows(rows, [0, -1]),
          });
        }
      };
    },
  });
var up_exports = {};
__export(up_exports, { default: () => up_default });
var up_default,
  init_up = __esm({
    'big:up'() {
      up_default = require('./cli.cjs').loadCommand('up');
    },
  });
var update_config_exports = {};
__export(update_config_exports, { default: () => update_config_default });
var update_config_default,
  init_update_config = __esm({
    'big:update-config'() {
      update_config_default = require('./cli.cjs').loadCommand('update-config');
    },
  });
var upload_release_exports = {};
__export(upload_release_exports, { default: () => upload_release_default });
var upload_release_default,
  init_upload_release = __esm({
    'big:upload-release'() {
      upload_release_default = require('./cli.cjs').loadCommand('upload-release');
    },
  });
var upload_stemcell_exports = {};
__export(upload_stemcell_exports, { default: () => upload_stemcell_default });
var upload_stemcell_default,
  init_upload_stemcell = __esm({
    'big:upload-stemcell'() {
      upload_stemcell_default = require('./cli.cjs').loadCommand('upload-stemcell');
    },
  });
var vms_exports = {};
__export(vms_exports, { default: () => Vms });
var Flags9,
  Vms,
  init_vms = __esm({
    'apps/cli/dist/commands/vms.js'() {
      'use strict';
      Flags9 = __toESM(require_flags(), 1);
      init_bosh_command();
      init_retrieve_lines();
      init_instances_table();
      Vms = class _Vms extends BoshCommand {
        static description = 'Lists VMs, of one deployment or of all.';
        static flags = {
          vitals: Flags9.boolean({ description: 'Show load, memory, disk usage' }),
          'cloud-properties': Flags9.boolean({ description: 'Show cloud properties' }),
        };
        async run() {
          const { flags } = await this.parse(_Vms),
            seat = this.open(flags),
            director = await seat.director(),
            view = { vitals: flags.vitals, cloudProperties: flags['cloud-properties'] };
          await retrieveLines(seat, director, 'vms', (deployment, lines) => vmsTable(lines, { deployment, ...view }));
        }
      };
    },
  });
var help_exports = {};
__export(help_exports, { commandHelp: () => commandHelp, commandList: () => commandList });
var commandHelp,
  commandList,
  init_help = __esm({
    'big:. command/help'() {
      ({ commandHelp, commandList } = require('./cli.cjs'));
    },
  });
var main_exports = {};
__export(main_exports, { run: () => run });
module.exports = __toCommonJS(main_exports);
init_global_flags();
function arrangeArguments(argv) {
  const leading = [];
  for (let at2 = 0; at2 < argv.length; at2++) {
    const token = argv[at2];
    if (!token.startsWith('-') || token === '-') return { command: token, rest: [...leading, ...argv.slice(at2 + 1)] };
    leading.push(token);
    const next = argv[at2 + 1];
    globalFlagsWithValue.has(token) && next !== void 0 && (leading.push(next), at2++);
  }
  return { command: void 0, rest: leading };
}
function fillOptionalValues(argv, flags) {
  const end = argv.indexOf('--');
  return argv.map((token, at2) => {
    if (end !== -1 && at2 >= end) return token;
    const flag2 = flags.find(({ name, char }) => token === `--${name}` || (char !== void 0 && token === `-${char}`));
    return flag2 === void 0 ? token : `--${flag2.name}=${flag2.value}`;
  });
}
init_errors();
var commandTable = {
  'alias-env': { load: () => Promise.resolve().then(() => (init_alias_env(), alias_env_exports)), summary: 'Give a Director a short name' },
  config: { load: () => Promise.resolve().then(() => (init_config(), config_exports)), aliases: ['c'], summary: 'Show a config' },
  configs: { load: () => Promise.resolve().then(() => (init_configs2(), configs_exports)), aliases: ['cs'], summary: 'List configs' },
  'create-release': {
    load: () => Promise.resolve().then(() => (init_create_release(), create_release_exports)),
    aliases: ['cr'],
    summary: 'Build a dev release',
  },
  'delete-deployment': {
    load: () => Promise.resolve().then(() => (init_delete_deployment(), delete_deployment_exports)),
    aliases: ['deld'],
    summary: 'Delete a deployment',
  },
  'delete-disk': {
    load: () => Promise.resolve().then(() => (init_delete_disk(), delete_disk_exports)),
    summary: 'Delete an orphaned disk',
  },
  deploy: {
    load: () => Promise.resolve().then(() => (init_deploy(), deploy_exports)),
    aliases: ['d'],
    summary: 'Create or update a deployment',
  },
  deployments: {
    load: () => Promise.resolve().then(() => (init_deployments2(), deployments_exports)),
    aliases: ['ds', 'deps'],
    summary: 'List deployments',
  },
  disks: { load: () => Promise.resolve().then(() => (init_disks2(), disks_exports)), summary: 'List orphaned disks' },
  down: { load: () => Promise.resolve().then(() => (init_down(), down_exports)), summary: "Stop this machine's lab and Director" },
  environment: {
    load: () => Promise.resolve().then(() => (init_environment2(), environment_exports)),
    aliases: ['env'],
    summary: 'Show the Director',
  },
  environments: {
    load: () => Promise.resolve().then(() => (init_environments(), environments_exports)),
    aliases: ['envs'],
    summary: 'List named Directors',
  },
  instances: {
    load: () => Promise.resolve().then(() => (init_instances(), instances_exports)),
    aliases: ['is'],
    summary: 'List instances',
  },
  interpolate: {
    load: () => Promise.resolve().then(() => (init_interpolate(), interpolate_exports)),
    aliases: ['int'],
    summary: 'Fill in a YAML document',
  },
  'lab exec': { load: () => Promise.resolve().then(() => (init_lab_exec(), lab_exec_exports)), summary: 'Run a command inside the lab' },
  'lab shell': {
    load: () => Promise.resolve().then(() => (init_lab_shell(), lab_shell_exports)),
    summary: "Open your shell in the lab's workstation",
  },
  'lab status': { load: () => Promise.resolve().then(() => (init_lab_status(), lab_status_exports)), summary: 'Show what the lab runs' },
  'log-in': { load: () => Promise.resolve().then(() => (init_log_in(), log_in_exports)), aliases: ['l', 'login'], summary: 'Log in' },
  'log-out': { load: () => Promise.resolve().then(() => (init_log_out(), log_out_exports)), aliases: ['logout'], summary: 'Log out' },
  logs: { load: () => Promise.resolve().then(() => (init_logs(), logs_exports)), summary: "Fetch instances' logs" },
  manifest: {
    load: () => Promise.resolve().then(() => (init_manifest(), manifest_exports)),
    aliases: ['man'],
    summary: "Show a deployment's manifest",
  },
  releases: { load: () => Promise.resolve().then(() => (init_releases2(), releases_exports)), aliases: ['rs'], summary: 'List releases' },
  stemcells: {
    load: () => Promise.resolve().then(() => (init_stemcells2(), stemcells_exports)),
    aliases: ['ss'],
    summary: 'List stemcells',
  },
  task: { load: () => Promise.resolve().then(() => (init_task(), task_exports)), aliases: ['t'], summary: 'Show a task and follow it' },
  tasks: { load: () => Promise.resolve().then(() => (init_tasks2(), tasks_exports)), aliases: ['ts'], summary: 'List tasks' },
  up: { load: () => Promise.resolve().then(() => (init_up(), up_exports)), summary: 'Start a lab and a Director on this machine' },
  'update-config': {
    load: () => Promise.resolve().then(() => (init_update_config(), update_config_exports)),
    aliases: ['uc'],
    summary: 'Store a config',
  },
  'upload-release': {
    load: () => Promise.resolve().then(() => (init_upload_release(), upload_release_exports)),
    aliases: ['ur'],
    summary: 'Upload a release',
  },
  'upload-stemcell': {
    load: () => Promise.resolve().then(() => (init_upload_stemcell(), upload_stemcell_exports)),
    aliases: ['us'],
    summary: 'Upload a stemcell',
  },
  vms: { load: () => Promise.resolve().then(() => (init_vms(), vms_exports)), summary: 'List VMs' },
};
function findCommand(command, rest) {
  if (commandTable[command] !== void 0) return { id: command, rest };
  const byAlias = Object.entries(commandTable).find(([, { aliases }]) => aliases?.includes(command));
  if (byAlias !== void 0) return { id: byAlias[0], rest };
  const at2 = rest.findIndex((token) => commandTable[`${command} ${token}`] !== void 0);
  if (at2 !== -1) return { id: `${command} ${rest[at2]}`, rest: [...rest.slice(0, at2), ...rest.slice(at2 + 1)] };
}
async function loadCommand(id) {
  const listed = commandTable[id];
  if (listed === void 0) throw fail('UnknownCommand', `Unknown command '${id}'`);
  return (await listed.load()).default;
}
init_errors();
init_error_report();
init_ui();
var version = '0.1.0';
var lightConfig = {
  bin: 'bosh6',
  version,
  userAgent: `bosh6/${version}`,
  pjson: { oclif: {} },
  runHook: async () => ({ successes: [], failures: [] }),
  scopedEnvVarKeys: () => [],
};
async function run(argv, io = process) {
  let plain3 = new Ui(io),
    command;
  try {
    const arranged = arrangeArguments(argv);
    if (arranged.command === void 0) return await withoutCommand(argv, plain3);
    if (arranged.command === 'help') return await help(plain3, arranged.rest);
    const found = findCommand(arranged.command, arranged.rest);
    if (found === void 0) throw unknownCommand(arranged.command);
    if (asksForHelp(found.rest)) return await help(plain3, [found.id]);
    const Command2 = await loadCommand(found.id);
    (Command2.id = found.id),
      (command = new Command2(fillOptionalValues(found.rest, Command2.optionalValues), lightConfig)),
      (command.io = io);
    const code = await command.execute();
    return command.ui?.line('Succeeded'), command.ui?.end(), typeof code == 'number' ? code : 0;
  } catch (error) {
    const ui = command?.ui ?? plain3;
    return reportError(ui, error), ui.end(), 1;
  }
}
var asksForHelp = (rest) => {
  const end = rest.indexOf('--');
  return (end === -1 ? rest : rest.slice(0, end)).some((token) => token === '-h' || token === '--help');
};
async function help(ui, words) {
  const { commandHelp: commandHelp2, commandList: commandList2 } = await Promise.resolve().then(() => (init_help(), help_exports)),
    found = words.length === 0 ? void 0 : findCommand(words[0] ?? '', words.slice(1));
  if (words.length > 0 && found === void 0 && commandTable[words.join(' ')] === void 0) throw unknownCommand(words.join(' '));
  return ui.block(words.length === 0 ? commandList2() : await commandHelp2(found?.id ?? words.join(' '))), ui.line('Succeeded'), 0;
}
async function withoutCommand(argv, ui) {
  if (argv.includes('--version') || argv.includes('-v'))
    return (
      ui.block(`version ${version}
`),
      ui.line('Succeeded'),
      0
    );
  if (asksForHelp(argv)) return help(ui, []);
  const { commandList: commandList2 } = await Promise.resolve().then(() => (init_help(), help_exports));
  throw (ui.block(commandList2()), fail('UnknownCommand', 'no command was given'));
}
function unknownCommand(command) {
  const near = Object.keys(commandTable).filter((id) => id.startsWith(command.slice(0, 3)) || id.startsWith(`${command} `)),
    hint = near.length === 0 ? void 0 : `did you mean ${near.map((id) => `\`${id}\``).join(' or ')}? \`bosh6 help\` lists all`;
  return fail('UnknownCommand', `Unknown command '${command}'`, hint === void 0 ? {} : { hint });
}
0 && (module.exports = { run });
