package io.earlybrd.matcher.place;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Reads what a text says about places: "San Francisco, CA | Remote - US (excluding California)" states a city, a country that is open
 * to remote workers, and a state that is not.
 *
 * <p>The longest name counts. Within what stands between semicolons, bars, slashes and ors, mentions explain each other: the readings
 * that lie in one another win ("Paris, TX" is in Texas, "KA, IN" is Karnataka, "Toronto, ON, CA" is in Canada), then the prominent
 * ({@link Mention}); of nested ones the innermost is stated. A city that does not lie in the region or country behind it is one that
 * we do not know.
 */
final class PlaceReader {

    /** Longest name, in words, that is compared though we do not know it. */
    private static final int LONGEST_UNKNOWN = 4;

    /** Mentions that explain each other; what goes on is a list. */
    private static final int MAX_MENTIONS = 12;

    private static final int COVERED = 1;
    private static final int UNKNOWN_WORD = 2;

    /** Says where in a place, but is no name of one. */
    private static final int ADDRESS_WORD = 3;

    private static final int BARE = -2;
    private static final long[] NO_NAMES = {};

    private final Gazetteer gazetteer;
    private final PlaceWords words;
    private final int country;
    private final List<Statement> statements = new ArrayList<>(2);
    private final byte[] marks;
    private long[] names = NO_NAMES;
    private int nameCount;

    private final List<Mention> mentions = new ArrayList<>(4);
    private int segmentStart;
    private boolean segmentRemote;
    private boolean segmentAnywhere;
    private boolean remoteBefore;
    private boolean excluding;
    private boolean address;

    private boolean asksRemote;
    private boolean saysRemote;
    private boolean bareRemote;
    private boolean anywhere;
    private boolean namesOffice;
    private boolean unknownWord;

    private PlaceReader(Gazetteer gazetteer, String text, int country) {
        this.gazetteer = gazetteer;
        this.country = country;
        words = PlaceWords.of(text);
        marks = new byte[words.size()];
        read();
    }

    /** Reads a text. */
    static PlaceReader of(Gazetteer gazetteer, String text) {
        return new PlaceReader(gazetteer, text, Gazetteer.NONE);
    }

    /** Reads a text about places that are mostly in one country. */
    static PlaceReader of(Gazetteer gazetteer, String text, int country) {
        return new PlaceReader(gazetteer, text, country);
    }

    List<Statement> statements() {
        return statements;
    }

    /**
     * Names that we do not know, each alone and in every place that is stated around it ({@link #nameIn}). Those around which none is
     * stated are {@link #bare}, and so are cities of which nothing else is said: there may be smaller ones of that name.
     */
    long[] names() {
        return nameCount == 0 ? NO_NAMES : Arrays.copyOf(names, nameCount);
    }

    /** How many words it has. */
    int size() {
        return words.size();
    }

    /** Whether it holds a word that we do not know. */
    boolean hasUnknownWord() {
        return unknownWord;
    }

    boolean isCut() {
        return words.isCut();
    }

    /** Whether it says that one may work from elsewhere, or from anywhere. */
    boolean saysRemote() {
        return saysRemote;
    }

    /** Whether it says "remote" or the like. */
    boolean asksRemote() {
        return asksRemote;
    }

    /** Whether it says "remote" without saying where. */
    boolean isRemoteSomewhere() {
        return bareRemote;
    }

    /** Whether it says that one may work from everywhere. */
    boolean isRemoteAnywhere() {
        return anywhere;
    }

    /** Whether it states a place without saying that one may work from elsewhere. */
    boolean namesOffice() {
        return namesOffice;
    }

    /** A name that we do not know, within a place. */
    static long nameIn(long name, int place) {
        return PlaceWords.append(name, place + 1L);
    }

    /** A name of which is not said where it is. */
    static long bare(long name) {
        return nameIn(name, BARE);
    }

    private void read() {
        int at = 0;
        while (at < words.size()) {
            separate(at);
            at += next(at);
        }
        closeSegment(words.size());
    }

    private void separate(int at) {
        int gap = words.gap(at);
        if (words.closesBefore(at) || gap == PlaceWords.BREAK) {
            excluding = false;
        }
        if (gap >= PlaceWords.LIST || mentions.size() == MAX_MENTIONS) {
            closeSegment(at);
            remoteBefore &= gap != PlaceWords.BREAK;
        }
        if (gap >= PlaceWords.COMMA) {
            address = isAddress(at);
        }
    }

    /** "529 Lincoln St, Worcester" is not in Lincoln. */
    private boolean isAddress(int at) {
        if (!words.isNumber(at) || words.gapAfter(at) != PlaceWords.BLANK) {
            return false;
        }
        int next = gazetteer.find(PlaceWords.append(0, words.word(at + 1)));
        return next == Gazetteer.NONE || gazetteer.reading(next) < Gazetteer.REMOTE;
    }

    /** Reads what begins at a word; returns how many words it takes. */
    private int next(int at) {
        int nameAt = Gazetteer.NONE;
        int length = 0;
        long name = 0;
        for (int i = at; i < words.size() && i - at < Gazetteer.LONGEST; i++) {
            if (i > at && words.gap(i) > PlaceWords.HYPHEN) {
                break;
            }
            name = PlaceWords.append(name, words.word(i));
            int found = gazetteer.find(name);
            if (found != Gazetteer.NONE) {
                nameAt = found;
                length = i - at + 1;
            }
        }
        int codeAt = length <= 1 && words.maybeCode(at) ? gazetteer.findCode(words.hash(at, 1)) : Gazetteer.NONE;
        boolean isWord = nameAt != Gazetteer.NONE && gazetteer.reading(nameAt) >= Gazetteer.REMOTE;
        if (isWord && (codeAt == Gazetteer.NONE || !words.isCodeRatherThanWord(at))) {
            word(gazetteer.reading(nameAt), at);
        } else if (address || nameAt == Gazetteer.NONE && codeAt == Gazetteer.NONE) {
            unknown(at, Math.max(1, length));
        } else {
            mentions.add(Mention.of(
                    gazetteer, at, Math.max(1, length), isWord ? Gazetteer.NONE : nameAt, codeAt, excluding));
        }
        return Math.max(1, length);
    }

    private void word(int reading, int at) {
        switch (reading) {
            case Gazetteer.REMOTE -> {
                segmentRemote = true;
                asksRemote = true;
            }
            case Gazetteer.ANYWHERE -> {
                segmentRemote = true;
                segmentAnywhere = true;
            }
            case Gazetteer.EXCEPT -> excluding = true;
            case Gazetteer.AND -> closeSegment(at);
            default -> {
                // It says nothing.
            }
        }
    }

    private void unknown(int at, int length) {
        for (int i = at; i < at + length; i++) {
            if (!words.isNumber(i)) {
                marks[i] = (byte) (address ? ADDRESS_WORD : UNKNOWN_WORD);
            }
        }
    }

    private void closeSegment(int end) {
        boolean remote = segmentRemote || remoteBefore;
        List<Mention> stated = explained();
        boolean exact = markUnknown(end);
        boolean open = false;
        for (Mention mention : stated) {
            open |= !mention.isExcluded();
            statements.add(new Statement(
                    mention.first(), mention.sure(), mention.possible(), remote, exact, mention.isExcluded()));
        }
        if (!exact) {
            names(stated, end);
        }
        for (Mention mention : stated) {
            if (mention.isBareCity()) {
                keep(bare(words.hash(mention.first(), mention.length())));
            }
        }
        bareRemote |= segmentRemote && !segmentAnywhere && !open;
        anywhere |= segmentAnywhere && !open;
        saysRemote |= segmentRemote;
        namesOffice |= open && !remote;
        unknownWord |= !exact;
        remoteBefore = remote;
        segmentRemote = false;
        segmentAnywhere = false;
        segmentStart = end;
        mentions.clear();
    }

    /** The mentions that are stated, each with its readings chosen. */
    private List<Mention> explained() {
        if (mentions.isEmpty()) {
            return List.of();
        }
        choose(mentions);
        List<Mention> known = new ArrayList<>(mentions.size());
        for (int i = 0; i < mentions.size(); i++) {
            if (isContradicted(i)) {
                mentions.get(i).drop();
            } else if (!isForeignCode(i)) {
                known.add(mentions.get(i));
            }
        }
        if (known.size() < mentions.size()) {
            choose(known);
        }
        known.removeIf(mention -> isSaidBy(known, mention));
        return known;
    }

    private void choose(List<Mention> known) {
        List<Mention> all = known;
        if (country != Gazetteer.NONE) {
            all = new ArrayList<>(known);
            all.add(Mention.ofKnown(gazetteer, country));
        }
        for (int i = 0; i < known.size(); i++) {
            known.get(i).choose(all);
        }
    }

    private static boolean isSaidBy(List<Mention> others, Mention mention) {
        for (int i = 0; i < others.size(); i++) {
            if (says(others.get(i), mention)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a mention says more exactly what another says; if both do so of each other, the first does. */
    private static boolean says(Mention inner, Mention outer) {
        return inner != outer
                && inner.isExcluded() == outer.isExcluded()
                && outer.contains(inner)
                && !(inner.contains(outer) && outer.first() < inner.first());
    }

    /** "Ikeja, LA, Nigeria" has a code of a region that we do not know. */
    private boolean isForeignCode(int index) {
        return index > 0
                && index + 1 < mentions.size()
                && mentions.get(index).isBareCode()
                && mentions.get(index + 1).contains(mentions.get(index - 1));
    }

    /** Whether the region or country that is written behind a city, or with a dash before it, has none of that name. */
    private boolean isContradicted(int index) {
        Mention city = mentions.get(index);
        if (!city.isCity()) {
            return false;
        }
        if (index + 1 < mentions.size()) {
            Mention next = mentions.get(index + 1);
            return words.gap(next.first()) <= PlaceWords.COMMA && isElsewhere(city, next);
        }
        return index > 0 && isBehindDash(city) && isElsewhere(city, mentions.get(index - 1));
    }

    private static boolean isElsewhere(Mention city, Mention area) {
        return area.isRegionOrCountry() && area.isExcluded() == city.isExcluded() && !area.contains(city);
    }

    /** Whether it is within what follows a dash or hyphen: "PA - Red Lion", "US-VA-Rocket Center". */
    private boolean isBehindDash(Mention city) {
        int first = city.first();
        while (words.gap(first) == PlaceWords.BLANK) {
            first--;
        }
        return words.gap(first) == PlaceWords.DASH || words.gap(first) == PlaceWords.HYPHEN;
    }

    /** Marks the words of a segment that are known, and tells whether all are. */
    private boolean markUnknown(int end) {
        for (Mention mention : mentions) {
            for (int i = mention.first(); i < mention.end(); i++) {
                marks[i] = (byte) (mention.isDropped() ? UNKNOWN_WORD : COVERED);
            }
        }
        for (int i = segmentStart; i < end; i++) {
            if (marks[i] >= UNKNOWN_WORD) {
                return false;
            }
        }
        return true;
    }

    /** Keeps every row of words that are not known as a name of its own. */
    private void names(List<Mention> stated, int end) {
        Ids around = new Ids();
        for (Mention mention : stated) {
            if (mention.sure() != Mention.AMBIGUOUS) {
                gazetteer.addAround(mention.sure(), around);
            }
        }
        int[] places = around.sorted();
        for (int first = segmentStart; first < end; first++) {
            long name = 0;
            boolean unknown = false;
            for (int i = first; i < end && i - first < LONGEST_UNKNOWN; i++) {
                if (marks[i] == COVERED || marks[i] == ADDRESS_WORD || i > first && words.gap(i) > PlaceWords.HYPHEN) {
                    break;
                }
                name = PlaceWords.append(name, words.word(i));
                unknown |= marks[i] == UNKNOWN_WORD;
                if (unknown) {
                    keep(name);
                    if (places.length == 0) {
                        keep(bare(name));
                    }
                    for (int place : places) {
                        keep(nameIn(name, place));
                    }
                }
            }
        }
    }

    private void keep(long name) {
        if (nameCount == names.length) {
            names = Arrays.copyOf(names, Math.max(16, nameCount * 2));
        }
        names[nameCount++] = name;
    }
}
