package io.earlybrd.matcher.index;

import io.earlybrd.matcher.query.Clause.Term;
import io.earlybrd.matcher.query.Scope;
import io.earlybrd.matcher.text.Terms;
import io.earlybrd.matcher.text.TokenisedText;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What alerts ask of a job, as numbers from 0. A <em>feature</em> is a word or phrase of a query in its scope, with all its
 * spellings, or the name of an employer, or a wished place where no words are asked for. All features of its words of a job are found in one pass over its words: a word is looked up by its
 * identity, a phrase by its first two words.
 *
 * <p>Features are never forgotten; a restart begins anew. One thread adds at a time, as {@link AlertIndex} sees to.
 */
final class Vocabulary {

    /** The feature that every job has. */
    static final int ANY_JOB = 0;

    /** No feature, since no alert has asked for it yet. */
    static final int UNKNOWN = LongTable.ABSENT;

    private static final int NONE = Integer.MIN_VALUE;
    private static final int SCOPES = Scope.values().length;
    /** No term, but stands before the number of a wish in its place. */
    private static final long WISH = ~Terms.hash("wish");

    private static final byte BEGINS_PHRASE = 1;
    private static final byte FOLLOWS_IN_PHRASE = 2;

    /** Features by what they ask. */
    private final LongTable features = new LongTable();

    private int size = ANY_JOB + 1;

    /** The wishes that are features, and those. */
    private int[] wishes = new int[0];

    private int[] featureOfWish = new int[0];
    private int wishCount;

    /** Numbers of the words that occur in features. */
    private final LongTable words = new LongTable();

    private int wordCount;
    /** For each word and scope the row that is this word alone, or {@link #NONE}. */
    private int[] rowOfWord = new int[0];

    private byte[] roleOfWord = new byte[0];

    /**
     * Twice the number of the last added of the rows that begin with two words in a scope; 1 more if {@link #longer} has it, which so needs no
     * look in most cases.
     */
    private final LongTable rowOfPair = new LongTable();

    private int rowCount;
    /** The feature that a row is a spelling of; the complement of one of them if there are several. */
    private int[] featureOfRow = new int[0];

    private final Map<Integer, int[]> moreFeaturesOfRow = new ConcurrentHashMap<>();
    /** What follows the first two words, and the row before it that begins alike; absent for a row of one or two words alone. */
    private final Map<Integer, Longer> longer = new ConcurrentHashMap<>();

    /** How many features there are. */
    int size() {
        return size;
    }

    /** The feature that a job has where this term is found, or {@link #UNKNOWN}; may be asked while features are added. */
    int find(Term term) {
        return features.get(asked(term));
    }

    /** The feature of the jobs of an employer, or {@link #UNKNOWN}; may be asked while features are added. */
    int findCompany(String comparable) {
        return features.get(companyNamed(comparable));
    }

    /** The feature of the jobs that meet a wish, or {@link #UNKNOWN}; may be asked while features are added. */
    int findWish(int wish) {
        return features.get(wished(wish));
    }

    /** The feature that a job has where this term is found. */
    int featureOf(Term term) {
        long asked = asked(term);
        int known = features.get(asked);
        if (known != UNKNOWN) {
            return known;
        }
        int feature = size++;
        features.put(asked, feature);
        term.rows().forEach(row -> spell(feature, row(term.scope(), row)));
        return feature;
    }

    /** The feature of the jobs of an employer, whose name is given in the form in which names are compared. */
    int featureOfCompany(String comparable) {
        long asked = companyNamed(comparable);
        int known = features.get(asked);
        if (known != UNKNOWN) {
            return known;
        }
        features.put(asked, size);
        return size++;
    }

    /** The feature of the jobs that meet a wish, as {@link ConditionTable} numbers it. */
    int featureOfWish(int wish) {
        long asked = wished(wish);
        int known = features.get(asked);
        if (known != UNKNOWN) {
            return known;
        }
        if (wishCount == wishes.length) {
            wishes = Arrays.copyOf(wishes, grown(wishCount));
            featureOfWish = Arrays.copyOf(featureOfWish, wishes.length);
        }
        features.put(asked, size);
        wishes[wishCount] = wish;
        featureOfWish[wishCount++] = size;
        return size++;
    }

    /** Marks the features of the wishes that the jobs in a place meet. */
    void markWishes(PlaceAnswers places, JobFeatures job) {
        for (int i = 0; i < wishCount; i++) {
            if (places.test(wishes[i])) {
                job.mark(featureOfWish[i]);
            }
        }
    }

    /** Marks the feature of an employer, if there is one. */
    void markCompany(String comparable, JobFeatures job) {
        int feature = features.get(companyNamed(comparable));
        if (feature != LongTable.ABSENT) {
            job.mark(feature);
        }
    }

    /** Marks all features that a text has in a scope. */
    void mark(TokenisedText text, Scope scope, JobFeatures job) {
        int size = text.size();
        int[] numbers = job.numbers(size);
        for (int i = 0; i < size; i++) {
            numbers[i] = words.get(text.term(i));
        }
        // Backwards, so that of most words it is known without a look around that no phrase begins with them.
        int positionOfFollower = Integer.MAX_VALUE;
        for (int i = size - 1; i >= 0; i--) {
            int word = numbers[i];
            if (word == LongTable.ABSENT) {
                continue;
            }
            int row = rowOfWord[word * SCOPES + scope.ordinal()];
            if (row != NONE && text.standsAlone(i)) {
                markRow(row, job);
            }
            int role = roleOfWord[word];
            boolean mayBegin = (role & BEGINS_PHRASE) != 0;
            if (mayBegin & positionOfFollower <= text.position(i) + 1) {
                markPhrases(text, numbers, i, scope, job);
            }
            if ((role & FOLLOWS_IN_PHRASE) != 0) {
                positionOfFollower = text.position(i);
            }
        }
    }

    /** Marks the phrases that begin with a token. */
    private void markPhrases(TokenisedText text, int[] numbers, int begin, Scope scope, JobFeatures job) {
        int next = text.position(begin) + 1;
        int i = begin + 1;
        while (i < text.size() && text.position(i) < next) {
            i++;
        }
        for (; i < text.size() && text.position(i) == next; i++) {
            int second = numbers[i];
            if (second == LongTable.ABSENT || (roleOfWord[second] & FOLLOWS_IN_PHRASE) == 0) {
                continue;
            }
            int row = rowOfPair.get(pair(scope, numbers[begin], second));
            if (row == LongTable.ABSENT) {
                continue;
            }
            if ((row & 1) == 0) {
                markRow(row >> 1, job);
            } else {
                markLonger(row >> 1, text, numbers, i + 1, job);
            }
        }
    }

    /** Marks, of the rows up to this one that begin with the same two words, those whose others stand behind the second, whose token is the one before {@code from}. */
    private void markLonger(int last, TokenisedText text, int[] numbers, int from, JobFeatures job) {
        int position = text.position(from - 1) + 1;
        int row = last;
        while (row != LongTable.ABSENT) {
            Longer rest = longer.getOrDefault(row, Longer.NOTHING);
            if (follows(text, numbers, from, position, rest.words)) {
                markRow(row, job);
            }
            row = rest.before;
        }
    }

    /** Whether these words stand at the positions from {@code position} on, which begin at token {@code from} or later. */
    private static boolean follows(TokenisedText text, int[] numbers, int from, int position, int[] wanted) {
        int i = from;
        for (int k = 0; k < wanted.length; k++) {
            boolean found = false;
            for (; i < text.size() && text.position(i) <= position + k; i++) {
                found |= text.position(i) == position + k && numbers[i] == wanted[k];
            }
            if (!found) {
                return false;
            }
        }
        return true;
    }

    private void markRow(int row, JobFeatures job) {
        int feature = featureOfRow[row];
        if (feature >= 0) {
            job.mark(feature);
        } else {
            markSeveral(row, job);
        }
    }

    private void markSeveral(int row, JobFeatures job) {
        int first = featureOfRow[row];
        if (first == NONE) {
            // Is just being added; who reads beside the writer finds out, and reads again.
            throw new IndexOutOfBoundsException(row);
        }
        job.mark(first < 0 ? ~first : first);
        for (int feature : moreFeaturesOfRow.get(row)) {
            job.mark(feature);
        }
    }

    private void spell(int feature, int row) {
        if (featureOfRow[row] == NONE) {
            featureOfRow[row] = feature;
            return;
        }
        int[] more = moreFeaturesOfRow.getOrDefault(row, new int[0]);
        more = Arrays.copyOf(more, more.length + 1);
        more[more.length - 1] = feature;
        moreFeaturesOfRow.put(row, more);
        if (featureOfRow[row] >= 0) {
            featureOfRow[row] = ~featureOfRow[row];
        }
    }

    /** The number of a row of words in a scope. */
    private int row(Scope scope, long[] terms) {
        int[] numbers = new int[terms.length];
        for (int i = 0; i < terms.length; i++) {
            numbers[i] = word(terms[i]);
        }
        if (numbers.length == 1) {
            int place = numbers[0] * SCOPES + scope.ordinal();
            if (rowOfWord[place] == NONE) {
                rowOfWord[place] = newRow();
            }
            return rowOfWord[place];
        }
        roleOfWord[numbers[0]] |= BEGINS_PHRASE;
        roleOfWord[numbers[1]] |= FOLLOWS_IN_PHRASE;
        return rowThatBegins(pair(scope, numbers[0], numbers[1]), Arrays.copyOfRange(numbers, 2, numbers.length));
    }

    private int rowThatBegins(long pair, int[] rest) {
        int known = rowOfPair.get(pair);
        int last = known == LongTable.ABSENT ? LongTable.ABSENT : known >> 1;
        for (int row = last; row != LongTable.ABSENT; row = before(row)) {
            if (Arrays.equals(longer.getOrDefault(row, Longer.NOTHING).words, rest)) {
                return row;
            }
        }
        int row = newRow();
        boolean isLonger = rest.length > 0 || last != LongTable.ABSENT;
        if (isLonger) {
            longer.put(row, new Longer(rest, last));
        }
        rowOfPair.put(pair, row << 1 | (isLonger ? 1 : 0));
        return row;
    }

    private int before(int row) {
        return longer.getOrDefault(row, Longer.NOTHING).before;
    }

    private int newRow() {
        if (rowCount == featureOfRow.length) {
            featureOfRow = Arrays.copyOf(featureOfRow, grown(rowCount));
        }
        featureOfRow[rowCount] = NONE;
        return rowCount++;
    }

    private int word(long term) {
        int known = words.get(term);
        if (known != LongTable.ABSENT) {
            return known;
        }
        int word = wordCount++;
        if (word == roleOfWord.length) {
            int capacity = grown(word);
            roleOfWord = Arrays.copyOf(roleOfWord, capacity);
            int[] rows = Arrays.copyOf(rowOfWord, capacity * SCOPES);
            Arrays.fill(rows, rowOfWord.length, rows.length, NONE);
            rowOfWord = rows;
        }
        words.put(term, word);
        return word;
    }

    private static long asked(Term term) {
        long asked = 0;
        for (long[] row : term.rows()) {
            asked += mixed(row);
        }
        return asked ^ term.scope().ordinal();
    }

    private static long companyNamed(String comparable) {
        return ~Terms.hash(comparable);
    }

    private static long wished(int wish) {
        return mixed(new long[] {WISH, wish});
    }

    /** What a row of words is, as one number: like a word's identity, it is unique for all that matters. */
    private static long mixed(long[] row) {
        long mixed = row.length;
        for (long term : row) {
            mixed = (mixed ^ term) * 0x9E3779B97F4A7C15L;
            mixed ^= mixed >>> 29;
        }
        return mixed;
    }

    private static int grown(int size) {
        return Math.max(16, size + (size >> 1));
    }

    /** Two words in a scope as one key; exact, since there are fewer than 2^31 words. */
    private static long pair(Scope scope, int first, int second) {
        return (long) scope.ordinal() << 62 | (long) first << 31 | second;
    }

    /**
     * A row among several that begin with the same two words.
     *
     * @param words that follow the first two
     * @param before the row added before it, or {@link LongTable#ABSENT}
     */
    private record Longer(int[] words, int before) {

        static final Longer NOTHING = new Longer(new int[0], LongTable.ABSENT);
    }
}
