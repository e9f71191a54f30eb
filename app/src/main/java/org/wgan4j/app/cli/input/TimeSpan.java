package org.wgan4j.app.cli.input;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A converter of arguments to times such as 30s, 500ms, 2.5m and 1h. */
final class TimeSpan implements ITypeConverter<Duration> {
    private static final Pattern FORM = Pattern.compile("([0-9]{1,9}(?:\\.[0-9]{1,9})?)(ms|s|m|h)");
    private static final Map<String, Long> NANOSECONDS =
            Map.of("ms", 1_000_000L, "s", 1_000_000_000L, "m", 60_000_000_000L, "h", 3_600_000_000_000L);

    @Override
    public Duration convert(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new TypeConversionException("'" + text + "' is not a time such as 30s, 500ms, 2m or 1h");
        }
        BigDecimal nanoseconds =
                new BigDecimal(form.group(1)).multiply(BigDecimal.valueOf(NANOSECONDS.getOrDefault(form.group(2), 0L)));
        return Duration.ofNanos(
                nanoseconds.min(BigDecimal.valueOf(Long.MAX_VALUE)).longValue());
    }
}
