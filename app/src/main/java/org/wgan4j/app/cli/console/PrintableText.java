package org.wgan4j.app.cli.console;

/** Text made safe for a terminal or a log, where control characters in names of files would act. Safe for use by several threads. */
public final class PrintableText {
    private PrintableText() {}

    /** The text with control characters, line breaks, changes of direction and broken characters as escapes such as {@code \n}. */
    public static String of(String text) {
        StringBuilder printable = null;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int character = text.codePointAt(i);
            if (isHarmless(character)) {
                if (printable != null) {
                    printable.appendCodePoint(character);
                }
                continue;
            }
            if (printable == null) {
                printable = new StringBuilder(text.length() + 8).append(text, 0, i);
            }
            printable.append(escape(character));
        }
        return printable == null ? text : printable.toString();
    }

    private static boolean isHarmless(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL, Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                false;
            case Character.FORMAT -> !changesDirection(character);
            default -> true;
        };
    }

    private static boolean changesDirection(int character) {
        return (character >= 0x202a && character <= 0x202e)
                || (character >= 0x2066 && character <= 0x2069)
                || character == 0x200e
                || character == 0x200f;
    }

    private static String escape(int character) {
        return switch (character) {
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default -> {
                String digits = "0000" + Integer.toHexString(character);
                yield character > 0xffff
                        ? "\\u{" + Integer.toHexString(character) + "}"
                        : "\\u" + digits.substring(digits.length() - 4);
            }
        };
    }
}
