# The page of the benchmark matcher: a table, and a chart with both axes logarithmic. Sourced by all.sh with the result line in $1.

chart=$root/docs/benchmarks-matcher.svg

cat <<'END'
Alerts of two to four terms with alternatives, exclusions, places, pay and seniority, made up by a fixed seed, or in the words of
recorded titles and texts; a job of about 2,000 characters is for one alert in 1,300. From the posted job to the list of alerts, one
thread, in turns in one JVM, medians. Lucene Monitor has three passes, terms weighed by how few jobs have them, the places as a filter
field, our tokeniser, and what filters say of a job for nothing. All find the same, or the benchmark fails. What our list names is where
the text of an alert is kept; its id is read there, with what it asks, when a match is told. `cpu_…`: by the time that the thread had a
processor, which a busy machine does not lengthen. `build_…`: an index is filled with a million alerts by all processors, median of five
times after all sizes of made-up alerts; `first_build_…`: the first index of a size, after those of the smaller ones.

END

printf '| alerts | EarlyBrd, µs a job | its 99th percentile | Lucene Monitor | times ours | asking every alert | times ours | bytes of memory an alert |\n'
printf '|---:|---:|---:|---:|---:|---:|---:|---:|\n'
tr ' ' '\n' <<<"$1" | awk -F= '
  { value[$1] = $2 }
  # A figure with commas, or a dash where there is none.
  function shown(key, size,   figure, whole, rest, text) {
    if (!((key size) in value)) return "–"
    figure = value[key size]
    rest = index(figure, ".") ? substr(figure, index(figure, ".")) : ""
    whole = rest == "" ? figure : substr(figure, 1, index(figure, ".") - 1)
    text = ""
    while (length(whole) > 3) { text = "," substr(whole, length(whole) - 2) text; whole = substr(whole, 1, length(whole) - 3) }
    return whole text rest
  }
  END {
    n = split("10k 100k 1m 10m 10k_recorded 100k_recorded 1m_recorded", size, " ")
    split("10,000|100,000|1,000,000|10,000,000|10,000 (recorded jobs)|100,000 (recorded jobs)|1,000,000 (recorded jobs)", words, "|")
    for (i = 1; i <= n; i++) {
      if (!(("us_per_job_" size[i]) in value)) continue
      printf "| %s | %s | %s | %s | %s | %s | %s | %s |\n", words[i], shown("us_per_job_", size[i]), shown("p99_us_", size[i]),
        shown("lucene_us_per_job_", size[i]), shown("ratio_lucene_", size[i]), shown("every_alert_us_per_job_", size[i]),
        shown("ratio_every_alert_", size[i]), shown("bytes_per_alert_", size[i])
    }
  }'
printf '\n![Microseconds to find the alerts of one job, by the number of alerts](%s)\n' "$(basename "$chart")"

tr ' ' '\n' <<<"$1" | LC_ALL=C awk -F= '
  { value[$1] = $2 }
  function log10(x) { return log(x) / log(10) }
  function x(alerts) { return left + (log10(alerts) - 4) * width / (most_x - 4) }
  function y(us) { return bottom - (log10(us) - least_y) * height / (most_y - least_y) }
  function power(exponent) {
    if (exponent < 3) return 10 ^ exponent " µs"
    if (exponent < 6) return 10 ^ (exponent - 3) " ms"
    return 10 ^ (exponent - 6) " s"
  }
  function line(class, prefix, label,   i, path, last_x, last_y) {
    path = ""
    for (i = 1; i <= sizes; i++) {
      if (!((prefix size[i]) in value)) continue
      last_x = x(alerts[i]); last_y = y(value[prefix size[i]])
      path = path sprintf("%s%.1f %.1f", path == "" ? "M" : "L", last_x, last_y)
      dots = dots sprintf("<circle class=\"%s\" cx=\"%.1f\" cy=\"%.1f\" r=\"4\"/>\n", class, last_x, last_y)
    }
    if (path == "") return
    printf "<path class=\"%s\" d=\"%s\"/>\n", class, path
    printf "<text class=\"label %s\" x=\"%.1f\" y=\"%.1f\">%s</text>\n", class, last_x + 8, last_y - 8, label
  }
  END {
    sizes = split("10k 100k 1m 10m", size, " ")
    split("10000 100000 1000000 10000000", alerts, " ")
    split("10,000|100,000|1 million|10 million", words, "|")
    left = 70; width = 470; bottom = 330; height = 280
    least_y = 9; most_y = 0; most_x = 5
    for (key in value) {
      if (key !~ /(^|_)us_per_job_/) continue
      exponent = log10(value[key])
      floor = int(exponent); if (floor > exponent) floor--
      if (floor < least_y) least_y = floor
      if (floor + 1 > most_y) most_y = floor + 1
      for (i = 1; i <= sizes; i++) if (key ~ ("_" size[i] "$") && log10(alerts[i]) > most_x) most_x = log10(alerts[i])
    }
    print "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 720 390\" role=\"img\" aria-labelledby=\"title\">"
    print "<title id=\"title\">Microseconds to find the alerts of one job, by the number of alerts; both axes logarithmic</title>"
    print "<style>"
    print "text { font: 13px system-ui, sans-serif; fill: #333 }"
    print ".heading { font-weight: 600 } .label { font-weight: 600 }"
    print ".grid { stroke: #ccc; stroke-width: 1 }"
    print "path { fill: none; stroke-width: 2.5 }"
    print "path.ours { stroke: #0b6e4f } circle.ours, text.ours { fill: #0b6e4f }"
    print "path.lucene { stroke: #b34700 } circle.lucene, text.lucene { fill: #b34700 }"
    print "path.every { stroke: #5b5b9e } circle.every, text.every { fill: #5b5b9e }"
    print "@media (prefers-color-scheme: dark) {"
    print "text { fill: #ddd } .grid { stroke: #555 }"
    print "path.ours { stroke: #4fd1a5 } circle.ours, text.ours { fill: #4fd1a5 }"
    print "path.lucene { stroke: #ff9d5c } circle.lucene, text.lucene { fill: #ff9d5c }"
    print "path.every { stroke: #a9a9f0 } circle.every, text.every { fill: #a9a9f0 }"
    print "}"
    print "</style>"
    print "<text class=\"heading\" x=\"10\" y=\"22\">Time to find the alerts of one job</text>"
    for (exponent = least_y; exponent <= most_y; exponent++) {
      printf "<line class=\"grid\" x1=\"%d\" x2=\"%d\" y1=\"%.1f\" y2=\"%.1f\"/>", left, left + width, y(10 ^ exponent), y(10 ^ exponent)
      printf "<text x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%s</text>\n", left - 8, y(10 ^ exponent) + 4, power(exponent)
    }
    for (i = 1; i <= sizes && log10(alerts[i]) <= most_x; i++)
      printf "<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%s</text>\n", x(alerts[i]), bottom + 22, words[i]
    printf "<text x=\"%d\" y=\"%d\" text-anchor=\"middle\">alerts</text>\n", left + width / 2, bottom + 44
    line("every", "every_alert_us_per_job_", "asking every alert")
    line("lucene", "lucene_us_per_job_", "Lucene Monitor")
    line("ours", "us_per_job_", "EarlyBrd")
    printf "%s", dots
    print "</svg>"
  }' >"$chart"
