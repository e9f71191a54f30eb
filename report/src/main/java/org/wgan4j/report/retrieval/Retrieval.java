package org.wgan4j.report.retrieval;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.DoubleAccumulator;
import java.util.stream.IntStream;
import org.wgan4j.gan.ActionableException;
import org.wgan4j.gan.picture.UnreadablePictureException;
import org.wgan4j.transport.Cost;
import org.wgan4j.transport.Measure;
import org.wgan4j.transport.Solution;
import org.wgan4j.transport.solver.OptimalTransport;

/**
 * Image retrieval by colour: the pictures of a folder whose colour signatures are the nearest to that of a query by the exact earth mover's
 * distance, ranked by L2 and chi-square between histograms as well.
 *
 * <pre>{@code
 * RetrievalAnswer answer = Retrieval.run(RetrievalRequest.of(Path.of("beach.jpg"), Path.of("holidays")));
 * answer.byTransport().forEach(match -> System.out.println(match.name() + " " + match.distance()));
 * RetrievalPage.write(Path.of("nearest.html"), answer);
 * }</pre>
 *
 * <p>Searches share nothing; several may run at the same time.
 */
public final class Retrieval {
    private final RetrievalRequest request;
    private final ColourSignature query;
    private final List<PictureCollection.CollectedPicture> pictures;
    private final WorkerPool workers;
    private final DoubleAccumulator largestGap = new DoubleAccumulator(Math::max, 0);

    private Retrieval(
            RetrievalRequest request,
            ColourSignature query,
            List<PictureCollection.CollectedPicture> pictures,
            WorkerPool workers) {
        this.request = request;
        this.query = query;
        this.pictures = pictures;
        this.workers = workers;
    }

    /** Searches without reporting progress; what cannot be read is listed in the answer. */
    public static RetrievalAnswer run(RetrievalRequest request) {
        return run(request, RetrievalListener.SILENT);
    }

    /**
     * Searches; equal distances are in the order of the names.
     *
     * @throws ActionableException if the query or the folder cannot be used
     */
    public static RetrievalAnswer run(RetrievalRequest request, RetrievalListener listener) {
        long begin = System.nanoTime();
        try (WorkerPool workers = new WorkerPool(request.threads())) {
            ColourSignature query = query(request);
            FolderListing folder = FolderListing.list(request.folder(), request.recursive());
            SignatureCache cache = request.caches()
                    .map(caches -> SignatureCache.open(
                            caches, request.folder(), request.recursive(), request.settings(), listener::note))
                    .orElseGet(() -> SignatureCache.none(request.settings()));
            PictureCollection collection = PictureCollection.read(folder, request.settings(), cache, workers, listener);
            if (collection.pictures().isEmpty()) {
                SkippedFile first = collection.skipped().get(0);
                throw new ActionableException(
                        "none of the " + collection.skipped().size() + " pictures in "
                                + request.folder() + " can be read (" + first.name() + ": " + first.reason()
                                + "); name another folder");
            }
            double reading = seconds(begin);
            return new Retrieval(request, query, collection.pictures(), workers).answer(collection, reading);
        }
    }

    private static ColourSignature query(RetrievalRequest request) {
        try {
            return ColourSignature.of(request.query(), request.settings());
        } catch (UnreadablePictureException unreadable) {
            throw new ActionableException(
                    "the query " + request.query() + " cannot be read: " + unreadable.reason()
                            + "; name a picture file",
                    unreadable);
        }
    }

    private RetrievalAnswer answer(PictureCollection collection, double reading) {
        long begin = System.nanoTime();
        NearestByTransport search = new NearestByTransport(
                query.measure(),
                this::measure,
                request.wanted(),
                (a, b) -> solve(a, b).distance(),
                workers);
        TreeMap<Integer, Match> matches = new TreeMap<>();
        for (Neighbor near : search.among(pictures.size())) {
            matches.put(near.candidate(), match(near));
        }
        List<Match> byTransport = new ArrayList<>(matches.values());
        byTransport.sort(Comparator.comparingDouble(Match::distance));
        List<Integer> byL2 = nearest(HistogramDistance.L2);
        List<Integer> byChiSquare = nearest(HistogramDistance.CHI_SQUARE);
        complete(matches, byL2, byChiSquare);
        Match best = byTransport.stream()
                .filter(match -> !match.isQuery())
                .findFirst()
                .orElse(byTransport.get(0));
        Solution flow = solve(query.measure(), best.signature().measure());
        return new RetrievalAnswer(
                request,
                query,
                pictures.size(),
                collection.known(),
                collection.skipped(),
                search.solved(),
                largestGap.get(),
                byTransport,
                byL2.stream().map(matches::get).toList(),
                byChiSquare.stream().map(matches::get).toList(),
                best,
                flow,
                reading,
                seconds(begin));
    }

    private Measure measure(int picture) {
        return pictures.get(picture).signature().measure();
    }

    private Solution solve(Measure from, Measure to) {
        Solution solution =
                OptimalTransport.between(from, to).cost(Cost.EUCLIDEAN).solve();
        if (!solution.converged()) {
            throw new IllegalStateException(
                    "a transport problem was broken off after " + solution.iterations() + " steps");
        }
        largestGap.accumulate(solution.dualityGap());
        return solution;
    }

    /** The indices of the nearest by a distance of histograms. */
    private List<Integer> nearest(HistogramDistance distance) {
        double[] distances = new double[pictures.size()];
        workers.each(
                distances.length,
                i -> distances[i] = distance.between(query, pictures.get(i).signature()));
        return IntStream.range(0, distances.length)
                .boxed()
                .sorted(Comparator.<Integer>comparingDouble(i -> distances[i]).thenComparing(i -> i))
                .limit(request.wanted())
                .toList();
    }

    /** Adds the W1 distance of the pictures of the other rankings, so that the three can be compared. */
    private void complete(Map<Integer, Match> matches, List<Integer> byL2, List<Integer> byChiSquare) {
        int[] missing = IntStream.concat(
                        byL2.stream().mapToInt(i -> i), byChiSquare.stream().mapToInt(i -> i))
                .distinct()
                .filter(i -> !matches.containsKey(i))
                .toArray();
        Measure from = query.measure();
        QueryBounds bounds = new QueryBounds(from);
        Match[] found = new Match[missing.length];
        workers.each(missing.length, i -> {
            Measure to = measure(missing[i]);
            found[i] = match(new Neighbor(missing[i], solve(from, to).distance(), bounds.tight(to)));
        });
        for (int i = 0; i < missing.length; i++) {
            matches.put(missing[i], found[i]);
        }
    }

    private Match match(Neighbor near) {
        PictureCollection.CollectedPicture entry = pictures.get(near.candidate());
        return new Match(
                entry.file(),
                entry.name(),
                near.distance(),
                near.lowerBound(),
                HistogramDistance.L2.between(query, entry.signature()),
                HistogramDistance.CHI_SQUARE.between(query, entry.signature()),
                entry.signature(),
                isSame(request.query(), entry.file()));
    }

    private static boolean isSame(Path query, Path file) {
        try {
            return Files.isSameFile(query, file);
        } catch (IOException gone) {
            return false;
        }
    }

    private static double seconds(long begin) {
        return (System.nanoTime() - begin) / 1e9;
    }
}
