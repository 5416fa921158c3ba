package io.earlybrd.matcher.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One written word: a plain word, or several parts held together by hyphens, apostrophes, dots or ampersands.
 *
 * @param parts the words in it, at least one
 * @param joined how the whole is spelled as one word, if there are several parts and it can be
 */
record Chunk(List<Part> parts, Optional<String> joined) {

    /** Longer chains ({@code a-b-c-d-e}) are lists rather than names. */
    static final int MOST_JOINED = 4;

    static final char NOTHING = 0;

    /**
     * A word within a chunk.
     *
     * @param joiner the character that ties it to the part before, {@link #NOTHING} for the first
     */
    record Part(String term, int start, int end, char joiner) {

        boolean isLetter() {
            return term.length() == 1 && Character.isLetter(term.charAt(0));
        }

        private boolean hasLetter() {
            for (int i = 0; i < term.length(); i++) {
                if (Character.isLetter(term.charAt(i))) {
                    return true;
                }
            }
            return false;
        }

        private boolean tied() {
            return joiner != NOTHING && !Characters.isHyphen(joiner);
        }
    }

    /** A word by itself, or what stands written in one where others write it apart. */
    static Chunk single(Part word) {
        return Compounds.partsOf(word.term())
                .map(terms -> new Chunk(
                        terms.stream()
                                .map(term -> new Part(term, word.start(), word.end(), '-'))
                                .toList(),
                        Optional.of(word.term())))
                .orElseGet(() -> new Chunk(List.of(word), Optional.empty()));
    }

    /** Several parts as they stand written. */
    static Chunk of(List<Part> written) {
        List<Part> parts = withoutPossessive(written);
        if (parts.size() == 1) {
            return single(parts.get(0));
        }
        if (isInitials(parts)) {
            Part initials = new Part(join(parts), start(parts), end(parts), NOTHING);
            return new Chunk(List.of(initials), Optional.empty());
        }
        return new Chunk(parts, canBeJoined(parts) ? Optional.of(join(parts)) : Optional.empty());
    }

    int start() {
        return start(parts);
    }

    int end() {
        return end(parts);
    }

    /** Whether its last part only says that it is a JavaScript thing: {@code Node.js}. */
    boolean isScript() {
        return joined.isPresent()
                && Compounds.isScript(parts.get(parts.size() - 1).term());
    }

    /** Whether a part is no word by itself: the {@code d} of "they'd", "Ph.D." and "R&D". */
    boolean isBound(int index) {
        boolean tied = parts.get(index).tied()
                || index + 1 < parts.size() && parts.get(index + 1).tied();
        return tied && parts.get(index).isLetter();
    }

    private static List<Part> withoutPossessive(List<Part> parts) {
        Part last = parts.get(parts.size() - 1);
        // Of an accent with 's only the s is left.
        boolean possessive = parts.size() > 1
                && Characters.isApostrophe(last.joiner())
                && last.term().equals("s");
        return possessive ? List.copyOf(parts.subList(0, parts.size() - 1)) : List.copyOf(parts);
    }

    /** {@code U.S.} is {@code us}. */
    private static boolean isInitials(List<Part> parts) {
        for (int i = 0; i < parts.size(); i++) {
            if (!parts.get(i).isLetter() || i > 0 && parts.get(i).joiner() != '.') {
                return false;
            }
        }
        return true;
    }

    /** Numbers are not: {@code 1.5} is not 15. */
    private static boolean canBeJoined(List<Part> parts) {
        if (parts.size() > MOST_JOINED) {
            return false;
        }
        for (Part part : parts) {
            if (!part.hasLetter()) {
                return false;
            }
        }
        return true;
    }

    private static String join(List<Part> parts) {
        StringBuilder joined = new StringBuilder();
        for (Part part : parts) {
            if (part.joiner() == '&') {
                joined.append('&');
            }
            joined.append(part.term());
        }
        return joined.toString();
    }

    private static int start(List<Part> parts) {
        return parts.get(0).start();
    }

    private static int end(List<Part> parts) {
        return parts.get(parts.size() - 1).end();
    }

    /** The terms of the parts in order. */
    List<String> terms() {
        List<String> terms = new ArrayList<>(parts.size());
        parts.forEach(part -> terms.add(part.term()));
        return terms;
    }
}
