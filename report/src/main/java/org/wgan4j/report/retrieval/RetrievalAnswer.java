package org.wgan4j.report.retrieval;

import java.util.List;
import org.wgan4j.transport.Solution;

/**
 * What a search found.
 *
 * @param request what was searched for
 * @param query the colours of the query
 * @param pictures how many pictures were searched
 * @param known how many of them had signatures from earlier runs
 * @param skipped what could not be read
 * @param solved how many exact problems the ranking by W1 took
 * @param largestGap the largest duality gap of all exact solutions: no distance is further from the truth
 * @param byTransport the nearest by exact W1
 * @param byL2 the nearest by L2 between histograms
 * @param byChiSquare the nearest by chi-square between histograms
 * @param best the first by W1 that is not the query's own file, or that, if there is no other
 * @param flow how the query's colours become those of the best
 * @param readingSeconds the time for listing and reading
 * @param rankingSeconds the time for all three rankings
 */
public record RetrievalAnswer(
        RetrievalRequest request,
        ColourSignature query,
        int pictures,
        int known,
        List<SkippedFile> skipped,
        int solved,
        double largestGap,
        List<Match> byTransport,
        List<Match> byL2,
        List<Match> byChiSquare,
        Match best,
        Solution flow,
        double readingSeconds,
        double rankingSeconds) {
    /** Takes copies of the lists. */
    public RetrievalAnswer {
        skipped = List.copyOf(skipped);
        byTransport = List.copyOf(byTransport);
        byL2 = List.copyOf(byL2);
        byChiSquare = List.copyOf(byChiSquare);
    }

    /** Whether the folder holds the query's own file, and it is among the pictures shown. */
    public boolean showsQuery() {
        return byTransport.stream().anyMatch(Match::isQuery);
    }
}
