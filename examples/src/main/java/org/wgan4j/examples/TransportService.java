package org.wgan4j.examples;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.wgan4j.transport.Cost;
import org.wgan4j.transport.Limits;
import org.wgan4j.transport.Measure;
import org.wgan4j.transport.Solution;
import org.wgan4j.transport.TransportException;
import org.wgan4j.transport.solver.OptimalTransport;

/**
 * Optimal transport in a service: an HTTP server that answers the exact W1 of two histograms, with its certificate.
 *
 * <p>Post two lines of numbers, separated by commas, to {@code /distance}; {@code ?normalize=true} scales both to mass 1:
 *
 * <pre>{@code
 * printf '12,7,4\n1,5,11\n' | curl --data-binary @- 'localhost:8080/distance?normalize=true'
 * }</pre>
 *
 * <p>Every request is a problem of its own, and solvers share nothing, so requests are answered on several threads at once. A time limit
 * bounds each: what was found by then is answered, with {@code "converged": false} and the gap that is left.
 */
public final class TransportService implements AutoCloseable {
    private static final int LARGEST_REQUEST = 1 << 20;
    private static final Limits LIMITS = Limits.NONE.withTime(Duration.ofSeconds(10));

    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(4);

    /** Starts the service on the loopback address; port 0 picks a free one. */
    public TransportService(int port) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext("/distance", TransportService::answer);
        server.setExecutor(threads);
        server.start();
    }

    /** The port that the service listens on. */
    public int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdown();
    }

    private static void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            try {
                if (!exchange.getRequestMethod().equals("POST")) {
                    send(exchange, 405, error("post two lines of numbers"));
                    return;
                }
                byte[] body = exchange.getRequestBody().readNBytes(LARGEST_REQUEST + 1);
                if (body.length > LARGEST_REQUEST) {
                    // The client reads no answer before it has sent all.
                    exchange.getRequestBody().transferTo(OutputStream.nullOutputStream());
                    send(exchange, 413, error("at most " + LARGEST_REQUEST + " bytes"));
                    return;
                }
                boolean normalize =
                        "normalize=true".equals(exchange.getRequestURI().getQuery());
                send(exchange, 200, json(solve(new String(body, StandardCharsets.UTF_8), normalize)));
            } catch (TransportException | NumberFormatException mistake) {
                // Messages of the library say what was found and what is allowed.
                send(exchange, 400, error(String.valueOf(mistake.getMessage())));
            }
        }
    }

    private static Solution solve(String body, boolean normalize) {
        List<double[]> lines = body.lines().map(TransportService::numbers).toList();
        if (lines.size() != 2) {
            throw new NumberFormatException("two lines of numbers are wanted, found " + lines.size());
        }
        Measure source = Measure.histogram(lines.get(0));
        Measure target = Measure.histogram(lines.get(1));
        return OptimalTransport.between(
                        normalize ? source.normalized() : source, normalize ? target.normalized() : target)
                .cost(Cost.EUCLIDEAN)
                .limits(LIMITS)
                .solve();
    }

    private static double[] numbers(String line) {
        return Arrays.stream(line.split(",", -1))
                .mapToDouble(number -> Double.parseDouble(number.strip()))
                .toArray();
    }

    private static String json(Solution solution) {
        // Double.toString gives digits that read back as the same number, and no infinity or NaN occurs here.
        return String.format(
                Locale.ROOT,
                """
                {"distance": %s, "gap": %s, "marginalError": %s, "converged": %b, "moves": %d, "solver": "%s"}
                """,
                solution.distance(),
                solution.dualityGap(),
                solution.marginalError(),
                solution.converged(),
                solution.plan().size(),
                solution.solver());
    }

    private static String error(String message) {
        return String.format(
                Locale.ROOT,
                "{\"error\": \"%s\"}\n",
                message.replace("\\", "\\\\").replace("\"", "\\\""));
    }

    private static void send(HttpExchange exchange, int status, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }

    /** Serves until it is interrupted. */
    public static void main(String[] arguments) throws IOException {
        int port = arguments.length == 0 ? 8080 : Integer.parseInt(arguments[0]);
        TransportService service = new TransportService(port);
        Runtime.getRuntime().addShutdownHook(new Thread(service::close));
        System.out.printf(Locale.ROOT, "http://localhost:%d/distance%n", service.port());
    }
}
