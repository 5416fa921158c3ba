package io.earlybrd.matcher.text;

import java.util.List;
import java.util.Random;

/** Random texts in which every rule of the tokeniser has its chance, and strings made to take long. */
final class NastyTexts {

    private static final List<String> WORDS = List.of(
            "Go",
            "go",
            "GO",
            "C",
            "c",
            "R",
            "r",
            "D",
            "d",
            "s",
            "S",
            "f",
            "a",
            "to",
            "the",
            "market",
            "level",
            "we",
            "toys",
            "js",
            "JS",
            "xjs",
            "node",
            "NodeJS",
            "reactjs",
            "frontend",
            "FullStack",
            "uiux",
            "onsite",
            "dotnet",
            "DotNET",
            "net",
            "NET",
            "asp",
            "vb",
            "series",
            "usb",
            "java",
            "Java",
            "script",
            "AT",
            "T",
            "17",
            "2024",
            "1",
            "0x1F",
            "sevenle",
            "eightlet",
            "nineletter",
            "sixteenletters16",
            "seventeenletters1",
            "ñandú",
            "Übergröße",
            "straße",
            "ß",
            "æ",
            "Łódź",
            "ﬁn",
            "İ",
            "ı",
            "ſ",
            "ĳ",
            "Σ",
            "ΟΔΟΣ",
            "Ж",
            "дом",
            "א",
            "שלום",
            "م",
            "हिन्दी",
            "開",
            "开发",
            "カ",
            "ー",
            "한",
            "ไทย",
            "𝒳",
            "𠮷",
            "e\u0301",
            "a\u0315\u0300",
            "\u0301",
            "\u093C",
            "ﾞ",
            "\u00AD",
            "\u200B",
            "\u200D",
            "\uFEFF",
            "\uD83D",
            "\uDE00",
            "😀",
            "²",
            "Ⅳ",
            "ª",
            "µ",
            "ﷺ",
            "Ｊａｖａ",
            "K");

    private static final List<String> BETWEEN = List.of(
            " ", " ", " ", "  ", "\n", "\u00A0", "-", "-", "--", "\u2010", "\u2011", "\u2013", "\u2014", "\uFF0D", "'",
            "'", "\u2019", "\u2018", "\u02BC", "\uFF07", ".", ".", ". ", "..", ".net", ".NET", ".Net ", ".ne", "&", "&",
            " & ", " &", "& ", "+", "++", "+++", "\uFF0B", "\uFF0B+", "#", "##", "\u266F", "\uFF03", "/", ",", ", ",
            "_", "\u00B7", "\u2026", "\u201C", "(", ")", "@", "\0", "", "", "");

    /** What is hard to sort, to tell apart, or to end. */
    static final List<String> ENDLESS = List.of(
            "a",
            "ab ",
            "é",
            "ß",
            "a-",
            "a'",
            "a.",
            "a&",
            "a & ",
            "r & d ",
            "r & d&",
            "-",
            ".",
            "'",
            "&",
            " & ",
            "+",
            "c++",
            "c#",
            ".net",
            "asp.net",
            "xjs ",
            "xjs-",
            "node.js.",
            "frontend ",
            "frontend-",
            "go ",
            "go to market ",
            "to go ",
            "c-",
            "(",
            "((a",
            "\u0301",
            "a\u0315\u0300",
            "\u0315\u0300",
            "\u05B4\u05B0",
            "ﾞ\u093C",
            "\u302A\u302B",
            "\u034F\u0300",
            "\u00AD",
            "\u200D",
            "開",
            "カ\u3099",
            "\uD83D",
            "\uDE00",
            "𝒳",
            "ﷺ",
            "Σ",
            "İ",
            "1.",
            "1,",
            "\uFF0B",
            "\0");

    private final Random random;

    NastyTexts(Random random) {
        this.random = random;
    }

    /** A text of some words, with this or that between them. */
    String next() {
        StringBuilder text = new StringBuilder();
        for (int words = random.nextInt(12); words >= 0; words--) {
            text.append(word()).append(of(BETWEEN));
        }
        return text.toString();
    }

    private String word() {
        return switch (random.nextInt(8)) {
            case 0 -> letters(random.nextInt(20), 'a', 'z');
            case 1 -> letters(random.nextInt(4), '\0', '\u024F');
            case 2 -> letters(random.nextInt(3), '\0', Character.MAX_VALUE);
            default -> of(WORDS);
        };
    }

    private String letters(int length, char first, char last) {
        StringBuilder letters = new StringBuilder();
        for (int i = 0; i < length; i++) {
            letters.append((char) (first + random.nextInt(last - first + 1)));
        }
        return letters.toString();
    }

    private String of(List<String> some) {
        return some.get(random.nextInt(some.size()));
    }
}
