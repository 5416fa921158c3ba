package io.earlybrd.matcher.text;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Words of the trade that are written as one word, with a hyphen or as two words, and always mean the same. */
final class Compounds {

    private static final Map<String, List<String>> WRITTEN_AS_ONE = Map.ofEntries(
            Map.entry("frontend", List.of("front", "end")),
            Map.entry("backend", List.of("back", "end")),
            Map.entry("fullstack", List.of("full", "stack")),
            Map.entry("cybersecurity", List.of("cyber", "security")),
            Map.entry("ecommerce", List.of("e", "commerce")),
            Map.entry("healthcare", List.of("health", "care")),
            Map.entry("childcare", List.of("child", "care")),
            Map.entry("datacenter", List.of("data", "center")),
            Map.entry("datacentre", List.of("data", "centre")),
            Map.entry("helpdesk", List.of("help", "desk")),
            Map.entry("fulltime", List.of("full", "time")),
            Map.entry("parttime", List.of("part", "time")),
            Map.entry("onsite", List.of("on", "site")),
            Map.entry("cicd", List.of("ci", "cd")),
            Map.entry("uiux", List.of("ui", "ux")),
            Map.entry("plsql", List.of("pl", "sql")),
            Map.entry("tcpip", List.of("tcp", "ip")));

    /** What {@code .NET} is glued to; elsewhere {@code .net} ends the name of a site. */
    private static final Set<String> BEFORE_DOT_NET = Set.of("asp", "vb", "ado", "ml", "c#", "f#");

    private static final String SCRIPT = "js";

    private Compounds() {}

    /** The parts of a word that others write apart: {@code frontend} is front end, {@code nodejs} is Node.js. */
    static Optional<List<String>> partsOf(String word) {
        if (word.length() > SCRIPT.length() + 1 && word.endsWith(SCRIPT)) {
            return Optional.of(List.of(word.substring(0, word.length() - SCRIPT.length()), SCRIPT));
        }
        return Optional.ofNullable(WRITTEN_AS_ONE.get(word));
    }

    /** The words that are written as one, without those that end in {@code js}. */
    static Set<String> words() {
        return WRITTEN_AS_ONE.keySet();
    }

    static boolean isScript(String part) {
        return part.equals(SCRIPT);
    }

    static boolean takesDotNet(String word) {
        return BEFORE_DOT_NET.contains(word);
    }
}
