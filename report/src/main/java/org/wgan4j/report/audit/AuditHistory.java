package org.wgan4j.report.audit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.wgan4j.gan.audit.AuditReport;
import org.wgan4j.gan.audit.AuditValue;
import org.wgan4j.gan.run.EvaluationRecord;

/**
 * The audits of a run that are comparable: all of as many images.
 *
 * @param audits by step, each step once, at least one
 */
record AuditHistory(List<AuditEntry> audits) {
    /** The numbers of one audit by their names in the log. */
    record AuditEntry(long step, Map<String, Double> values) {
        /** Copies the map. */
        AuditEntry {
            values = Map.copyOf(values);
        }
    }

    /** Copies the list. */
    AuditHistory {
        audits = List.copyOf(audits);
        if (audits.isEmpty()) {
            throw new IllegalArgumentException("a chart of audits needs at least one");
        }
    }

    /** An audit with those that training logged for as many images; it replaces one of the same step. */
    static AuditHistory of(AuditReport report, List<EvaluationRecord> logged) {
        AuditEntry latest = new AuditEntry(report.step(), report.byName());
        List<AuditEntry> entries = new ArrayList<>();
        for (EvaluationRecord record : logged) {
            AuditEntry entry = new AuditEntry(record.step(), record.values());
            if (record.kind() == EvaluationRecord.Kind.AUDIT
                    && entry.step() != latest.step()
                    && entry.values().getOrDefault(AuditValue.IMAGES.key(), Double.NaN)
                            == report.value(AuditValue.IMAGES)) {
                entries.add(entry);
            }
        }
        entries.add(latest);
        entries.sort(Comparator.comparingLong(AuditEntry::step));
        return new AuditHistory(entries);
    }

    /** Whether there is more than one audit. */
    boolean hasSeveral() {
        return audits.size() > 1;
    }

    double[] steps() {
        return audits.stream().mapToDouble(entry -> (double) entry.step()).toArray();
    }

    /** A number at all steps; NaN where it is missing. */
    double[] values(AuditValue value) {
        return audits.stream()
                .mapToDouble(entry -> entry.values().getOrDefault(value.key(), Double.NaN))
                .toArray();
    }

    /** The least and the greatest of some numbers, 0 among them. */
    static double[] range(double[]... values) {
        double[] finite = DoubleStream.concat(
                        DoubleStream.of(0), DoubleStream.of(values.length == 0 ? new double[0] : flat(values)))
                .filter(Double::isFinite)
                .toArray();
        return new double[] {
            DoubleStream.of(finite).min().orElse(0),
            DoubleStream.of(finite).max().orElse(1)
        };
    }

    private static double[] flat(double[][] values) {
        return List.of(values).stream().flatMapToDouble(DoubleStream::of).toArray();
    }
}
