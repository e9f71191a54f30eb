package org.wgan4j.report.retrieval;

import java.util.List;
import org.wgan4j.transport.Solution;

/**
 * The result of a search. Immutable.
 *
 * @param request that it answers
 * @param query the colour signature of the query
 * @param pictures the number of pictures searched
 * @param known the number of signatures that came from the cache
 * @param skipped files that could not be read
 * @param solved the number of exact problems that the ranking by W1 solved
 * @param largestGap the largest duality gap of all exact solutions, which bounds the error of every distance
 * @param byTransport the nearest by exact W1
 * @param byL2 the nearest by L2 between histograms
 * @param byChiSquare the nearest by chi-square between histograms
 * @param best the nearest by W1 that is not the query's own file; that file if there is no other
 * @param flow the transport from the query to the best match
 * @param readingSeconds for listing and reading
 * @param rankingSeconds for all three rankings
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
