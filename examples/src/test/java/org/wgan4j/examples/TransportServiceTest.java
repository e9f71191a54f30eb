package org.wgan4j.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The service answers over HTTP. */
class TransportServiceTest {
    private static final String HISTOGRAMS = "12,7,4,1,19,14,9,6,3,2\n1,5,11,17,13,9,6,4,3,2\n";

    private final HttpClient client = HttpClient.newHttpClient();
    private TransportService service;

    @BeforeEach
    void start() throws IOException {
        service = new TransportService(0);
    }

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void twoHistogramsAreAnsweredWithTheirDistanceAndItsCertificate() throws Exception {
        HttpResponse<String> answer = post("?normalize=true", HISTOGRAMS);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
        assertThat(number("distance", answer)).isCloseTo(351 / 497.0, within(1e-12));
        assertThat(number("gap", answer)).isCloseTo(0, within(1e-12));
        assertThat(number("marginalError", answer)).isCloseTo(0, within(1e-12));
        assertThat(answer.body()).contains("\"converged\": true");
    }

    @Test
    void massesThatDoNotBalanceAreABadRequestThatSaysBothSums() throws Exception {
        HttpResponse<String> answer = post("", HISTOGRAMS);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).startsWith("{\"error\": ").contains("77", "71");
    }

    @Test
    void whatIsNoHistogramIsABadRequest() throws Exception {
        assertThat(post("", "1,2\n").statusCode()).isEqualTo(400);
        assertThat(post("", "1,x\n1,2\n").statusCode()).isEqualTo(400);
        assertThat(post("", "1,-1\n1,2\n").statusCode()).isEqualTo(400);
        assertThat(post("", "0,".repeat(1 << 20)).statusCode()).isEqualTo(413);
        HttpRequest get = HttpRequest.newBuilder(uri("")).build();
        assertThat(client.send(get, HttpResponse.BodyHandlers.ofString()).statusCode())
                .isEqualTo(405);
    }

    @Test
    void requestsAtTheSameTimeDoNotDisturbEachOther() {
        List<CompletableFuture<HttpResponse<String>>> answers = Stream.generate(() ->
                        client.sendAsync(request("?normalize=true", HISTOGRAMS), HttpResponse.BodyHandlers.ofString()))
                .limit(32)
                .toList();
        assertThat(answers)
                .allSatisfy(
                        answer -> assertThat(number("distance", answer.join())).isCloseTo(351 / 497.0, within(1e-12)));
    }

    private HttpResponse<String> post(String query, String body) throws IOException, InterruptedException {
        return client.send(request(query, body), HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest request(String query, String body) {
        return HttpRequest.newBuilder(uri(query))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
    }

    private URI uri(String query) {
        return URI.create("http://localhost:" + service.port() + "/distance" + query);
    }

    private static double number(String name, HttpResponse<String> answer) {
        Matcher found = Pattern.compile("\"" + name + "\": ([^,}]+)").matcher(answer.body());
        assertThat(found.find()).as(answer.body()).isTrue();
        return Double.parseDouble(found.group(1));
    }
}
