package org.wgan4j.report.figure;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * A built-in bitmap font of five by seven pixels, for machines without fonts: capitals, digits and the punctuation of titles.
 *
 * <p>Lower case is written as capitals, and unknown characters as a space.
 */
final class PixelFont {
    private static final int WIDTH = 5;
    private static final int HEIGHT = 7;
    private static final int ADVANCE = WIDTH + 1;

    /** The sign, then its seven rows from the top, two hexadecimal digits each; the bit of value 16 is the leftmost pixel. */
    private static final String[] GLYPHS = {
        "0 0E11131519110E", "1 040C040404040E", "2 0E11010204081F", "3 1F02040201110E", "4 02060A121F0202",
        "5 1F101E0101110E", "6 0608101E11110E", "7 1F010204080808", "8 0E11110E11110E", "9 0E11110F01020C",
        "A 0E11111F111111", "B 1E11111E11111E", "C 0E11101010110E", "D 1C12111111121C", "E 1F10101E10101F",
        "F 1F10101E101010", "G 0E11101711110F", "H 1111111F111111", "I 0E04040404040E", "J 0702020202120C",
        "K 11121418141211", "L 1010101010101F", "M 111B1515111111", "N 11111915131111", "O 0E11111111110E",
        "P 1E11111E101010", "Q 0E11111115120D", "R 1E11111E141211", "S 0F10100E01011E", "T 1F040404040404",
        "U 1111111111110E", "V 11111111110A04", "W 11111115151B11", "X 11110A040A1111", "Y 11110A04040404",
        "Z 1F01020408101F", ": 000C0C000C0C00", ". 00000000000C0C", ", 000000000C0408", "- 0000001F000000",
        "+ 0004041F040400", "= 00001F001F0000", "/ 00010204081000", "% 18190204081303", "( 02040808080402",
        ") 08040202020408", "_ 0000000000001F", "# 0A0A1F0A1F0A0A", "' 0C040800000000", "? 0E110102040004"
    };

    private static final Map<Character, int[]> ROWS = decode();

    private PixelFont() {}

    /** The text, scaled by a whole number to the height and centred in it. */
    static TextMask write(String text, int height) {
        int pixel = Math.max(1, height / (HEIGHT + 2));
        int top = Math.max(0, (height - HEIGHT * pixel) / 2);
        int width = Math.max(1, (text.length() * ADVANCE - 1) * pixel);
        byte[] coverage = new byte[width * height];
        String capitals = text.toUpperCase(Locale.ROOT);
        for (int i = 0; i < capitals.length(); i++) {
            int[] rows = ROWS.getOrDefault(capitals.charAt(i), new int[HEIGHT]);
            for (int y = top; y < Math.min(height, top + HEIGHT * pixel); y++) {
                for (int x = 0; x < WIDTH * pixel; x++) {
                    boolean inked = (rows[(y - top) / pixel] >> (WIDTH - 1 - x / pixel) & 1) == 1;
                    coverage[y * width + i * ADVANCE * pixel + x] = (byte) (inked ? 255 : 0);
                }
            }
        }
        return new TextMask(width, height, coverage);
    }

    private static Map<Character, int[]> decode() {
        Map<Character, int[]> rows = new HashMap<>();
        for (String glyph : GLYPHS) {
            int[] bits = new int[HEIGHT];
            for (int y = 0; y < HEIGHT; y++) {
                bits[y] = Integer.parseInt(glyph, 2 + 2 * y, 4 + 2 * y, 16);
            }
            rows.put(glyph.charAt(0), bits);
        }
        return rows;
    }
}
