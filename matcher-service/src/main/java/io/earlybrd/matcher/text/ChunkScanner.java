package io.earlybrd.matcher.text;

import io.earlybrd.matcher.text.Chunk.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the written words of a text, one after the other, in one pass. */
final class ChunkScanner {

    private static final String DOT_NET = ".net";

    /** Sides of an ampersand are one name if both are as short: R&D, AT&T. */
    private static final int SHORT = 2;

    private final String text;
    private int at;
    /** Where a {@code .net} may begin although a word ends there. */
    private int gluedDotNet = -1;

    ChunkScanner(String text) {
        this.text = text;
    }

    /** The next written word from here on; empty at the end of the text. */
    Optional<Chunk> next(int from) {
        at = from;
        return next();
    }

    /** Where it stands: one past the word that was found last. */
    int at() {
        return at;
    }

    /** The next written word; empty at the end of the text. */
    Optional<Chunk> next() {
        while (at < text.length()) {
            if (isDotNet()) {
                at += DOT_NET.length();
                return Optional.of(Chunk.single(new Part(DOT_NET, at - DOT_NET.length(), at, Chunk.NOTHING)));
            }
            int character = text.codePointAt(at);
            if (!Characters.isWord(character)) {
                at += Character.charCount(character);
                continue;
            }
            List<Part> parts = Characters.standsAlone(character) ? character() : parts();
            if (!parts.isEmpty()) {
                return Optional.of(Chunk.of(parts));
            }
        }
        return Optional.empty();
    }

    private List<Part> character() {
        int start = at;
        do {
            at += Character.charCount(text.codePointAt(at));
        } while (at < text.length() && Characters.isAttached(text.codePointAt(at)));
        return List.of(new Part(Folding.fold(text, start, at), start, at, Chunk.NOTHING));
    }

    private List<Part> parts() {
        List<Part> parts = new ArrayList<>(2);
        char joiner = Chunk.NOTHING;
        while (true) {
            int start = at;
            String term = word();
            if (!term.isEmpty()) {
                parts.add(new Part(term, start, at, joiner));
            }
            if (isDotNetAfter(term)) {
                gluedDotNet = at;
                return parts;
            }
            if (!isJoined(start)) {
                return parts;
            }
            joiner = text.charAt(joinerAt());
            at = joinerAt() + joinerWidth();
        }
    }

    private String word() {
        int start = at;
        while (isWordAt(at)) {
            at += Character.charCount(text.codePointAt(at));
        }
        String term = Folding.fold(text, start, at);
        if (term.isEmpty()) {
            return term;
        }
        if (isPlusAt(at) && isPlusAt(at + 1) && !isPlusAt(at + 2)) {
            at += 2;
            return term + "++";
        }
        boolean letter = term.length() == 1 && Character.isLetter(term.charAt(0));
        if (letter && at < text.length() && Characters.isSharp(text.charAt(at)) && !isLetterAt(at + 1)) {
            at++;
            return term + "#";
        }
        return term.equals("dotnet") ? DOT_NET : term;
    }

    /** Whether the word from {@code start} to here is tied to the one that follows. */
    private boolean isJoined(int start) {
        if (at >= text.length() || !isWordAt(joinerAt() + joinerWidth())) {
            return false;
        }
        char joiner = text.charAt(joinerAt());
        if (joiner == '&') {
            return joinerAt() == at ? areShort(start) : isResearchAndDevelopment(start);
        }
        return joiner == '.' || Characters.isHyphen(joiner) || Characters.isApostrophe(joiner);
    }

    /** An ampersand may have a blank on each side, every other joiner is glued to its words. */
    private int joinerAt() {
        return text.startsWith(" & ", at) ? at + 1 : at;
    }

    private int joinerWidth() {
        return joinerAt() == at ? 1 : 2;
    }

    private boolean areShort(int start) {
        int next = at + 1;
        int end = next;
        while (end - next <= SHORT && isWordAt(end)) {
            end++;
        }
        return at - start <= SHORT && end - next <= SHORT;
    }

    /** R is a language, but not in "R & D". */
    private boolean isResearchAndDevelopment(int start) {
        return text.regionMatches(true, start, "r & d", 0, 5) && !isWordAt(start + 5);
    }

    private boolean isDotNet() {
        return isDotNetAt(at) && (at == gluedDotNet || at == 0 || !Characters.isWord(text.codePointBefore(at)));
    }

    private boolean isDotNetAfter(String term) {
        return isDotNetAt(at) && Compounds.takesDotNet(term);
    }

    private boolean isDotNetAt(int index) {
        return text.regionMatches(true, index, DOT_NET, 0, DOT_NET.length()) && !isLetterAt(index + DOT_NET.length());
    }

    private boolean isWordAt(int index) {
        if (index >= text.length()) {
            return false;
        }
        int character = text.codePointAt(index);
        return Characters.isWord(character) && !Characters.standsAlone(character);
    }

    private boolean isLetterAt(int index) {
        return index < text.length() && Character.isLetter(text.codePointAt(index));
    }

    private boolean isPlusAt(int index) {
        return index < text.length() && Characters.isPlus(text.charAt(index));
    }
}
